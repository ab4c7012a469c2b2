"""Lists of names: "Orlin, Vane and the Ruritanian minister Ada Brandt" are several who do one thing."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from onrecord.resolving.cast import Sighting

_LINKS: Final = frozenset((" and ", ", and ", " & ", " and the ", ", and the "))
_COMMAS: Final = frozenset((", ", ", the "))
# "Orlin and his French and Ruritanian counterparts, Vane and Brandt": what stands between the first and the others.
# Only words that tell the counterparts apart; "Orlin and her husband met his counterpart" is no list.
_COUNTERPARTS: Final = re.compile(
    r",? and (his|her|their) (?:(?:[A-Z][\w.’'-]*|and|then|new|foreign|defen[cs]e),? ){0,8}counterparts?,? \Z"
)
_FARTHEST: Final = 130  # characters in which such words stand


def lists_in(text: str, sightings: Iterable[Sighting]) -> list[tuple[Sighting, ...]]:
    """Return the lists of two or more names in a text, of its outermost sightings in order.

    The last two are joined by "and"; a name that stands between commas alone makes no list. Only names of one's
    own count: an adjective ("Russian and Chinese troops") is none.
    """
    found: list[tuple[Sighting, ...]] = []
    open_: list[Sighting] = []
    joined = False
    for sighting in sightings:
        gap = text[open_[-1].end : sighting.start] if open_ else ""
        if open_ and gap in _COMMAS and not joined:
            open_.append(sighting)
            continue
        if open_ and gap in _LINKS:
            open_.append(sighting)
            joined = True
            continue
        _close(open_, joined, found)
        open_, joined = [sighting], False
    _close(open_, joined, found)
    return found


def with_counterparts(
    text: str, sightings: Iterable[Sighting], lists: Sequence[tuple[Sighting, ...]]
) -> list[tuple[Sighting, ...]]:
    """Return the lists in order, those of counterparts joined to whoever they are the counterparts of.

    `sightings` and `lists` are as for `lists_in`. In "Orlin and her French counterpart, Vane, met" the two are a list.
    """
    named = [sighting for sighting in sightings if sighting.form == "name"]
    ends = {sighting.end: sighting for sighting in named}
    begun = {members[0].start: members for members in lists}
    last = {members[-1].start: members for members in lists}
    inner = {member.start for members in lists for member in members[1:]}
    for sighting in named:
        match = _COUNTERPARTS.search(text, max(0, sighting.start - _FARTHEST), sighting.start)
        host = ends.get(match.start()) if match else None
        if match is None or host is None or sighting.start in inner:
            continue
        hosts = last.get(host.start, (host,))
        if match[1] != "their" or len(hosts) > 1:
            joined = (*hosts, *begun.pop(sighting.start, (sighting,)))
            begun[hosts[0].start] = last[joined[-1].start] = joined
    return sorted(begun.values(), key=lambda members: members[0].start)


def _close(open_: list[Sighting], joined: bool, found: list[tuple[Sighting, ...]]) -> None:
    if joined and len(open_) > 1 and all(s.form in ("name", "capital", "pronoun") for s in open_):
        found.append(tuple(open_))


def outermost(sightings: Iterable[Sighting]) -> Iterable[Sighting]:
    """Yield the sightings that lie in no other one; they come in order of their beginnings."""
    waiting: Sighting | None = None
    for sighting in sightings:
        if waiting is None or sighting.start == waiting.start:
            waiting = sighting
        elif sighting.start >= waiting.end:
            yield waiting
            waiting = sighting
    if waiting is not None:
        yield waiting

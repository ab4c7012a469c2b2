"""Lists of names: "Orlin, Vane and the Ruritanian minister Ada Brandt" are several who do one thing."""

from collections.abc import Iterable
from typing import Final

from onrecord.resolving.cast import Sighting

_LINKS: Final = frozenset((" and ", ", and ", " & ", " and the ", ", and the "))
_COMMAS: Final = frozenset((", ", ", the "))


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

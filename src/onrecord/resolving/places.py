"""What is named and is neither person, organization nor country: places, works, events, as names were found."""

from collections.abc import Set
from typing import Final

from onrecord.organizations import THINGS
from onrecord.records import EntityKind, NameKind
from onrecord.resolving.cast import Cast, Referent
from onrecord.resolving.naming import Called, Naming
from onrecord.resolving.page import Page
from onrecord.titles import bare

# A country that no table knows is a part of the world: "Europe".
_KINDS: Final[dict[NameKind, EntityKind]] = {"place": "place", "other": "other", "country": "place"}


def see_others(page: Page, cast: Cast, naming: Naming, taken: Set[int]) -> None:
    """Note the places and other things that are named, one entity a name.

    `taken` are the tokens of other names. A name that a country's is noted at is left to that.
    """
    known: dict[tuple[EntityKind, tuple[str, ...]], Referent] = {}
    for called in naming.of_kind("place", "other", "country"):
        start, end = page.tokens[called.first].start, page.tokens[called.last - 1].end
        if not taken.isdisjoint(range(called.first, called.last)) or cast.at(start, end) is not None:
            continue
        kind, name = _KINDS[called.kind], page.text[start:end]
        key = kind, _key(page, called)
        referent = known.get(key) or cast.add(kind, name)
        known[key] = referent
        if len(name) > len(referent.name):
            referent.rename(name)
        referent.call(name)
        cast.see(referent, start, end, "thing")


def _key(page: Page, called: Called) -> tuple[str, ...]:
    """The words that tell it apart: "Orlin" of "the Orlin region"."""
    words = [bare(page.tokens[i].word) for i in range(called.first, called.last)]
    return tuple(words[:-1] if len(words) > 1 and words[-1] in THINGS else words)

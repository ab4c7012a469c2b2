"""Place inside place: what lies in a country or a part of the world, by a table and by a report's own words."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from onrecord.comparing.figures.nations import nations_in
from onrecord.folding import fold
from onrecord.tables import listed, rows

_SIDES: Final = re.compile(
    r"^(?:(?:far|mid|upper|lower|inner|outer|central|mainland|downtown|nearby|(?:north|south|east|west)\S*)\s+)+",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(r"^the\s+", re.IGNORECASE)
_KINDS: Final = re.compile(
    r"['’]s?$|\s+(?:region|oblast|province|district|state|county|city|prefecture|governorate|territory|area|peninsula"
    r"|strip|republic|front|border area)s?$",
    re.IGNORECASE,
)
_WORLD: Final = ("world", "worldwide")
_DEEPEST: Final = 6


def lies_in(place: str, outer: str, told: str = "") -> bool:
    """Tell whether a place lies in another, or is it: "Kursk" in "Russia", "eastern Norland" in "Norland".

    `told` is the text that names the place: "Norland's Orlin region" and "Orlin, Norland" tell where Orlin lies.
    """
    goal = _whole(outer)
    return goal in _WORLD or any(name == goal for name in _around(place, told))


def _around(place: str, told: str) -> Iterator[str]:
    """Yield the names of a place and of all that it lies in."""
    seen: set[str] = set()
    ahead = [place, *_told_around(place, told)]
    for _ in range(_DEEPEST):
        fresh = {name for one in ahead for name in _names(one)} - seen
        if not fresh:
            return
        yield from fresh
        seen |= fresh
        ahead = [outer for name in fresh for outer in _outer().get(name, ())]


def _whole(place: str) -> str:
    """A place's name as it is compared; of a country the usual one: "the U.S." is "united states"."""
    bare = _ARTICLE.sub("", place.strip())
    nation = next(iter(nations_in(bare)), None)
    whole = nation is not None and nation.end - nation.start == len(bare) and nation.form == "name"
    return fold(nation.country if nation is not None and whole else bare)


def _names(place: str) -> Iterator[str]:
    """The names of a place, the whole, then without "eastern" and "region", then the country that it names."""
    yield _whole(place)
    if _whole(place) in _outer():
        return
    nations = nations_in(place)
    if len(nations) == 1:
        yield fold(nations[0].country)
    elif not nations:
        yield _whole(_KINDS.sub("", _SIDES.sub("", _ARTICLE.sub("", place.strip()))) or place)


def _told_around(place: str, told: str) -> Iterator[str]:
    """The countries that a text says a place lies in: "Norland's western Orlin", "Orlin, Norland"."""
    for match in re.finditer(re.escape(place), told) if told else ():
        for nation in nations_in(told):
            between = told[nation.end : match.start()]
            behind = told[match.end() : nation.start]
            if re.fullmatch(r"(?:['’]s?)?\s+(?:[a-z]+\s+){0,2}", between) or re.fullmatch(
                r"(?:\s+(?:region|province|area|oblast))?(?:,\s+|\s+(?:in|of)\s+)(?:[a-z]+\s+)?", behind
            ):
                yield nation.country


@cache
def _outer() -> dict[str, tuple[str, ...]]:
    """What a place (folded) lies in, as the table has it."""
    known: dict[str, tuple[str, ...]] = {}
    for fields in rows("onrecord.comparing.figures", "regions.tsv"):
        for inner in listed(fields, 1):
            known[fold(inner)] = (*known.get(fold(inner), ()), fields[0])
    return known

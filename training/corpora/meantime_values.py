"""MEANTIME's values as quantities: hedge, number and unit, where their words can be told apart."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from training.corpora.capitals import longest
from training.corpora.marked import Extent, Layer, Mark
from training.corpora.meantime_xml import Article, Markable
from training.corpora.phrases import Flat

_HEDGE: Final = (
    r"more than|less than|fewer than|at least|at most|up to|as (?:many|much|few|little) as|about|around|approximately"
    r"|roughly|nearly|almost|over|under|some|close to|between|only|an estimated"
)
_CARDINAL: Final = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half a|several|dozens|billions"
    r"|millions|thousands|hundreds)"
)
_SCALE: Final = r"(?: (?:hundred|thousand|million|billion|trillion|bn|m))?"
_NUMBER: Final = rf"{_CARDINAL}{_SCALE}(?: (?:and|to) {_CARDINAL}{_SCALE})?"
_SIGN: Final = r"(?:US|USD|C|A|CA|AU|NZ)?\$|[£€¥]|US|USD"
_UNIT: Final = (
    r"%|percent|per cent|percentage points?|(?:US |Canadian |Australian )?dollars?|euros?|pounds?|yen|yuan|cents?"
    r"|points?|GB|MB|kg|km|tonnes?|tons?|barrels?|inch(?:es)?|miles?|kilomet(?:re|er)s?|feet|met(?:re|er)s?"
)
_VALUE: Final = re.compile(
    rf"(?:(?P<hedge>{_HEDGE}) )?(?:(?P<sign>{_SIGN}) ?)?(?P<number>{_NUMBER})(?:[ -]?(?:of )?(?P<unit>{_UNIT}))?",
    re.IGNORECASE,
)
_WITH_NUMBER: Final = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|several|few)\b", re.IGNORECASE
)
_NEXT: Final = re.compile(r"[^,.;:()\n]*")
_AFTER_COMMA: Final = re.compile(r", $")


def quantities_of(article: Article, flats: Iterable[Flat]) -> Layer:
    """Return the layer of quantities: what is counted is the phrase that begins with the number.

    Unsure are values that have other words in them, ages, what may be counted after a bare number, and times that
    hold a number, which are no values there.
    """
    bases = {flat.base[0]: flat.base[1] for flat in flats if flat.base is not None}
    marks, unsure = list[Mark](), list[Extent]()
    for value in article.markables:
        if value.kind == "VALUE":
            found = list(_parts(article.text, value, bases))
            marks += found
            unsure += [] if found else [value.extent]
            unsure += _open_end(article.text, value, found)
        elif value.kind == "TIMEX3" and value.type != "DATE" and _WITH_NUMBER.search(article.text, *value.extent):
            unsure.append(value.extent)
    kept = longest(marks)
    return Layer(
        kept, unsure=tuple(sorted(e for e in unsure if not any(m.start < e[1] and e[0] < m.end for m in kept)))
    )


def _parts(text: str, value: Markable, bases: dict[int, int]) -> Iterator[Mark]:
    start, end = value.extent
    match = _VALUE.fullmatch(text[start:end])
    if match is None or (_AFTER_COMMA.search(text, 0, start) and text[end : end + 1] in (",", ".")):
        return
    for group, kind in (("hedge", "hedge"), ("sign", "unit"), ("number", "number"), ("unit", "unit")):
        if match[group]:
            yield Mark(start + match.start(group), start + match.end(group), kind)
    counted = bases.get(start, 0)
    if not match["unit"] and not match["sign"] and counted > end + 1:
        yield Mark(end + 1, counted, "counted")


def _open_end(text: str, value: Markable, found: list[Mark]) -> Iterator[Extent]:
    """What follows a bare number, up to the next mark of punctuation: what is counted stands there, if anything."""
    if all(mark.kind in ("hedge", "number") for mark in found):
        following = _NEXT.match(text, value.extent[1])
        if following is not None and following.start() < following.end():
            yield following.span()

"""NewsQuant (Almasian et al. 2023): values, units and concepts of single news sentences, found again in their text.

The gold has no offsets. Its text has lost commas and some signs. What it counts as a quantity and the codebook does
not (ages, "one of the") or what cannot be found again is left in doubt.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import TypedDict

from training.corpora.marked import Extent, Layer, Mark, Marked, Split, part_of
from training.corpora.quantity_words import VAGUE, Number, hedges_of, numbers_in, ordered, overlaps
from training.corpora.unit_words import is_unit, unit_of

FILE = Path("newsquant", "NewsQuant.dev.jsonl")
"""The given half, within the folder of the corpora."""
HELD_OUT = 5
"""One of so many sentences is held out."""

_RANGE = re.compile(r"(?<=[\dEe])-(?=-?[\d.])")
_POWERS = tuple(Decimal(10) ** power for power in (0, 3, 6, 9))
_NO_QUANTITY = re.compile(r"\b(?:the|both|these|those|its|his|her|their|all) $", re.IGNORECASE)
"""Before the size of a group that is known already: "the two sides"."""
_ONE_OF = re.compile(r"one (?:of|in|to)\b", re.IGNORECASE)
_ABBREVIATED = re.compile(r"(?!m[ae]n$)\w{1,3}")
_FAR = 40
"""Code points after a number in which what it counts is in doubt where it cannot be found."""
_NEAR = 15
"""Code points before a number in which a hedge that the gold asks for may stand unseen."""
_OPENED = re.compile(r" (?:more )?(?:of )?(?:all )?(?:(?:the|an?|its|his|her|their) )?", re.IGNORECASE)
_NEXT_WORDS = re.compile(r"[\w’'-]+(?: [\w’'-]+){0,4}")


class Quantity(TypedDict):
    """The corpus's own record of a quantity."""

    change: str
    value: str
    unit: str
    normalized_unit: str
    referred_concepts: str


@dataclass(slots=True)
class _Findings:
    """What has been found in one sentence so far; `used`: the numbers that the gold explains."""

    text: str
    numbers: list[Number]
    used: list[Extent] = field(default_factory=list)
    first: list[Mark] = field(default_factory=list)
    counted: list[Mark] = field(default_factory=list)
    unsure: list[Extent] = field(default_factory=list)


def read(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield the sentences of one split. Raises FileNotFoundError where the corpus is missing."""
    for text, quantities in sentences(corpora, split):
        yield align(text, quantities)


def sentences(corpora: Path, split: Split) -> Iterator[tuple[str, list[Quantity]]]:
    """Yield each sentence of one split with its quantities. Raises FileNotFoundError where the corpus is missing."""
    with open(corpora / FILE, encoding="utf8") as lines:
        for line in lines:
            row = json.loads(line)
            if part_of(row["text"], HELD_OUT) == split:
                yield row["text"].strip(), row["quantities"]


def align(text: str, quantities: Iterable[Quantity]) -> Marked:
    """Return a sentence's layer `quantities`, with each quantity at the number that has its value."""
    found = _Findings(text, numbers_in(text))
    missing = False
    for quantity in quantities:
        numbers = _numbers_of(found, quantity)
        missing = missing or not numbers
        found.used += [(number.start, number.end) for number in numbers]
        for k, number in enumerate(numbers):
            _add(found, number, quantity if k == 0 else {**quantity, "change": "="})
    _doubt(found, missing)
    layer = Layer(ordered(text, _cut(found)), unsure=tuple(found.unsure))
    return Marked(sha256(text.encode()).hexdigest()[:12], text, {"quantities": layer}, together=False)


def _numbers_of(found: _Findings, quantity: Quantity) -> list[Number]:
    """The unused numbers with the quantity's value, or its two bounds; those first that have its unit beside them."""
    chosen: list[Number] = []
    for stated in _RANGE.split(quantity["value"]):
        value = _magnitude(stated)
        fits = [n for n in found.numbers if not overlaps((n.start, n.end), found.used) and _has(n, value)]
        fits = [n for n in fits if n not in chosen]
        if not fits:
            return []
        chosen.append(min(fits, key=lambda number: (not _beside(found.text, number, quantity["unit"]), number.start)))
    return chosen


def _magnitude(stated: str) -> Decimal | None:
    """A stated value without its sign, which the text has lost; a few are misspelt."""
    return Decimal(stated.removeprefix("-")) if re.fullmatch(r"-?[\d.]+(?:[Ee][+-]?\d+)?", stated) else None


def _has(number: Number, value: Decimal | None) -> bool:
    """Whether a number has that value; of "1 to 2 thousand" the first need not state its power of ten."""
    return number.value is not None and any(abs(number.value) * power == value for power in _POWERS)


def _beside(text: str, number: Number, unit: str) -> bool:
    wanted = re.split(r" (?:per|an?) ", unit)[0].lower()
    near = text[max(0, number.start - 4) : number.start] + text[number.end : number.end + len(wanted) + 12]
    return wanted in near.lower()


def _add(found: _Findings, number: Number, quantity: Quantity) -> None:
    text, extent = found.text, (number.start, number.end)
    if _is_age(quantity):
        return
    unit = unit_of(text, number.start, number.end)
    if unit is None and _no_figure(text, number):
        found.unsure.append(extent)
        return
    start, end = (min(number.start, unit.start), max(number.end, unit.end)) if unit else extent
    hedges = hedges_of(text, start, end, number.end)
    found.first += [Mark(*extent, "number"), *hedges, *([Mark(unit.start, unit.end, "unit")] if unit else [])]
    if quantity["change"] in "~<>" and not hedges and text[start - 1 : start] not in ("(", "-", "–"):
        found.unsure.append((max(0, start - _NEAR), start))
    if unit is None or not unit.bare:
        _add_counted(found, end, quantity)


def _is_age(quantity: Quantity) -> bool:
    normal = quantity["normalized_unit"]
    return quantity["unit"] in ("age", "year-old", "years old") or normal in ("year of age", "age")


def _no_figure(text: str, number: Number) -> bool:
    """Whether a number is of a group known already ("the two sides"), a pronoun, or glued to letters ("5G", "V6")."""
    if _ONE_OF.match(text, number.start) or _NO_QUANTITY.search(text, 0, number.start):
        return True
    return bool(re.search(r"[^\W\d_]-?$", text[: number.start])) or bool(re.match(r"G\b", text[number.end :]))


def _add_counted(found: _Findings, end: int, quantity: Quantity) -> None:
    """Mark what is counted: the gold's unit where that is a thing, of a measure the concept right after "of"."""
    text = found.text
    if quantity["unit"] != "-" and not is_unit(quantity["unit"]):
        head = quantity["unit"].lower().split(" ")[-1]
        place = _word_within(text, end, {head, f"{head}s"})
        kind = "unit" if _ABBREVIATED.fullmatch(head) else "counted"
    elif text.startswith(" of ", end):
        words = {word.lower() for word in re.findall(r"\w+", quantity["referred_concepts"])}
        place, kind = _word_within(text, end, words), "counted"
    else:
        return
    if place is None or text[end:].startswith("-"):
        found.unsure.append((end, min(len(text), end + _FAR)))
    else:
        found.counted.append(Mark(*place, kind))


def _word_within(text: str, end: int, words: set[str]) -> Extent | None:
    """The extent of the next few words up to the last of these, with no punctuation between."""
    opened = _OPENED.match(text, end)
    start = opened.end() if opened else end
    near = _NEXT_WORDS.match(text, start)
    ends = [w.end() for w in re.finditer(r"[\w’'-]+", near.group()) if w.group().lower() in words] if near else []
    return (start, start + ends[-1]) if ends else None


def _doubt(found: _Findings, missing: bool) -> None:
    """Leave in doubt what the gold may have meant: every other number where it has one more than was found."""
    for number in found.numbers:
        extent = (number.start, number.end)
        compound = re.match(r"-[^\W\d_]", found.text[number.end :])
        if not overlaps(extent, found.used) and (missing or compound):
            found.unsure.append(extent)
    for vague in VAGUE.finditer(found.text):
        if not overlaps(vague.span(), found.used):
            found.unsure.append(vague.span())


def _cut(found: _Findings) -> Iterator[Mark]:
    """All marks, those of what is counted cut to what follows another mark within them."""
    yield from found.first
    for mark in found.counted:
        inside = [other.end for other in found.first if mark.start < other.end and other.start < mark.end]
        start = max(inside, default=mark.start)
        while start < mark.end and not found.text[start].isalnum():
            start += 1
        if start < mark.end:
            yield Mark(start, mark.end, mark.kind)

"""What is written in and beside a figure, by closed lists: numbers and hedges; for quantity readers.

A range is one number: "3 to 5", "3-5", "between 3 and 5". Where each bound has its unit ("$3 to $5"), where the words
tell of a change ("from 3 to 5") or where the second is smaller ("a 5-4 ruling"), there are two.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from onrecord.resolving.numbers import number_of
from training.corpora.marked import Extent, Mark

_NUMERAL = r"(?:\d+(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)|\d[\d,./⁄]*\d|\d|\.\d+)(?:[kmb](?![^\W_]))?[½⅓⅔¼¾]?|[½⅓⅔¼¾]"
_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred dozen half thousand million "
    "billion trillion lakh crore bn mn mln mil bln trn tn third thirds quarter quarters fifth fifths tenth tenths a an "
    "and"
)
_TOKEN = re.compile(rf"{_NUMERAL}|(?<![^\W\d_])(?:{'|'.join(_WORDS.split())})(?![^\W\d_])", re.IGNORECASE)
_JOINED = re.compile(r"[ \u00a0-]?")
_MINUS = re.compile(r"\bminus[ -]$|(?<![^\s(])[-\u2212]$", re.IGNORECASE)
_MOST_TOKENS = 10

VAGUE = re.compile(
    r"\b(?:(?:tens|hundreds) of (?:thousands|millions|billions)|several (?:dozen|hundred|thousand|million|billion)"
    r"|several|multiple|numerous|dozens|scores(?= of)|hundreds|thousands|millions|billions|trillions"
    r"|an? (?:number|couple|handful)(?= of\b)|(?:the|its|his|her|their) (?:majority|bulk)(?= of\b))\b",
    re.IGNORECASE,
)
"""Amounts that are not fixed; where they are counted as quantities each reader decides."""

_HEDGE = (
    r"as (?:many|much|few|little|high|low) as|(?:no|not) (?:more|fewer|less) than"
    r"|(?:slightly |just |well |far |a little )?(?:over|under|above|below|(?:more|less|fewer|greater) than|upwards? of)"
    r"|about|around|approximately|approx\.|roughly|circa|ca\.|c\.|some|nearly|almost|virtually|close to|near"
    r"|at least|at most|up to|(?:an )?estimated|another|(?:an )?additional|between"
)
_HEDGE_BEFORE = re.compile(rf"(?:(?<![^\W_])(?:{_HEDGE})(?: (?:{_HEDGE}))?|[~≈∼≃<>≤≥≲≳])[ \u00a0]?$", re.IGNORECASE)
_HEDGE_AFTER = re.compile(r"[ \u00a0]?(?:or (?:so|more|less|fewer)\b|\+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text, or an amount that is not fixed: its extent and value."""

    start: int
    end: int
    value: Decimal | None


def numbers_in(text: str) -> list[Number]:
    """Return the longest phrases with a value, in order; "37m" and "37" of it are two readings of one place."""
    tokens = list(_TOKEN.finditer(text))
    found: list[Number] = []
    k = 0
    while k < len(tokens):
        run = _run(text, tokens, k)
        if run:
            minus = _MINUS.search(text, 0, tokens[k].start())
            start, end = minus.start() if minus else tokens[k].start(), tokens[k + run - 1].end()
            number = Number(start, end, number_of(text[start:end]))
            found.append(number)
            found += _shorn(text, number)
        k += run or 1
    return found


def _run(text: str, tokens: list[re.Match[str]], first: int) -> int:
    """How many tokens from this one on make the longest phrase with a value."""
    last = first
    for following in range(first + 1, min(len(tokens), first + _MOST_TOKENS)):
        apart = tokens[last].group().isalpha() and not tokens[following].group().isalpha()  # "two million 5 kg bags"
        if apart or not _JOINED.fullmatch(text, tokens[last].end(), tokens[following].start()):
            break
        last = following
    for end in range(last, first - 1, -1):
        if number_of(text[tokens[first].start() : tokens[end].end()]) is not None:
            return end - first + 1
    return 0


def _shorn(text: str, number: Number) -> Iterable[Number]:
    """The other reading of "37m": 37 metres."""
    if re.fullmatch(r"\d[\d,.]*[kmbKMB]", text[number.start : number.end]):
        end = number.end - 1
        yield Number(number.start, end, number_of(text[number.start : end]))


def hedges_of(text: str, start: int, end: int, after: int) -> list[Mark]:
    """Return the marks of hedges beside a figure whose number and unit take [start, end); `after` its number's end."""
    found = []
    before = _HEDGE_BEFORE.search(text, max(0, start - 40), start)
    if before:
        found.append(Mark(before.start(), before.start() + len(before.group().rstrip()), "hedge"))
    for place in sorted({after, end}):
        behind = _HEDGE_AFTER.match(text, place)
        if behind:
            stripped = behind.group().lstrip(" \u00a0")
            found.append(Mark(behind.end() - len(stripped), behind.end(), "hedge"))
            break
    return found


def ordered(text: str, marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return the marks in order, ranges joined; of two that overlap the one that comes first in `marks` stands."""
    kept: list[Mark] = []
    for mark in marks:
        if all(mark.end <= other.start or other.end <= mark.start for other in kept):
            kept.append(mark)
    joined: list[Mark] = []
    for mark in sorted(kept):
        if joined and _is_range(text, joined[-1], mark):
            mark = Mark(joined.pop().start, mark.end, "number")
        joined.append(mark)
    return tuple(joined)


def _is_range(text: str, first: Mark, second: Mark) -> bool:
    """Whether two numbers state the bounds of one; of "1 to 2 thousand" the first may be of the second's power."""
    if not first.kind == second.kind == "number" or re.search(r"\bfrom $", text[: first.start], re.IGNORECASE):
        return False
    between = re.search(r"\bbetween $", text[: first.start], re.IGNORECASE)
    joint = r" (?:to|and|or) " if between else r" (?:to|or) | ?[-–] ?"
    low, high = (number_of(text[mark.start : mark.end]) for mark in (first, second))
    return (
        bool(re.fullmatch(joint, text[first.end : second.start]))
        and low is not None
        and high is not None
        and low < high
    )


def overlaps(extent: Extent, others: Iterable[Extent]) -> bool:
    """Whether an extent shares a character with one of the others."""
    return any(extent[0] < end and start < extent[1] for start, end in others)

"""What a figure's words say of its number: the bounds that a hedge states, ranges, amounts that are left open."""

import re
from decimal import Decimal
from typing import Final, NamedTuple

from onrecord.lexicon import word_set
from onrecord.records import Bound, Change, bounds_of
from onrecord.resolving.numbers import number_of


class Amount(NamedTuple):
    """A figure's number as the codebook has it; what the words leave open is `None`. `share`: it is a part of one."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    bound: Bound | None = None
    change: Change | None = None
    share: bool = False


_HEDGES: Final[dict[Bound, str]] = {
    "about": "about|around|some|roughly|approximately|approx.|nearly|almost|virtually|close to|near|estimated"
    "|an estimated|or so|more or less|circa|ca.|c.|~|≈|∼|≃",
    "at_most": "as many as|as much as|as high as|up to|at most|at the most|no more than|not more than|a maximum of"
    "|maximum|or less|or fewer|≤",
    "at_least": "at least|at the least|as few as|as little as|as low as|no fewer than|no less than|not less than"
    "|not fewer than|a minimum of|minimum|or more|or higher|plus|+|≥",
    "more_than": "more than|over|above|upwards of|upward of|in excess of|exceeding|greater than|>|≳",
    "less_than": "less than|fewer than|under|below|short of|lower than|<|≲",
    "range": "between|from|anywhere between|anywhere from",
}
_BOUNDS: Final[dict[str, Bound]] = {words: bound for bound, all_ in _HEDGES.items() for words in all_.split("|")}
_MORE: Final = frozenset(
    ("another", "additional", "an additional", "a further", "further", "an extra", "extra", "more")
)
# What says how near a bound is, or that the number is meant as it stands.
_PLAIN: Final = word_set(
    "a an the only just exactly precisely slightly well far little total of currently now alone all"
)
_LONGEST_HEDGE: Final = 3

_OPEN: Final = re.compile(
    r"(?:a |the )?(?P<of>tens |hundreds )?(?:of )?(?P<group>hundreds|thousands|millions|billions|trillions)"
    r"|(?:several|multiple|numerous|dozens|scores|many|few|a few|countless)"
    r"(?: (?:dozen|hundred|thousand|million|billion)s?)?"
    r"|(?:a |the )?(?:small |large |growing )?(?:number|couple|handful|majority|bulk)"
)
_LEAST: Final = {"tens ": 10, "hundreds ": 100, None: 1}
_GROUPS: Final = {"hundreds": 10**2, "thousands": 10**3, "millions": 10**6, "billions": 10**9, "trillions": 10**12}

_TO: Final = re.compile(r"(?:\s*[–—-]\s*|\s+(?:to|and|or)\s+)")
_POWER: Final = re.compile(r"[\s-]*(?:hundred|thousand|million|billion|trillion|[kmb]n?)\b\.?$")
_PART: Final = re.compile(r"hal(?:f|ves)|thirds?|quarters?|(?:four|fif|six|seven|eigh|nin|ten)ths?|[½⅓⅔¼¾]|/")


def amount_of(number: str, hedge: str | None) -> Amount:
    """Return what a number phrase says under its hedge; a hedge that is not known leaves the bounds open.

    "as many as 8,000" is 8000 at most, "11,000-12,000" a range, "hundreds of" at least 100 and vague, "nearly half"
    about 50 percent.
    """
    words = _flat(number)
    vague = _OPEN.fullmatch(words.removesuffix(" of"))
    if vague:
        group = vague["group"]
        return Amount(low=_GROUPS[group] * _LEAST[vague["of"]] if group else None, bound="vague")
    bound, change = _hedged(_flat(hedge or ""))
    value = number_of(words)
    if value is None:
        return _range(words)._replace(change=change)
    return _stated(value, words, bound)._replace(change=change)


def _stated(value: Decimal, words: str, bound: Bound | None) -> Amount:
    """One number; a part of one in words is a percentage."""
    share = _is_share(value, words)
    number = float(value * 100 if share else value)
    if bound in (None, "range"):
        return Amount(value=number, share=share)
    low, high = bounds_of(bound, number) if bound else (None, None)
    return Amount(number, low, high, bound, share=share)


def _range(words: str) -> Amount:
    """Two numbers: "3 to 5", "3-5 million"; what multiplies the second multiplies the first where it can."""
    for between in _TO.finditer(words):
        first, second = words[: between.start()], words[between.end() :]
        low, high = number_of(first), number_of(second)
        power = _POWER.search(second)
        if power and not _POWER.search(first):
            scaled = number_of(first + power[0])
            low = scaled if scaled is not None and high is not None and scaled <= high else low
        if low is not None and high is not None and low <= high:
            share = _is_share(high, words)
            size = 100 if share else 1
            return Amount(low=float(low * size), high=float(high * size), bound="range", share=share)
    return Amount()


def _is_share(value: Decimal, words: str) -> bool:
    """Whether a number is a part of one, told in words or as a fraction: "half", "two thirds", "3/4"."""
    return 0 < value < 1 and bool(_PART.search(words))


def _hedged(words: str) -> tuple[Bound | None, Change | None]:
    """Read a hedge from left to right, the longest known phrase first; (None, …) where a word is not known."""
    bounds: set[Bound] = set()
    change: Change | None = None
    rest = words.split()
    while rest:
        width = next((n for n in range(_LONGEST_HEDGE, 0, -1) if _known(" ".join(rest[:n]))), 0)
        if not width:
            return None, change
        phrase, rest = " ".join(rest[:width]), rest[width:]
        if phrase in _BOUNDS:
            bounds.add(_BOUNDS[phrase])
        if phrase in _MORE:
            change = "increment"
    if len(bounds) > 1:
        return None, change
    return next(iter(bounds), "exact"), change


def _known(phrase: str) -> bool:
    return phrase in _BOUNDS or phrase in _MORE or phrase in _PLAIN


def _flat(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" ,")

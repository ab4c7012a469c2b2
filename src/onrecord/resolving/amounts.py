"""What a figure's words say of its number: the bounds that a hedge states, ranges, amounts that are left open."""

import re
from decimal import Decimal
from typing import Final, NamedTuple

from onrecord.lexicon import word_set
from onrecord.records import Bound, Change, bounds_of
from onrecord.resolving.numbers import number_of
from onrecord.resolving.units import is_unit


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
    "|an estimated|or so|odd|more or less|circa|ca.|c.|just about|~|≈|∼|≃|approaching|nearing|barely|in the region of"
    "|in the neighborhood of|in the neighbourhood of|on the order of|somewhere around|or thereabouts",
    "at_most": "as many as|as much as|as high as|up to|at most|at the most|no more than|not more than|a maximum of"
    "|a maximum|maximum|or less|or fewer|or below|or under|or lower|and below|and under|not exceeding"
    "|at the very most|≤|⩽|<=|capped at"
    "|less than or equal to|fewer than or equal to|equal to or less than|no higher than|no greater than",
    "at_least": "at least|at least or equal to|at the least|as few as|as little as|as low as|no fewer than|no less than"
    "|not less than|not fewer than|a minimum of|a minimum|minimum|or more|or higher|or above|or over|or greater"
    "|or better|and more|and above|and over|and up|plus|at the very least|+|≥|⩾|>=|more than or equal to"
    "|greater than or equal to|equal to or more than|no lower than",
    "more_than": "more than|over|above|upwards of|upward of|in excess of|exceeding|greater than|higher than|just over|>"
    "|≳|topping|surpassing|surpasses|exceeds|north of|beyond|larger than|bigger than",
    "less_than": "less than|fewer than|under|below|just under|just short of|short of|lower than|<|≲|shy of|just shy of"
    "|smaller than|sub-",
    "range": "between|from|anywhere between|anywhere from",
    "exact": "equal to|equals|equalling|totalling|totaling",
}
_BOUNDS: Final[dict[str, Bound]] = {words: bound for bound, all_ in _HEDGES.items() for words in all_.split("|")}
_MORE: Final = frozenset(
    ("another", "additional", "an additional", "a further", "further", "an extra", "extra", "more")
)
# What says how near a bound is, or that the number is meant as it stands.
_PLAIN: Final = word_set(
    "a an the only just exactly precisely slightly well far little total of currently now alone all"
)
_LONGEST_HEDGE: Final = 5

_OPEN: Final = re.compile(
    r"(?:a |the )?(?P<of>tens |hundreds )?(?:of )?(?P<group>hundreds|thousands|millions|billions|trillions)"
    r"|(?:several|multiple|numerous|dozens|scores|many|few|a few|countless)"
    r"(?: (?:dozen|hundred|thousand|million|billion)s?)?"
    r"|(?:a |the )?(?:small |large |growing )?(?:number|couple|handful|majority|bulk)"
)
_LEAST: Final = {"tens ": 10, "hundreds ": 100, None: 1}
_GROUPS: Final = {"hundreds": 10**2, "thousands": 10**3, "millions": 10**6, "billions": 10**9, "trillions": 10**12}

_TO: Final = re.compile(r"(?:-?\s+(?:to|and|or|through)\s+|\s*[–—~-]\s*)")
_SIGNS: Final = re.compile(
    r"(?<![^\W_])(?:us|u\.s\.|a|au|c|hk|nz|s)?\$|[€£¥₩₹₽₪₺₴%]| (?:percent|per cent)(?= (?:to|and|or) )"
)
_UNIT_BEGINS: Final = re.compile(r"(?<=\d)(?=[^\W\d]|°)|[ -](?=[^\W\d]|°)")
_POWER: Final = re.compile(r"[\s-]*(?:hundred|thousand|million|billion|trillion|[kmb]n?)\b\.?$")
_PART: Final = re.compile(r"hal(?:f|ves)|thirds?|quarters?|(?:four|fif|six|seven|eigh|nin|ten)ths?|[½⅓⅔¼¾]|/")


_OF_SO_MANY: Final = re.compile(r"(?P<part>.+?) (?:in|out of) (?:every )?(?P<whole>.+)")
_TOTAL_BEFORE: Final = re.compile(
    r"(?:\b(?:totals?|totall?ed|totall?ing|a total of|the total (?:of|at|to)|stands? at|stood at|standing at"
    r"|toll (?:of|to|at)|now at|in total,?)"
    r"|\b(?:bring|brings|bringing|brought|raise|raises|raising|raised|took|takes|taking) (?:the|its|their) "
    r"[^.;\n]{0,40}?(?:toll|total|number|tally|count)[^.;\n]{0,40} to)\s+$",
    re.IGNORECASE,
)
_TOTAL_AFTER: Final = re.compile(r"(?: [^\W\d_][\w’'-]*){0,4} (?:in total|in all|altogether)\b", re.IGNORECASE)
_MORE_AFTER: Final = re.compile(r" (?:more|additional|further)\b(?! (?:than|or less))", re.IGNORECASE)


def change_at(text: str, start: int, end: int) -> Change | None:
    """Return what the words around a figure at [start, end) say of it: it is added, or it is all so far.

    "500 more" adds; "the toll now stands at 12", "10,000 soldiers in total" is all so far.
    """
    if _MORE_AFTER.match(text, end):
        return "increment"
    total = _TOTAL_BEFORE.search(text, max(0, start - 80), start) or _TOTAL_AFTER.match(text, end)
    return "total" if total else None


def in_units(amount: Amount) -> Amount:
    """Return a share as the part of a unit that it is: "half an hour" is 0.5 hours and not 50 percent."""
    if not amount.share:
        return amount
    value, low, high = (None if one is None else one / 100 for one in (amount.value, amount.low, amount.high))
    return amount._replace(value=value, low=low, high=high, share=False)


def amount_of(number: str, hedge: str | None, european: bool = False) -> Amount:
    """Return what a number phrase says under its hedge; a hedge that is not known leaves the bounds open.

    "as many as 700" is 700 at most, "6,000-6,500" a range, "hundreds of" at least 100 and vague, "nearly half"
    about 50 percent, "one in five" 20 percent. In a text that is `european` "8.000" is 8000.
    """
    words = _flat(number)
    vague = _OPEN.fullmatch(words.removesuffix(" of"))
    if vague:
        group = vague["group"]
        return Amount(low=_GROUPS[group] * _LEAST[vague["of"]] if group else None, bound="vague")
    bound, change = _hedged(_flat(hedge or ""))
    value = number_of(words, european)
    if value is None:
        found = _of_so_many(words, bound) or _range(words, european)
        return found._replace(change=change)
    return _stated(value, words, bound)._replace(change=change)


def _stated(value: Decimal, words: str, bound: Bound | None) -> Amount:
    """One number; a part of one in words is a percentage."""
    share = _is_share(value, words)
    number = float(value * 100 if share else value)
    if bound in (None, "range"):
        return Amount(value=number, share=share)
    low, high = bounds_of(bound, number) if bound else (None, None)
    return Amount(number, low, high, bound, share=share)


def _of_so_many(words: str, bound: Bound | None) -> Amount | None:
    """A share told as so many in so many: "one in five", "nine out of 10"."""
    found = _OF_SO_MANY.fullmatch(words)
    part, whole = (number_of(found["part"]), number_of(found["whole"])) if found else (None, None)
    if part is None or whole is None or not 0 < part <= whole:
        return None
    percent = float(part * 100 / whole)
    low, high = bounds_of(bound, percent) if bound and bound != "range" else (None, None)
    return Amount(percent, low, high, None if bound == "range" else bound, share=True)


def _range(words: str, european: bool) -> Amount:
    """Two numbers: "3 to 5", "3-5 million"; what multiplies the second multiplies the first where it can."""
    words = _SIGNS.sub("", words)
    for between in _TO.finditer(words):
        first, second = _bare(words[: between.start()]), words[between.end() :]
        low, high = number_of(first, european), number_of(second, european)
        power = _POWER.search(second)
        if power and not _POWER.search(first):
            scaled = number_of(first + power[0], european)
            low = scaled if scaled is not None and high is not None and scaled <= high else low
        if low is not None and high is not None and low <= high:
            share = _is_share(high, words)
            size = 100 if share else 1
            return Amount(low=float(low * size), high=float(high * size), bound="range", share=share)
    return Amount()


def _bare(words: str) -> str:
    """The first bound without the unit that it shares with the second: "15khz" of "15khz and 17"."""
    cuts = (cut for cut in _UNIT_BEGINS.finditer(words) if is_unit(words[cut.end() :]))
    cut = next(cuts, None)
    return words[: cut.start()] if cut else words


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
        # "up to roughly 300": a bound that is only about so much binds nothing.
        return ("about" if "about" in bounds else None), change
    return next(iter(bounds), "exact"), change


def _known(phrase: str) -> bool:
    return phrase in _BOUNDS or phrase in _MORE or phrase in _PLAIN


def _flat(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" ,")

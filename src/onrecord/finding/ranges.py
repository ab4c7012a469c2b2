"""Two numbers that are the bounds of one: "50 to 60", "5%-10%", "between $5 and $7 billion"."""

import re
from typing import Final

from onrecord.finding.quantity_words import Extent, hedge_before, is_apart, unit_after
from onrecord.finding.signs import sign_before

_MONEY: Final = r"(?:(?:US|A|C|NZ|HK)?\$|[€£¥₩₹])"
_NEAR: Final = rf"(?:about |around |some |nearly |almost )?{_MONEY}? ?$"
_BETWEEN: Final = re.compile(rf"\bbetween {_NEAR}", re.IGNORECASE)
_SIGNED: Final = re.compile(rf" ?(?P<joins>-|–|—|to|and|or) ?(?:(?P<sign>{_MONEY}) ?)?")
_MOVED: Final = re.compile(
    r"(?:\bfrom"
    r"|\b(?:rose|risen|fell|fallen|grew|grown|slid|shed|lost|up|down"
    r"|(?:gain|climb|dropp|jump|slipp|dipp|slump|surg|soar|plung|tumbl|add|increas|decreas|declin|advanc|eas)ed"
    rf")(?: by)?) {_NEAR}",
    re.IGNORECASE,
)
"""Behind these the numbers on both sides of "to" are before and after, or by how much and to what."""
_SPREAD: Final = re.compile(
    rf"\b(?:rang(?:e|es|ed|ing)|runs?|ran|running|var(?:y|ies|ied|ying)|anywhere) from {_NEAR}", re.IGNORECASE
)
"""Behind these the numbers are the ends all the same."""
_REACH: Final = 32
"""How far before a number these are looked for."""


def is_range(text: str, first: Extent, second: Extent) -> bool:
    """Whether two numbers are bounds of one, by what stands between and before them.

    "and" joins only behind "between": three and four are two numbers elsewhere. Where a sign or a unit stands between
    them, both have the same ("$3 billion to $5 billion"; not "a 7% rise to $2.3 billion"), and nothing moved ("fell
    $2 to $40" and "from 5% to 10%" are two numbers).
    """
    unit = unit_after(text, first[1])
    if unit and unit[1] > second[0]:
        unit = None
    signed = _SIGNED.fullmatch(text, unit[1] if unit else first[1], second[0])
    hedged = hedge_before(text, first[0], bare=False) is not None
    if signed is None or is_apart(text[slice(*first)], text[slice(*second)], hedged=hedged):
        return False
    alike = _is_alike(text, unit, signed, first[0], second[1])
    before = max(0, first[0] - _REACH), first[0]
    if _BETWEEN.search(text, *before):
        return alike
    if not unit and not signed["sign"]:
        return signed["joins"] != "and"
    moved = _MOVED.search(text, *before) and not _SPREAD.search(text, *before)
    if signed["joins"] in ("and", "or") or (signed["joins"] == "to" and moved):
        return False
    return alike


def _is_alike(text: str, unit: Extent | None, between: re.Match[str], start: int, end: int) -> bool:
    """Whether both bounds of a range at [start, end) have the unit and the sign that stand between them.

    The second sign may be the short one of the first: "US$3 to $5 billion".
    """
    if unit:
        second = unit_after(text, end)
        if second is None or _one(text, second) != _one(text, unit):
            return False
    sign = sign_before(text, start)
    return not between["sign"] or (sign is not None and text[slice(*sign)].endswith(between["sign"]))


def _one(text: str, unit: Extent) -> str:
    """A unit in its plain form: "1 day to 3 days" has one unit."""
    return text[slice(*unit)].casefold().removesuffix("s")

"""Two numbers that are the bounds of one: "50 to 60", "5%-10%", "between $5 and $7 billion"."""

import re
from typing import Final

from onrecord.finding.quantity_words import Extent, is_apart, sign_before

_MONEY: Final = r"(?:(?:US|A|C|NZ|HK)?\$|[€£¥₩₹])"
_NEAR: Final = rf"(?:about |around |some |nearly |almost )?{_MONEY}? ?$"
_BETWEEN: Final = re.compile(rf"\bbetween {_NEAR}", re.IGNORECASE)
_PLAIN: Final = re.compile(r" ?(?P<joins>-|–|—|to|and|or) ?")
_SIGNED: Final = re.compile(
    rf"(?P<unit>[%€]| percent| per cent)? ?(?P<joins>-|–|—|to|and|or) ?(?:(?P<sign>{_MONEY}) ?)?"
)
_MOVED: Final = re.compile(
    r"(?:(?<!range )(?<!ranges )(?<!ranged )(?<!ranging )\bfrom"
    r"|\b(?:rose|risen|fell|fallen|grew|grown|slid|shed|lost|up|down"
    r"|(?:gain|climb|dropp|jump|slipp|dipp|slump|surg|soar|plung|tumbl|add|increas|decreas|declin|advanc|eas)ed"
    rf")(?: by)?) {_NEAR}",
    re.IGNORECASE,
)
"""Behind these the numbers on both sides of "to" are before and after, or by how much and to what."""
_REACH: Final = 32
"""How far before a number these are looked for."""


def is_range(text: str, first: Extent, second: Extent) -> bool:
    """Whether two numbers are bounds of one, by what stands between and before them.

    "and" joins only behind "between": three and four are two numbers elsewhere. Where a sign or a unit stands between
    them, both have the same ("$3 billion to $5 billion"; not "a 7% rise to $2.3 billion"), and nothing moved ("fell
    $2 to $40" and "from 5% to 10%" are two numbers).
    """
    gap = text[first[1] : second[0]]
    signed = _SIGNED.fullmatch(gap)
    if signed is None or is_apart(text[slice(*first)], text[slice(*second)]):
        return False
    before = max(0, first[0] - _REACH), first[0]
    if _BETWEEN.search(text, *before):
        return True
    if _PLAIN.fullmatch(gap):
        return signed["joins"] != "and"
    if signed["joins"] in ("and", "or") or (signed["joins"] == "to" and _MOVED.search(text, *before)):
        return False
    return _is_alike(text, first[0], second[1], signed)


def _is_alike(text: str, start: int, end: int, between: re.Match[str]) -> bool:
    """Whether both bounds of a range at [start, end) have the unit and the sign that stand between them."""
    unit, space = between["unit"], text[end : end + 1] == " "
    if unit and not text.startswith(unit.strip(), end + space):
        return False
    sign = sign_before(text, start)
    return not between["sign"] or (sign is not None and text[slice(*sign)] == between["sign"])

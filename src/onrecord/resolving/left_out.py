"""What a number leaves out because another figure says it: the noun that is counted, or the unit."""

import re
from typing import Final, NamedTuple

from onrecord.records import Quantity, Span
from onrecord.resolving.numbers import NUMBER_WORD
from onrecord.resolving.units import COUNT

_PARTS: Final = re.compile(r"[.!?][\"”’)]*\s|\n\s*\n")
"""What parts two sentences."""
_FAR: Final = 300
"""What is counted is not looked for farther back, in code points."""
_OPENS: Final = re.compile(r"(?:^|[.!?\n][\"”’)]*\s*)[\"“‘]?$")
_LEFT_OUT: Final = re.compile(
    r"(?:\s*(?:[,;:.!?)\"”]|--|—|–|$)"
    r"|\s+(?:of (?:them|us|those|these|whom|which)\b|others\b"
    r"|(?:more )?(?:were|was|are|is|have|had|has|will|would|could|may|might|remain(?:ed)?|died|survived|escaped|came"
    r"|went|in|on|at|by|from|since|because|who|that|while|and|or|but|as|when|after|before|during|with|to|for|the"
    r"|wounded|killed|injured|missing|dead|arrested|hurt|rather|so|due"
    r"|(?:seriously|critically|badly|slightly|lightly) \w+)\b))",
    re.IGNORECASE,
)
"""What may follow a number whose noun is left out."""

_GROUP: Final = re.compile(
    r"\b(?:tranche|batch|contingent|wave|group|team|crowd|force|convoy|column|crew|pool) of(?: the| its| their)? $",
    re.IGNORECASE,
)
"""What is so many itself ("a first wave of about 300"): it is not of what the figure before counts."""

_NUMBER: Final = rf"(?:\d[\d,.]*|{NUMBER_WORD})"
_SUSPENDED: Final = re.compile(rf"-?(?:-,?(?: and| or| to)? |(?<=-),?(?: and| or| to)? ){_NUMBER}", re.IGNORECASE)
"""Behind "four-" and "five-": the next number of "four-, five- and six-cylinder"."""
_BARE: Final = re.compile(
    r"\s*(?:[,;:.!?)]|$)|\s+(?:in|on|at|for|from|and|but|while|as|by|last|this|next|a year|over)\b"
)
"""What may follow a number whose unit is left out."""
_ALIKE: Final = (("from", "to"), ("to", "from"), ("by", "by"))
"""Words before two numbers of one unit."""
_REACH: Final = 60
_OR_TWO: Final = re.compile(r"\b(?:an?|another) (?P<noun>[^\W\d_]+) or $", re.IGNORECASE)


class Before(NamedTuple):
    """The figure before: where it ends, and what it is of."""

    quantity: Quantity
    hedge: Span | None
    unit: str
    counted: str | None


def left_out(text: str, quantity: Quantity, unit: str, before: Before | None) -> str | None:
    """Return what the figure before counts, where this one's noun is left out or a pronoun that goes back to it.

    Within a sentence ("20 men died and another 300 were hurt"), and from one to the next where that begins with the
    number ("Six of them …"): nowhere else is it sure. "a wave of about 300" is of another noun.
    """
    if _GROUP.search(text, max(0, quantity.span.start - _FAR), quantity.span.start):
        return None
    if before is None or before.counted is None or before.unit.partition("/")[0] != unit.partition("/")[0]:
        return None
    between = text[before.quantity.span.end : quantity.span.start]
    if len(between) > _FAR or not _LEFT_OUT.match(text, quantity.span.end):
        return None
    parted = len(_PARTS.findall(between))
    opens = parted == 1 and _OPENS.search(between) is not None
    return before.counted if parted == 0 or opens else None


def unit_left_out(text: str, quantity: Quantity, before: Before | None) -> str | None:
    """Return the unit of the figure before, where a number says only the other end of a change, or a second one.

    "from 21 miles a day to 30", "to 7 percent from 5", "rose by 2 percent and fell by 1".
    """
    if before is None or before.unit == COUNT or not _BARE.match(text, quantity.span.end):
        return None
    between = text[before.quantity.span.end : quantity.span.start]
    if len(between) > _REACH or re.search(r"[.;:!?\n]", between):
        return None
    words = (
        text[max(0, before.quantity.span.start - 12) : before.quantity.span.start].split()[-1:],
        between.split()[-1:],
    )
    return before.unit if words in [([first], [second]) for first, second in _ALIKE] else None


def suspended_end(text: str, end: int) -> int:
    """Return where the noun stands that a number at its end shares with the next: "7-| or 8|-inch"; else `end`."""
    at = end
    while suspended := _SUSPENDED.match(text, at):
        at = suspended.end()
    return at


def noun_before_or(text: str, start: int) -> str | None:
    """Return what a number counts that comes after its noun: "a day or | two"."""
    found = _OR_TWO.search(text, max(0, start - _REACH), start)
    return found["noun"] if found else None

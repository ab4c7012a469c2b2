"""What a number does in its sentence: is it what is stated, or what that is measured against, a part, a condition.

Two numbers are only compared that do the same.
"""

import re
from typing import Final, Literal

from onrecord.comparing.conflicts.frames import Frame
from onrecord.lexicon import any_of, word_set

NumberRole = Literal["stated", "compared", "part", "summed", "denied", "supposed"]

# Right before the figure, but for words that only hedge it.
_HEDGE: Final = r"(?: (?:a|an|the|some|about|only|just|another|earlier|previous|original|originally|reported|than|\$))*"
_DENIED: Final = re.compile(
    rf"\b(?:not|rather than|instead of|never|and not|contrary to|\w+n't (?:exactly |just |only )?)\b{_HEDGE}$"
)
_COMPARED: Final = re.compile(
    rf"\b{any_of('vs', 'versus', 'against', 'compared (?:with|to)', 'from', 'than', 'previously', 'formerly')}{_HEDGE}$"
)
_PART_BEFORE: Final = re.compile(
    r"\b(?:including|includes?|first|last|next|final|past|the other|the remaining"
    r"|of (?:which|whom|them|these|those)|among (?:them|these|those))\b"
    rf"(?: \S+)?{_HEDGE}$"
)
_PART_AFTER: Final = re.compile(
    r"^(?:\S+ )?(?:of (?:the|its|their|his|her|those|these|them|which|whom|all|\d\S*)\b|out of\b)"
)
# What was added up over several times or places: none of them has it by itself.
_SUMMED: Final = re.compile(
    r"\b(?:so far|to date|in all|in total|a total of|altogether|combined|cumulative(?:ly)?|all told)\b"
)
_SUPPOSED: Final = word_set("if unless suppose supposing should whether")


def role_of(frame: Frame) -> NumberRole:
    """Return what the number of a frame does in its sentence, by the words that stand next to it."""
    before, after = " ".join(frame.before), " ".join(frame.after[:4])
    if _DENIED.search(before):
        return "denied"
    if _COMPARED.search(before):
        return "compared"
    if _PART_BEFORE.search(before) or _PART_AFTER.match(after):
        return "part"
    if _SUMMED.search(before) or _SUMMED.search(" ".join(frame.after)):
        return "summed"
    return "supposed" if _SUPPOSED.intersection(frame.before[:3]) else "stated"

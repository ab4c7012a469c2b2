"""Times that are not on the calendar: now, some day, once."""

import re
from typing import Final

from onrecord.lexicon import any_of
from onrecord.resolving.timex.context import Context, Reading

_UNITS: Final = r"(?:second|minute|hour|day|week|month|quarter|year|decade|season|time)s"
_PRESENT: Final = re.compile(
    any_of(
        r"(?:right |even |just )?now",
        r"current(?:ly)?|present(?:ly)?|present day|the present(?: time| day)?|the current (?:time|moment|period)",
        r"nowadays|(?:these|our) days|the here and now|contemporary|modern(?: day)?",
        r"this (?:\w+ )?(?:time|moment|point|stage)|(?:the |that very )?moment",
        r"right away|at once|immediately|already|yet|date|still",
    )
)
_COMING: Final = re.compile(rf"(?:the )?(?:coming|upcoming) ?(?:x )?(?:{_UNITS})?|(?:the )?{_UNITS} (?:ahead|to come)")
_FUTURE: Final = re.compile(
    any_of(
        r"(?:the )?(?:near |near-term |foreseeable |immediate |not too distant |distant |not so distant )?future",
        rf"(?:the )?future (?:{_UNITS}|quarter|year|date)|(?:the )?(?:near|short|long|medium) term",
        _COMING.pattern,
        r"(?:the )?(?:earliest|soonest) (?:time ?frame|date|possible)|time to time|1 (?:year|day) or 2",
        r"(?:very )?soon|sooner|shortly|eventually|thereafter|imminently|some ?day",
    )
)
_PAST: Final = re.compile(
    any_of(
        r"(?:most |more |very |as )?recently|recent|(?:more |most )?recent (?:days|times|past)|lately|of late",
        rf"(?:the )?(?:recent |distant |not too distant |near )?past|past {_UNITS}|previously|formerly|former|once",
        r"before|then|(?:the|that|this same) time|at that time|then current|those days|long ago|ago|earlier",
        r"(?:the )?old days|ancient times|earlier times|latest|most recent",
    )
)
_LATER_DATE: Final = re.compile(r"(?:1 |the |some )?later (?:date|point|stage)|possible")
_LATER: Final = re.compile(rf"later(?: on)?|{_UNITS} later")
_SOME_DAY: Final = re.compile(r"1 day")


def read_coming(words: str) -> Reading | None:
    """Read "the coming days", which is no span of time though it names one."""
    return Reading("FUTURE_REF") if _COMING.fullmatch(words) else None


def read(words: str, here: Context) -> Reading | None:
    """Read a time that the calendar does not hold: PRESENT_REF, FUTURE_REF or PAST_REF."""
    if _PRESENT.fullmatch(words):
        return Reading("PRESENT_REF")
    if _SOME_DAY.fullmatch(words) and here.type == "DATE" and here.lean == "future":
        return Reading("FUTURE_REF")
    if _LATER.fullmatch(words):
        return Reading("FUTURE_REF") if here.lean == "future" else Reading(None)
    if _FUTURE.fullmatch(words) or _LATER_DATE.fullmatch(words):
        return Reading("FUTURE_REF")
    return Reading("PAST_REF") if _PAST.fullmatch(words) else None

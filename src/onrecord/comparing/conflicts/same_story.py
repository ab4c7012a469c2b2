"""What two places of two reports have in common beside the number: names, titles, days of the calendar."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from onrecord.comparing.conflicts.frames import STOP_WORDS, Frame, words_in
from onrecord.lexicon import any_of, word_set
from onrecord.records import Page
from onrecord.sentences import COMMON

_NAME: Final = re.compile(r"(?<![\w’'])[A-Z][^\W\d_]+(?:[-’'][^\W\d_]+)*|(?:[A-Z]\.){2,}|\b[A-Z]{2,}\b")
_SENTENCE_START: Final = re.compile(r"(?:^|[.!?:;—–]\s+|[\"“‘(]\s*)$")
# Words of a title that tell what became of the item, not what it is about.
_TITLE_MARKS: Final = word_set(
    "corrected correction corrects rpt repeat refile update updated wrapup advisory urgent revised v1 v2"
)
_MONTH: Final = any_of(
    "jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?", "aug(?:ust)?",
    "sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?",
)  # fmt: skip
_WEEKDAY: Final = any_of("mon", "tues", "wednes", "thurs", "fri", "satur", "sun") + "day"
_PERIOD: Final = (
    r"(?:first|second|third|fourth|1st|2nd|3rd|4th|one|two|three|six|nine|twelve|12|last|next|previous|prior|this|current"
    r"|each|every) (?:quarter|qtr|half|month|mth|year|week|day|fiscal|fortnight|decade)s?"
)
_CALENDAR: Final = re.compile(rf"\b(?:(?:18|19|20)\d\d|{_MONTH}|{_WEEKDAY}|{_PERIOD}|today|yesterday|tomorrow)\b")


@lru_cache(maxsize=8192)
def names_in(text: str) -> frozenset[str]:
    """Return the words of a text that are written as names, folded; what only begins a sentence is none."""
    found: set[str] = set()
    for match in _NAME.finditer(text):
        word = match.group().casefold()
        if word in COMMON or (_SENTENCE_START.search(text[: match.start()]) and word in STOP_WORDS):
            continue
        found.update(words_in(match.group().removesuffix("'s").removesuffix("’s")))
    return frozenset(found)


def calendar_in(frame: Frame) -> frozenset[str]:
    """Return the years, months, weekdays and periods that the words beside a figure name."""
    return frozenset(_CALENDAR.findall(" ".join(frame.before))) | frozenset(_CALENDAR.findall(" ".join(frame.after)))


def title_likeness(a: Page, b: Page) -> float | None:
    """Return how many of the telling words of two titles are shared (Dice), 0 to 1; `None` where one has no title."""
    in_a, in_b = _title_words(a.title), _title_words(b.title)
    return dice(in_a, in_b) if in_a and in_b else None


def dice(a: Iterable[str], b: Iterable[str]) -> float:
    """Return Dice's coefficient of two sets of words, 0 where both are empty."""
    in_a, in_b = set(a), set(b)
    return 2 * len(in_a & in_b) / (len(in_a) + len(in_b)) if in_a or in_b else 0.0


def _title_words(title: str | None) -> frozenset[str]:
    words = words_in(title or "")
    return frozenset(w for w in words if w not in STOP_WORDS and w not in _TITLE_MARKS and not w[0].isdigit())

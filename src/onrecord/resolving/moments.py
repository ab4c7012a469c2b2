"""When each statement was said: by the words beside its cue, by its speaker's last statement, or with the report."""

import re
from collections.abc import Sequence
from typing import Final

from onrecord.lexicon import word_set
from onrecord.records import Attribution, Span, Time
from onrecord.resolving.answers import Answer
from onrecord.resolving.cues import is_participle
from onrecord.resolving.page import Page
from onrecord.tokens import words_of

# What the calendar holds, as against PAST_REF and spans of time.
_ON_CALENDAR: Final = re.compile(r"\d{4}(?:-|T|$)")
_DIGITS: Final = re.compile(r"\d{4}(?:-\d\d){0,2}(?![^T])")
_DAY: Final = re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?")
# "has long said", "had earlier told": at some time before the report, which is not told.
_OPEN: Final = word_set("has have had having 've been earlier previously long once repeatedly often will would plans")
# A speaker's next statement is of the same time if no more paragraphs lie between.
_CARRY: Final = 2
# A time belongs to a cue that is no more characters away.
_BESIDE: Final = 100
# A time of day farther off says when a thing was done, not when it was told.
_BESIDE_CLOCK: Final = 25
# The lead stands among so many first paragraphs: headline, date line and caption stand before it.
_LEAD: Final = 4
_NOBODY: Final[frozenset[int]] = frozenset()
_PERFECT: Final = re.compile(r"\b(?:has|have|had|having)(?:\s+\w+){0,2}\s+$")


def moments_of(
    page: Page,
    attributions: Sequence[Attribution],
    answers: Sequence[Answer],
    outer: Sequence[int | None],
    times: Sequence[Time],
) -> list[str | None]:
    """Return the TIMEX3 value of when each statement was said, None where the report leaves it open.

    `answers`, `outer`: whom each means, and which statement it is told inside. Linear in their number, and in the
    number of times of one sentence.
    """
    moments = _Moments(page, attributions, answers, outer, times)
    return [moments.of(number) for number in range(len(attributions))]


class _Moments:
    """The statements of a report, their times so far among them."""

    def __init__(
        self,
        page: Page,
        attributions: Sequence[Attribution],
        answers: Sequence[Answer],
        outer: Sequence[int | None],
        times: Sequence[Time],
    ) -> None:
        self._page, self._attributions, self._answers, self._outer = page, attributions, answers, outer
        self._by_sentence: dict[int, list[Time]] = {}
        for time in times:
            if time.type in ("DATE", "TIME") and time.value and _ON_CALENDAR.match(time.value):
                self._by_sentence.setdefault(page.sentence_of(time.span.start), []).append(time)
        published = page.document.published
        self._today = None if published is None else published[:10]
        self._headlines = [zone for zone in page.document.zones if zone.kind == "headline"]
        self._lead = self._lead_day()
        # By speakers: the paragraph of their last statement whose time is known, and that time; by none, of the last.
        self._said: dict[frozenset[int], tuple[int, str]] = {}

    def of(self, number: int) -> str | None:
        """Return when a statement was said; to be asked in the order of the text."""
        attribution = self._attributions[number]
        place = self._page.document.paragraph_number(_anchor(attribution).start)
        who = frozenset(referent.number for referent in self._answers[number].speakers)
        value = told = self._beside(number)
        if value is None and not self._is_open(attribution):
            value = self._carried(number, who, place)
            if value is None and self._outer[number] is None:
                value = told = self._default(attribution)
        # What is carried on does not carry further: one day of long ago would date a whole speech.
        if told is not None:
            self._said[who] = self._said[_NOBODY] = place, told
        return value

    def _beside(self, number: int) -> str | None:
        """The time nearest to the cue in its sentence that belongs to no statement's content there."""
        attribution = self._attributions[number]
        anchor = _anchor(attribution)
        near = self._by_sentence.get(self._page.sentence_of(anchor.start), [])
        free = [time for time in near if _gap(time.span, anchor) <= (_BESIDE_CLOCK if time.type == "TIME" else _BESIDE)]
        free = [time for time in free if not self._within_other(time.span, anchor, number)]
        # Where nothing but the content is there, a day in it is what is spoken of, not when.
        free = [time for time in free if not _holds(anchor, time.span)]
        told = [time.value for time in sorted(free, key=lambda time: _gap(time.span, anchor)) if time.value]
        return next((value for value in told if not _is_after(value, self._today)), None)

    def _within_other(self, span: Span, anchor: Span, number: int) -> bool:
        """Whether an expression stands in this statement's content, or in that of one in whose words this is not."""
        for k in range(max(0, number - 3), min(len(self._attributions), number + 4)):
            for content in self._attributions[k].content:
                if _holds(content, span) and not _holds(content, anchor):
                    return True
        return False

    def _carried(self, number: int, who: frozenset[int], place: int) -> str | None:
        """The time of the speakers' last statement, if it is near; who is a pronoun goes on from the last of all."""
        goes_on = self._answers[number].how in ("pronoun", "carried") or _adds(self._attributions[number].cue)
        said = self._said.get(who) if who else None
        if said is None and goes_on:
            said = self._said.get(_NOBODY)
        return None if said is None or place - said[0] > _CARRY else said[1]

    def _is_open(self, attribution: Attribution) -> bool:
        """Whether the cue tells of another time than the report's, and not of which: "has long said", "had told"."""
        cue = attribution.cue
        if cue is None:
            return False
        if any(word in _OPEN for word in words_of(cue.text.casefold())):
            return True
        return _PERFECT.search(self._page.text[max(0, cue.start - 30) : cue.start].casefold()) is not None

    def _default(self, attribution: Attribution) -> str | None:
        """The day of the report; of a headline the day of the event, where the first paragraph has it."""
        if self._lead is not None and self._in_headline(_anchor(attribution).start):
            return self._lead
        if self._lead is not None and self._lead != self._today:
            return None
        return self._today if attribution.source is not None or attribution.carried else None

    def _is_told(self, span: Span) -> bool:
        """Whether an expression stands in what somebody says."""
        return any(_holds(content, span) for one in self._attributions for content in one.content)

    def _in_headline(self, offset: int) -> bool:
        return any(zone.start <= offset < zone.end for zone in self._headlines)

    def _lead_day(self) -> str | None:
        """The first day that the report's first paragraphs tell of themselves; a line that is only a date is none."""
        for sentence in sorted(self._by_sentence):
            for time in self._by_sentence[sentence]:
                found = _DAY.fullmatch(time.value or "")
                number = self._page.document.paragraph_number(time.span.start)
                if number > _LEAD or found is None:
                    return None
                if not self._page.is_silent(time.span.start) and not self._is_told(time.span):
                    return found[1]
        return None


def _anchor(attribution: Attribution) -> Span:
    return attribution.cue or attribution.source or attribution.content[0]


def _adds(cue: Span | None) -> bool:
    """Whether a cue goes on from the statement before it: ", adding that"."""
    return cue is not None and is_participle(cue) and not cue.text.casefold().startswith("according")


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _is_after(value: str, today: str | None) -> bool:
    """Whether a time lies after publication; of weeks, quarters and seasons only the year is compared."""
    if today is None:
        return False
    digits = _DIGITS.match(value)
    length = len(digits.group()) if digits else 4
    return value[:length] > today[:length]


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)

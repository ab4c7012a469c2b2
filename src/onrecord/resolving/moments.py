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
_DAY: Final = re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?")
# "has long said", "had earlier told": at some time before the report, which is not told.
_OPEN: Final = word_set("has have had having 've been earlier previously long once repeatedly often will would plans")
# A speaker's next statement is of the same time if no more paragraphs lie between.
_CARRY: Final = 2


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
        self._lead = self._lead_day()
        self._said: dict[frozenset[int], tuple[int, str]] = {}
        """By speakers: the paragraph of their last statement whose time is known, and that time."""

    def of(self, number: int) -> str | None:
        """Return when a statement was said; to be asked in the order of the text."""
        attribution = self._attributions[number]
        place = self._page.document.paragraph_number(_anchor(attribution).start)
        who = frozenset(referent.number for referent in self._answers[number].speakers)
        value = self._beside(number) or self._carried(attribution, who, place)
        if value is None and not _is_open(attribution) and self._outer[number] is None:
            value = self._default(attribution)
        if value is not None and who:
            self._said[who] = place, value
        return value

    def _beside(self, number: int) -> str | None:
        """The time nearest to the cue in its sentence that belongs to no statement's content there."""
        attribution = self._attributions[number]
        anchor = _anchor(attribution)
        near = self._by_sentence.get(self._page.sentence_of(anchor.start), [])
        free = [time for time in near if not self._within_other(time.span, anchor, number)]
        told = [time.value for time in sorted(free, key=lambda time: _gap(time.span, anchor)) if time.value]
        return next((value for value in told if self._today is None or value[:10] <= self._today), None)

    def _within_other(self, span: Span, anchor: Span, number: int) -> bool:
        """Whether an expression stands in this statement's content, or in that of one in whose words this is not."""
        for k in range(max(0, number - 3), min(len(self._attributions), number + 4)):
            for content in self._attributions[k].content:
                if _holds(content, span) and not _holds(content, anchor):
                    return True
        return False

    def _carried(self, attribution: Attribution, who: frozenset[int], place: int) -> str | None:
        said = self._said.get(who)
        if said is None or place - said[0] > _CARRY or (_is_open(attribution) and not is_participle(attribution.cue)):
            return None
        return said[1]

    def _default(self, attribution: Attribution) -> str | None:
        """The day of the report; of a headline the day of the event, where the first paragraph has it."""
        if self._page.in_heading(_anchor(attribution).start) and self._lead is not None:
            return self._lead
        if self._lead is not None and self._lead != self._today:
            return None
        return self._today if attribution.source is not None or attribution.carried else None

    def _lead_day(self) -> str | None:
        """The first day that the report's first paragraphs tell of; a line that is nothing but a date is none."""
        for sentence in sorted(self._by_sentence):
            for time in self._by_sentence[sentence]:
                found = _DAY.fullmatch(time.value or "")
                number = self._page.document.paragraph_number(time.span.start)
                start, end = self._page.document.paragraphs()[number - 1]
                if number > _LEAD or found is None:
                    return None
                if end - start > 2 * (time.span.end - time.span.start):
                    return found[1]
        return None


_LEAD: Final = 4
"""The lead stands among so many first paragraphs: headline, date line and caption stand before it."""


def _anchor(attribution: Attribution) -> Span:
    return attribution.cue or attribution.source or attribution.content[0]


def _is_open(attribution: Attribution) -> bool:
    """Whether the cue tells of another time than the report's, and not of which."""
    words = () if attribution.cue is None else words_of(attribution.cue.text.casefold())
    return any(word in _OPEN for word in words)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)

"""When an event took place: by the time expression that dates its word in its clause.

What stands beside a verb of saying tells when it was said, not when the thing was done; no other event may stand
between an event and its time. Where nothing is so near, nothing is known.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.records import Attribution, Span, Time, Trigger
from onrecord.resolving.surroundings import clause_around, sentence_around

_OTHER_CLAUSE: Final = re.compile(
    r"\b(?:who|which|that|whether|if|said|says|told|after|before|where|when|while|since|because|as|until|of)\b"
    r"|, \w+ing\b"
)
_BEFORE: Final = 24  # characters in which a preposition stands
_DATING: Final = re.compile(r"\b(?:in|on|by|during|at|since|over|from|for)(?:\s+(?:the|late|early|mid))*\s+$", re.I)
_COUNTED_FROM: Final = re.compile(r"\b(?:before|until|till|than|of|to)(?:\s+the)?\s+$|-$", re.I)
_YEAR_OR_MONTH: Final = re.compile(
    r"(?:19|20)\d\d|(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_SPAN: Final = re.compile(r"(?:the )?(?:last|past|previous|recent|next|coming)\b", re.I)
_OPENING: Final = re.compile(r"(?:(?:on|in|at|late|early|but|and|then)\s+)*", re.I)
_ATTRIBUTE: Final = re.compile(r"(?:['’]s)?(?:[ -][\w.’'-]+){0,3} ")
"""Between a year or a day that stands before a noun and the noun that it dates: "the 2012 terror attack"."""
_BESIDE: Final = 4  # characters between a cue and the time of what is said


@dataclass(frozen=True, slots=True)
class EventTimes:
    """What of a report tells when its events took place, all in order of the text.

    `sentences` and `triggers` are the offsets at which sentences and the words of events begin; `times` are those with
    a value, `said` the cues of statements, each with the time of its statement.
    """

    text: str = ""
    sentences: Sequence[int] = ()
    times: Sequence[Time] = ()
    said: Sequence[tuple[Span, str | None]] = ()
    triggers: Sequence[int] = ()

    def when(self, trigger: Trigger) -> str | None:
        """Return the TIMEX3 value of when an event took place; `None` where nothing in its clause tells.

        Of an event whose word is the cue of a statement that is the statement's time, where its sentence has it.
        """
        word = trigger.span
        start, end = sentence_around(self.sentences, self.text, word)
        times = self.times[
            bisect_left(self.times, start, key=_time_start) : bisect_left(self.times, end, key=_time_start)
        ]
        cues = self.said[bisect_left(self.said, start, key=_cue_start) : bisect_left(self.said, end, key=_cue_start)]
        for cue, told in cues:
            if cue.start < word.end and word.start < cue.end:
                return told if any(time.value == told for time in times) else None
        first, last = clause_around(self.text, word, start, end)
        behind = next((time for time in times if time.span.start >= word.end), None)
        ahead = next((time for time in reversed(times) if time.span.end <= word.start), None)
        dating = [behind] if behind and behind.span.end <= last and self._dates_back(word, behind) else []
        dating += [ahead] if ahead and ahead.span.start >= first and self._dates_on(word, ahead) else []
        dating += [time for time in times[:1] if self._opens(word, time, start)]
        return next((time.value for time in dating if not _tells_of_saying(time.span, word, cues)), None)

    def _dates_back(self, word: Span, time: Time) -> bool:
        """Whether a time dates the event's word before it."""
        led = self._led(time)
        if not _is_point(time) or _OTHER_CLAUSE.search(self.text, word.end, led.start() if led else time.span.start):
            return False
        return not (self._parted(word.end, time.span.start) or self._is_attribute(time) or self._is_counted_from(time))

    def _dates_on(self, word: Span, time: Time) -> bool:
        """Whether a time dates the event's word behind it."""
        if not _is_point(time) or self._parted(time.span.end, word.start) or self._is_counted_from(time):
            return False
        if self._is_attribute(time):
            return _ATTRIBUTE.fullmatch(self.text, time.span.end, word.start) is not None
        return _OTHER_CLAUSE.search(self.text, time.span.end, word.start) is None

    def _opens(self, word: Span, time: Time, start: int) -> bool:
        """Whether a time opens the sentence, so that it dates the first thing done there: "On Friday, Orl, who …"."""
        opening = _OPENING.fullmatch(self.text, start, time.span.start) is not None
        followed = time.span.end <= word.start and self.text.startswith(",", time.span.end)
        return opening and followed and _is_point(time) and not self._parted(time.span.end, word.start)

    def _is_attribute(self, time: Time) -> bool:
        """Whether a time is part of a noun phrase that it stands before: "the 2012 attack", "Friday's talks"."""
        if self.text.startswith(("'s", "’s"), time.span.end) or time.span.text.endswith(("'s", "’s")):
            return True
        led = self._led(time)
        bare = led is not None and "the" not in led[0].casefold().split()
        return not bare and _YEAR_OR_MONTH.fullmatch(time.span.text) is not None

    def _led(self, time: Time) -> re.Match[str] | None:
        """The preposition right before a time."""
        return _DATING.search(self.text, max(0, time.span.start - _BEFORE), time.span.start)

    def _is_counted_from(self, time: Time) -> bool:
        return _COUNTED_FROM.search(self.text, max(0, time.span.start - _BEFORE), time.span.start) is not None

    def _parted(self, start: int, end: int) -> bool:
        """Whether another event's word begins in [start, end)."""
        return bisect_left(self.triggers, start) < bisect_left(self.triggers, end)


def event_times(
    text: str,
    sentences: Sequence[int],
    times: Iterable[Time],
    said: Iterable[tuple[Attribution, str | None]],
    triggers: Iterable[Trigger],
) -> EventTimes:
    """Return what tells when a text's events took place; `said` are its attributions with when each was said."""
    valued = sorted((time for time in times if time.value is not None), key=_time_start)
    cues = sorted(((one.cue, when) for one, when in said if one.cue is not None), key=_cue_start)
    return EventTimes(text, sentences, valued, cues, sorted({trigger.span.start for trigger in triggers}))


def _is_point(time: Time) -> bool:
    """Whether a time is one of the calendar, or a span that is counted from now ("the last five years")."""
    return time.type in ("DATE", "TIME") or (time.type == "DURATION" and _SPAN.match(time.span.text) is not None)


def _tells_of_saying(time: Span, word: Span, cues: Sequence[tuple[Span, str | None]]) -> bool:
    """Whether a time stands beside a verb of saying ("said on Thursday"), or on the other side of one than the word."""
    beside = any(0 <= time.start - cue.end <= _BESIDE or 0 <= cue.start - time.end <= 1 for cue, _ in cues)
    first, last = min(time.end, word.end), max(time.start, word.start)
    return beside or any(first <= cue.start and cue.end <= last for cue, _ in cues)


def _time_start(time: Time) -> int:
    return time.span.start


def _cue_start(said: tuple[Span, str | None]) -> int:
    return said[0].start

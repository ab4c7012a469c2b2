"""Who promises: the subject of a clause that promises, where it is known to speak for itself."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.comparing.positions.authorship import Casts, authors_of, is_own_word
from onrecord.comparing.positions.commissives import Wording, is_idle, verb_after
from onrecord.comparing.positions.mentions import BETWEEN, Mentions
from onrecord.folding import fold
from onrecord.lexicon import word_set
from onrecord.records import Entity, Record, Statement

_ASKERS: Final = word_set("reporters reporter journalists press q question")
# What is told of somebody else's will in these words is his, and not yet his word.
_PRIVATE: Final = frozenset({"intention", "offer", "decision"})
_FIRST_PERSON: Final = re.compile(rf"\b(?P<who>I|we|We|WE)\b(?:,[^,;]{{1,120}},)?{BETWEEN}$")
# "what we will do": what is spoken of, not promised; "I can say that we will".
_RELATED: Final = re.compile(
    r"\b(?:what|whatever|where|how|why|when|if|whether|that|things?|everything|all|until|as|than|more|much|many)\s+$",
    re.IGNORECASE,
)
_SAID: Final = re.compile(r"\b(?:say|said|says|tell|told|\w+ed|sure|clear|mean|means)\s+that\s+$", re.IGNORECASE)
_SIDES: Final = re.compile(
    r"\b(?P<sides>(?P<whose>both|our|the)\s+(?:two\s+|three\s+|four\s+)?(?:sides|leaders|presidents|prime\s+ministers"
    rf"|ministers|countries|nations|governments|parties))\b{BETWEEN}$",
    re.IGNORECASE,
)
# "The Secretary shall report" orders; "we shall" promises.
_ORDERED: Final = re.compile(r"\bshall\b", re.IGNORECASE)
# So far before its verb a subject begins.
_LOOKED_BACK: Final = 240
# What holds a place begins among so many before it.
_NEAR: Final = 64


@dataclass(frozen=True, slots=True)
class Promiser:
    """Who promises, as far as known, and the statement whose words the promise is, if it is one's."""

    by: tuple[Entity, ...]
    statement: Statement | None


@dataclass(frozen=True, slots=True)
class _Subject:
    """Whom a subject names, and whether it is the first person."""

    first: bool
    who: tuple[Entity, ...]


class Promisers:
    """Who promises what in one document."""

    def __init__(self, record: Record) -> None:
        self._text = record.document.text
        self._entities = {one.id: one for one in record.entities}
        self._mentions, self._casts = Mentions(record), Casts(record)
        self._own, self._we = is_own_word(record), authors_of(record, self._mentions)
        cues = ((one.cue.start, one.cue.end, one) for one in record.statements if one.cue is not None)
        told = ((span.start, span.end, one) for one in record.statements for span in one.content)
        self._cues, self._told = _Places(cues), _Places(told)

    def of(self, words: Wording, sentence: tuple[int, int]) -> Promiser | None:
        """Return who promises with these words of a sentence; None where they promise nothing of the kind."""
        sourced, around = self._cues.touching(words), self._told.holding(words)
        if around is not None and (around.act == "ask" or self._asks(around)):
            return None
        subject = self._subject(words, sentence)
        first = subject is not None and subject.first
        if self._is_private(words, sourced) and not first:
            return None
        if subject is None:
            is_told = words.explicit and sourced is not None and (sourced.speakers or sourced.source)
            return self._source(sourced) if sourced is not None and is_told else None
        if words.form == "will" and not first and _ORDERED.search(self._text[words.start : words.verb_end]):
            return None
        if words.form == "will" and is_idle(verb_after(self._text, words), named=not first):
            return None
        if first:
            return self._in_first_person(around, sourced, subject.who)
        return self._in_third_person(words, around, sourced, subject.who)

    def _in_first_person(
        self, around: Statement | None, sourced: Statement | None, who: tuple[Entity, ...]
    ) -> Promiser:
        if around is not None and (around.type == "direct" or not self._we):
            return Promiser(self._casts.named(self._speakers(around) or who), around)
        speakers = self._we or (who if sourced is None else self._speakers(sourced) or who)
        return Promiser(self._casts.named(speakers), sourced or around)

    def _in_third_person(
        self, words: Wording, around: Statement | None, sourced: Statement | None, who: tuple[Entity, ...]
    ) -> Promiser | None:
        if sourced is not None and words.explicit:
            # Of "A and B remain committed" the reader may have one: the subject names both.
            return (
                Promiser(self._casts.named(who), sourced) if self._joined(sourced, who) else self._source(sourced, who)
            )
        if around is not None:
            return Promiser(self._casts.named(who), around) if self._for_itself(around, who) else None
        promises = words.explicit and words.form not in _PRIVATE
        return Promiser(self._casts.named(who), None) if promises or self._own else None

    def _source(self, sourced: Statement, otherwise: tuple[Entity, ...] = ()) -> Promiser:
        return Promiser(self._casts.named(self._speakers(sourced) or otherwise), sourced)

    def _joined(self, sourced: Statement, who: Sequence[Entity]) -> bool:
        """Whether the subject names whom the statement has as its speakers, and others."""
        speakers = self._speakers(sourced)
        return bool(speakers) and len(who) > len(speakers) and set(speakers) <= set(who)

    def _is_private(self, words: Wording, sourced: Statement | None) -> bool:
        """Whether a report tells of a will that nobody is said to have uttered."""
        held = sourced is not None and sourced.kind == "held"
        return words.form in _PRIVATE and held and not self._own

    def _asks(self, statement: Statement) -> bool:
        """Whether it is a question that is put to whoever speaks, as a transcript has it."""
        who = self._speakers(statement)
        return bool(who) and all(one.kind == "group" and fold(one.name) in _ASKERS for one in who)

    def _speakers(self, statement: Statement) -> tuple[Entity, ...]:
        return tuple(self._entities[one] for one in statement.speakers)

    def _subject(self, words: Wording, sentence: tuple[int, int]) -> _Subject | None:
        begin = max(sentence[0], words.start - _LOOKED_BACK)
        before = self._text[begin : words.start]
        first = _FIRST_PERSON.search(before)
        if first is None:
            named = self._mentions.subject_before(words.start, sentence[0])
            return self._collective(before) or (_Subject(False, named) if named else None)
        lead = before[: first.start("who")]
        if _RELATED.search(lead) and not _SAID.search(lead):
            return None
        start, end = first.span("who")
        return _Subject(True, self._mentions.at(begin + start, begin + end))

    def _collective(self, before: str) -> _Subject | None:
        """Both sides, our countries: parties that are told by how many they are, or whose."""
        match = _SIDES.search(before)
        if match is None:
            return None
        ours = match["whose"].casefold() == "our"
        return _Subject(ours, self._we if ours else self._casts.together(match["sides"]))

    def _for_itself(self, statement: Statement, who: Sequence[Entity]) -> bool:
        """Whether those who are named in what was said are the speakers, or whom one of these speaks for."""
        speakers = self._speakers(statement)
        names = {fold(one.name) for one in speakers}
        sides = {fold(role.of) for one in speakers for role in one.roles if role.of}
        ours = [fold(one.name) in names | sides or not sides.isdisjoint(_sides_of(one)) for one in who]
        return all(ours) or any(fold(one.name) in names for one in who)


class _Places:
    """Statements by where their cues, or their contents, stand."""

    def __init__(self, placed: Iterator[tuple[int, int, Statement]]) -> None:
        self._sorted = sorted(placed, key=lambda one: one[:2])
        self._starts = [start for start, _, _ in self._sorted]

    def touching(self, words: Wording) -> Statement | None:
        """Return the first that shares a character with the words that promise."""
        found = [one for start, end, one in self._before(words.verb_end) if words.start < end]
        return found[-1] if found else None

    def holding(self, words: Wording) -> Statement | None:
        """Return the smallest that holds the words that promise."""
        held = [
            (end - start, number, one)
            for number, (start, end, one) in enumerate(self._before(words.start + 1))
            if words.verb_end <= end
        ]
        return min(held, key=lambda one: one[:2])[2] if held else None

    def _before(self, offset: int) -> Iterator[tuple[int, int, Statement]]:
        """Yield the few that begin before `offset`, the last first."""
        last = bisect_right(self._starts, offset - 1)
        return (self._sorted[number] for number in range(last - 1, max(-1, last - 1 - _NEAR), -1))


def _sides_of(one: Entity) -> set[str]:
    return {fold(role.of) for role in one.roles if role.of}

"""Many reports out of a few real ones: other names, numbers, words and days in the same places.

Every word is replaced by one of its own length, so that spans stay where they are: each name by a made-up one, each
number by another, and most of the other words by words about as frequent. What is replaced, and by what, is decided by
the word and the number of the substitution, so that a name stays one name. The keys of names, figures and near copies
vary with the words, as they do among real reports.
"""

import random
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import accumulate
from typing import Final

from onrecord.records import Entity, Figure, Record, Role, Span, Statement, document_id

_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
# Of the words that are no names, the share that is replaced: few runs of five words stay as they were.
_SHARE: Final = 0.6
_DAYS: Final = 8000
_ISO: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_CONSONANTS, _VOWELS = "bcdfghjklmnprstvwz", "aeiou"


class Words:
    """The words of some records by their length, drawn as often as they occur, and those that are parts of names."""

    def __init__(self, records: Iterable[Record]) -> None:
        counts: Counter[str] = Counter()
        names: set[str] = set()
        for record in records:
            counts.update(word for word in _WORD.findall(record.document.text) if word.islower())
            said = (name for entity in record.entities for name in (entity.name, *entity.aliases))
            names.update(word.casefold() for name in said for word in _WORD.findall(name) if word[0].isupper())
        self.names: Final = frozenset(names)
        by_length: dict[int, list[str]] = defaultdict(list)
        for word in sorted(counts):
            by_length[len(word)].append(word)
        self._words = dict(by_length)
        self._sums = {size: list(accumulate(counts[word] for word in words)) for size, words in by_length.items()}

    def like(self, word: str, chance: random.Random) -> str:
        """Return a word of the same length; the word itself where there is none."""
        sums = self._sums.get(len(word))
        return word if sums is None else self._words[len(word)][bisect_right(sums, chance.randrange(sums[-1]))]


class Substitution:
    """One way to replace words; the same number replaces the same word by the same.

    Parts of names are replaced by the number `cast`, if one is given: reports of one cast speak of the same people.
    """

    def __init__(self, words: Words, number: int, cast: int | None = None) -> None:
        self._words, self.number = words, number
        self._cast = number if cast is None else cast
        self._known: dict[str, str] = {}
        self.shift: Final = timedelta(days=random.Random(number).randrange(_DAYS))

    def text(self, text: str) -> str:
        """Return a text of the same length with its words replaced."""
        return _WORD.sub(lambda match: self._word(match.group()), text)

    def maybe(self, text: str | None) -> str | None:
        """Return the text with its words replaced, if there is one."""
        return None if text is None else self.text(text)

    def moment(self, value: str | None) -> str | None:
        """Return a TIMEX3 value or an ISO 8601 date with its day, if it has one, so much later."""
        if value is None or (match := _ISO.match(value)) is None:
            return value
        try:
            return (date.fromisoformat(match.group()) + self.shift).isoformat() + value[match.end() :]
        except (ValueError, OverflowError):
            return value

    def _word(self, word: str) -> str:
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._replaced(word)
        return found

    def _replaced(self, word: str) -> str:
        folded = word.casefold()
        chance = random.Random(f"{self.number} {folded}")
        if word[0].isdigit():
            return word[0] + "".join(chance.choice("0123456789") for _ in word[1:])
        if folded in self._words.names:
            chance = random.Random(f"{self._cast} {folded}")
            return _as_written(
                word, "".join(chance.choice(_VOWELS if i % 2 else _CONSONANTS) for i in range(len(word)))
            )
        return _as_written(word, self._words.like(folded, chance)) if chance.random() < _SHARE else word


def varied(record: Record, words: Words, number: int, cast: int | None = None) -> Record:
    """Return a record of other words with the same spans, at an address and of a day of its own.

    With a `cast`, its names are those of every other record that is varied with the same one.
    """
    other = Substitution(words, number, cast)
    text = f"{other.text(record.document.text)}\n\nReport {number}.\n"

    def cut(span: Span) -> Span:
        return Span.cut(text, span.start, span.end)

    document = replace(
        record.document,
        id=document_id(text),
        text=text,
        url=f"varied/{number}.txt",
        title=other.maybe(record.document.title),
        published=(date(2004, 1, 1) + other.shift).isoformat(),
    )
    return Record(
        document,
        tuple(_entity(one, other, text) for one in record.entities),
        tuple(_statement(one, other, text) for one in record.statements),
        tuple(_figure(one, other, text) for one in record.figures),
        tuple(replace(one, span=cut(one.span), value=other.moment(one.value)) for one in record.times),
        tuple(replace(one, trigger=cut(one.trigger), time=other.moment(one.time)) for one in record.events),
    )


def _entity(one: Entity, other: Substitution, text: str) -> Entity:
    return replace(
        one,
        name=other.text(one.name),
        aliases=tuple(map(other.text, one.aliases)),
        roles=tuple(Role(role.title, other.maybe(role.of)) for role in one.roles),
        mentions=tuple(Span.cut(text, span.start, span.end) for span in one.mentions),
    )


def _statement(one: Statement, other: Substitution, text: str) -> Statement:
    def cut(span: Span | None) -> Span | None:
        return None if span is None else Span.cut(text, span.start, span.end)

    return replace(
        one,
        source=cut(one.source),
        cue=cut(one.cue),
        content=tuple(Span.cut(text, span.start, span.end) for span in one.content),
        condition=cut(one.condition),
        time=other.moment(one.time),
    )


def _figure(one: Figure, other: Substitution, text: str) -> Figure:
    factor = 1 + other.number % 50

    def times(value: float | None) -> float | None:
        return None if value is None else value * factor

    return replace(
        one,
        span=Span.cut(text, one.span.start, one.span.end),
        value=times(one.value),
        low=times(one.low),
        high=times(one.high),
        counted=other.maybe(one.counted),
        where=other.maybe(one.where),
        as_of=other.moment(one.as_of),
    )


def _as_written(word: str, other: str) -> str:
    if word.islower():
        return other
    return other.upper() if word.isupper() and len(word) > 1 else other.capitalize()

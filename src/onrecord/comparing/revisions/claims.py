"""What of a record is claimed where: figures, times and names at their places, and what two of them have in common.

The words of the text go before the reader's records: a number that nobody read as a figure is one here, so that no
change of a number is lost, and what reads alike claims the same, however it was read.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from onrecord.comparing.revisions.wording import NUMERALS, Wording
from onrecord.folding import fold
from onrecord.lexicon import word_set
from onrecord.records import Entity, Figure, Layer, Record, Ref, Span, Time, record_id

Of = Literal["statement", "figure", "attribution", "name", "time", "wording"]

# Titles are no part of a name: "President Corrant" and "Corrant" name one person.
_TITLES: Final = word_set(
    """
    mr mrs ms mx dr sir dame lord lady president vice prime minister secretary deputy chancellor premier king queen
    prince princess general admiral colonel captain senator representative governor mayor ambassador judge justice
    chairman chairwoman chair director chief the of and for
    """
)
_MONTHS: Final = word_set(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday
    """
)
_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d")
_SCALED: Final = re.compile(r"[\d.,]*\d(?:k|m|mn|b|bn|tn)")
_GROUPS: Final = word_set("the these those all any both other its their his her our your every")
_SIGNS: Final = frozenset("$£€¥₩₽")
_TIMES: Final = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SCALE_IN_UNIT: Final = re.compile(r"\b(?:mln|bln|trln|million|billion|trillion)\b ?")
_ENDS: Final = frozenset(".,;:!?()[]")
# A pronoun, an ordinal, a part of a year: numbers in form only, where nobody read a figure.
_NO_COUNTS: Final = frozenset(("1", "third", "quarter"))
_SCALES: Final = word_set("hundred thousand million billion trillion percent dozen m b bn k")


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure, a time or a name at its place; `says` is what is compared, as far as the reader knows it."""

    of: Of
    span: Span
    says: object
    record: str

    @property
    def parts(self) -> frozenset[str]:
        """Of a name, its words without titles."""
        return _name_words(self.span.text)


class Claims:
    """A record with its words, and what it claims where."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.wording = Wording(record.document.text)

    @cached_property
    def all(self) -> Sequence[Claim]:
        """Every figure, time and name, in order; numbers that were read as nothing are among them."""
        return tuple(sorted([*self.read, *self._unread()], key=_place))

    @cached_property
    def read(self) -> Sequence[Claim]:
        """Every figure, time and name that was read, in order."""
        found = [*map(self._figure, self.record.figures), *map(_time, self.record.times), *self._names()]
        return tuple(sorted(found, key=_place))

    def touching(self, first: int, last: int) -> list[Claim]:
        """Return the claims that share a word with a range of words."""
        return list(self._among(self.all, first, last))

    def read_in(self, first: int, last: int) -> list[Claim]:
        """Return the claims that were read and share a word with a range of words."""
        return list(self._among(self.read, first, last))

    def _among(self, claims: Sequence[Claim], first: int, last: int) -> Iterator[Claim]:
        if first < last:
            start, end = self.wording.words[first].start, self.wording.words[last - 1].end
            yield from (claim for claim in claims if claim.span.start < end and start < claim.span.end)

    def words_of(self, span: Span) -> tuple[str, ...]:
        """Return the words of a stretch of the text, as they are compared."""
        return tuple(self.wording.keys[slice(*self.wording.within(span.start, span.end))])

    def ref(self, span: Span, record: str | None = None) -> Ref:
        """Return where a stretch of the text is to be found; without a record, the id of wording at that place."""
        document = self.record.document
        return Ref(document.id, document.url, record or self.made_id("wording", span), span)

    def made_id(self, layer: Layer, span: Span) -> str:
        """Return the id that a record of a layer has, or would have, at this place alone."""
        return record_id(self.record.document.id, layer, [(span.start, span.end)])

    def named(self) -> frozenset[str]:
        """Return every name of the document, as `says` has it, and each of its parts."""
        return frozenset(word for claim in self.all if claim.of == "name" for word in claim.parts)

    def _figure(self, figure: Figure) -> Claim:
        """A figure as a claim; a scale behind it that was left out of it is a part of its number."""
        last = self.wording.within(figure.span.start, figure.span.end)[1]
        if last == 0 or last >= len(self.wording.words) or self.wording.keys[last] not in _SCALES:
            return _figure(figure)
        end = self.wording.words[last].end
        if any(mark in _ENDS for mark in self.record.document.text[figure.span.end : end]):
            return _figure(figure)
        return Claim("figure", Span.cut(self.record.document.text, figure.span.start, end), None, figure.id)

    def _names(self) -> Iterator[Claim]:
        for entity in self.record.entities:
            if entity.kind != "group":
                yield from (_name(entity, span) for span in entity.mentions if _is_name(span.text))

    def _unread(self) -> Iterator[Claim]:
        """Yield the numbers that stand in no figure and in no time; of a year or a day, as a time."""
        taken = [(claim.span.start, claim.span.end) for claim in self.read if claim.of in ("figure", "time")]
        covered = {i for extent in taken for i in range(*self.wording.within(*extent))}
        at = 0
        while at < len(self.wording.words):
            last = self._number(at)
            if last > at and not covered.intersection(range(at, last)):
                yield self._made(at, last)
            at = max(at + 1, last)

    def _number(self, at: int) -> int:
        """Where a number that begins with a word ends: with its currency before it, its scale behind it."""
        words = self.wording.words
        last = at + (words[at].key in _SIGNS)
        if last >= len(words) or words[at].end < words[last].start - 1 or not self._counts(last):
            return at
        while last + 1 < len(words) and words[last + 1].key in _SCALES:
            last += 1
        return last + 1

    def _counts(self, word: int) -> bool:
        """Whether a word is a number that can be counted with, and not the size of a group ("the three nations")."""
        key, spelled = self.wording.keys[word], self.wording.spelled(word)
        if (key[-1:].isdigit() or _SCALED.fullmatch(key)) and not spelled:
            return True
        grouped = word > 0 and self.wording.keys[word - 1] in _GROUPS
        return (key in NUMERALS or key.isdigit()) and key not in _NO_COUNTS and not grouped

    def _made(self, first: int, last: int) -> Claim:
        span = self.wording.span(first, last)
        keys = tuple(self.wording.keys[first:last])
        dated = bool(_YEAR.fullmatch(keys[0])) or (first > 0 and self.wording.keys[first - 1] in _MONTHS)
        if dated:
            return Claim("time", span, None, self.made_id("time", span))
        return Claim("figure", span, _read_number(keys), self.made_id("figure", span))


def same_claim(one: Claim, other: Claim, ours: Claims, theirs: Claims) -> bool:
    """Whether two claims of one kind say the same: in the same words, or by what was read of them."""
    if ours.words_of(one.span) == theirs.words_of(other.span):
        return True
    if one.of == "name":
        return one.says == other.says or one.parts <= other.parts or other.parts <= one.parts
    if one.of == "figure":
        return _same_number(one, other) and not _mark_moved(ours.words_of(one.span), theirs.words_of(other.span))
    return one.says is not None and one.says == other.says


def _read_number(keys: Sequence[str]) -> object:
    """What a number that nobody read says, as a figure does: a count in digits, with its scale; else nothing."""
    digits, *scales = keys
    if not digits.replace(".", "", 1).isdigit() or not all(scale in _TIMES for scale in scales):
        return None
    value = float(digits) * math.prod(_TIMES[scale] for scale in scales)
    return (value, value, value, "exact", "count")


def _same_number(one: Claim, other: Claim) -> bool:
    """Whether two figures were read as one number in one unit; a bare count may leave its unit to the words around."""
    if not isinstance(one.says, tuple) or not isinstance(other.says, tuple):
        return False
    *numbers, unit = one.says
    *others, its = other.says
    return numbers == others and (unit == its or "count" in (unit, its))


def _mark_moved(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two numbers have the same digits and another mark among them: "7,35" and "7.35" are not one number."""
    before, after = ([key for key in keys if key[:1].isdigit()] for keys in (one, other))
    return before != after and [_bare(key) for key in before] == [_bare(key) for key in after]


def _bare(key: str) -> str:
    return "".join(filter(str.isdigit, key))


def _place(claim: Claim) -> tuple[int, int]:
    return claim.span.start, -claim.span.end


def _figure(figure: Figure) -> Claim:
    known = figure.bound is not None and not figure.value == figure.low == figure.high is None
    unit = _SCALE_IN_UNIT.sub("", figure.unit or "") or "count"
    says = (figure.value, figure.low, figure.high, figure.bound, unit) if known else None
    return Claim("figure", figure.span, says, figure.id)


def _time(time: Time) -> Claim:
    return Claim("time", time.span, time.value, time.id)


def _name(entity: Entity, span: Span) -> Claim:
    return Claim("name", span, entity.name, entity.id)


def _is_name(text: str) -> bool:
    """Whether a mention names: a capital in it that is no title's, and no pronoun."""
    return bool(_name_words(text))


def _name_words(text: str) -> frozenset[str]:
    capital = (word for word in text.split() if any(map(str.isupper, word)))
    return frozenset(part for word in capital for part in fold(word).split()) - _TITLES - {"s"}

"""Quotation marks of a text, asked by place: spans that take their marks along, the type of a statement."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.finding.spans import Extent
from onrecord.quotation import Quotation, quotations
from onrecord.records import StatementType

_HAS_WORD = re.compile(r"[^\W_]").search


@dataclass(frozen=True, slots=True)
class Marks:
    """The quotations of a text, in order."""

    text: str
    all: tuple[Quotation, ...]

    @classmethod
    def of(cls, text: str) -> "Marks":
        """Find the quotations of `text`."""
        return cls(text, quotations(text))

    def within(self, start: int, end: int) -> Sequence[Quotation]:
        """Return the quotations that overlap [start, end), in order."""
        first = bisect_right(self.all, start, key=lambda q: q.end)
        return self.all[first : bisect_left(self.all, end, key=lambda q: q.start)]

    def around(self, content: Extent) -> Extent:
        """Stretch a content over the marks that its first and last quotation have just outside it.

        A mark at its edge that closes the quotation before it, or opens the one after, is left to that one.
        """
        start, end = self._without_others(*content)
        near = self.within(max(0, start - 2), end + 2)
        if not near:
            return start, end
        first, last = near[0], near[-1]
        if first.start < start < first.end and not words(self.text[first.start : start]):
            start = first.start
        if last.closed and last.start < end < last.end and not words(self.text[end : last.end]):
            end = last.end
        return start, end

    def _without_others(self, start: int, end: int) -> Extent:
        for quotation in self.within(start, end):
            rest = self.text[quotation.end : end]
            if quotation.start < start and not words(self.text[start : quotation.end]) and words(rest):
                start = quotation.end + len(rest) - len(rest.lstrip())
            elif quotation.end > end and not words(self.text[quotation.start : end]):
                kept = self.text[start : quotation.start].rstrip()
                end = start + len(kept) if words(kept) else end
        return start, end

    def quoted(self, start: int, end: int) -> int:
        """Count the words of [start, end) that stand inside quotation marks."""
        return sum(words(self.text[max(start, q.start) : min(end, q.end)]) for q in self.within(start, end))

    def type_of(self, content: Sequence[Extent]) -> StatementType:
        """`direct` where every word stands in quotation marks, `indirect` where none does, else `mixed`."""
        quoted = sum(self.quoted(*extent) for extent in content)
        if not quoted:
            return "indirect"
        return "direct" if quoted >= sum(words(self.text[a:b]) for a, b in content) else "mixed"


def words(text: str) -> int:
    """Count the tokens between white space that hold a letter or a digit."""
    return sum(map(bool, map(_HAS_WORD, text.split())))

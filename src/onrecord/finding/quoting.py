"""Quotation marks and attributions: spans that take their marks along, and quotations that carry on.

The model sees where a quotation stands, but spans end on word pieces; here a content that is a quotation takes its
marks with it, a quotation carried on after "he said" joins its statement, and a quoted paragraph with no source or
cue of its own becomes a statement carried over from the one before.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.finding.assembly import Draft, Extent
from onrecord.quotation import Quotation
from onrecord.records import StatementType

_LONG = 4  # words that make a stretch in quotation marks a quotation rather than a label


def with_marks(text: str, content: Extent, quotations: Sequence[Quotation]) -> Extent:
    """Stretch a content over the marks of a quotation that it begins or ends, and the punctuation before a mark."""
    start, end = content
    first, last = _at(quotations, start, end), _before(quotations, end)
    if first and start - first.start < 3 and not _words(text[first.start : start]) and first.end - 1 <= end + 2:
        start = first.start
    if last and last.start >= start and last.closed and not _words(text[end : last.end]) and last.end - end < 4:
        end = max(end, last.end)
    return start, end


def statement_type(text: str, content: Sequence[Extent], quotations: Sequence[Quotation]) -> StatementType:
    """`direct` where every word stands inside quotation marks, `indirect` where none does, else `mixed`."""
    inside = outside = False
    for start, end in content:
        at = start
        for q in quotations:
            if q.end <= at or q.start >= end:
                continue
            outside |= _words(text[at : max(at, q.start)])
            inside |= _words(text[max(at, q.start) : min(end, q.end)])
            at = min(end, q.end)
        outside |= _words(text[at:end])
    if inside:
        return "mixed" if outside else "direct"
    return "indirect"


def _at(quotations: Sequence[Quotation], start: int, end: int) -> Quotation | None:
    """The quotation that holds `start`, or opens right after it within the content."""
    for q in quotations:
        if q.start <= start < q.end:
            return q
        if start < q.start:
            break
    return None


def _before(quotations: Sequence[Quotation], end: int) -> Quotation | None:
    """The last quotation that opens before `end` and reaches it."""
    k = bisect_right(quotations, end - 1, key=lambda q: q.start)
    return quotations[k - 1] if k and quotations[k - 1].end >= end else None


def _words(text: str) -> bool:
    return any(c.isalnum() for c in text)

"""The sentences that words stand in."""

from bisect import bisect_right
from operator import itemgetter

from onrecord.records import Document, Span
from onrecord.sentences import sentences_of
from onrecord.wrapping import on_one_line, unwrapped


class Sentences:
    """A document's sentences, each paragraph's found when it is first asked for."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._paragraphs = list(unwrapped(document.text, document.paragraphs()))
        self._found: dict[int, list[tuple[int, int]]] = {}

    def around(self, span: Span) -> Span:
        """Return the sentence that a span begins in, as far as the span's own end at least."""
        start, end = _at(self._paragraphs, span)
        if start not in self._found:
            paragraph = on_one_line(self._text[start:end])
            self._found[start] = [(start + a, start + b) for a, b in sentences_of(paragraph)]
        first, last = _at(self._found[start], span)
        return Span.cut(self._text, first, max(last, span.end))


def _at(extents: list[tuple[int, int]], span: Span) -> tuple[int, int]:
    """The one of some extents, in their order, that holds the span's start; its own extent where none does."""
    place = bisect_right(extents, span.start, key=itemgetter(0)) - 1
    if place >= 0 and extents[place][1] > span.start:
        return extents[place]
    return span.start, span.end

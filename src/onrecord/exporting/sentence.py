"""The sentence that words stand in."""

from onrecord.records import Document, Span
from onrecord.sentences import sentences_of
from onrecord.wrapping import on_one_line, unwrapped


def sentence_around(document: Document, span: Span) -> Span:
    """Return the sentence of a document that a span begins in, as far as the span's own end at least."""
    text = document.text
    paragraphs = unwrapped(text, document.paragraphs())
    start, end = next(((a, b) for a, b in paragraphs if a <= span.start < b), (span.start, span.end))
    within = ((start + a, start + b) for a, b in sentences_of(on_one_line(text[start:end])))
    first, last = next(((a, b) for a, b in within if a <= span.start < b), (start, end))
    return Span.cut(text, first, max(last, span.end))

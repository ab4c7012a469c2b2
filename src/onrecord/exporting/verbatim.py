"""What of a statement is verbatim: the words within its quotation marks; and the report's words for it."""

from collections.abc import Iterator
from typing import Final

from onrecord.exporting.cells import cell
from onrecord.quotation import quotations
from onrecord.records import Span, Statement

_OPENERS: Final = '“„«‹「"'
_CLOSERS: Final = '”“»›」"'
# These double as apostrophes, so that only two of them are the marks of a quotation.
_SINGLE: Final = "‘’'"


def verbatim_words(statement: Statement) -> tuple[Span, ...]:
    """Return the stretches of a statement's content that are the source's own words, without the marks around them.

    Of a direct statement it is each piece of the content, of a mixed one what stands in quotation marks within it.
    """
    if statement.type == "indirect":
        return ()
    stretches = _bared if statement.type == "direct" else _quoted
    return tuple(stretch for span in statement.content for stretch in stretches(span))


def spoken_words(statement: Statement) -> str:
    """Return a direct statement's words on one line, without its marks: pieces that the report parts by " … ".

    The comma that ends a quotation before "he said" is the report's and is left out.
    """
    pieces = [cell(span.text) for span in verbatim_words(statement)] or [cell(statement.content[0].text)]
    return " … ".join(piece.removesuffix(",").rstrip() or piece for piece in pieces)


def attribution(statement: Statement, text: str) -> str:
    """Return the report's own words for a statement on one line, from its first to its last: "Orlin denied that …".

    `text` is the document's. Source and cue belong to it, since the content of a denial or a demand by itself says the
    contrary of what was meant.
    """
    spans = [span for span in (statement.source, statement.cue, *statement.content) if span is not None]
    return cell(text[min(span.start for span in spans) : max(span.end for span in spans)])


def _bared(span: Span) -> Iterator[Span]:
    """The span without the quotation marks at its ends; nothing where it is nothing but marks."""
    text = span.text
    if len(text) > 1 and text[0] in _SINGLE and text[-1] in _SINGLE:
        start, end = 1, len(text) - 1
    else:
        start = 1 if text[0] in _OPENERS else 0
        end = len(text) - 1 if text[-1] in _CLOSERS and len(text) > 1 else len(text)
    yield from _cut(span, start, end)


def _quoted(span: Span) -> Iterator[Span]:
    for one in quotations(span.text):
        yield from _cut(span, one.start + 1, one.end - 1 if one.closed else one.end)


def _cut(span: Span, start: int, end: int) -> Iterator[Span]:
    if end > start and span.text[start:end].strip():
        yield Span(span.start + start, span.start + end, span.text[start:end])

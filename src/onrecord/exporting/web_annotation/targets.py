"""What a Web Annotation is of: words of a document, found by what stands around them or by their place."""

from collections.abc import Iterable
from typing import Final

from onrecord.exporting.identifiers import document_urn, web_address
from onrecord.exporting.known import known, one_or_all
from onrecord.records import Document, Span

# Characters before and after the words: enough to tell one place from another that has the same words.
_AROUND: Final = 32


def target_of(document: Document, spans: Iterable[Span]) -> object:
    """Return the target that is these spans of a document, more than one as a list.

    Its source is the document's web address, of one without the URN of its text. Positions count the code points of the
    document's text, from zero, the end not included.
    """
    source = web_address(document) or document_urn(document)
    return one_or_all([_specific(source, document.text, span) for span in spans])


def _specific(source: str, text: str, span: Span) -> dict[str, object]:
    quoted = known(
        {
            "type": "TextQuoteSelector",
            "exact": span.text,
            "prefix": text[max(0, span.start - _AROUND) : span.start],
            "suffix": text[span.end : span.end + _AROUND],
        }
    )
    placed = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {"type": "SpecificResource", "source": source, "selector": [quoted, placed]}

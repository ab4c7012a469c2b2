"""A span: the piece of a document that a record rests on."""

from dataclasses import dataclass
from typing import Self, TypedDict

from onrecord.errors import SpanMismatch


class SpanJson(TypedDict):
    """`{"span": [start, end], "text": …}`."""

    span: list[int]
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` of a document's text, and those characters.

    Offsets are zero-based, end-exclusive counts of Unicode code points. A span whose text cannot be of that
    place is refused with SpanMismatch; `check` compares it with the document itself.
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end <= self.start:
            raise SpanMismatch(f"span {self.start}..{self.end}", "is no stretch of text")
        if len(self.text) != self.end - self.start:
            raise SpanMismatch(f"span {self.start}..{self.end}", f"cannot hold {len(self.text)} characters")

    @classmethod
    def cut(cls, document_text: str, start: int, end: int) -> Self:
        """Cut the span out of its document. Raises SpanMismatch where it reaches outside or is empty."""
        if end > len(document_text):
            size = len(document_text)
            raise SpanMismatch(f"span {start}..{end}", f"ends outside a text of {size} characters")
        return cls(start, end, document_text[start:end] if start >= 0 else "")

    def check(self, document_text: str) -> None:
        """Raise SpanMismatch unless this span's text is exactly that slice of `document_text`."""
        if document_text[self.start : self.end] != self.text:
            raise SpanMismatch(f"span {self.start}..{self.end} ({_shown(self.text)})")

    def to_json(self) -> SpanJson:
        """Return the codebook's `{span, text}`."""
        return {"span": [self.start, self.end], "text": self.text}

    @classmethod
    def from_json(cls, data: SpanJson) -> Self:
        """Read the codebook's `{span, text}`. Raises SpanMismatch where the two contradict each other."""
        start, end = data["span"]
        return cls(start, end, data["text"])


def span_to_json(span: Span | None) -> SpanJson | None:
    """Return the JSON of a span that may be absent."""
    return None if span is None else span.to_json()


def span_from_json(data: SpanJson | None) -> Span | None:
    """Read the JSON of a span that may be absent."""
    return None if data is None else Span.from_json(data)


def _shown(text: str, width: int = 40) -> str:
    return repr(text if len(text) <= width else text[: width - 1] + "…")

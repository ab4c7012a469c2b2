"""A reference: where a record and its evidence are to be found, from anywhere."""

from dataclasses import dataclass

from onrecord.records.span import Span, SpanJson


class RefJson(SpanJson):
    """The codebook's ref."""

    document: str
    url: str | None
    record: str


@dataclass(frozen=True, slots=True)
class Ref:
    """Where a record and its evidence are to be found: the document's id and address, the record's id, the span."""

    document: str
    url: str | None
    record: str
    span: Span

    def to_json(self) -> RefJson:
        """Return the codebook's ref."""
        return {"document": self.document, "url": self.url, "record": self.record, **self.span.to_json()}

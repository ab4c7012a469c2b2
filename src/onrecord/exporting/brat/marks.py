"""Annotations as spans of their document, with the values that their notes hold."""

from collections.abc import Mapping
from typing import Final, Literal

from onrecord.errors import RecordError
from onrecord.exporting.brat.fragments import Extent, fragments_of, joined
from onrecord.exporting.brat.parsing import Annotated
from onrecord.records import Document, Layer, Span, record_id

Holds = Literal["text", "number", "texts", "roles", "extent"]
Fields = Mapping[str, Holds]
Values = dict[str, object]

# What a note may hold beside the extent that fragments cannot tell, by what it stands on.
STATEMENT: Final[Fields] = {"id": "text", "time": "text", "confidence": "number"}
FIGURE: Final[Fields] = {
    "id": "text",
    "value": "number",
    "low": "number",
    "high": "number",
    "unit": "text",
    "counted": "text",
    "where": "text",
    "as_of": "text",
    "confidence": "number",
}
TIME: Final[Fields] = {"id": "text", "value": "text", "confidence": "number"}
EVENT: Final[Fields] = {"id": "text", "where": "text", "time": "text", "confidence": "number"}
ENTITY: Final[Fields] = {"id": "text", "name": "text", "aliases": "texts", "roles": "roles"}
NOTHING: Final[Fields] = {}


class Marks:
    """The annotations of one document."""

    def __init__(self, document: Document, found: Annotated) -> None:
        self.document = document
        self.found = found

    def spans(self, name: str, noted: str | None = None) -> list[Span]:
        """Return the spans of a text-bound annotation; `noted` is whose note may tell its extent, if not its own.

        Raises RecordError for one that covers nothing.
        """
        text = self.document.text
        fragments = list(self.found.text_bound[name].fragments)
        extents = self._told(noted or name, fragments) or joined(text, fragments)
        try:
            return [Span.cut(text, start, end) for start, end in extents]
        except RecordError as error:
            raise self.found.refuse(name, error.reason) from None

    def span(self, name: str, noted: str | None = None) -> Span:
        """Return the one span of a text-bound annotation. Raises RecordError where it is in pieces."""
        spans = self.spans(name, noted)
        if len(spans) > 1:
            raise self.found.refuse(name, "is in pieces", "mark one stretch of the text")
        return spans[0]

    def note(self, name: str, fields: Fields) -> Values:
        """Return each of the fields as an annotation's note holds it, `None` where it does not.

        Raises RecordError for another field, or for a value of another kind.
        """
        held = self.found.notes.get(name, {})
        for key, value in held.items():
            kind: Holds | None = "extent" if key == "extent" else fields.get(key)
            if kind is None:
                raise self.found.refuse(name, f"has a note with {key!r}, which is none of {', '.join(fields) or 'its'}")
            if value is not None and not _is(kind, value):
                raise self.found.refuse(name, f"has a note in which {key} is {value!r}", f"write {_AS[kind]}")
        return {key: held.get(key) for key in fields}

    def attributes(self, name: str) -> Mapping[str, str]:
        """Return an annotation's attributes."""
        return self.found.attributes.get(name, {})

    def new_id(self, layer: Layer, spans: list[Span]) -> str:
        """Return the id that a reader would give a record of these spans."""
        return record_id(self.document.id, layer, ((span.start, span.end) for span in spans))

    def _told(self, name: str, fragments: list[Extent]) -> list[Extent] | None:
        """The extent that a note tells, unless the annotation has been moved since."""
        text = self.document.text
        match self.found.notes.get(name, {}).get("extent"):
            case [int(start), int(end)] if 0 <= start < end <= len(text):
                return [(start, end)] if fragments_of(text, [(start, end)]) == fragments else None
        return None


_AS: Final[Mapping[Holds, str]] = {
    "text": 'it in quotation marks, as in "2031-04-03"',
    "number": "a number, without quotation marks",
    "texts": 'a list, as in ["Orlin", "the minister"]',
    "roles": 'a list, as in [{"title": "minister", "of": "Valland"}]',
    "extent": "two numbers in brackets, or take it out",
}


def _is(kind: Holds, value: object) -> bool:
    match kind:
        case "text":
            return isinstance(value, str)
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "texts":
            return isinstance(value, list) and all(isinstance(one, str) for one in value)
        case "roles":
            return isinstance(value, list) and all(_is_role(one) for one in value)
        case "extent":
            return isinstance(value, list) and len(value) == 2 and all(type(one) is int for one in value)


def _is_role(value: object) -> bool:
    if not isinstance(value, dict) or not value.keys() <= {"title", "of"}:
        return False
    return isinstance(value.get("title"), str) and isinstance(value.get("of"), str | None)

"""What no ledger takes."""

from collections.abc import Iterator

from onrecord.errors import RecordError
from onrecord.records import Record, document_id, refuse_binary


def refuse_unstorable(record: Record) -> None:
    """Raise RecordError for a record that contradicts itself, BadText for one with a string that is no text."""
    document = record.document
    subject = document.url or document.id
    if document_id(document.text) != document.id:
        raise RecordError(subject, "its id is not the digest of its text")
    record.check()
    for text in _strings(record):
        refuse_binary(subject, text)


def _strings(record: Record) -> Iterator[str]:
    """Yield every string of a record but those that are slices of its text."""
    document = record.document
    dateline = document.dateline
    known = (document.title, document.url, document.canonical, document.outlet, document.agency)
    dates = (document.published, document.language, dateline and dateline.place, dateline and dateline.date)
    yield from (text for text in (*known, *dates, *document.authors, *document.warnings) if text)
    for entity in record.entities:
        yield from (entity.id, entity.name, *entity.aliases)
        yield from (text for role in entity.roles for text in (role.title, role.of) if text)
    yield from (text for one in record.statements for text in (one.id, one.time) if text)
    for figure in record.figures:
        known = (figure.id, figure.unit, figure.counted, figure.where, figure.as_of)
        yield from (text for text in known if text)
    yield from (text for time in record.times for text in (time.id, time.value) if text)
    yield from (text for event in record.events for text in (event.id, event.where, event.time) if text)

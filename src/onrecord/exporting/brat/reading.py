"""The annotations of an .ann file as a record of its document."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar, cast

from onrecord.errors import RecordError
from onrecord.exporting.brat import marks as notes
from onrecord.exporting.brat import names
from onrecord.exporting.brat.checking import refuse_loose
from onrecord.exporting.brat.entities import Cast, cast_of
from onrecord.exporting.brat.marks import Marks
from onrecord.exporting.brat.parsing import Annotated
from onrecord.records import (
    Document,
    Event,
    EventJson,
    Figure,
    FigureJson,
    Record,
    Span,
    Statement,
    StatementJson,
    Time,
    TimeJson,
)
from onrecord.records.span import span_to_json

Noun = TypeVar("Noun")
# The id of each statement, by its annotation.
Statements = Mapping[str, str]


def record_of(document: Document, found: Annotated) -> Record:
    """Return the record that annotations of a document's text make.

    What has no note of its own gets the id that a reader would give it. Raises RecordError, naming the file and the
    annotation, for what is no record: a part that belongs to no attribution, a value that the codebook does not know.
    """
    refuse_loose(found)
    marks = Marks(document, found)
    of_all = cast_of(marks)
    said = [name for name, linked in found.linked.items() if linked.type in names.ATTRIBUTIONS]
    statements = _made(marks, said, lambda name: _statement(marks, of_all, name))
    ids = {name: one.id for name, one in zip(said, statements, strict=True)}
    done = [name for name, linked in found.linked.items() if linked.type in names.EVENTS]
    record = Record(
        document,
        of_all.entities,
        statements,
        _made(marks, _bound(found, names.FIGURE), lambda name: _figure(marks, name, ids)),
        _made(marks, _bound(found, names.TIMEX), lambda name: _time(marks, name)),
        _made(marks, done, lambda name: _event(marks, of_all, name, ids)),
    )
    try:
        record.check()
    except RecordError as error:
        raise found.refuse(error.subject, error.reason, error.advice) from None
    return record


def _made(marks: Marks, found: Iterable[str], make: Callable[[str], Noun]) -> tuple[Noun, ...]:
    """Make a noun of each annotation; what the noun refuses is said of the annotation."""
    made: list[Noun] = []
    for name in found:
        try:
            made.append(make(name))
        except RecordError as error:
            if error.subject.startswith(marks.found.file):
                raise
            raise marks.found.refuse(name, f"its {error.subject}: {error.reason}", error.advice) from None
    return tuple(made)


def _bound(found: Annotated, type_: str) -> list[str]:
    return [name for name, mark in found.text_bound.items() if mark.type == type_]


def _statement(marks: Marks, of_all: Cast, name: str) -> Statement:
    linked, attributes = marks.found.linked[name], marks.attributes(name)
    if "Type" not in attributes:
        raise marks.found.refuse(name, "has no Type", "mark it as direct, indirect or mixed")
    source, cue, condition = (_part(marks, name, role) for role in (names.SOURCE, names.CUE, names.CONDITION))
    content = sorted(span for mark in linked.of(names.CONTENT) for span in _noted(marks, mark))
    spans = [span for span in (source, cue, *content) if span is not None]
    note = marks.note(name, notes.STATEMENT)
    data = note | {
        "id": note["id"] or marks.new_id("statement", spans),
        "type": attributes["Type"],
        "kind": attributes.get("Kind"),
        "source": span_to_json(source),
        "cue": span_to_json(cue),
        "content": [span.to_json() for span in content],
        "speakers": of_all.ids(marks, name, linked.of(names.SPEAKER)),
        "act": attributes.get("Act"),
        "factuality": attributes.get("Factuality"),
        "condition": span_to_json(condition),
        "how": attributes.get("How"),
    }
    return Statement.from_json(cast("StatementJson", data))


def _part(marks: Marks, name: str, role: str) -> Span | None:
    targets = marks.found.linked[name].of(role)
    if len(targets) > 1:
        raise marks.found.refuse(name, f"has several parts of the role {role}", "keep one of them")
    spans = [span for mark in targets for span in _noted(marks, mark)]
    if len(spans) > 1:
        raise marks.found.refuse(targets[0], "is in pieces", "mark one stretch of the text")
    return spans[0] if spans else None


def _noted(marks: Marks, mark: str) -> list[Span]:
    marks.note(mark, notes.NOTHING)
    return marks.spans(mark)


def _figure(marks: Marks, name: str, statements: Statements) -> Figure:
    span, note, attributes = marks.span(name), marks.note(name, notes.FIGURE), marks.attributes(name)
    data = note | {
        "id": note["id"] or marks.new_id("figure", [span]),
        "span": [span.start, span.end],
        "text": span.text,
        "bound": attributes.get("Bound"),
        "change": attributes.get("Change"),
        "statement": _stated_in(marks, name, statements),
    }
    return Figure.from_json(cast("FigureJson", data))


def _time(marks: Marks, name: str) -> Time:
    span, note, attributes = marks.span(name), marks.note(name, notes.TIME), marks.attributes(name)
    if "TimexType" not in attributes:
        raise marks.found.refuse(name, "has no TimexType", "mark it as DATE, TIME, DURATION or SET")
    data = note | {
        "id": note["id"] or marks.new_id("time", [span]),
        "span": [span.start, span.end],
        "text": span.text,
        "type": attributes["TimexType"],
    }
    return Time.from_json(cast("TimeJson", data))


def _event(marks: Marks, of_all: Cast, name: str, statements: Statements) -> Event:
    linked, note = marks.found.linked[name], marks.note(name, notes.EVENT)
    trigger = marks.span(linked.trigger, noted=name)
    data = note | {
        "id": note["id"] or marks.new_id("event", [trigger]),
        "trigger": trigger.to_json(),
        "type": linked.type,
        "actors": of_all.ids(marks, name, linked.of(names.ACTOR)),
        "recipients": of_all.ids(marks, name, linked.of(names.RECIPIENT)),
        "status": marks.attributes(name).get("Status"),
        "statement": _stated_in(marks, name, statements),
    }
    return Event.from_json(cast("EventJson", data))


def _stated_in(marks: Marks, name: str, statements: Statements) -> str | None:
    target = marks.found.stated_in.get(name)
    return None if target is None else statements[target]

"""A record as the text of an .ann file."""

from collections.abc import Iterator, Mapping, Sequence

from onrecord.exporting.brat import names
from onrecord.exporting.brat.fragments import Extent, fragments_of, groups_of, told
from onrecord.exporting.brat.sheet import Sheet
from onrecord.records import Entity, Event, Figure, Record, Span, Statement, Time

# The annotation of each mention of an entity, by the entity's id; and each statement's, by its id.
Mentions = Mapping[str, Sequence[tuple[Span, str]]]
Statements = Mapping[str, str]


def annotations_of(record: Record) -> str:
    """Return the lines of a record's .ann file. Raises SpanMismatch, RecordError for what `Record.check` refuses."""
    record.check()
    text = record.document.text
    sheet = Sheet(text)
    mentions = {entity.id: _entity(sheet, text, entity) for entity in record.entities}
    statements = {one.id: _statement(sheet, text, one, mentions) for one in record.statements}
    for figure in record.figures:
        _figure(sheet, text, figure, statements)
    for time in record.times:
        _time(sheet, text, time)
    for event in record.events:
        _event(sheet, text, event, mentions, statements)
    return sheet.text()


def _entity(sheet: Sheet, text: str, entity: Entity) -> list[tuple[Span, str]]:
    type_ = names.TYPE_OF_KIND[entity.kind]
    marks = [sheet.text_bound(type_, fragments_of(text, [_extent(mention)])) for mention in entity.mentions]
    sheet.equiv(marks)
    said: dict[str, object] = {
        "id": entity.id,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "roles": [{"title": role.title, "of": role.of} for role in entity.roles],
    }
    for mention, mark in zip(entity.mentions, marks, strict=True):
        sheet.note(mark, said | _untold(text, mention))
        said = {}
    return list(zip(entity.mentions, marks, strict=True))


def _statement(sheet: Sheet, text: str, statement: Statement, mentions: Mentions) -> str:
    parts = list(_parts(sheet, text, statement))
    anchor = statement.cue or statement.source or statement.content[0]
    type_ = names.NO_SOURCE if statement.source is None else names.ATTRIBUTION
    trigger = sheet.text_bound(type_, fragments_of(text, [_extent(anchor)]))
    spoken = statement.source or anchor
    speakers = [(names.SPEAKER, _nearest(mentions[speaker], spoken)) for speaker in statement.speakers]
    event = sheet.event(type_, trigger, [*parts, *speakers])
    values = {"Type": statement.type, "Kind": statement.kind, "Act": statement.act}
    sheet.attributes(event, values | {"Factuality": statement.factuality, "How": statement.how})
    sheet.note(event, {"id": statement.id, "time": statement.time, "confidence": statement.confidence})
    return event


def _parts(sheet: Sheet, text: str, statement: Statement) -> Iterator[tuple[str, str]]:
    """Add source, cue, content and condition; yields each with its role."""
    content = list(groups_of(text, [_extent(span) for span in statement.content]))
    groups = [
        *((names.SOURCE, [_extent(span)]) for span in (statement.source,) if span is not None),
        *((names.CUE, [_extent(span)]) for span in (statement.cue,) if span is not None),
        *((names.CONTENT, group) for group in content),
        *((names.CONDITION, [_extent(span)]) for span in (statement.condition,) if span is not None),
    ]
    for role, group in groups:
        mark = sheet.text_bound(role, fragments_of(text, group))
        if not told(text, group):
            sheet.note(mark, {"extent": list(group[0])})
        yield role, mark


def _figure(sheet: Sheet, text: str, figure: Figure, statements: Statements) -> None:
    mark = sheet.text_bound(names.FIGURE, fragments_of(text, [_extent(figure.span)]))
    sheet.attributes(mark, {"Bound": figure.bound, "Change": figure.change})
    said = {"id": figure.id, "value": figure.value, "low": figure.low, "high": figure.high, "unit": figure.unit}
    said |= {"counted": figure.counted, "where": figure.where, "as_of": figure.as_of, "confidence": figure.confidence}
    sheet.note(mark, said | _untold(text, figure.span))
    _stated_in(sheet, mark, figure.statement, statements)


def _time(sheet: Sheet, text: str, time: Time) -> None:
    mark = sheet.text_bound(names.TIMEX, fragments_of(text, [_extent(time.span)]))
    sheet.attributes(mark, {"TimexType": time.type})
    said = {"id": time.id, "value": time.value, "confidence": time.confidence}
    sheet.note(mark, said | _untold(text, time.span))


def _event(sheet: Sheet, text: str, event: Event, mentions: Mentions, statements: Statements) -> None:
    trigger = sheet.text_bound(event.type, fragments_of(text, [_extent(event.trigger)]))
    parties = [(names.ACTOR, actor) for actor in event.actors]
    parties += [(names.RECIPIENT, recipient) for recipient in event.recipients]
    mark = sheet.event(event.type, trigger, [(role, _nearest(mentions[one], event.trigger)) for role, one in parties])
    sheet.attributes(mark, {"Status": event.status})
    # A trigger takes no note of its own: what it cannot tell stands in the event's.
    said = {"id": event.id, "where": event.where, "time": event.time, "confidence": event.confidence}
    sheet.note(mark, said | _untold(text, event.trigger))
    _stated_in(sheet, mark, event.statement, statements)


def _stated_in(sheet: Sheet, mark: str, statement: str | None, statements: Statements) -> None:
    if statement is not None:
        sheet.relation(names.STATED_IN, mark, statements[statement])


def _nearest(mentions: Sequence[tuple[Span, str]], span: Span) -> str:
    """The mention that an arrow is drawn to: one that lies in the span, else the one that is nearest to it."""
    return min(mentions, key=lambda one: max(0, span.start - one[0].start, one[0].end - span.end))[1]


def _untold(text: str, span: Span) -> dict[str, object]:
    """The extent of a span where its fragments do not tell it."""
    return {} if told(text, [_extent(span)]) else {"extent": [span.start, span.end]}


def _extent(span: Span) -> Extent:
    return span.start, span.end

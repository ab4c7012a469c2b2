"""What is kept of a document so that it is found again by what it has in common with others."""

from collections.abc import Iterator, Mapping

from onrecord.comparing.frame_keys import frame_keys
from onrecord.comparing.things import keys_of
from onrecord.records import Entity, Page, Record, Span, ToldFigure, ToldStatement, Traces
from onrecord.wrapping import unwrapped


def traces_of(record: Record) -> Traces:
    """Return the keys of a document's text, figures and entities, as the ledger keeps them."""
    keys = {told.figure.id: _keys(told) for told in told_figures_of(record)}
    return Traces(figures={figure: its for figure, its in keys.items() if its}, entities={})


def _keys(told: ToldFigure) -> tuple[str, ...]:
    return (*keys_of(told.figure, told), *frame_keys(told))


def told_figures_of(record: Record) -> Iterator[ToldFigure]:
    """Yield the figures of a record as comparison needs them, in order: just as a ledger tells them."""
    document = record.document
    page = Page(
        document=document.id,
        url=document.url,
        title=document.title,
        outlet=document.outlet,
        agency=document.agency,
        published=document.published,
        dateline=document.dateline,
    )
    entities = {entity.id: entity for entity in record.entities}
    statements = {told.statement.id: told for told in _statements(record, page, entities)}
    paragraphs = [Span.cut(document.text, start, end) for start, end in unwrapped(document.text, document.paragraphs())]
    for paragraph in paragraphs:
        beside = tuple(one for one in record.figures if paragraph.start <= one.span.start < paragraph.end)
        for figure in beside:
            statement = statements.get(figure.statement or "")
            yield ToldFigure(figure=figure, page=page, statement=statement, paragraph=paragraph, beside=beside)


def _statements(record: Record, page: Page, entities: Mapping[str, Entity]) -> Iterator[ToldStatement]:
    text = record.document.text
    for statement in record.statements:
        spans = [span for span in (statement.source, statement.cue, *statement.content) if span is not None]
        start, end = min(span.start for span in spans), max(span.end for span in spans)
        yield ToldStatement(
            statement=statement,
            page=page,
            speakers=tuple(entities[speaker] for speaker in statement.speakers),
            said=statement.time or record.document.published,
            evidence=Span.cut(text, start, end),
        )

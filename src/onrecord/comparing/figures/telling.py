"""What a record tells, as comparison needs it: with who said it, when, and in which document; just as a ledger does."""

from collections.abc import Iterator, Mapping

from onrecord.records import Document, Entity, Record, Span, ToldFigure, ToldStatement, page_of
from onrecord.wrapping import unwrapped


def told_figures_of(record: Record) -> Iterator[ToldFigure]:
    """Yield the figures of a record, in order."""
    page = page_of(record.document)
    statements = {told.statement.id: told for told in told_statements_of(record)}
    for paragraph in paragraphs_of(record.document):
        beside = tuple(one for one in record.figures if paragraph.start <= one.span.start < paragraph.end)
        for figure in beside:
            statement = statements.get(figure.statement or "")
            yield ToldFigure(figure=figure, page=page, statement=statement, paragraph=paragraph, beside=beside)


def told_statements_of(record: Record) -> Iterator[ToldStatement]:
    """Yield the statements of a record, in order."""
    page, text = page_of(record.document), record.document.text
    entities: Mapping[str, Entity] = {entity.id: entity for entity in record.entities}
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


def paragraphs_of(document: Document) -> tuple[Span, ...]:
    """Return the paragraphs of a document, in order; the lines that one was wrapped into are one."""
    extents = unwrapped(document.text, document.paragraphs())
    return tuple(Span.cut(document.text, start, end) for start, end in extents)

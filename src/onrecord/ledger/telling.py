"""Records as comparison needs them: with who said it, when, and in which document."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, func, select

from onrecord.ledger.copies import dateline_from
from onrecord.ledger.loading import load_entities, load_figures, load_statements
from onrecord.ledger.passages import paragraph_around
from onrecord.ledger.tables import copies, documents, figures, readings, statement_speakers, statements
from onrecord.records import Entity, Figure, Page, Span, Statement, ToldFigure, ToldStatement

# Keys named in one question: well under what a database allows.
_AT_ONCE: Final = 500


def told_statements(connection: Connection, numbers: Sequence[int]) -> Iterator[ToldStatement]:
    """Yield the statements of these numbers, in this order."""
    for some in _batches(numbers):
        rows = {row.number: row for row in connection.execute(_statement_rows(some))}
        pages = pages_of(connection, {row.document for row in rows.values()})
        speakers = _speakers(connection, some)
        for number, statement in zip(some, load_statements(connection, some), strict=True):
            row = rows[number]
            yield ToldStatement(
                statement=statement,
                page=pages[row.document],
                speakers=tuple(speakers.get(number, ())),
                said=row.said,
                evidence=_evidence(connection, row.document, statement),
            )


def told_figures(connection: Connection, numbers: Sequence[int]) -> Iterator[ToldFigure]:
    """Yield the figures of these numbers, in this order."""
    for some in _batches(numbers):
        rows = {row.number: row for row in connection.execute(_figure_rows(some))}
        pages = pages_of(connection, {row.document for row in rows.values()})
        within = sorted({row.statement for row in rows.values() if row.statement is not None})
        statement_of = dict(zip(within, told_statements(connection, within), strict=True))
        beside: dict[tuple[int, int], tuple[Figure, ...]] = {}
        for number, figure in zip(some, load_figures(connection, some), strict=True):
            row = rows[number]
            paragraph = _paragraph(connection, row.document, figure.span)
            place = row.document, paragraph.start
            if place not in beside:
                beside[place] = _figures_in(connection, row.document, paragraph)
            yield ToldFigure(
                figure=figure,
                page=pages[row.document],
                statement=statement_of.get(row.statement),
                paragraph=paragraph,
                beside=beside[place],
            )


def _batches(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    return (numbers[start : start + _AT_ONCE] for start in range(0, len(numbers), _AT_ONCE))


def _statement_rows(numbers: Sequence[int]) -> Select[Any]:
    query = select(statements.c.number, statements.c.document, statements.c.said)
    return query.where(statements.c.number.in_(numbers))


def _figure_rows(numbers: Sequence[int]) -> Select[Any]:
    query = select(figures.c.number, figures.c.document, figures.c.statement)
    return query.where(figures.c.number.in_(numbers))


def pages_of(connection: Connection, numbers: Iterable[int]) -> dict[int, Page]:
    """Return the page of each document, as the copy gives it that its newest reading read."""
    newest = select(func.max(readings.c.number)).where(readings.c.document.in_(sorted(numbers)))
    query = (
        select(copies, documents.c.id, documents.c.number.label("of"))
        .join(documents, documents.c.number == copies.c.document)
        .join(readings, readings.c.copy == copies.c.number)
        .where(readings.c.number.in_(newest.group_by(readings.c.document)))
    )
    return {row.of: _page(row) for row in connection.execute(query)}


def _page(row: Row[Any]) -> Page:
    return Page(
        document=row.id,
        url=row.url or None,
        title=row.title,
        outlet=row.outlet,
        agency=row.agency,
        published=row.published,
        dateline=dateline_from(row),
    )


def _speakers(connection: Connection, numbers: Sequence[int]) -> dict[int, list[Entity]]:
    query = (
        select(statement_speakers.c.statement, statement_speakers.c.entity)
        .where(statement_speakers.c.statement.in_(numbers))
        .order_by(statement_speakers.c.statement, statement_speakers.c.position)
    )
    rows = connection.execute(query).all()
    wanted = sorted({row.entity for row in rows})
    known = {
        number: entity
        for some in _batches(wanted)
        for number, entity in zip(some, load_entities(connection, some), strict=True)
    }
    found: dict[int, list[Entity]] = {}
    for row in rows:
        found.setdefault(row.statement, []).append(known[row.entity])
    return found


def _evidence(connection: Connection, document: int, statement: Statement) -> Span:
    spans = [span for span in (statement.source, statement.cue, *statement.content) if span is not None]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    piece = select(func.substr(documents.c.text, start + 1, end - start))
    return Span(start, end, connection.scalars(piece.where(documents.c.number == document)).one())


def _paragraph(connection: Connection, document: int, span: Span) -> Span:
    start, end = paragraph_around(connection, document, span.start)
    piece = select(func.substr(documents.c.text, start + 1, end - start))
    return Span(start, end, connection.scalars(piece.where(documents.c.number == document)).one())


def _figures_in(connection: Connection, document: int, paragraph: Span) -> tuple[Figure, ...]:
    """The figures of a paragraph, in order."""
    query = select(figures.c.number).where(
        figures.c.document == document, figures.c.start >= paragraph.start, figures.c.start < paragraph.end
    )
    return tuple(load_figures(connection, connection.scalars(query.order_by(figures.c.start)).all()))

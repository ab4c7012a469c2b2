"""Records as comparison needs them: with who said it, when, and in which document."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Final, TypeAlias

from sqlalchemy import Connection, Row, Select, func, select

from onrecord.ledger.copies import dateline_from
from onrecord.ledger.loading import load_entities, load_figures, load_statements
from onrecord.ledger.passages import Library, Lines
from onrecord.ledger.tables import copies, documents, figures, readings, statement_speakers, statements
from onrecord.records import Entity, Figure, Page, Span, Statement, ToldFigure, ToldStatement

# A paragraph of a document, which is given by its number.
_Place: TypeAlias = tuple[int, Span]

# Keys named in one question: well under what a database allows.
_AT_ONCE: Final = 500


def told_statements(connection: Connection, numbers: Sequence[int]) -> Iterator[ToldStatement]:
    """Yield the statements of these numbers, in this order."""
    for some in _batches(numbers):
        rows = {row.number: row for row in connection.execute(_statement_rows(some))}
        held = {row.document for row in rows.values()}
        pages, texts = pages_of(connection, held), Library.of(connection, held)
        speakers = _speakers(connection, some)
        for number, statement in zip(some, load_statements(connection, some), strict=True):
            row = rows[number]
            yield ToldStatement(
                statement=statement,
                page=pages[row.document],
                speakers=tuple(speakers.get(number, ())),
                said=row.said,
                evidence=_evidence(texts[row.document], statement),
            )


def told_figures(connection: Connection, numbers: Sequence[int]) -> Iterator[ToldFigure]:
    """Yield the figures of these numbers, in this order."""
    for some in _batches(numbers):
        rows = {row.number: row for row in connection.execute(_figure_rows(some))}
        held = {row.document for row in rows.values()}
        pages, texts = pages_of(connection, held), Library.of(connection, held)
        within = sorted({row.statement for row in rows.values() if row.statement is not None})
        statement_of = dict(zip(within, told_statements(connection, within), strict=True))
        loaded = dict(zip(some, load_figures(connection, some), strict=True))
        places = {
            number: (rows[number].document, texts[rows[number].document].paragraph_around(figure.span.start))
            for number, figure in loaded.items()
        }
        beside = _figures_in(connection, set(places.values()))
        for number, figure in loaded.items():
            row, (_, paragraph) = rows[number], places[number]
            yield ToldFigure(
                figure=figure,
                page=pages[row.document],
                statement=statement_of.get(row.statement),
                paragraph=paragraph,
                beside=beside[places[number]],
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


def _evidence(lines: Lines, statement: Statement) -> Span:
    spans = [span for span in (statement.source, statement.cue, *statement.content) if span is not None]
    return lines.span(min(span.start for span in spans), max(span.end for span in spans))


def _figures_in(connection: Connection, places: Collection[_Place]) -> dict[_Place, tuple[Figure, ...]]:
    """The figures of each paragraph, in order."""
    query = (
        select(figures.c.number, figures.c.document, figures.c.start)
        .where(figures.c.document.in_(sorted({document for document, _ in places})))
        .order_by(figures.c.document, figures.c.start)
    )
    rows: dict[int, list[tuple[int, int]]] = {}
    for row in connection.execute(query):
        rows.setdefault(row.document, []).append((row.start, row.number))
    numbers = {
        (document, paragraph): [
            number for start, number in rows.get(document, ()) if paragraph.start <= start < paragraph.end
        ]
        for document, paragraph in places
    }
    wanted = sorted({number for some in numbers.values() for number in some})
    known = {
        number: figure
        for some in _batches(wanted)
        for number, figure in zip(some, load_figures(connection, some), strict=True)
    }
    return {place: tuple(known[number] for number in some) for place, some in numbers.items()}

"""Search: statements by the words of their content."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypedDict

from sqlalchemy import Connection, Row, Select, func, select

from onrecord.ledger.dialect import matching
from onrecord.ledger.loading import load_statements
from onrecord.ledger.tables import (
    copies,
    documents,
    entity_names,
    readings,
    statement_speakers,
    statements,
)
from onrecord.ledger.words import Term
from onrecord.records import Span, SpanJson, Statement, StatementJson

# Hits whose statements are fetched together.
_AT_ONCE: Final = 50


class RefJson(SpanJson):
    """The codebook's ref."""

    document: str
    url: str | None
    record: str


class HitJson(TypedDict):
    """The codebook's line of `search`."""

    ref: RefJson
    statement: StatementJson
    speakers: list[str]
    said: str | None


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


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement that was found.

    The span of `ref` reaches from the first to the last character of source, cue and content. `speakers` are
    names. `said` is the statement's time, else its document's publication. `paragraph`, from 1, is where the content
    begins.
    """

    ref: Ref
    statement: Statement
    speakers: tuple[str, ...]
    said: str | None
    paragraph: int

    def to_json(self) -> HitJson:
        """Return the codebook's line of `search`."""
        return {
            "ref": self.ref.to_json(),
            "statement": self.statement.to_json(),
            "speakers": list(self.speakers),
            "said": self.said,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is looked for: words of the content, words of a speaker's name, the first and last day (YYYY-MM-DD)."""

    words: tuple[Term, ...]
    speaker: tuple[Term, ...]
    since: str | None
    until: str | None
    limit: int


def find_statements(connection: Connection, question: Question) -> Iterator[Hit]:
    """Yield the statements that fit, the best match first, the latest first among equals."""
    for rows in connection.execute(_statements(question)).partitions(_AT_ONCE):
        found = load_statements(connection, [row.number for row in rows])
        for row, statement in zip(rows, found, strict=True):
            yield _hit(connection, row, statement)


def _statements(question: Question) -> Select[Any]:
    match = matching("statements", question.words)
    query = (
        select(
            statements.c.number,
            statements.c.document,
            statements.c.said,
            statements.c.paragraph,
            documents.c.id.label("document_id"),
            copies.c.url,
        )
        .join(match, match.c.number == statements.c.number)
        .join(documents, documents.c.number == statements.c.document)
        .join(readings, readings.c.number == statements.c.reading)
        .join(copies, copies.c.number == readings.c.copy)
    )
    if question.speaker:
        query = query.where(statements.c.number.in_(_said_by(question.speaker)))
    # A moment less precise than the bound fits if it may lie inside; one that is not known does not.
    if question.since is not None:
        query = query.where(statements.c.said_until >= question.since)
    if question.until is not None:
        query = query.where(statements.c.said_from <= question.until)
    newest_first = statements.c.said_from.desc().nulls_last()
    return query.order_by(match.c.rank, newest_first, statements.c.number).limit(question.limit)


def _said_by(speaker: Sequence[Term]) -> Select[tuple[int]]:
    match = matching("entity_names", speaker)
    named = select(statement_speakers.c.statement).join(
        entity_names, entity_names.c.entity == statement_speakers.c.entity
    )
    return named.join(match, match.c.number == entity_names.c.number)


def _hit(connection: Connection, row: Row[Any], statement: Statement) -> Hit:
    ref = Ref(row.document_id, row.url or None, statement.id, _evidence(connection, row.document, statement))
    return Hit(ref, statement, _speakers(connection, row.number), row.said, row.paragraph)


def _evidence(connection: Connection, document: int, statement: Statement) -> Span:
    spans = [span for span in (statement.source, statement.cue, *statement.content) if span is not None]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    piece = select(func.substr(documents.c.text, start + 1, end - start))
    return Span(start, end, connection.scalars(piece.where(documents.c.number == document)).one())


def _speakers(connection: Connection, statement: int) -> tuple[str, ...]:
    query = (
        select(entity_names.c.name)
        .join(statement_speakers, statement_speakers.c.entity == entity_names.c.entity)
        .where(statement_speakers.c.statement == statement, entity_names.c.position == 0)
        .order_by(statement_speakers.c.position)
    )
    return tuple(connection.scalars(query))

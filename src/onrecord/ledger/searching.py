"""Search: statements by the words of their content."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypedDict

from sqlalchemy import Connection, Select, select

from onrecord.folding import fold
from onrecord.ledger.dialect import matching
from onrecord.ledger.tables import copies, entity_names, readings, statement_speakers, statements
from onrecord.ledger.telling import told_statements
from onrecord.ledger.words import Term
from onrecord.records import Page, Ref, RefJson, Statement, StatementJson, ToldStatement

# Hits whose statements are fetched together.
_AT_ONCE: Final = 50


class HitJson(TypedDict):
    """The codebook's line of `search`."""

    ref: RefJson
    statement: StatementJson
    speakers: list[str]
    said: str | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement that was found.

    The span of `ref` reaches from the first to the last character of source, cue and content. `speakers` are
    names. `said` is the statement's time, else its document's publication. `paragraph`, from 1, is where the content
    begins. `page` is the document without its text. `similarity`, from -1 to 1, is how near in meaning it is; None
    where it was found by its words.
    """

    ref: Ref
    statement: Statement
    speakers: tuple[str, ...]
    said: str | None
    paragraph: int
    page: Page
    similarity: float | None = None

    def to_json(self) -> HitJson:
        """Return the codebook's line of `search`."""
        return {
            "ref": self.ref.to_json(),
            "statement": self.statement.to_json(),
            "speakers": list(self.speakers),
            "said": self.said,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Among:
    """Which statements count.

    `speaker`: words of a speaker's name, `named`: all of its words, in order; `outlet`: who published the copy that
    was read; `since` and `until`: the first and last day (YYYY-MM-DD).
    """

    speaker: tuple[Term, ...] = ()
    named: str | None = None
    act: str | None = None
    factuality: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None


EVERYTHING: Final = Among()


def find_statements(connection: Connection, words: Sequence[Term], among: Among, limit: int) -> Iterator[Hit]:
    """Yield the statements whose content holds all the words, the best match first, the latest first among equals."""
    match = matching("statements", words)
    query = narrowed(select(statements.c.number).join(match, match.c.number == statements.c.number), among)
    newest_first = statements.c.said_from.desc().nulls_last()
    ordered = query.order_by(match.c.rank, newest_first, statements.c.number).limit(limit)
    for numbers in connection.scalars(ordered).partitions(_AT_ONCE):
        yield from (hit for _, hit in hits_of(connection, numbers))


def narrowed(query: Select[Any], among: Among) -> Select[Any]:
    """Leave of a query over statements what counts."""
    if among.speaker:
        query = query.where(statements.c.number.in_(said_by(among.speaker)))
    if among.named is not None:
        query = query.where(statements.c.number.in_(_said_by_name(among.named)))
    if among.act is not None:
        query = query.where(statements.c.act == among.act)
    if among.factuality is not None:
        query = query.where(statements.c.factuality == among.factuality)
    if among.outlet is not None:
        query = query.where(statements.c.reading.in_(_published_by(among.outlet)))
    # A moment less precise than the bound fits if it may lie inside; one that is not known does not.
    if among.since is not None:
        query = query.where(statements.c.said_until >= among.since)
    if among.until is not None:
        query = query.where(statements.c.said_from <= among.until)
    return query


def hits_of(connection: Connection, numbers: Sequence[int]) -> Iterator[tuple[int, Hit]]:
    """Yield the statements of these numbers (a few hundred at most) as hits, each with its number, in this order."""
    query = select(statements.c.number, statements.c.paragraph).where(statements.c.number.in_(numbers))
    paragraph = {row.number: row.paragraph for row in connection.execute(query)}
    for number, told in zip(numbers, told_statements(connection, numbers), strict=True):
        yield number, _hit(told, paragraph[number])


def with_words(words: Sequence[Term]) -> Select[tuple[int]]:
    """Select the numbers of the statements whose content holds all the words."""
    match = matching("statements", words)
    return select(statements.c.number).join(match, match.c.number == statements.c.number)


def said_by(speaker: Sequence[Term]) -> Select[tuple[int]]:
    """Select the numbers of the statements of which a speaker has all these words in a name."""
    match = matching("entity_names", speaker)
    named = select(statement_speakers.c.statement).join(
        entity_names, entity_names.c.entity == statement_speakers.c.entity
    )
    return named.join(match, match.c.number == entity_names.c.number)


def _said_by_name(name: str) -> Select[tuple[int]]:
    """Select the numbers of the statements of which a speaker's name (no alias) has these words and no others."""
    whole = fold(name)
    named = said_by([Term(word) for word in whole.split()])
    return named.where(entity_names.c.position == 0, entity_names.c.folded == whole)


def _published_by(outlet: str) -> Select[tuple[int]]:
    """Select the numbers of the readings of what an outlet published."""
    return select(readings.c.number).join(copies, copies.c.number == readings.c.copy).where(copies.c.outlet == outlet)


def _hit(told: ToldStatement, paragraph: int) -> Hit:
    return Hit(told.ref(), told.statement, tuple(one.name for one in told.speakers), told.said, paragraph, told.page)

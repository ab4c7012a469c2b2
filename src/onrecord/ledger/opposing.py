"""Statements that may deny one another: those that share words with one that denies, and what stood before an answer."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sqlalchemy import Connection, Select, or_, select

from onrecord.ledger.dialect import matching_any
from onrecord.ledger.pairing import Asked
from onrecord.ledger.searching import said_by, with_words
from onrecord.ledger.tables import statements
from onrecord.ledger.telling import told_statements
from onrecord.ledger.words import Term
from onrecord.records import ToldStatement

# Statements that share most words with one, at most.
_NEAREST: Final = 40
# Words that a statement is looked for by: the longest, which are the rarest.
_WORDS: Final = 8
# Statements before an answer that are looked at.
_BEFORE: Final = 40
_NEGATORS: Final = tuple(map(Term, ("not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "t", "without", "cannot")))
_DENYING: Final = ("deny", "reject")
_NOT_SO: Final = ("CT-", "PR-", "PS-")


def statements_asked(connection: Connection, asked: Asked) -> Iterator[ToldStatement]:
    """Yield the statements that are asked for; where nothing is asked, those that deny or say that something is not so."""
    query = _asked_for(asked)
    if asked == Asked():
        match = matching_any("statements", _NEGATORS)
        negated = statements.c.number.in_(select(match.c.number))
        denying = statements.c.act.in_(_DENYING), statements.c.factuality.in_(_NOT_SO)
        query = query.where(or_(negated, *denying))
    yield from told_statements(connection, connection.scalars(query.order_by(statements.c.number)).all())


def statements_with_any(connection: Connection, words: Iterable[str]) -> Iterator[ToldStatement]:
    """Yield the statements that share most with these words, or beginnings of words, the best match first."""
    longest = sorted(set(words), key=lambda word: (-len(word), word))[:_WORDS]
    if not longest:
        return
    match = matching_any("statements", [Term(word, prefix=True) for word in longest])
    best = select(match.c.number).order_by(match.c.rank, match.c.number).limit(_NEAREST)
    yield from told_statements(connection, connection.scalars(best).all())


def before_answers(connection: Connection, answers: Sequence[Term], asked: Asked) -> Iterator[list[ToldStatement]]:
    """Yield, for each statement with one of the phrases that is asked for, it and what the document has before it.

    A denial that answers is short; what it answers holds the words: asked for is whatever stands in that stretch.
    """
    match = matching_any("statements", answers)
    query = select(statements.c.number, statements.c.document, statements.c.position)
    rows = connection.execute(query.join(match, match.c.number == statements.c.number).order_by(statements.c.number)).all()
    wanted = set(connection.scalars(_asked_for(asked))) if asked != Asked() else None
    for row in rows:
        stretch = select(statements.c.number).where(
            statements.c.document == row.document,
            statements.c.position.between(row.position - _BEFORE, row.position),
        )
        numbers = connection.scalars(stretch.order_by(statements.c.position)).all()
        if wanted is None or wanted.intersection(numbers):
            yield list(told_statements(connection, numbers))


def _asked_for(asked: Asked) -> Select[tuple[int]]:
    query = select(statements.c.number)
    if asked.about:
        query = query.where(statements.c.number.in_(with_words(asked.about)))
    return query.where(statements.c.number.in_(said_by(asked.speaker))) if asked.speaker else query

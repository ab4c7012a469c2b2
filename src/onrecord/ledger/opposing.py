"""Statements that may deny one another: what shares words with one that denies, and what stood before an answer."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final, Protocol

from sqlalchemy import Connection, Select, or_, select

from onrecord.ledger.dialect import matching
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
# How many of the words that are looked for another statement must have.
_SHARED: Final = 0.6
# Statements before an answer that are looked at.
_BEFORE: Final = 40
# The index has "didn" and "t" of "didn't".
_NEGATORS: Final = tuple(
    map(Term, ("not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "t", "without", "cannot"))
)
_DENYING: Final = ("deny", "reject")
_NOT_SO: Final = ("CT-", "PR-", "PS-")


class Wording(Protocol):
    """What somebody who compares statements makes of their words."""

    def looked_for(self, told: ToldStatement) -> Iterable[Collection[str]]:
        """Return the beginnings of the words that whatever conflicts with a statement shares, a set for each claim."""

    def words_in(self, text: str) -> frozenset[str]:
        """Return the beginnings of the telling words of a text."""


def statement_pairs(
    connection: Connection, wording: Wording, asked: Asked
) -> Iterator[tuple[ToldStatement, ToldStatement]]:
    """Yield (one, another) that share words, each pair once: `one` is asked for.

    Where nothing is asked, `one` is a statement that denies, or says that something is not so: of two that contradict
    each other one does.
    """
    known: set[tuple[int, int]] = set()
    seeds = connection.scalars(_seeds(asked).order_by(statements.c.number)).all()
    for number, one in zip(seeds, told_statements(connection, seeds), strict=True):
        others = {other for words in wording.looked_for(one) for other in _sharing(connection, words, wording)}
        fresh = [other for other in sorted(others) if other != number and (other, number) not in known]
        known.update((number, other) for other in fresh)
        yield from ((one, other) for other in told_statements(connection, fresh))


def _seeds(asked: Asked) -> Select[int]:
    if asked != Asked():
        return _asked_for(asked)
    match = matching("statements", _NEGATORS, any_of=True)
    negated = statements.c.number.in_(select(match.c.number))
    denying = statements.c.act.in_(_DENYING), statements.c.factuality.in_(_NOT_SO)
    return select(statements.c.number).where(or_(negated, *denying))


def _sharing(connection: Connection, words: Collection[str], wording: Wording) -> Iterator[int]:
    """The statements whose content has most of some words, among those that match their beginnings best."""
    longest = sorted(words, key=lambda word: (-len(word), word))[:_WORDS]
    match = matching("statements", [Term(word, prefix=True) for word in longest], any_of=True)
    best = select(match.c.number).order_by(match.c.rank, match.c.number).limit(_NEAREST)
    query = select(statements.c.number, statements.c.words).where(statements.c.number.in_(best))
    for row in connection.execute(query):
        if len(wording.words_in(row.words).intersection(words)) >= _SHARED * len(words):
            yield row.number


def before_answers(connection: Connection, answers: Sequence[Term], asked: Asked) -> Iterator[list[ToldStatement]]:
    """Yield, for each statement with one of the phrases that is asked for, it and what the document has before it.

    A denial that answers is short; what it answers holds the words: asked for is whatever stands in that stretch.
    """
    match = matching("statements", answers, any_of=True)
    query = select(statements.c.number, statements.c.document, statements.c.position)
    query = query.join(match, match.c.number == statements.c.number).order_by(statements.c.number)
    rows = connection.execute(query).all()
    wanted = set(connection.scalars(_asked_for(asked))) if asked != Asked() else None
    for row in rows:
        stretch = select(statements.c.number).where(
            statements.c.document == row.document,
            statements.c.position.between(row.position - _BEFORE, row.position),
        )
        numbers = connection.scalars(stretch.order_by(statements.c.position)).all()
        if wanted is None or wanted.intersection(numbers):
            yield list(told_statements(connection, numbers))


def _asked_for(asked: Asked) -> Select[int]:
    """Select the statements that are asked for; all of them, where nothing is."""
    query = select(statements.c.number)
    if asked.about:
        query = query.where(statements.c.number.in_(with_words(asked.about)))
    return query.where(statements.c.number.in_(said_by(asked.speaker))) if asked.speaker else query

"""Who else said it: statements by others in the same words, or by their meaning, of what somebody said.

The same words are looked for among those that hold the longest words of a statement, and of those a few: the work for
one statement is the same in each ledger. What is near in meaning is compared with all that is stored.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.comparing.figures.telling import told_statements_of
from onrecord.comparing.origins.same_words import same_statement
from onrecord.errors import NotInLedger
from onrecord.folding import fold
from onrecord.ledger import Hit, Ledger
from onrecord.records import Statement, ToldStatement

# Words by which a statement is looked for, and the fewest letters of one.
_WORDS: Final = 4
_LETTERS: Final = 4
# Statements that hold them which are looked at.
_LOOKED_AT: Final = 15
# Statements of a speaker that are looked for elsewhere.
_AT_ONCE: Final = 5
# From where on what is near in meaning says nearly the same, and how many of these are told.
_NEAR: Final = 0.8
_NEAREST: Final = 20


@dataclass(frozen=True, slots=True)
class Echo:
    """A statement by others that says what `of` says.

    `similarity` is the cosine of the meanings, None where the words are nearly the same.
    """

    of: ToldStatement
    hit: Hit
    similarity: float | None = None


@dataclass(frozen=True, slots=True)
class Echoes:
    """What others said too, in order of the statements given; `looked_for` is how many of these were looked for."""

    found: Sequence[Echo]
    looked_for: int


def told_statement(ledger: Ledger, record: str) -> ToldStatement:
    """Return the statement with this id. Raises NotInLedger."""
    document, layer = ledger.where_is(record)
    if layer != "statement":
        raise NotInLedger(record, f"is no statement but of the layer {layer}", "take the id of a statement")
    return next(one for one in told_statements_of(ledger.record(document)) if one.statement.id == record)


def who_else(ledger: Ledger, said: Sequence[ToldStatement], names: Iterable[str] = ()) -> Echoes:
    """Return statements by others in nearly the same words as the first few of some.

    `names` are what whoever said it is called besides: who shares a part of a name is no other.
    """
    own = {word for name in names for word in fold(name).split()}
    looked_for = said[:_AT_ONCE]
    return Echoes([echo for told in looked_for for echo in _in_same_words(ledger, told, own)], len(looked_for))


def who_means(ledger: Ledger, told: ToldStatement) -> list[Echo]:
    """Return statements by others that say nearly the same, the nearest in meaning first; none of one without meaning.

    The time grows with the ledger, as that of `Ledger.nearest`.
    """
    vector = ledger.meaning_of_statement(told.statement.id)
    if vector is None:
        return []
    near = ledger.nearest(vector, limit=_NEAREST)
    close = ((hit, hit.similarity) for hit in near if hit.similarity is not None and hit.similarity >= _NEAR)
    return [Echo(told, hit, similarity) for hit, similarity in close if _by_others(told, hit, set())]


def _in_same_words(ledger: Ledger, told: ToldStatement, own: set[str]) -> list[Echo]:
    words = _looked_for(told.statement)
    hits = ledger.search(" ".join(words), limit=_LOOKED_AT) if words else ()
    others = (hit for hit in hits if _by_others(told, hit, own))
    return [Echo(told, hit) for hit in others if same_statement(told.statement, (), hit.statement, ())]


def _by_others(told: ToldStatement, hit: Hit, own: set[str]) -> bool:
    """Whether it is known who made a statement, and none of them shares a part of a name with who is asked about."""
    ours = own | {word for one in told.speakers for word in fold(one.name).split()}
    theirs = {word for name in hit.speakers for word in fold(name).split()}
    return bool(theirs) and ours.isdisjoint(theirs)


def _looked_for(statement: Statement) -> list[str]:
    """The longest words of a statement, which are the rarest; none of one that has too few of some length."""
    words = {word for span in statement.content for word in fold(span.text).split() if len(word) >= _LETTERS}
    return sorted(words, key=lambda word: (-len(word), word))[:_WORDS] if len(words) >= _WORDS else []

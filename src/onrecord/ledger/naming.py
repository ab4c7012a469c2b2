"""Entities by what they are called, and what they said."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sqlalchemy import Connection, func, select

from onrecord.ledger.dialect import matching
from onrecord.ledger.loading import load_entities
from onrecord.ledger.tables import documents, entities, entity_keys, entity_names, statement_speakers
from onrecord.ledger.telling import pages_of
from onrecord.ledger.words import Term
from onrecord.records import EntityKey, Seen

# Keys named in one question: well under what a database allows.
_AT_ONCE: Final = 400
_ID: Final = re.compile(r"en-[0-9a-f]{0,16}", re.IGNORECASE)


def seen_entities(connection: Connection, numbers: Sequence[int]) -> Iterator[Seen]:
    """Yield the entities of these numbers, each with its document, in this order."""
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        query = select(entities.c.number, entities.c.document).where(entities.c.number.in_(some))
        document = {row.number: row.document for row in connection.execute(query)}
        pages = pages_of(connection, set(document.values()))
        for number, entity in zip(some, load_entities(connection, some), strict=True):
            yield Seen(entity, pages[document[number]])


def numbers_called(connection: Connection, words: Sequence[Term]) -> list[int]:
    """Return the numbers of the entities of which one name or alias holds all the words, in the order of adding."""
    match = matching("entity_names", words)
    query = select(entity_names.c.entity).join(match, match.c.number == entity_names.c.number)
    return sorted(set(connection.scalars(query)))


def numbers_of(connection: Connection, keys: Iterable[EntityKey]) -> list[int]:
    """Return the numbers of those of the entities that are there, in the order of adding."""
    return sorted(_numbers_of(connection, keys))


def numbers_with_id(connection: Connection, beginning: str) -> list[int]:
    """Return the numbers of the entities whose id begins so, in the order of adding; none where it is no id."""
    if _ID.fullmatch(beginning) is None:
        return []
    begins = beginning.lower()
    # "g" stands behind every hexadecimal digit: a range uses the index, where LIKE would not.
    return sorted(connection.scalars(select(entities.c.number).where(entities.c.id.between(begins, begins + "g"))))


def statements_by(connection: Connection, keys: Sequence[EntityKey]) -> dict[EntityKey, int]:
    """Count the statements of each of these entities; one that said nothing is left out."""
    key_of, counts = _numbers_of(connection, keys), dict[EntityKey, int]()
    numbers = list(key_of)
    for start in range(0, len(numbers), _AT_ONCE):
        query = select(statement_speakers.c.entity, func.count().label("said"))
        said = query.where(statement_speakers.c.entity.in_(numbers[start : start + _AT_ONCE]))
        for row in connection.execute(said.group_by(statement_speakers.c.entity)):
            counts[key_of[row.entity]] = row.said
    return counts


def _numbers_of(connection: Connection, keys: Iterable[EntityKey]) -> dict[int, EntityKey]:
    """The numbers of those of the entities that are there, found by their ids, which hardly two documents share."""
    wanted, found = dict.fromkeys(keys), dict[int, EntityKey]()
    ids = list(dict.fromkeys(entity for _, entity in wanted))
    for start in range(0, len(ids), _AT_ONCE):
        query = select(entities.c.number, entities.c.id, documents.c.id.label("of")).join(documents)
        for row in connection.execute(query.where(entities.c.id.in_(ids[start : start + _AT_ONCE]))):
            if (row.of, row.id) in wanted:
                found[row.number] = row.of, row.id
    return found


def lacks_keys(connection: Connection) -> bool:
    """Tell whether the ledger holds entities, and was filled by a version that kept no keys of them."""
    held = connection.scalar(select(entities.c.number).limit(1)) is not None
    return held and connection.scalar(select(entity_keys.c.entity).limit(1)) is None

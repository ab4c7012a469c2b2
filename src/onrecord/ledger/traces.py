"""Traces: kept and forgotten with the records of a reading, and asked for what shares one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from sqlalchemy import Connection, Table, delete, select

from onrecord.ledger.rows import Values, insert_many
from onrecord.ledger.tables import bands, entity_keys, figure_keys, figures, signatures
from onrecord.records import Traces

# Keys named in one question: well under what a database allows.
_AT_ONCE: Final = 500


def store_traces(
    connection: Connection,
    traces: Traces,
    document: int,
    known_figures: Mapping[str, int],
    known_entities: Mapping[str, int],
) -> None:
    """Put the traces of a document in place of those that stood; the `known` have the number of each id."""
    for table in (bands, signatures):
        connection.execute(delete(table).where(table.c.document == document))
    if traces.signature:
        insert_many(connection, signatures, [{"document": document, "signature": traces.signature}])
    rows: Iterator[Values] = (
        {"document": document, "position": position, "hash": band} for position, band in traces.bands.items()
    )
    insert_many(connection, bands, rows)
    insert_many(connection, figure_keys, _key_rows("figure", traces.figures, known_figures))
    insert_many(connection, entity_keys, _key_rows("entity", traces.entities, known_entities))


def figures_with(connection: Connection, keys: Iterable[str]) -> list[int]:
    """Return the numbers of the figures that have one of these keys, in the order of adding."""
    return sorted({number for number in _with_any(connection, figure_keys, "figure", keys)})


def entities_with(connection: Connection, keys: Iterable[str]) -> list[int]:
    """Return the numbers of the entities that have one of these keys, in the order of adding."""
    return sorted({number for number in _with_any(connection, entity_keys, "entity", keys)})


def knows_figures(connection: Connection) -> bool:
    """Tell whether figures can be found by what they count: some have a key, or none says what it counts."""
    keyed = connection.scalar(select(figure_keys.c.figure).limit(1)) is not None
    return keyed or connection.scalar(select(figures.c.number).where(figures.c.counted.is_not(None)).limit(1)) is None


def numbers_of_figures(connection: Connection, document: int) -> dict[str, int]:
    """Return the number of each figure of a document by its id."""
    query = select(figures.c.id, figures.c.number).where(figures.c.document == document)
    return {row.id: row.number for row in connection.execute(query)}


def _key_rows(owner: str, keys: Mapping[str, Sequence[str]], known: Mapping[str, int]) -> Iterator[Values]:
    for of, its in keys.items():
        yield from ({owner: known[of], "key": key} for key in dict.fromkeys(its))


def _with_any(connection: Connection, table: Table, owner: str, keys: Iterable[str]) -> Iterator[int]:
    wanted = list(dict.fromkeys(keys))
    for start in range(0, len(wanted), _AT_ONCE):
        query = select(table.c[owner]).where(table.c.key.in_(wanted[start : start + _AT_ONCE]))
        yield from connection.scalars(query)

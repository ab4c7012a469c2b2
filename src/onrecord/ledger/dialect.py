"""What the two databases do differently, all of it in this one file.

SQLite (3.30 or newer, with FTS5) is spoken today. For PostgreSQL each function here needs a second answer:
`tsvector` columns for the indexes, SQLSTATE codes for the errors, nothing for the pragmas.
"""

import json
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final

from sqlalchemy import (
    URL,
    BigInteger,
    Connection,
    Engine,
    Float,
    Integer,
    Select,
    Subquery,
    Text,
    column,
    create_engine,
    event,
    func,
    literal_column,
    select,
    table,
)
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from onrecord.errors import LedgerBusy, LedgerError
from onrecord.ledger.words import Term

# SQLite counts rows by itself only where the key's type is exactly INTEGER.
NUMBER: Final = BigInteger().with_variant(Integer(), "sqlite")

# "OnRe", in the file's header, tells a ledger from any other SQLite file.
APPLICATION_ID: Final = 0x4F6E5265

# The indexed column of each table that is searched: never a document's whole text.
INDEXED: Final = {"paragraphs": "text", "statements": "words", "entity_names": "folded", "copies": "title"}

_INDEX: Final = (
    """CREATE VIRTUAL TABLE {table}_fts USING fts5(
        {column}, content='{table}', content_rowid='number', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER {table}_fts_insert AFTER INSERT ON {table} BEGIN
        INSERT INTO {table}_fts(rowid, {column}) VALUES (new.number, new.{column}); END""",
    """CREATE TRIGGER {table}_fts_delete AFTER DELETE ON {table} BEGIN
        INSERT INTO {table}_fts({table}_fts, rowid, {column}) VALUES ('delete', old.number, old.{column}); END""",
    """CREATE TRIGGER {table}_fts_update AFTER UPDATE OF {column} ON {table}
        WHEN old.{column} IS NOT new.{column} BEGIN
        INSERT INTO {table}_fts({table}_fts, rowid, {column}) VALUES ('delete', old.number, old.{column});
        INSERT INTO {table}_fts(rowid, {column}) VALUES (new.number, new.{column}); END""",
)

# Primary result codes, https://www.sqlite.org/rescode.html
_REASONS: Final = {
    sqlite3.SQLITE_PERM: ("may not be opened", "check the permissions of the file and its folder"),
    sqlite3.SQLITE_READONLY: ("cannot be written to", "check the permissions of the file and its folder"),
    sqlite3.SQLITE_IOERR: ("the disk failed", "check the disk it lies on"),
    sqlite3.SQLITE_CORRUPT: ("is damaged", "restore it from a backup"),
    sqlite3.SQLITE_FULL: ("the disk is full", "make room and try again"),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", "check the permissions of the file and its folder"),
    sqlite3.SQLITE_NOTADB: ("is not a ledger: it is no SQLite file", "give another path with --ledger"),
}


def open_engine(path: Path, timeout: float) -> Engine:
    """Return an engine on the file at `path` that waits `timeout` seconds for another writer."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": timeout},
        # A thread may ask one question while it goes through the answer to another. Where all connections are taken
        # by such threads, each would wait for the others: so there are as many as are needed, and five are kept.
        max_overflow=-1,
        json_serializer=partial(json.dumps, ensure_ascii=False),
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "invalidate", _let_go)
    return engine


def _set_up(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    assert isinstance(connection, sqlite3.Connection)
    # The module's own transactions begin too late (at the first INSERT) and too softly; `_begin` begins ours.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    # A writer takes its lock at once: a reader that turns writer halfway cannot wait its turn.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _let_go(connection: DBAPIConnection, _entry: ConnectionPoolEntry, _error: BaseException | None) -> None:
    # Ctrl-C makes SQLAlchemy close the connection, but the lock stays while a traceback holds the cursor.
    connection.rollback()


@contextmanager
def transaction(engine: Engine, where: str, *, writes: bool) -> Iterator[Connection]:
    """Run one transaction; any exception in it, an interrupt too, takes all of it back.

    Raises LedgerBusy or LedgerError, naming `where`, for what the database refuses.
    """
    try:
        with engine.connect().execution_options(writes=writes) as connection, connection.begin():
            yield connection
    except DBAPIError as error:
        raise _translated(error.orig, where) from error


def _translated(error: BaseException | None, where: str) -> LedgerError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LedgerBusy(where)
    reason, advice = _REASONS.get(code, (f"the database says: {error}", "run onrecord verify"))
    return LedgerError(where, reason, advice)


def use_write_ahead_log(engine: Engine, where: str, timeout: float) -> None:
    """Let readers read while one writes (WAL); the file remembers it. Raises LedgerBusy, LedgerError."""
    deadline = time.monotonic() + timeout
    while True:
        try:
            # Outside a transaction, as SQLite asks; and its busy timeout does not cover this statement.
            with engine.connect() as connection:
                driver = connection.connection.driver_connection
                assert isinstance(driver, sqlite3.Connection)
                driver.execute("PRAGMA journal_mode = WAL")
            return
        except (sqlite3.Error, DBAPIError) as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            translated = _translated(cause, where)
            if not isinstance(translated, LedgerBusy) or time.monotonic() > deadline:
                raise translated from error
            time.sleep(0.02)


def is_empty(connection: Connection) -> bool:
    """Tell whether the database holds nothing at all."""
    return not connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()


def is_ours(connection: Connection) -> bool:
    """Tell whether the file says of itself that it is a ledger."""
    return bool(connection.exec_driver_sql("PRAGMA application_id").scalar_one() == APPLICATION_ID)


def mark_as_ours(connection: Connection) -> None:
    """Write into the file that it is a ledger."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def create_index(connection: Connection, table_name: str, column_name: str) -> None:
    """Index the words of a text column, kept in step by the database itself."""
    for statement in _INDEX:
        connection.exec_driver_sql(statement.format(table=table_name, column=column_name))


def fill_index(connection: Connection, table_name: str) -> None:
    """Index the rows that were there before the index."""
    index = f"{table_name}_fts"
    connection.exec_driver_sql(f"INSERT INTO {index}({index}) VALUES ('rebuild')")


def drop_index(connection: Connection, table_name: str) -> None:
    """Take an index of words out again."""
    for change in ("insert", "delete", "update"):
        connection.exec_driver_sql(f"DROP TRIGGER {table_name}_fts_{change}")
    connection.exec_driver_sql(f"DROP TABLE {table_name}_fts")


def listed(numbers: Sequence[int]) -> Select[tuple[int]]:
    """Select these numbers, however many: they go in as one value, where a list of values has a limit."""
    each = func.json_each(json.dumps(list(numbers))).table_valued(column("value", Integer))
    return select(each.c.value)


def highlighted(
    table_name: str, terms: Sequence[Term], numbers: Sequence[int], marks: tuple[str, str]
) -> Select[tuple[int, str]]:
    """Select (number, text) of those of these rows that match, `marks` around each word or phrase that was found.

    `marks` are two characters that no text holds.
    """
    name = f"{table_name}_fts"
    index = table(name, column("rowid", Integer))
    text = func.highlight(literal_column(name), 0, *marks, type_=Text).label("text")
    found = literal_column(name).op("MATCH")(" ".join(_phrase(term) for term in terms))
    return select(index.c.rowid.label("number"), text).where(found, index.c.rowid.in_(numbers))


def matching(table_name: str, terms: Sequence[Term], *, any_of: bool = False) -> Subquery:
    """Return (number, rank) of the rows whose indexed column holds every term; the best has the lowest rank.

    With `any_of`, of the rows that hold one of them.

    `rank` is BM25 (Robertson and Zaragoza 2009), negated as FTS5 does. Each term goes in as a quoted string, the one
    form in which nothing is an operator, so no words can be a syntax error.
    """
    index = table(f"{table_name}_fts", column("rowid", Integer), column("rank", Float))
    query = (" OR " if any_of else " ").join(_phrase(term) for term in terms)
    found = literal_column(f"{table_name}_fts").op("MATCH")(query)
    return select(index.c.rowid.label("number"), index.c.rank.label("rank")).where(found).subquery()


def _phrase(term: Term) -> str:
    quoted = term.text.replace('"', '""')
    return f'"{quoted}" *' if term.prefix else f'"{quoted}"'


def damage(connection: Connection) -> Iterator[str]:
    """Say what is wrong with the file itself and with the references between its tables."""
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if said != "ok":
            yield str(said)
    for child, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"row {row} of {child} points at a row of {parent} that is not there"


def check_index(connection: Connection, table_name: str) -> bool:
    """Tell whether the index of a table holds exactly the words of its rows (needs a writing transaction)."""
    index = f"{table_name}_fts"
    try:
        connection.exec_driver_sql(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
    except DBAPIError as error:
        if getattr(error.orig, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        return False
    return True

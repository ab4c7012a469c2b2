"""Opening a ledger: is it there, is it one, is it of this version's shape."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect

from onrecord.errors import LedgerError, NoLedger
from onrecord.ledger import dialect
from onrecord.ledger.tables import SCHEMA


def open_database(where: str | Path, *, create: bool, timeout: float) -> Engine:
    """Return an engine on the ledger at `where`, brought to this version's schema.

    Raises what `open_ledger` raises.
    """
    path = _path(where)
    _refuse_absent(path, where, create=create)
    if create:
        _make_folder(path, where)
    engine = dialect.open_engine(path, timeout)
    try:
        _prepare(engine, str(where), create=create, timeout=timeout)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _path(where: str | Path) -> Path:
    if "://" in str(where):
        raise LedgerError(str(where), "is an address, and this version keeps a ledger in a file", "give a path")
    if "\0" in str(where):
        raise LedgerError(str(where), "is no path")
    try:
        return Path(where).expanduser().absolute()
    except RuntimeError:
        raise LedgerError(str(where), "begins with the home folder of nobody here") from None


def _refuse_absent(path: Path, where: str | Path, *, create: bool) -> None:
    try:
        if path.is_dir():
            raise LedgerError(str(where), "is a folder, not a ledger", "give the path of a file")
        # SQLite takes an empty file for an empty database.
        if not create and not (path.exists() and path.stat().st_size):
            raise NoLedger(str(where))
    except OSError as error:
        raise LedgerError(str(where), f"cannot be reached: {error.strerror}") from error


def _make_folder(path: Path, where: str | Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(str(where), f"its folder cannot be made: {error.strerror}") from error


def _prepare(engine: Engine, where: str, *, create: bool, timeout: float) -> None:
    with dialect.transaction(engine, where, writes=False) as connection:
        current = _schema(connection, where)
    if current == SCHEMA:
        return
    if current is None and not create:
        raise NoLedger(where)
    dialect.use_write_ahead_log(engine, where, timeout)
    _migrate(engine, where)


def _schema(connection: Connection, where: str) -> str | None:
    """Return the revision of a ledger's tables, `None` for an empty database.

    Raises LedgerError for a database of something else.
    """
    if dialect.is_empty(connection):
        return None
    if not (dialect.is_ours(connection) and inspect(connection).has_table("alembic_version")):
        raise LedgerError(where, "is a database, but not a ledger")
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())


def _migrate(engine: Engine, where: str) -> None:
    from onrecord.ledger.migrations import upgrade

    with dialect.transaction(engine, where, writes=True) as connection:
        # Asked again under the lock: another program may have been quicker.
        upgrade(connection, where, _schema(connection, where))
        dialect.mark_as_ours(connection)

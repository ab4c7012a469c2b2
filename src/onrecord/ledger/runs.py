"""Runs: which model, which version and which settings read what, and when."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, Self

from sqlalchemy import ColumnElement, Connection, Select, select, update

import onrecord
from onrecord.ledger.moments import now
from onrecord.ledger.rows import Values, inserted
from onrecord.ledger.tables import readings, runs
from onrecord.settings import Settings


class Card(Protocol):
    """What a run notes of a model."""

    @property
    def name(self) -> str:
        """The model's name."""

    @property
    def digest(self) -> str:
        """The digest of its weights."""


@dataclass(frozen=True, slots=True)
class ReadBy:
    """Who reads: a model, by the digest of its weights, under the rules of one version of the package."""

    digest: str
    version: str

    @classmethod
    def this_version(cls, model: Card) -> Self:
        """Return who reads with a model here and now."""
        return cls(model.digest, onrecord.__version__)


@dataclass(frozen=True, slots=True)
class Run:
    """One use of a reader, from `begin_run` to `finish`; one that never finished was broken off.

    `id` is its number in the ledger.
    """

    id: int
    reader: ReadBy
    _finish: Callable[[int], None] = field(repr=False, compare=False)

    def finish(self) -> None:
        """Note that the run came to its end. Raises LedgerBusy, LedgerError."""
        self._finish(self.id)


def insert_run(connection: Connection, model: Card, settings: Settings) -> tuple[int, ReadBy]:
    """Write down that a run begins; return its number and its reader."""
    reader = ReadBy.this_version(model)
    row: Values = {
        "model": model.name,
        "digest": reader.digest,
        "version": reader.version,
        "settings": _written(settings),
        "started": now(),
    }
    return inserted(connection, runs, row), reader


def end_run(connection: Connection, number: int) -> None:
    """Write down that a run came to its end."""
    connection.execute(update(runs).where(runs.c.number == number).values(finished=now()))


def newest_reading(document: int | ColumnElement[int], *columns: ColumnElement[Any]) -> Select[Any]:
    """Select columns of the reading whose records stand for a document: its newest one."""
    ours = select(*columns).where(readings.c.document == document)
    return ours.order_by(readings.c.number.desc()).limit(1)


def current_reader(connection: Connection, document: int) -> ReadBy | None:
    """Return who found the records that stand for a document; `None` where nobody has read it."""
    query = newest_reading(document, runs.c.digest, runs.c.version).join(readings, readings.c.run == runs.c.number)
    row = connection.execute(query).first()
    return None if row is None else ReadBy(row.digest, row.version)


def _written(settings: Settings) -> dict[str, str | int | float | None]:
    values = dataclasses.asdict(settings)
    return {name: str(value) if isinstance(value, Path) else value for name, value in values.items()}

"""What a table is: named and typed columns, and the rows that a record gives it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeAlias, TypedDict, TypeVar

from onrecord.records import Record, Span

_T = TypeVar("_T")

Kind = Literal["text", "integer", "number", "texts", "spans", "roles"]


class SpanCell(TypedDict):
    """A span in a cell."""

    start: int
    end: int
    text: str


class RoleCell(TypedDict):
    """An office in a cell."""

    title: str
    of: str | None


Value: TypeAlias = str | int | float | Sequence[str] | Sequence[SpanCell] | Sequence[RoleCell] | None
Row: TypeAlias = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what kind of value it has (or None, where it is not known), and what the value says.

    A list is never None: it is empty.
    """

    name: str
    kind: Kind
    what: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table, and the rows that a record gives it, each with every column in order.

    `key` are the columns that together name a row, over all documents.
    """

    name: str
    what: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Callable[[Record], Iterator[Row]]


@dataclass(frozen=True, slots=True)
class Made(Generic[_T]):
    """A column, and how its value is had from what a row is of."""

    column: Column
    value: Callable[[_T], Value]


def made(name: str, kind: Kind, what: str, value: Callable[[_T], Value]) -> Made[_T]:
    """Return a column and how its value is had."""
    return Made(Column(name, kind, what), value)


def made_of_span(
    name: str, what: str, span: Callable[[_T], Span | None], *, text: str | None = None
) -> tuple[Made[_T], Made[_T], Made[_T]]:
    """Return the three columns of a span that may be absent: its text, under `text` or `name`, and its offsets."""

    def part(of: Callable[[Span], Value]) -> Callable[[_T], Value]:
        return lambda item: None if (found := span(item)) is None else of(found)

    return (
        made(text or name, "text", what, part(lambda found: found.text)),
        made(f"{name}_start", "integer", "where it begins in the document's text", part(lambda found: found.start)),
        made(f"{name}_end", "integer", "where it ends", part(lambda found: found.end)),
    )


def table(
    name: str,
    what: str,
    key: tuple[str, ...],
    items: Callable[[Record], Iterable[_T]],
    columns: Sequence[Made[_T]],
) -> Table:
    """Return the table that has a row for each item of a record."""

    def rows(record: Record) -> Iterator[Row]:
        for item in items(record):
            yield {one.column.name: one.value(item) for one in columns}

    return Table(name, what, key, tuple(one.column for one in columns), rows)


def span_cell(span: Span) -> SpanCell:
    """Return a span as a cell has it."""
    return {"start": span.start, "end": span.end, "text": span.text}

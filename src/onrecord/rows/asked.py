"""A table that is asked for: nothing is read before its rows are wanted."""

from collections.abc import Callable, Iterator
from html import escape
from itertools import islice
from typing import TYPE_CHECKING, Final

from onrecord.errors import UsageError
from onrecord.records import Record
from onrecord.rows.arrow import arrow_batches
from onrecord.rows.columns import Row, Table

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

# Rows that a notebook shows.
_SHOWN: Final = 20


class AskedTable:
    """Rows of a table, read anew each time they are asked for, in the order in which the documents were added.

    Iterating yields each row as a dict and keeps none of them; `to_arrow` and `to_pandas` hold all of them. In a
    notebook it shows its first rows.
    """

    def __init__(self, table: Table, records: Callable[[], Iterator[Record]]) -> None:
        self._table = table
        self._records = records

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns; `onrecord.rows` says what each is."""
        return tuple(column.name for column in self._table.columns)

    def __iter__(self) -> Iterator[Row]:
        for record in self._records():
            yield from self._table.rows(record)

    def to_arrow(self) -> "pa.Table":
        """Return the rows as an Arrow table; pieces of content are `list<struct<start, end, text>>`."""
        import pyarrow as pa

        return pa.concat_tables(arrow_batches(self._table, self._records()))

    def to_pandas(self) -> "pd.DataFrame":
        """Return the rows as a data frame; a whole number that is not known is `pd.NA`.

        Raises UsageError where pandas is not installed.
        """
        try:
            import pandas as pd
        except ImportError:
            advice = "install it with pip install 'onrecord[notebook]', or take to_arrow"
            raise UsageError("to_pandas", "pandas is not installed", advice) from None
        import pyarrow as pa

        return self.to_arrow().to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get)

    def __repr__(self) -> str:
        return f"<{self._table.name}: {self._table.what}; columns {', '.join(self.columns)}>"

    def _repr_html_(self) -> str:
        rows = list(islice(self, _SHOWN + 1))
        more = f"; the first {_SHOWN}, there are more" if len(rows) > _SHOWN else ""
        caption = escape(f"{self._table.name}: {self._table.what}{more}")
        head = "".join(f'<th title="{escape(one.what)}">{escape(one.name)}</th>' for one in self._table.columns)
        body = "".join(f"<tr>{''.join(map(_cell, row.values()))}</tr>" for row in rows[:_SHOWN])
        return (
            f'<table style="text-align:left"><caption>{caption}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        )


def _cell(value: object) -> str:
    return f'<td style="text-align:left;white-space:pre-wrap">{escape(_shown(value))}</td>'


def _shown(value: object, width: int = 200) -> str:
    told = "" if value is None else str(value)
    return told if len(told) <= width else f"{told[: width - 1]}…"

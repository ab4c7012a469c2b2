"""A Parquet file of articles, made anew each time: what the library writes differs by its version."""

import io

import pyarrow
import pyarrow.parquet

ROWS = [
    {
        "headline": "First convoy of grain ships leaves Port Ardent",
        "body": "Forty grain ships left Port Ardent on Saturday, the first in 14 months.",
        "source": {"name": "The Port Ardent Post"},
        "link": "https://post.example/convoy",
        "date": "2026-03-14",
    },
    {
        "headline": "Mines still adrift in the northern channel",
        "body": "Between 30 and 50 mines are adrift in the northern channel, a naval officer estimated on Sunday.",
        "source": {"name": "The Port Ardent Post"},
        "link": "https://post.example/mines",
        "date": "2026-03-15",
    },
]


def parquet(rows: list[dict[str, object]] | None = None) -> bytes:
    """Return the bytes of a Parquet file with these rows, one row group each."""
    table = pyarrow.Table.from_pylist(ROWS if rows is None else rows)
    stream = io.BytesIO()
    pyarrow.parquet.write_table(table, stream, row_group_size=1)
    return stream.getvalue()

"""Articles in Parquet, the columnar file of Apache, by `pyarrow`."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from onrecord.errors import DamagedFile, LockedFile, ReadingError
from onrecord.reading.head import Head
from onrecord.reading.holding.mapping import mapping_of, refuse_without_text
from onrecord.reading.holding.rows import Row, piece_of_row
from onrecord.reading.source import Pieces, Source

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

NAME: Final = "Parquet of articles"
_MAGIC: Final = b"PAR1"
_ENCRYPTED: Final = b"PARE"
# How many rows are taken out of the file at a time; an article is some kilobytes.
_ROWS: Final = 64


def tells(head: Head) -> bool:
    """Tell whether first bytes are those of a Parquet file."""
    return head.data.startswith((_MAGIC, _ENCRYPTED))


def pieces(source: Source) -> Pieces:
    """Yield the articles of a Parquet file, named by the number of their row, a few rows in memory at a time.

    Raises UnknownFormat where no column holds their text, LockedFile, DamagedFile.
    """
    if source.head.data.startswith(_ENCRYPTED):
        raise LockedFile(source.name, "is an encrypted Parquet file")
    file = _opened(source)
    columns = file.schema_arrow.names
    mapping = mapping_of(columns, source.columns)
    refuse_without_text(source.name, columns, mapping)
    wanted = [one for one in columns if any(_lies_in(column, one) for column in mapping.values())]
    for number, row in enumerate(_rows(file, wanted, source.name), start=1):
        yield piece_of_row(row, f"{source.name}#{number}", mapping, source.settings)


def _opened(source: Source) -> "ParquetFile":
    from pyarrow import ArrowException, set_memory_pool, system_memory_pool
    from pyarrow.parquet import ParquetFile

    # Other pools set more memory aside than a process with a limit has.
    set_memory_pool(system_memory_pool())
    try:
        return ParquetFile(source.opened(), pre_buffer=False)
    except (ArrowException, OSError, ValueError) as error:
        raise _damaged(source.name, error) from None


def _rows(file: "ParquetFile", wanted: list[str], name: str) -> Iterator[Row]:
    from pyarrow import ArrowException, ArrowMemoryError

    batches = file.iter_batches(batch_size=_ROWS, columns=wanted, use_threads=False)
    step = partial(next, batches, None)
    try:
        while (batch := step()) is not None:
            rows: list[Mapping[str, object]] = batch.to_pylist()
            yield from rows
    except ArrowMemoryError:
        raise MemoryError from None
    except (ArrowException, OSError, ValueError) as error:
        raise _damaged(name, error) from None


def _lies_in(column: str, name: str) -> bool:
    return column == name or column.startswith(f"{name}.")


def _damaged(name: str, error: Exception) -> ReadingError:
    said = next(iter(str(error).splitlines()), "")
    return DamagedFile(name, f"is a damaged Parquet file ({said})")

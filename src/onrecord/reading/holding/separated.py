"""Articles in a table of separated values: commas, semicolons or tabs (RFC 4180), with a line of column names."""

import csv
import zlib
from collections.abc import Iterator, Sequence
from io import StringIO, TextIOWrapper
from typing import Final

from onrecord.errors import DamagedFile
from onrecord.reading.head import Head
from onrecord.reading.holding.mapping import holds_text, mapping_of, refuse_without_text
from onrecord.reading.holding.rows import failing, piece_of_row
from onrecord.reading.source import Pieces, Source

NAME: Final = "a table of separated values"
_SEPARATORS: Final = "\t,;"
_SUFFIXES: Final = (".csv", ".tsv", ".csv.gz", ".tsv.gz")
# A line of names is short, and so are the names.
_LONGEST_LINE: Final = 2_000
_LONGEST_NAME: Final = 60
# A value of so many characters may be an article, whatever its column is called.
_LONG: Final = 200


def tells(head: Head) -> bool:
    """Tell whether first bytes are those of a table of articles.

    Its first line names a column of text and at least one other that articles have, and its first row has a value for
    each. Where a file's name says that it is a table, a row with a long value is enough.
    """
    names, row = _first_rows(head)
    if row is None or len(row) != len(names):
        return False
    if holds_text(names) and len(mapping_of(names, ())) > 1:
        return True
    return head.name.lower().endswith(_SUFFIXES) and (holds_text(names) or max(map(len, row)) >= _LONG)


def pieces(source: Source) -> Pieces:
    """Yield the articles of a table, named by the number of their row, one in memory at a time.

    Raises UnknownFormat where no column holds their text, DamagedFile where the table breaks off.
    """
    names, _ = _first_rows(source.head)
    mapping = mapping_of(names, source.columns)
    refuse_without_text(source.name, names, mapping)
    # Longer values end the table: what follows an open quotation mark is one value.
    csv.field_size_limit(source.settings.max_bytes)
    text = TextIOWrapper(source.opened(), encoding=_encoding(source.head), errors="replace", newline="")
    try:
        rows = csv.reader(text, delimiter=_separator(_first_line(source.head)))
        next(rows)
        for number, row in enumerate(_whole(rows, source.name), start=1):
            name = f"{source.name}#{number}"
            if len(row) == len(names):
                yield piece_of_row(dict(zip(names, row, strict=True)), name, mapping, source.settings)
            elif row:
                reason = f"has {len(row)} values in row {number}, where there are {len(names)} columns"
                yield failing(name, DamagedFile(name, reason, "mend that row"))
    finally:
        # The stream is the source's.
        text.detach()


def _whole(rows: Iterator[list[str]], name: str) -> Iterator[list[str]]:
    try:
        yield from rows
    except csv.Error as error:
        raise DamagedFile(name, f"is a damaged table ({error})") from None
    except (EOFError, OSError, zlib.error) as error:
        raise DamagedFile(name, f"is a damaged gzip file ({error})") from None


def _first_rows(head: Head) -> tuple[Sequence[str], Sequence[str] | None]:
    """Return the names of the columns, none for what is no table, and the first row, None where it is not whole."""
    separator = _separator(line := _first_line(head))
    try:
        names = next(csv.reader([line], delimiter=separator), [])
        if not _are_names(names):
            return (), None
        rows = csv.reader(StringIO(head.data.decode(_encoding(head), "replace"), newline=""), delimiter=separator)
        next(rows)
        return names, next(rows, None)
    except (csv.Error, StopIteration):
        return (), None


def _are_names(names: Sequence[str]) -> bool:
    told_apart = len(names) > 1 and len(set(names)) == len(names)
    return told_apart and all(0 < len(one.strip()) <= _LONGEST_NAME for one in names)


def _first_line(head: Head) -> str:
    line = head.data[:_LONGEST_LINE].decode(_encoding(head), "replace").partition("\n")[0]
    return line.rstrip("\r") if len(line) < _LONGEST_LINE else ""


def _separator(line: str) -> str:
    return max(_SEPARATORS, key=line.count)


def _encoding(head: Head) -> str:
    """Return the encoding of a table: UTF-8, unless bytes of the head, but for a character that it cuts, are not."""
    try:
        head.data[: head.data.rfind(b"\n") + 1 or None].decode("utf-8-sig")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"

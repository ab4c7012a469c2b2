"""Articles in JSON: one object a line, or an array of them."""

import json
import re
import zlib
from collections.abc import Iterator, Mapping
from functools import partial
from typing import BinaryIO, Final

from onrecord.errors import DamagedFile, ReadingError, TooLarge
from onrecord.reading.head import Head
from onrecord.reading.holding.json_array import BrokenArray, elements
from onrecord.reading.holding.mapping import holds_text, mapping_of, refuse_without_text
from onrecord.reading.holding.rows import Row, failing, piece_of_row
from onrecord.reading.metadata import Metadata, StatedDate, Story
from onrecord.reading.source import Piece, Pieces, Source

NAME: Final = "JSON of articles"
# Who calls a file so means one object a line.
_LINES_SUFFIXES: Final = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
# A value of so many characters may be an article, whatever its column is called.
_LONG: Final = 200
_BEGINNING: Final = re.compile(r"\s*(?P<array>\[\s*)?\{\s*\"")
_TEXT_KEY: Final = re.compile(r'"(?:text|body|content|article|maintext|full_text)"\s*:\s*"', re.IGNORECASE)
# What `onrecord read --format jsonl` writes.
_OWN: Final = "document"


def tells(head: Head) -> bool:
    """Tell whether first bytes are those of JSON that holds articles, in an array or one a line.

    One object alone is a table only where it has a column of text, or a file's name says that its lines are objects.
    """
    text = head.data.decode("utf-8-sig", "ignore")
    found = _BEGINNING.match(text)
    if found is None:
        return False
    first = head.first_object
    if first is None:
        return not head.whole and _TEXT_KEY.search(text) is not None
    if holds_text(first) or _is_own(first) or head.name.lower().endswith(_LINES_SUFFIXES):
        return _has_words(first) or not _is_alone(text)
    return not _is_alone(text) and any(isinstance(one, str) and len(one) >= _LONG for one in first.values())


def pieces(source: Source) -> Pieces:
    """Yield the articles of a source, each named by its line or its place in the array.

    Raises UnknownFormat where no column holds their text, DamagedFile where the source breaks off.
    """
    columns = _columns_at_the_head(source.head)
    mapping = mapping_of(columns, source.columns)
    first = source.head.first_object
    if _OWN not in columns or (first is not None and not _is_own(first)):
        refuse_without_text(source.name, columns, mapping)
    is_array = source.head.data.decode("utf-8-sig", "ignore").lstrip().startswith("[")
    try:
        yield from (_array if is_array else _lines)(source, mapping)
    except (EOFError, OSError, zlib.error) as error:
        raise DamagedFile(source.name, f"is a damaged gzip file ({error})") from None


def _lines(source: Source, mapping: Mapping[str, str]) -> Pieces:
    stream = _without_mark(source.opened())
    for number, line in enumerate(_lines_of(stream, source.settings.max_bytes), start=1):
        if line is None or line.strip():
            yield _piece(line, f"{source.name}#{number}", f"line {number}", mapping, source)


def _array(source: Source, mapping: Mapping[str, str]) -> Pieces:
    number = 0
    try:
        for element in elements(source.opened(), source.settings.max_bytes):
            number += 1
            yield _piece(element, f"{source.name}#{number}", f"element {number}", mapping, source)
    except BrokenArray:
        raise DamagedFile(source.name, f"breaks off after {number:,} whole elements of its JSON array") from None


def _piece(data: bytes | None, name: str, place: str, mapping: Mapping[str, str], source: Source) -> Piece:
    if data is None:
        return failing(name, TooLarge(name))
    try:
        row = json.loads(data)
    except (ValueError, RecursionError) as error:
        said = "nested too deep" if isinstance(error, RecursionError) else error
        return failing(name, DamagedFile(name, f"is no JSON on {place} ({said})", "mend that line"))
    if not isinstance(row, dict):
        return failing(name, DamagedFile(name, f"is no JSON object on {place}", "mend that line"))
    if _is_own(row):
        return _own_piece(row[_OWN], name)
    if "text" not in mapping:
        return failing(name, ReadingError(name, f"holds no document on {place}", "mend that line"))
    return piece_of_row(row, name, mapping, source.settings)


def _is_own(row: Row) -> bool:
    """Tell whether a row is one that `onrecord read` wrote."""
    document = row.get(_OWN)
    return isinstance(document, dict) and isinstance(document.get("text"), str) and "outlet" in document


def _own_piece(document: Mapping[str, object], name: str) -> Piece:
    return Piece(name=name, read=partial(_own_story, document), url=_words(document.get("url")))


def _own_story(document: Mapping[str, object]) -> Story:
    published = _words(document.get("published"))
    authors = document.get("authors")
    metadata = Metadata(
        title=_words(document.get("title")),
        outlet=_words(document.get("outlet")),
        agency=_words(document.get("agency")),
        authors=tuple(one for one in authors if isinstance(one, str)) if isinstance(authors, list) else (),
        published=() if published is None else (StatedDate(published, "published"),),
        canonical=_words(document.get("canonical")),
        language=_words(document.get("language")),
    )
    return Story(text=str(document["text"]), metadata=metadata)


def _words(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _lines_of(stream: BinaryIO, most: int) -> Iterator[bytes | None]:
    """Yield the lines of a stream; None for one of more than `most` bytes, which is not kept."""
    while line := stream.readline(most + 1):
        if len(line) <= most or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(most + 1)) and not rest.endswith(b"\n"):
            pass
        yield None


def _without_mark(stream: BinaryIO) -> BinaryIO:
    """Return a stream behind its byte-order mark, if it has one."""
    if stream.read(3) != b"\xef\xbb\xbf":
        stream.seek(0)
    return stream


def _columns_at_the_head(head: Head) -> list[str]:
    """Return the names of the columns that the first objects have, in their order."""
    text = head.data.decode("utf-8-sig", "ignore")
    found = _BEGINNING.match(text)
    at = text.index("{", found.start()) if found is not None else 0
    columns: dict[str, None] = {}
    decoder = json.JSONDecoder()
    while text.startswith("{", at):
        try:
            row, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        columns |= dict.fromkeys(row)
        rest = re.compile(r"[\s,]*").match(text, at)
        at = at if rest is None else rest.end()
    # The first object may be longer than the head.
    return list(columns) or re.findall(r'"(\w{1,40})"\s*:', text)


def _has_words(row: Row) -> bool:
    return any(isinstance(one, str | dict | list) and one for one in row.values())


def _is_alone(text: str) -> bool:
    """Tell whether a text is one JSON object, and neither an array nor followed by another object."""
    stripped = text.lstrip()
    if stripped.startswith("["):
        return False
    try:
        _, end = json.JSONDecoder().raw_decode(stripped)
    except (ValueError, RecursionError):
        return True
    return not stripped[end:].lstrip().startswith("{")

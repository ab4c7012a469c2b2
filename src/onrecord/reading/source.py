"""What a reader of a format is given: bytes that can be gone through, and what is known of where they came from."""

import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import BinaryIO, Final

from onrecord.errors import DamagedFile, TooLarge, UnknownFormat
from onrecord.reading.head import LOOK, Head
from onrecord.reading.metadata import Story
from onrecord.records.columns import NO_COLUMNS, Columns
from onrecord.settings import Settings

_GZIP: Final = b"\x1f\x8b"
_PIECE: Final = 1024 * 1024
# A page in a web archive in a mail is as deep as anybody packs.
DEEPEST: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One document that a source holds, and that is not read yet.

    `name` is what outcomes and errors call it: the source's own name, with `#` and a number or id behind it where the
    source holds several; `url` is its own address, if it has one. `linked` is the address of the whole of it, where
    the source may hold only a beginning or a summary. `seen` (aware) is when it was found at its address, where the
    source knows. `read` makes the story of it, and raises a ReadingError.
    """

    name: str
    read: Callable[[], Story]
    url: str | None = None
    linked: str | None = None
    seen: datetime | None = None


@dataclass(frozen=True, slots=True)
class Passed:
    """A part of a source that is no document, and why, in words for the user ("is an image")."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A part of a source that names another source to read in its place: a feed on a list of feeds."""

    name: str
    address: str


Part = Piece | Passed | Elsewhere
Pieces = Iterator[Part]


@dataclass(frozen=True, kw_only=True)
class Source:
    """The bytes of one file, address or record, and what is known of them.

    `stream` can be sought; a reader of one format reads it from its beginning. `address` is where it came from,
    `content_type` what was stated there. `columns` say where in a table of articles what stands. `within` yields what
    bytes that lie in this source hold, whatever their format is (`nested` makes the source of them); `depth` is how
    deep this one lies.
    """

    name: str
    stream: BinaryIO
    settings: Settings
    address: str | None = None
    content_type: str | None = None
    columns: Columns = NO_COLUMNS
    depth: int = 0
    within: "Callable[[Source], Pieces]" = field(repr=False)

    @cached_property
    def is_gzipped(self) -> bool:
        """Whether the bytes are a gzip file."""
        self.stream.seek(0)
        return self.stream.read(2) == _GZIP

    @cached_property
    def head(self) -> Head:
        """The first bytes (`LOOK` of them), unpacked if they were gzipped, as far as they can be.

        Raises DamagedFile where none can.
        """
        data = _some(self.opened(), LOOK + 1, self.name, lenient=True)
        return Head(data=data[:LOOK], whole=len(data) <= LOOK, name=self.name, content_type=self.content_type)

    def opened(self) -> BinaryIO:
        """Return a stream of the bytes from the first one on, unpacked if they were gzipped.

        Reading it raises EOFError, OSError or zlib.error where the gzip file is broken. There is one at a time.
        """
        packed = self.is_gzipped
        self.stream.seek(0)
        return gzip.GzipFile(fileobj=self.stream, mode="rb") if packed else self.stream  # type: ignore[return-value]

    def data(self) -> bytes:
        """Return all bytes, unpacked if they were gzipped. Raises TooLarge, DamagedFile."""
        most = self.settings.max_bytes
        data = _some(self.opened(), most + 1, self.name)
        if len(data) > most:
            raise TooLarge(self.name)
        return data

    def nested(
        self, data: bytes, name: str, *, address: str | None = None, content_type: str | None = None
    ) -> "Source":
        """Return the source of bytes that lie in this one. Raises UnknownFormat where they lie too deep."""
        if self.depth >= DEEPEST:
            raise UnknownFormat(name, "is packed too deep", "unpack it first")
        return replace(
            self,
            name=name,
            stream=io.BytesIO(data),
            address=address,
            content_type=content_type,
            depth=self.depth + 1,
        )


def _some(stream: BinaryIO, most: int, name: str, *, lenient: bool = False) -> bytes:
    """Read up to `most` bytes, piece by piece: one read of a generous limit would set that much memory aside.

    `lenient`: what was read before a gzip file broke off is good enough.
    """
    data = bytearray()
    try:
        # Not `read`: where a gzip file breaks off, that gives nothing of what came before.
        while len(data) < most and (piece := stream.read1(min(_PIECE, most - len(data)))):  # type: ignore[attr-defined]
            data += piece
    except (EOFError, OSError, zlib.error) as error:
        if not (lenient and data):
            raise DamagedFile(name, f"is a damaged gzip file ({error})") from None
    return bytes(data)

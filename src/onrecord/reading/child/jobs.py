"""What the program asks of the process that reads for it, and what that answers."""

from dataclasses import dataclass
from datetime import datetime

from onrecord.errors import ReadingError
from onrecord.reading.metadata import Story
from onrecord.records.columns import NO_COLUMNS, Columns
from onrecord.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One source to read: a regular file by its path, or bytes. The first `skip` of its documents are not asked for."""

    name: str
    path: str | None = None
    data: bytes | None = None
    address: str | None = None
    content_type: str | None = None
    columns: Columns = NO_COLUMNS
    settings: Settings
    skip: int = 0


@dataclass(frozen=True, slots=True)
class Begun:
    """The process has begun with a document: should it die now, that is the one."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One part of a source: a document's story, or why there is none (`error`), or why it is no document (`passed`).

    `elsewhere` is the address of another source to read in its place. The other fields are those of `Piece`.
    """

    name: str
    url: str | None = None
    linked: str | None = None
    seen: datetime | None = None
    elsewhere: str | None = None
    story: Story | None = None
    error: ReadingError | None = None
    passed: str | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """The source has come to its end, or to what ended it; the process is ready for the next job."""

    error: ReadingError | None = None


Answer = Begun | Item | Done

"""The bytes of a source, before they are read: of a file, an address, standard input, or handed over."""

from dataclasses import dataclass, replace
from io import BytesIO

from onrecord.errors import NotFound
from onrecord.reading.child import Keeper
from onrecord.reading.fetch import fetch, is_address
from onrecord.reading.files import STANDARD_INPUT, is_regular, opened_file, read_standard_input, whole_file
from onrecord.reading.kinds import Kind, kind_of
from onrecord.reading.opening import source_of
from onrecord.records import Given
from onrecord.records.columns import NO_COLUMNS, Columns
from onrecord.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How sources are to be read.

    `published` (ISO 8601) overrides the date that documents state; `address` is the url of what is given, in place of
    the path or of the address it was fetched from. `columns` say where in a table of articles what stands. With
    `public_only` nothing is fetched but what anybody on the internet may reach. `keeper` keeps the process that reads
    what can hang; None: one is started where it is needed. `steps` is how far lists of other sources are followed.
    """

    settings: Settings
    published: str | None = None
    address: str | None = None
    columns: Columns = NO_COLUMNS
    public_only: bool = False
    keeper: Keeper | None = None
    steps: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The bytes of a source, or the path of the regular file that they lie in, and what is known of them.

    `url` is the address that documents in it get, `came_from` where a page's own links lead from. `kind` is None for
    what is read where the program runs; those bytes are always in memory.
    """

    name: str
    url: str | None
    data: bytes | None = None
    path: str | None = None
    came_from: str | None = None
    content_type: str | None = None
    kind: Kind | None = None


def held_at(source: str, how: How) -> Held:
    """Return the bytes of a path, an http(s) address, or standard input (`-`). Raises a ReadingError."""
    if source == STANDARD_INPUT:
        data = read_standard_input(how.settings)
        return held_bytes(data, "standard input", how.settings, url=how.address)
    return _fetched(source, how) if is_address(source) else _in_file(source, how)


def held_given(given: Given, how: How) -> Held:
    """Return the bytes that were handed over, or those at the address that was. Raises a ReadingError."""
    if given.data is not None:
        return held_bytes(given.data, given.name, how.settings, url=given.url)
    if not is_address(given.name):
        raise NotFound(given.name, "is no http or https address", "give one that begins with https://")
    return _fetched(given.name, how, url=given.url)


def held_bytes(data: bytes, name: str, settings: Settings, *, url: str | None, content_type: str | None = None) -> Held:
    """Return bytes with the format that they are in; `url` is where they came from. Raises DamagedFile."""
    kind = kind_of(source_of(BytesIO(data), name, settings, content_type=content_type).head)
    return Held(name=name, url=url, data=data, came_from=url, content_type=content_type, kind=kind)


def _fetched(address: str, how: How, url: str | None = None) -> Held:
    got = fetch(address, how.settings, public_only=how.public_only)
    url = url or how.address or got.address
    held = held_bytes(got.data, address, how.settings, url=url, content_type=got.content_type)
    return replace(held, came_from=got.address)


def _in_file(path: str, how: How) -> Held:
    url = how.address or as_text(path)
    with opened_file(path) as stream:
        if is_regular(stream):
            kind = kind_of(source_of(stream, path, how.settings).head)
            if kind is not None:
                return Held(name=path, url=url, path=path, came_from=how.address, kind=kind)
            stream.seek(0)
            return Held(name=path, url=url, data=whole_file(stream, path, how.settings), came_from=how.address)
        data = whole_file(stream, path, how.settings)
    return replace(held_bytes(data, path, how.settings, url=url), came_from=how.address)


def as_text(path: str) -> str:
    """Return a path as text: one may hold bytes that are no text, and they are shown, so that it can be printed."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")

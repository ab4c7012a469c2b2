"""A source, bytes or a text into a Document."""

from dataclasses import replace
from typing import Final

from onrecord.errors import EmptyDocument, NotFound, TooLarge
from onrecord.reading.assemble import assemble
from onrecord.reading.decode import decode
from onrecord.reading.fetch import Fetched, fetch, is_address
from onrecord.reading.files import STANDARD_INPUT, read_file, read_standard_input
from onrecord.reading.formats import Format, format_of, may_be_page, refuse_known_binary
from onrecord.reading.markdown import read_markdown
from onrecord.reading.metadata import Story
from onrecord.reading.page import read_page
from onrecord.reading.plain import read_plain
from onrecord.records import Document, Given
from onrecord.settings import MEBIBYTE, Settings

# Markup of this many characters takes some twenty seconds to read, and is no report.
LONGEST_MARKUP: Final = 8 * MEBIBYTE


def read(source: str, *, settings: Settings, published: str | None = None, address: str | None = None) -> Document:
    """Read one document from a path, an http(s) address, or standard input (`-`).

    `published` (ISO 8601) overrides the date that the document states; `address` is its url in place of the
    path, or of the address it was fetched from. Raises a ReadingError that names the source, and UsageError
    for a `published` that is no date.
    """
    if source == STANDARD_INPUT:
        story = _story(read_standard_input(settings), "standard input", settings, address)
        return assemble(story, name="standard input", url=address, published=published)
    if is_address(source):
        return _read_address(fetch(source, settings), source, settings, published, address)
    data = read_file(source, settings)
    return read_bytes(data, source, settings=settings, published=published, address=address)


def read_given(given: Given, *, settings: Settings, public_only: bool = False) -> Document:
    """Read one document that was handed over, never a file of this machine.

    With `public_only` an address has to be one that anybody on the internet may reach. Raises a ReadingError that
    names what was given, and UsageError for a `published` that is no date.
    """
    if given.data is not None:
        story = _story(given.data, given.name, settings, given.url)
        read = assemble(story, name=given.name, url=given.url, published=given.published)
    elif is_address(given.name):
        got = fetch(given.name, settings, public_only=public_only)
        read = _read_address(got, given.name, settings, given.published, given.url)
    else:
        raise NotFound(given.name, "is no http or https address", "give one that begins with https://")
    return replace(read, title=given.title or read.title, outlet=given.outlet or read.outlet)


def read_bytes(
    data: bytes,
    name: str,
    *,
    settings: Settings,
    published: str | None = None,
    address: str | None = None,
    content_type: str | None = None,
) -> Document:
    """Read one document from its bytes.

    `name` is the subject of errors, the document's url unless `address` is given, and its suffix decides
    between Markdown and plain text; all else is told from the bytes. `content_type` is what a server stated.
    Raises a ReadingError, and UsageError for a `published` that is no date.
    """
    story = _story(data, name, settings, address, content_type)
    return assemble(story, name=name, url=address or _as_text(name), published=published)


def read_text(
    text: str, *, name: str | None = None, published: str | None = None, address: str | None = None
) -> Document:
    """Read a plain text that is already in memory, as a plain-text file would be read.

    Raises EmptyDocument, BinaryDocument (U+0000, a lone surrogate), and UsageError for a `published` that is
    no date.
    """
    story = read_plain(text.removeprefix("\ufeff"))
    return assemble(story, name=name or "text", url=address or name, published=published)


def _read_address(
    got: Fetched, source: str, settings: Settings, published: str | None, address: str | None
) -> Document:
    story = _story(got.data, source, settings, got.address, got.content_type)
    return assemble(story, name=source, url=address or got.address, published=published)


def _story(data: bytes, name: str, settings: Settings, address: str | None, content_type: str | None = None) -> Story:
    if len(data) > settings.max_bytes:
        raise TooLarge(name)
    if not data.strip():
        raise EmptyDocument(name)
    refuse_known_binary(data, name)
    decoded = decode(data, name, page=may_be_page(data, name, content_type), charset=_charset(content_type))
    story = _read_as(format_of(decoded.text, name, content_type), decoded.text, name, address)
    return replace(story, warnings=decoded.warnings + story.warnings)


def _read_as(form: Format, text: str, name: str, address: str | None) -> Story:
    if form is not Format.PLAIN and len(text) > LONGEST_MARKUP:
        reason = f"is longer than {form.value} of one report may be ({LONGEST_MARKUP // MEBIBYTE} MiB)"
        raise TooLarge(name, reason, "save its text as a .txt file")
    if form is Format.HTML:
        return read_page(text, name, address)
    # Markdown parsers count lines by LF.
    return read_markdown(text.replace("\r\n", "\n")) if form is Format.MARKDOWN else read_plain(text)


def _charset(content_type: str | None) -> str | None:
    _, found, charset = (content_type or "").lower().partition("charset=")
    return charset.split(";")[0].strip(" \"'") if found else None


def _as_text(path: str) -> str:
    """A path may hold bytes that are no text; they are shown, so that the Document can be printed."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")

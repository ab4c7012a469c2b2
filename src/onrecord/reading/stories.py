"""Bytes of plain text, Markdown or a page into a story: the formats that are read where the program runs."""

from dataclasses import replace
from typing import Final

from onrecord.errors import EmptyDocument, TooLarge
from onrecord.reading.decode import decode
from onrecord.reading.formats import Format, format_of, may_be_page, refuse_known_binary
from onrecord.reading.markdown import read_markdown
from onrecord.reading.metadata import Story
from onrecord.reading.page import read_page
from onrecord.reading.plain import read_plain
from onrecord.settings import MEBIBYTE, Settings

# Markup of this many characters takes some twenty seconds to read, and is no report.
LONGEST_MARKUP: Final = 8 * MEBIBYTE


def story_of(
    data: bytes, name: str, settings: Settings, address: str | None = None, content_type: str | None = None
) -> Story:
    """Return the story in the bytes of one document of plain text, Markdown or HTML.

    `name` is the subject of errors, and its suffix decides between Markdown and plain text; `address` is where a page
    came from, `content_type` what a server stated. Raises a ReadingError.
    """
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

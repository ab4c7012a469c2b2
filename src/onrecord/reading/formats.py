"""Which format bytes or a text are in, told from themselves; a name only breaks a tie."""

import json
import re
from enum import Enum
from pathlib import PurePosixPath
from typing import Final

from onrecord.errors import BinaryDocument, UnknownFormat


class Format(Enum):
    """The formats that have a reader."""

    PLAIN = "plain text"
    MARKDOWN = "Markdown"
    HTML = "HTML"


PLAIN_SUFFIXES: Final = frozenset({".txt", ".text"})
MARKDOWN_SUFFIXES: Final = frozenset({".md", ".markdown"})
HTML_SUFFIXES: Final = frozenset({".html", ".htm", ".xhtml"})
KNOWN_SUFFIXES: Final = PLAIN_SUFFIXES | MARKDOWN_SUFFIXES | HTML_SUFFIXES

_SAVE_AS_TEXT: Final = "save it as plain text, Markdown or HTML"
# First bytes: what it is, what to do.
_SIGNATURES: Final[tuple[tuple[bytes, str, str], ...]] = (
    (b"\x1f\x8b", "a gzip file", "unpack it first"),
    (b"BZh", "a bzip2 file", "unpack it first"),
    (b"\xfd7zXZ\x00", "an xz file", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it first"),
    (b"PK\x03\x04", "a ZIP archive or an office document (docx, odt, epub)", _SAVE_AS_TEXT),
    (b"PK\x05\x06", "an empty ZIP archive", "give the report itself"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document (doc)", _SAVE_AS_TEXT),
    (b"{\\rtf", "a Rich Text file", _SAVE_AS_TEXT),
    (b"%!PS", "a PostScript file", _SAVE_AS_TEXT),
    (b"\x89PNG\r\n", "an image", "give the text of the report"),
    (b"\xff\xd8\xff", "an image", "give the text of the report"),
    (b"GIF87a", "an image", "give the text of the report"),
    (b"GIF89a", "an image", "give the text of the report"),
    (b"II*\x00", "an image", "give the text of the report"),
    (b"MM\x00*", "an image", "give the text of the report"),
    (b"RIFF", "a sound, film or image file", "give the text of the report"),
    (b"OggS", "a sound file", "give the text of the report"),
    (b"ID3", "a sound file", "give the text of the report"),
    (b"\x7fELF", "a program", "give the text of the report"),
    (b"SQLite format 3\x00", "a database", "give the report itself; a ledger is named with --ledger"),
)
_UNREAD_XML: Final = re.compile(
    r"<(?:\w+:)?(?P<root>rdf|urlset|sitemapindex|svg|TEI|tmx|plist|kml)\b",
    re.IGNORECASE,
)
_XML_HEAD: Final = re.compile(
    r"(?:<\?xml.*?\?>|<!--.*?-->|<!DOCTYPE(?![^>]*\bhtml\b)[^>\[]*(?:\[[^\]]*\])?\s*>|\s)*", re.DOTALL | re.IGNORECASE
)
# The WHATWG's sniffing table: the first four mean a page whatever the name says, the others only without one.
# The leading group gives nothing back: a run of comments could be divided in ever so many ways.
_PAGE: Final = re.compile(
    r"(?>(?:<\?xml[^>]*>|<!--.*?-->|\s)*)<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_FRAGMENT: Final = re.compile(
    r"(?>(?:<!--.*?-->|\s)*)<(?:script|iframe|h1|div|font|table|a|style|title|b|br|p|article|section|main|header|meta)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE | re.DOTALL,
)
_TAG: Final = re.compile(r"<[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>")
_MARKDOWN_SIGNS: Final = (
    re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE),
    re.compile(r"!?\[[^\]\n]{1,200}\]\((?:https?:|/|#|\.)[^)\s]{0,400}\)"),
    re.compile(r"^(?:```|~~~)", re.MULTILINE),
    re.compile(r"(?<![\w*])\*\*\w[^*\n]{0,100}\*\*"),
)
_DATA: Final = re.compile(r"\s*(?:\{\s*\"|\[\s*[{\[\"\d])")
_FRONT_MATTER: Final = re.compile(r"(?:---|\+\+\+)[ \t]*\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*[\w\"' -]+[ \t]*[:=]")
# How much of a document is looked at.
_LOOK: Final = 20_000


def refuse_known_binary(data: bytes, name: str) -> None:
    """Raise UnknownFormat, saying what to do, for a file that is told by its first bytes, or BinaryDocument."""
    for signature, what, advice in _SIGNATURES:
        if data.startswith(signature):
            raise UnknownFormat(name, f"is {what}", advice)
    if data[:2] not in {b"\xff\xfe", b"\xfe\xff"} and data[:4] != b"\x00\x00\xfe\xff" and b"\0" in data:
        raise BinaryDocument(name)


def may_be_page(data: bytes, name: str, content_type: str | None = None) -> bool:
    """Tell whether bytes that are not decoded yet look like an HTML page in any encoding that holds ASCII."""
    return _is_page(data[:_LOOK].decode("latin-1"), _stated(name, content_type))


def begins_as_data(head: str) -> bool:
    """Tell whether the beginning of a file is that of a JSON object or array, whose end is not at hand."""
    return _DATA.match(head) is not None


def format_of(text: str, name: str, content_type: str | None = None) -> Format:
    """Return the format of a decoded document.

    A page is told by its first tag; what is stated as a page (suffix of the name, else content type) and holds
    tags is one too. Between Markdown and plain text what is stated decides, else the text's own marks. Raises
    UnknownFormat for JSON and for XML that is no page.
    """
    head, stated = text[:_LOOK], _stated(name, content_type)
    if not _PAGE.match(head):
        _refuse_data(text, head, name)
    if _is_page(head, stated):
        return Format.HTML
    if stated is Format.PLAIN or stated is Format.MARKDOWN:
        return stated
    return Format.MARKDOWN if _looks_like_markdown(head) else Format.PLAIN


def _is_page(head: str, stated: Format | None) -> bool:
    if _PAGE.match(head):
        return True
    if stated is None or stated is Format.HTML:
        return _FRAGMENT.match(head) is not None or (stated is Format.HTML and _TAG.search(head) is not None)
    return False


def _refuse_data(text: str, head: str, name: str) -> None:
    start = _XML_HEAD.match(head)
    root = _UNREAD_XML.match(head, start.end() if start is not None else 0)
    if root is not None:
        raise UnknownFormat(name, f"is XML ({root['root']}), which is not read yet", "give the page of one report")
    if head.startswith("<?xml"):
        raise UnknownFormat(name, "is XML that is no page", "give the page of one report")
    if head.lstrip()[:1] in {"{", "["} and _is_json(text):
        raise UnknownFormat(name, "is JSON, not a report", "give the report itself")


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _stated(name: str, content_type: str | None) -> Format | None:
    return _by_name(name) or _by_content_type(content_type)


def _by_name(name: str) -> Format | None:
    # An address keeps its query out of the suffix.
    suffix = PurePosixPath(name.split("?")[0].split("#")[0]).suffix.lower() if "://" in name else _suffix(name)
    if suffix in MARKDOWN_SUFFIXES:
        return Format.MARKDOWN
    if suffix in PLAIN_SUFFIXES:
        return Format.PLAIN
    return Format.HTML if suffix in HTML_SUFFIXES else None


def _suffix(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).suffix.lower()


def _by_content_type(content_type: str | None) -> Format | None:
    kind = (content_type or "").split(";")[0].strip().lower()
    known = {
        "text/markdown": Format.MARKDOWN,
        "text/plain": Format.PLAIN,
        "text/html": Format.HTML,
        "application/xhtml+xml": Format.HTML,
    }
    return known.get(kind)


def _looks_like_markdown(head: str) -> bool:
    if _FRONT_MATTER.match(head):
        return True
    return sum(1 for sign in _MARKDOWN_SIGNS if sign.search(head)) >= 2

"""Bytes into text: which encoding, and what to say where it had to be guessed."""

import codecs
import re
from dataclasses import dataclass
from typing import Final

from onrecord.errors import BinaryDocument, UnknownEncoding

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED: Final = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w:.-]{2,40})[\"']",
    re.IGNORECASE,
)
# Python's names of encodings, with hyphens. In ASCII bytes these look like UTF-8, so a declaration is all that tells.
_SEVEN_BIT: Final = frozenset({"iso2022-jp", "iso2022-kr", "hz"})
# The WHATWG's rule: these labels mean windows-1252 on the web.
_AS_CP1252: Final = frozenset({"iso8859-1", "ascii"})
_EIGHT_BIT: Final = ("cp125", "iso8859", "koi8", "mac", "cp866", "cp437", "cp850", "cp874", "tis-620", "kz1048")
_MULTI_BYTE: Final = ("big5", "cp932", "cp949", "cp950", "euc-", "gb", "shift-jis", "johab")
# What windows-1252 text in a Western language holds beyond ASCII: its quotation marks, dashes and letters.
_WESTERN: Final = frozenset("€‚„…‘’“”•–—™©®°«»·¡¿§£¢¥±×÷½¼¾ªº´¨¸¶\xa0\xadŠŒŽšœžŸ") | frozenset(
    map(chr, range(0xC0, 0x100))
)
_CONTROLS: Final = bytes(set(range(0x20)) - {0x09, 0x0A, 0x0C, 0x0D, 0x1B})
_SAMPLE: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and what to say where its encoding was guessed or parts of it were not legible."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, name: str, *, page: bool, charset: str | None = None) -> Decoded:
    """Decode a document: by its byte-order mark, as UTF-8, as declared, or by its looks.

    `page` allows what a browser allows: a declaration in the document counts, and a broken byte in UTF-8 is
    shown as U+FFFD. `charset` is what the transport states. Elsewhere bytes that fit no single encoding raise
    UnknownEncoding, which names the first of them; bytes that are no text raise BinaryDocument.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data[len(mark) :], encoding, name))
    declared = _codec(charset) or (_declared(data) if page else None)
    if declared in _SEVEN_BIT and (text := _attempt(data, declared)) is not None:
        return Decoded(text)
    if (text := _attempt(data, "utf-8")) is not None:
        return Decoded(text)
    return _not_utf8(data, name, declared, page=page)


def _not_utf8(data: bytes, name: str, declared: str | None, *, page: bool) -> Decoded:
    legible, broken = _utf8_share(data)
    # In another encoding a pair of letters looks like UTF-8 now and then, never every third.
    if 2 * legible > broken:
        if page:
            return Decoded(data.decode("utf-8", "replace"), (f"it is UTF-8 but for {_bytes(broken)}, shown as U+FFFD",))
        raise UnknownEncoding(name, _where_broken(data, broken))
    if declared is not None and (text := _attempt(data, declared)) is not None:
        return Decoded(text)
    if len(data.translate(None, _CONTROLS)) < 0.98 * len(data):
        raise BinaryDocument(name)
    encoding = "cp1252" if _is_western(data) else _by_looks(data)
    text = _attempt(data, encoding) if encoding is not None else None
    if text is None:
        raise UnknownEncoding(name)
    return Decoded(
        text, (f"it is not UTF-8 and was read as {_shown(encoding)}; if letters look wrong, save it as UTF-8",)
    )


def _strictly(data: bytes, encoding: str, name: str) -> str:
    text = _attempt(data, encoding)
    if text is None:
        raise UnknownEncoding(name, f"begins as {encoding.upper()} but goes on as something else")
    return text


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:4096])
    return None if match is None else _codec((match[1] or match[2]).decode("ascii", "ignore"))


def _codec(label: str | None) -> str | None:
    """Return Python's name of a declared encoding, or None: not UTF-7, and no codec that is no encoding."""
    try:
        name = codecs.lookup((label or "").strip(" \"'")).name.replace("_", "-")
    except (LookupError, ValueError):
        return None
    if name in _AS_CP1252:
        return "cp1252"
    return name if name in _SEVEN_BIT or name.startswith(_EIGHT_BIT + _MULTI_BYTE) else None


def _utf8_share(data: bytes) -> tuple[int, int]:
    """Return how many characters beyond ASCII are well-formed UTF-8, and how many bytes are not."""
    legible = data.decode("utf-8", "ignore")
    size = len(legible.encode("utf-8"))
    return len(legible) - len(legible.encode("ascii", "ignore")), len(data) - size


def _where_broken(data: bytes, broken: int) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return f"is UTF-8 but for {_bytes(broken)}, the first on line {line}"
    raise AssertionError("only bytes that are not UTF-8 come here")


def _is_western(data: bytes) -> bool:
    text = _attempt(data[:_SAMPLE], "cp1252")
    if text is None or _attempt(data, "cp1252") is None:
        return False
    beyond = [character for character in text if character > "\x7f"]
    letters = sum(character.isalpha() for character in text)
    foreign = sum(character.isalpha() for character in beyond)
    return set(beyond) <= _WESTERN and foreign <= 0.25 * letters


def _by_looks(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    half = _SAMPLE // 2
    # Cut at line ends, or a character of several bytes is cut in two.
    sample = data if len(data) <= _SAMPLE else data[: data.rfind(b"\n", 0, half) + 1 or half]
    best = from_bytes(sample).best()
    return None if best is None else best.encoding


def _bytes(count: int) -> str:
    return "1 byte" if count == 1 else f"{count:,} bytes"


def _shown(encoding: str | None) -> str:
    return (encoding or "").replace("cp125", "windows-125").replace("_", "-")

"""The words of an e-mail: the better of its plain text and its HTML, without what was only quoted or signed."""

import re
from collections.abc import Iterator, Sequence
from email.message import Message
from typing import Final

from onrecord.errors import LockedFile
from onrecord.reading.decode import decode
from onrecord.reading.fragments import lines_in_html
from onrecord.reading.paragraphs import Line
from onrecord.reading.wire.wrapped import paragraphs

_ENCRYPTED: Final = "-----BEGIN PGP MESSAGE-----"
_SIGNED: Final = re.compile(r"-----BEGIN PGP SIGNED MESSAGE-----|Hash: \w+")
_SIGNATURE: Final = re.compile(r"-- ?|-----BEGIN PGP SIGNATURE-----")
_ORIGINAL: Final = re.compile(r"-{2,}\s*Original Message\s*-{2,}", re.IGNORECASE)
_FORWARDED: Final = re.compile(r"-{2,}\s*Forwarded message\s*-{2,}|Begin forwarded message:", re.IGNORECASE)
_FORWARDED_FIELD: Final = re.compile(r"\*?(?:From|To|Cc|Date|Sent|Subject|Reply-To)\*?:.*", re.IGNORECASE)
_WROTE: Final = re.compile(r"On .{5,200} wrote:", re.IGNORECASE)
# What programs that send to many put above and below a text; no sentence of a report is so short and says so.
_FURNITURE: Final = re.compile(
    r"\b(?:view|read|see|open)\b.{0,40}\b(?:in (?:your|a) browser|online|web version)\b|\bunsubscribe\b|"
    r"\b(?:manage|update) (?:your )?(?:email )?(?:preferences|profile|subscriptions?)\b|\bforward to a friend\b",
    re.IGNORECASE,
)
_LONGEST_FURNITURE: Final = 100
# Where the plain part holds so much less than the HTML, it is only a notice that there is HTML.
_FEWEST: Final = 0.7


def lines_of(plain: Sequence[Message], html: Message | None, name: str) -> list[Line]:
    """Return the paragraphs of a message of these plain parts and this HTML part. Raises LockedFile."""
    text = "\n\n".join(_decoded(part, name) for part in plain)
    if _ENCRYPTED in text:
        raise LockedFile(name, "is encrypted", "decrypt it first")
    flowed = bool(plain) and plain[0].get_param("format", "") == "flowed"
    own = paragraphs(_unfolded(_own(text.splitlines()), flowed=flowed))
    lines = _without_furniture([(None, words) for words in own])
    if html is None:
        return lines
    styled = _without_furniture(lines_in_html(_decoded(html, name)))
    return lines if lines and _words(lines) >= _FEWEST * _words(styled) else styled


def _decoded(part: Message, name: str) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else str(part.get_payload()).encode("utf-8", "surrogateescape")
    charset = part.get_content_charset()
    return decode(data, name, page=True, charset=charset).text.replace("\r\n", "\n").replace("\x00", "")


def _without_furniture(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if len(line[1]) > _LONGEST_FURNITURE or not _FURNITURE.search(line[1])]


def _words(lines: Sequence[Line]) -> int:
    return sum(len(words.split()) for _, words in lines)


def _own(lines: Sequence[str]) -> list[str]:
    """Leave out signatures and what is quoted; a message that is all a quotation is what it quotes."""
    kept = list(_unsigned(lines))
    own = [line for line in kept if not line.startswith(">") and not _WROTE.fullmatch(line.strip())]
    if any(line.strip() for line in own):
        return own
    return [line.lstrip("> ") if line.startswith(">") else line for line in kept if not _WROTE.fullmatch(line.strip())]


def _unsigned(lines: Sequence[str]) -> Iterator[str]:
    begun = in_fields = False
    for line in lines:
        words = line.strip()
        if _SIGNATURE.fullmatch(line) or (begun and _ORIGINAL.fullmatch(words)):
            return
        if _FORWARDED.fullmatch(words) or _ORIGINAL.fullmatch(words):
            in_fields = True
        elif in_fields and (not words or _FORWARDED_FIELD.fullmatch(words)):
            continue
        elif not _SIGNED.fullmatch(words):
            in_fields = False
            begun = begun or bool(words)
            yield line


def _unfolded(lines: Sequence[str], *, flowed: bool) -> Iterator[str]:
    """Put together the lines that `format=flowed` (RFC 3676) broke: a space at the end says that it goes on."""
    if not flowed:
        yield from lines
        return
    begun = ""
    for line in lines:
        begun += line.removeprefix(" ")
        if not line.endswith(" "):
            yield begun
            begun = ""
    if begun:
        yield begun

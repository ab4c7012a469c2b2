"""E-mail (RFC 5322, MIME), by the standard library's `email`, and pages that browsers save in that form."""

from collections.abc import Iterator
from email.message import Message
from functools import partial
from typing import Final

from onrecord.errors import DamagedFile, EmptyDocument, LockedFile, ReadingError
from onrecord.reading.head import Head
from onrecord.reading.holding.mail_head import field, is_head, metadata_of
from onrecord.reading.holding.mail_text import lines_of
from onrecord.reading.holding.rows import failing
from onrecord.reading.metadata import Story
from onrecord.reading.paragraphs import Line, compose, one_line
from onrecord.reading.source import Passed, Piece, Pieces, Source

NAME: Final = "E-mail"
_BLANKS: Final = b" \t\r\n\xef\xbb\xbf"
# What is attached and is no document, by its type or the first part of it.
_NO_DOCUMENTS: Final = {
    "image": "is a picture",
    "audio": "is a sound",
    "video": "is a film",
    "font": "is a font",
    "text/calendar": "is an entry for a calendar",
    "text/css": "is a style sheet",
    "text/vcard": "is a business card",
    "text/x-vcard": "is a business card",
    "application/pgp-signature": "is a signature",
    "application/pkcs7-signature": "is a signature",
    "application/x-pkcs7-signature": "is a signature",
}
_ENCRYPTED: Final = frozenset({"application/pgp-encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})


def tells(head: Head) -> bool:
    """Tell whether first bytes are those of an e-mail."""
    return is_head(head.data.lstrip(_BLANKS).decode("latin-1"))


def pieces(source: Source) -> Pieces:
    """Yield a message, and what is attached to it. Raises TooLarge, DamagedFile."""
    yield from message_pieces(source.data().lstrip(_BLANKS), source.name, source)


def message_pieces(data: bytes, name: str, source: Source) -> Pieces:
    """Yield the message in some bytes of a source, and what is attached to it."""
    from email import message_from_bytes

    try:
        message = message_from_bytes(data)
        parts = list(_leaves(message))
    except RecursionError:
        yield failing(name, DamagedFile(name, "is an e-mail whose parts lie too deep in each other"))
        return
    plain, html, others = _sorted(parts)
    if any(part.get_content_type() in _ENCRYPTED for part in others):
        yield failing(name, LockedFile(name, "is an encrypted e-mail", "decrypt it first"))
        return
    if html is not None and "to" not in message and field(message, "snapshot-content-location") is not None:
        yield from _saved_page(message, html, name, source)
        return
    if plain or html is not None or not others:
        yield Piece(name=name, read=partial(_story, message, plain, html, name))
    for number, part in enumerate(others, start=1):
        yield from _attached(part, f"{name}#{_filename(part) or number}", source)


def _leaves(message: Message) -> Iterator[Message]:
    """Yield the parts of a message that hold something; a message that is attached is one."""
    if message.get_content_type() == "message/rfc822" or not message.is_multipart():
        yield message
        return
    for part in message.get_payload():
        if isinstance(part, Message):
            yield from _leaves(part)


def _sorted(parts: list[Message]) -> tuple[list[Message], Message | None, list[Message]]:
    """Return the plain parts and the HTML part of the message itself, and what is attached to it."""
    plain: list[Message] = []
    html = None
    others = []
    for part in parts:
        kind, own = part.get_content_type(), part.get_content_disposition() != "attachment" and not _filename(part)
        if own and kind in {"text/plain", "text/enriched"}:
            plain.append(part)
        elif own and kind == "text/html" and html is None:
            html = part
        else:
            others.append(part)
    return plain, html, others


def _story(message: Message, plain: list[Message], html: Message | None, name: str) -> Story:
    metadata = metadata_of(message)
    lines = lines_of(plain, html, name)
    if not any(words.strip() for _, words in lines):
        raise EmptyDocument(name, "is an e-mail without words")
    text, marks = compose(_headed(metadata.title, lines))
    broken = any("Boundary" in type(one).__name__ for part in message.walk() for one in part.defects)
    warnings = ("it is an e-mail that breaks off, or whose parts are not told apart as they should be",)
    return Story(text=text, metadata=metadata, marks=marks, warnings=warnings if broken else ())


def _headed(title: str | None, lines: list[Line]) -> Iterator[Line]:
    """Put the subject before the text as its headline, unless the text begins with it."""
    if title is not None and all(one_line(words).casefold() != title.casefold() for _, words in lines[:3]):
        yield "headline", title
    for kind, words in lines:
        is_title = title is not None and one_line(words).casefold() == title.casefold()
        yield ("headline" if is_title else kind), words


def _attached(part: Message, name: str, source: Source) -> Pieces:
    kind = part.get_content_type()
    reason = _NO_DOCUMENTS.get(kind) or _NO_DOCUMENTS.get(kind.partition("/")[0])
    if reason is not None:
        yield Passed(name, reason)
        return
    try:
        yield from source.within(source.nested(_bytes(part, name), name, content_type=field(part, "content-type")))
    except ReadingError as error:
        yield failing(name, error)


def _bytes(part: Message, name: str) -> bytes:
    payload = part.get_payload()
    if isinstance(payload, list):
        try:
            return b"".join(one.as_bytes() for one in payload if isinstance(one, Message))
        except Exception:  # the standard library writes no message whose head is not well-formed
            raise DamagedFile(name, "is an attached e-mail that is not well-formed") from None
    decoded = part.get_payload(decode=True)
    return decoded if isinstance(decoded, bytes) else b""


def _saved_page(message: Message, page: Message, name: str, source: Source) -> Pieces:
    """Yield the document of a page that a browser saved with all its parts (MHTML); the other parts belong to it."""
    address = metadata_of(message).canonical
    data, stated = _bytes(page, name), field(page, "content-type")
    try:
        yield from source.within(source.nested(data, name, address=address, content_type=stated))
    except ReadingError as error:
        yield failing(name, error)


def _filename(part: Message) -> str | None:
    try:
        return one_line(part.get_filename() or "").replace("/", "_") or None
    except Exception:  # as with fields: what is not well-formed
        return None

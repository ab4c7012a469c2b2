"""Mailboxes: e-mails one after the other (RFC 4155)."""

import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final

from onrecord.errors import DamagedFile, TooLarge
from onrecord.reading.head import Head
from onrecord.reading.holding.mail import message_pieces
from onrecord.reading.holding.mail_head import is_head
from onrecord.reading.holding.rows import failing
from onrecord.reading.source import Pieces, Source

NAME: Final = "Mailboxes"
# "From press@port.example Sat Mar 14 16:42:00 2026": the line before each message of a mailbox.
_BEGINNING: Final = re.compile(rb"From [^\r\n]{1,300}\d\d:\d\d[^\r\n]{1,60}\r?\n")
# In a mailbox a line of a message that would look like the beginning of the next one has this before it.
_QUOTED_FROM: Final = re.compile(rb"^>(>*From )", re.MULTILINE)


def tells(head: Head) -> bool:
    """Tell whether first bytes are those of a mailbox."""
    line = _BEGINNING.match(head.data)
    return line is not None and is_head(head.data[line.end() :].decode("latin-1"))


def pieces(source: Source) -> Pieces:
    """Yield the messages of a mailbox, each with what is attached to it, one message in memory at a time."""
    messages = enumerate(_messages(source.opened(), source.settings.max_bytes), start=1)
    while (found := _next(messages, source.name)) is not None:
        number, data = found
        name = f"{source.name}#{number}"
        if data is None:
            yield failing(name, TooLarge(name))
        else:
            yield from message_pieces(_QUOTED_FROM.sub(rb"\1", data), name, source)


def _next(messages: Iterator[tuple[int, bytes | None]], name: str) -> tuple[int, bytes | None] | None:
    try:
        return next(messages, None)
    except (EOFError, OSError, zlib.error) as error:
        raise DamagedFile(name, f"is a damaged gzip file ({error})") from None


def _messages(stream: BinaryIO, most: int) -> Iterator[bytes | None]:
    """Yield the messages of a mailbox; None for one of more than `most` bytes."""
    kept, over, blank, begun = bytearray(), False, True, False
    while line := stream.readline(most + 1):
        if blank and _BEGINNING.fullmatch(line):
            if begun:
                yield None if over else bytes(kept)
            kept, over, begun, blank = bytearray(), False, True, False
            continue
        blank = not line.strip()
        over = over or len(kept) + len(line) > most
        if over:
            kept.clear()
        else:
            kept += line
    if begun:
        yield None if over else bytes(kept)

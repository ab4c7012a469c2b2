"""The head of an e-mail: whether bytes begin with one, and what it says of the message (RFC 5322)."""

import re
from contextlib import suppress
from email.message import Message
from email.utils import parseaddr
from typing import Final

from onrecord.agencies import agency_named
from onrecord.lexicon import word_set
from onrecord.reading.dates import iso
from onrecord.reading.metadata import Metadata, StatedDate
from onrecord.reading.paragraphs import one_line
from onrecord.reading.people import bylines, looks_like_a_name

_FIELD: Final = re.compile(r"(?P<name>[!-9;-~]{1,80}):(?P<value>.*)")
# What only programs write. Two of them, or one and what every message has, make a head.
_OF_PROGRAMS: Final = word_set(
    "received return-path delivered-to message-id mime-version content-type content-transfer-encoding dkim-signature "
    "x-mailer in-reply-to references list-unsubscribe list-id authentication-results"
)
_FIRST_LINES: Final = 400
_PREFIX: Final = re.compile(r"(?:(?:re|fwd?|aw|wg|tr)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"https?://[^\s<>]+")


def is_head(text: str) -> bool:
    """Tell whether a text begins with the head of an e-mail: fields alone, `From` and several others among them."""
    names: dict[str, str] = {}
    for line in text.lstrip().splitlines()[:_FIRST_LINES]:
        if not line.strip():
            break
        if line[0].isspace() and names:
            continue
        field = _FIELD.fullmatch(line)
        if field is None:
            return False
        names.setdefault(field["name"].lower(), field["value"].strip())
    if "from" not in names:
        return False
    of_programs = len(_OF_PROGRAMS & names.keys())
    stated = iso(names.get("date", "")) is not None and "@" in names["from"] and "subject" in names
    return of_programs >= 2 or (of_programs == 1 and len(names) >= 3) or stated


def field(message: Message, name: str) -> str | None:
    """Return a field of a message, its encoded words decoded, on one line; None where there is none."""
    raw = next((value for key, value in message.raw_items() if key.lower() == name), None)
    if raw is None:
        return None
    from email.policy import default

    value = str(raw).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    # The standard library's parsers stumble over what is not well-formed: it stands as sent then.
    with suppress(Exception):
        value = str(default.header_fetch_parse(name, value))
    return one_line(value) or None


def metadata_of(message: Message) -> Metadata:
    """Return what the head of a message says: a person who sends it is its author, any other sender its outlet."""
    sender, address = parseaddr(field(message, "from") or "")
    sender = one_line(sender.strip("\"' "))
    person = _is_person(sender, address)
    office = field(message, "organization") or (None if person else sender or address.rpartition("@")[2])
    sent = iso(re.sub(r"\s*\([^()]*\)$", "", field(message, "date") or ""))
    return Metadata(
        title=_title(message),
        outlet=office or None,
        agency=agency_named(sender),
        authors=bylines([sender]).authors if person else (),
        published=() if sent is None else (StatedDate(sent, "Date"),),
        canonical=_canonical(message),
        language=field(message, "content-language"),
    )


def _is_person(sender: str, address: str) -> bool:
    """Tell whether a sender is a person: a name, part of which the address has too; "press@" is an office."""
    box = address.partition("@")[0].casefold()
    return looks_like_a_name(sender) and any(
        len(word) > 2 and word.strip(".,").casefold() in box for word in sender.split()
    )


def _title(message: Message) -> str | None:
    return _PREFIX.sub("", field(message, "subject") or "", count=1).strip() or None


def _canonical(message: Message) -> str | None:
    """Return the address at which the message, or the page saved in it, says that it lies."""
    for name in ("archived-at", "snapshot-content-location", "content-location"):
        found = _ADDRESS.search(field(message, name) or "")
        if found is not None:
            return found[0]
    return None

"""Bytes into Documents: every format that news comes in, from files, addresses and standard input."""

from onrecord.reading.child import Keeper
from onrecord.reading.discovery import Discovery, Failed, Found, Skipped, discover
from onrecord.reading.documents import Ended, read, read_all, read_all_given, read_bytes, read_text
from onrecord.reading.held import How
from onrecord.reading.zones import Parts, tell_apart

__all__ = [
    "Discovery",
    "Ended",
    "Failed",
    "Found",
    "How",
    "Keeper",
    "Parts",
    "Skipped",
    "discover",
    "read",
    "read_all",
    "read_all_given",
    "read_bytes",
    "read_text",
    "tell_apart",
]

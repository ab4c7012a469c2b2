"""Bytes into Documents: plain text, HTML and Markdown, from files, addresses and standard input."""

from onrecord.reading.discovery import Discovery, Failed, Found, Skipped, discover
from onrecord.reading.documents import read, read_bytes, read_given, read_text
from onrecord.reading.zones import Parts, tell_apart

__all__ = [
    "Discovery",
    "Failed",
    "Found",
    "Parts",
    "Skipped",
    "discover",
    "read",
    "read_bytes",
    "read_given",
    "read_text",
    "tell_apart",
]

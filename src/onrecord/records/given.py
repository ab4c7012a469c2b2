"""What somebody hands over to be read: the bytes of a report, or its address, and what they know of it besides."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One report that is handed over.

    `name` is what its giver knows it by: the name of a file, whose suffix tells Markdown from plain text, or, where
    `data` is `None`, the http(s) address to fetch it from. `url` is the address that it was published at, where that
    is known. `title`, `outlet` and `published` (ISO 8601) go before what the report itself says.
    """

    name: str
    data: bytes | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None

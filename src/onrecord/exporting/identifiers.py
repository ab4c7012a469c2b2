"""What documents and records are called outside: an address on the web, else a URN made of their ids."""

from typing import Final
from urllib.parse import quote, urlsplit

from onrecord.records import Document

# What RFC 3986 lets stand in an address; all else is written as %XX. A % begins such a one already.
_STANDS: Final = "!#$%&'()*+,/:;=?@[]~"


def web_address(document: Document) -> str | None:
    """Return the web address of a document as a URI: where it was fetched, else what it states itself, or None."""
    return next((uri for uri in map(_uri, (document.url, document.canonical)) if uri is not None), None)


def stated_address(document: Document) -> str | None:
    """Return the web address that the document states itself, as a URI, where it is another than `web_address`."""
    stated = _uri(document.canonical)
    return None if stated == web_address(document) else stated


def document_urn(document: Document) -> str:
    """Return the URN (RFC 8141) of a document's text, such as `urn:onrecord:sha256:…`."""
    return f"urn:onrecord:{_part(document.id)}"


def record_urn(document: Document, record: str) -> str:
    """Return the URN of a record of the document; `record` is its id. It stays while the text and the id stay."""
    return f"{document_urn(document)}:{_part(record)}"


def _part(name: str) -> str:
    return quote(name, safe=":", errors="replace")


def _uri(address: str | None) -> str | None:
    if address is None or not address.startswith(("http://", "https://")):
        return None
    try:
        host = urlsplit(address).hostname
    except ValueError:  # brackets that hold no address of IPv6
        return None
    return quote(address, safe=_STANDS, errors="replace") if host else None

"""Where a document comes from, as GDELT's Global Knowledge Graph has it."""

import hashlib
from typing import Final
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from onrecord.exporting.cells import cell, joined
from onrecord.exporting.identifiers import web_address
from onrecord.exporting.moments import calendar_date, has_clock, stamp
from onrecord.records import Document

# GDELT's collections: a page of the open web; anything of which there is only a citation.
_WEB: Final = "1"
_CITATION: Final = "2"
_UNDATED: Final = "0" * 14


def identifier(document: Document) -> dict[str, str]:
    """Return the row's id, its date and a number made of the document's id, and the date of publication."""
    published = stamp(document.published)
    number = int(hashlib.sha256(document.id.encode("utf-8", "replace")).hexdigest()[:12], 16)
    return {"GKGRECORDID": f"{published or _UNDATED}-{number}", "V2.1DATE": published or ""}


def source(document: Document) -> dict[str, str]:
    """Return the collection, the source's name and the document's address; one without an address is cited."""
    address = web_address(document)
    if address is not None:
        return {
            "V2SOURCECOLLECTIONIDENTIFIER": _WEB,
            "V2SOURCECOMMONNAME": (urlsplit(address).hostname or "").removeprefix("www."),
            "V2DOCUMENTIDENTIFIER": address,
        }
    cited = (document.outlet or document.agency, document.title, calendar_date(document.published))
    return {
        "V2SOURCECOLLECTIONIDENTIFIER": _CITATION,
        "V2SOURCECOMMONNAME": cell(document.outlet or document.agency or ""),
        "V2DOCUMENTIDENTIFIER": cell(", ".join(filter(None, cited))) or cell(document.id),
    }


def extras(document: Document) -> str:
    """Return the elements that GDELT adds to a row, as far as they are known: authors, time of day, title."""
    elements = (
        ("PAGE_AUTHORS", joined(document.authors)),
        ("PAGE_PRECISEPUBTIMESTAMP", stamp(document.published) if has_clock(document.published) else None),
        ("PAGE_TITLE", cell(document.title or "")),
    )
    return "".join(f"<{name}>{escape(value)}</{name}>" for name, value in elements if value)

"""The article that a record's other entities point at as their proof, and who can be named in them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from onrecord.exporting.followthemoney.values import Proxy, address_of, date_of, id_of, proxy, string_of, texts_of
from onrecord.records import Document, Record

# As the format names languages.
_LANGUAGES: Final = {"en": "eng"}


@dataclass(frozen=True, slots=True)
class Article:
    """A record's document: its id and address, and the names of its entities by their ids."""

    document: Document
    id: str
    address: str | None
    names: Mapping[str, str]

    @classmethod
    def of(cls, record: Record) -> "Article":
        """Return what is known of a record's document."""
        document = record.document
        address = address_of(document.canonical) or address_of(document.url)
        return cls(document, id_of(document.id), address, {one.id: one.name for one in record.entities})

    def id_of(self, record_id: str) -> str:
        """Return the id under which a record of this document is written."""
        return id_of(self.document.id, record_id)

    def source(self) -> dict[str, Iterable[str | None]]:
        """Return the properties that say where something was read."""
        return {"proof": [self.id], "sourceUrl": [self.address]}

    def called(self, ids: Sequence[str]) -> str:
        """Return the names of entities, parted by commas."""
        return ", ".join(self.names[one] for one in ids)

    def proxy(self) -> Proxy:
        """Return the article itself, with its text."""
        document = self.document
        properties: dict[str, Iterable[str | None]] = {
            "title": [string_of(document.title)],
            "fileName": [string_of(_file_name(document)) or document.id],
            "author": map(string_of, (*document.authors, document.agency)),
            "publisher": [string_of(document.outlet)],
            "publishedAt": [date_of(document.published)],
            "sourceUrl": [self.address],
            "language": [_LANGUAGES.get(document.language or "")],
            "bodyText": texts_of(document.text),
        }
        return proxy(self.id, "Article", properties)


def _file_name(document: Document) -> str:
    """The last part of the address, which a document is required to have, or its id."""
    try:
        path = urlsplit(document.url or "").path
    except ValueError:  # brackets that hold no address of IPv6
        return document.id
    return path.rpartition("/")[2] or document.id

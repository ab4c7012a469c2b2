"""Documents as entries of BibTeX, for reference managers and LaTeX: an `article` of its outlet, else a `misc`."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Final

from onrecord.exporting.cells import cell
from onrecord.exporting.citations.bylines import Author, author_named
from onrecord.exporting.identifiers import document_urn, web_address
from onrecord.exporting.moments import calendar_date
from onrecord.folding import fold
from onrecord.records import Document, Record

# What TeX takes for a command, written as what it prints.
_TEX: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{mark: f"\\{mark}" for mark in "&%$#_{}"},
    }
)
# BibTeX's own macros of the months.
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex_lines(records: Iterable[Record]) -> Iterator[str]:
    """Yield an entry for each document, several lines long and with an empty line behind it."""
    for record in records:
        yield from _entry(record.document)


def _entry(document: Document) -> Iterator[str]:
    authors = [author for author in map(author_named, document.authors) if author.family]
    outlet = document.outlet or document.agency
    year, *rest = (calendar_date(document.published) or "").split("-")
    fields = (
        ("author", " and ".join(map(_person, authors)) or _body(document.agency)),
        ("title", f"{{{_tex(document.title)}}}" if document.title else ""),
        ("journal" if document.outlet else "howpublished", _tex(outlet) if outlet else ""),
        ("year", year),
        ("date", calendar_date(document.published) or ""),
        ("url", web_address(document) or ""),
        ("language", _tex(document.language or "")),
        ("note", document_urn(document)),
    )
    yield f"@{'article' if document.outlet else 'misc'}{{{_key(document, authors, year)},"
    for name, value in fields:
        if value:
            yield f"  {name} = {{{value}}},"
    if rest:
        yield f"  month = {_MONTHS[int(rest[0]) - 1]},"
    yield "}"
    yield ""


def _key(document: Document, authors: list[Author], year: str) -> str:
    """A key that is the same each time, and that two documents of an author and a year do not share."""
    who = authors[0].family if authors else document.outlet or document.agency or "report"
    letters = "".join(mark for mark in fold(who) if mark.isascii() and mark.isalpha()) or "report"
    return f"{letters}{year}{hashlib.sha256(document.id.encode('utf-8', 'replace')).hexdigest()[:6]}"


def _person(author: Author) -> str:
    """A name as BibTeX takes it apart: "Family, Jr., Given"; one that is whole stands in braces."""
    if not author.given:
        return f"{{{_tex(author.family)}}}"
    return ", ".join(_tex(part) for part in (author.family, author.suffix, author.given) if part)


def _body(name: str | None) -> str:
    return f"{{{_tex(name)}}}" if name else ""


def _tex(text: str | None) -> str:
    return cell(text or "").translate(_TEX)

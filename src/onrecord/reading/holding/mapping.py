"""Which column of a table of articles holds what: as the user says, else by the names that such tables use."""

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from onrecord.errors import UnknownFormat
from onrecord.records.columns import Columns

# The codebook's field: the names it goes by, the most telling first, small and without signs between their words.
_USUAL: Final[dict[str, tuple[str, ...]]] = {
    "text": (
        "text",
        "body",
        "content",
        "article",
        "maintext",
        "articletext",
        "articlebody",
        "bodytext",
        "fulltext",
        "contenttext",
        "plaintext",
        "story",
        "bodyhtml",
        "contenthtml",
    ),
    "title": ("title", "headline", "head"),
    "published": (
        "published",
        "publishedat",
        "datepublished",
        "datepublish",
        "publishdate",
        "publisheddate",
        "publicationdate",
        "pubdate",
        "publishedtime",
        "date",
    ),
    "url": ("url", "link", "sourceurl", "articleurl", "canonicalurl", "weburl", "href"),
    "outlet": (
        "outlet",
        "publisher",
        "sourcename",
        "source",
        "sitename",
        "newspaper",
        "publication",
        "sourcedomain",
        "domain",
        "site",
    ),
    "agency": ("agency", "newsagency", "wireservice"),
    "authors": ("authors", "author", "byline", "writers"),
    "language": ("language", "lang", "languagecode", "inlanguage"),
}
# More columns than these are not told of one by one.
_MOST_TOLD: Final = 12


def mapping_of(columns: Collection[str], stated: Columns) -> dict[str, str]:
    """Return the column of each field: as stated, the others by their usual names; fields without one are left out."""
    by_key: dict[str, str] = {}
    for column in columns:
        by_key.setdefault(_key(column), column)
    found = {
        field: by_key[name]
        for field, names in _USUAL.items()
        if (name := next((one for one in names if one in by_key), None)) is not None
    }
    return found | dict(stated)


def holds_text(columns: Iterable[str]) -> bool:
    """Tell whether one of these columns is by its name that of an article's text."""
    return any(_key(column) in _USUAL["text"] for column in columns)


def refuse_without_text(name: str, columns: Collection[str], mapping: Mapping[str, str]) -> None:
    """Raise UnknownFormat, naming the columns that are there, where none holds the articles' text."""
    there = ", ".join(sorted(columns)[:_MOST_TOLD]) + (", …" if len(columns) > _MOST_TOLD else "")
    text = mapping.get("text")
    if text is None:
        reason = f"is a table of whose columns none is known to hold the text of articles ({there})"
        raise UnknownFormat(name, reason, "say which with --columns text=COLUMN")
    if text not in columns and text.partition(".")[0] not in columns:
        raise UnknownFormat(name, f"is a table without the column {text} ({there})", "check --columns")


def value_at(row: Mapping[str, object], column: str) -> object:
    """Return a row's value in a column; `a.b` is the column of that name, else the value `b` of the object in `a`."""
    if column in row:
        return row[column]
    value: object = row
    for part in column.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(part)
    return value


def _key(column: str) -> str:
    return "".join(filter(str.isalnum, column.lower()))

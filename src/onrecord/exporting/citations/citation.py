"""What a citation says of a statement, before a style has its way with it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from onrecord.exporting.cells import cell
from onrecord.exporting.citations.bylines import Author, author_named
from onrecord.exporting.identifiers import web_address
from onrecord.exporting.moments import calendar_date
from onrecord.exporting.parties import Parties
from onrecord.exporting.verbatim import attribution, spoken_words
from onrecord.records import Document, Record, Statement
from onrecord.sentences import COMMON

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
# More words than a citation quotes: of a longer statement it gives the beginning.
_MOST_WORDS: Final = 30
_TITLE_WORDS: Final = 4
_ABBREVIATED: Final = re.compile(r"\.\w\.$")
_DOUBLE: Final = str.maketrans("“”„«»", "‘’‘‘’")


@dataclass(frozen=True, slots=True)
class Report:
    """The report that is cited; what is not known of it is empty or None, and `month` and `day` count from 1.

    A wire service stands for the authors where no byline names any, and for the outlet where none is known.
    """

    authors: tuple[Author, ...]
    title: str
    outlet: str
    address: str
    year: int | None
    month: int | None
    day: int | None

    @property
    def short_title(self) -> str:
        """The first words of the title in quotation marks and with a comma, for a text that names no author."""
        words = self.title.split()[:_TITLE_WORDS]
        while len(words) > 1 and words[-1] in COMMON:  # "Row over the" breaks off at "Row"
            words.pop()
        return f"“{ended(' '.join(words), ',')}”"


@dataclass(frozen=True, slots=True)
class Citation:
    """A statement to be cited: `words` are the speaker's own where it is `verbatim`, else the report's."""

    speakers: str
    words: str
    verbatim: bool
    paragraph: int
    report: Report

    @property
    def bare(self) -> str:
        """The words without a full stop at the end, for a style that puts it behind the brackets."""
        return self.words.removesuffix(".")


def cited(records: Iterable[Record], style: Callable[[Citation], str]) -> Iterator[str]:
    """Yield each statement's citation in a style, on one line.

    Raises RecordError for a record that names an entity it does not hold.
    """
    for record in records:
        report, parties = _report(record.document), Parties(record)
        for statement in record.statements:
            speakers = listed([cell(name) for name in parties.names(statement.speakers)], "and")
            yield cell(style(_citation(record.document, statement, speakers, report)))


def ended(text: str, mark: str) -> str:
    """Return a text that ends with a comma or a full stop, `mark`, and not with two marks: a question stays a question.

    A full stop makes way for a comma, unless it is that of an abbreviation ("in the U.S.,").
    """
    if text.endswith(("?", "!")) or (mark == "." and text.endswith((".", "…"))):
        return text
    return text + mark if _ABBREVIATED.search(text) else text.rstrip(".,;:") + mark


def listed(names: list[str], last: str) -> str:
    """Return names as a list: "A", "A and B", "A, B, and C"; `last` is the word before the last one."""
    if len(names) < 3:
        return f" {last} ".join(names)
    return f"{', '.join(names[:-1])}, {last} {names[-1]}"


def _citation(document: Document, statement: Statement, speakers: str, report: Report) -> Citation:
    verbatim = statement.type == "direct"
    words = spoken_words(statement) if verbatim else attribution(statement, document.text)
    return Citation(
        speakers=speakers or "Unnamed source",
        words=_within(_begun(words)),
        verbatim=verbatim,
        paragraph=document.paragraph_number(statement.content[0].start),
        report=report,
    )


def _report(document: Document) -> Report:
    names = document.authors or ((document.agency,) if document.agency else ())
    year, month, day = (*map(int, (calendar_date(document.published) or "0").split("-")), 0, 0)[:3]
    return Report(
        authors=tuple(author for author in map(author_named, names) if author.family),
        title=cell(document.title or ""),
        outlet=cell(document.outlet or (document.agency if document.authors else None) or ""),
        address=web_address(document) or "",
        year=year or None,
        month=month or None,
        day=day or None,
    )


def _begun(words: str) -> str:
    first = words.split()
    return words if len(first) <= _MOST_WORDS else f"{' '.join(first[:_MOST_WORDS]).rstrip(',;:')} …"


def _within(words: str) -> str:
    """Words as they stand within double quotation marks: their own ones become single."""
    halves = words.translate(_DOUBLE).split('"')
    return "".join(half + ("‘’"[place % 2] if place < len(halves) - 1 else "") for place, half in enumerate(halves))

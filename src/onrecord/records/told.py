"""What is compared across documents: a record together with who said it, when, and in which document."""

from dataclasses import dataclass

from onrecord.records.document import Dateline, Document
from onrecord.records.entity import Entity
from onrecord.records.figure import Figure
from onrecord.records.ref import Ref
from onrecord.records.span import Span
from onrecord.records.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A document as the copy that it was read from gives it, without its text.

    `document` is the document's id, `url` its address, `None` for a text that came from none. `published` is an ISO
    8601 date or date-time.
    """

    document: str
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    published: str | None = None
    dateline: Dateline | None = None


def page_of(document: Document) -> Page:
    """Return a document without its text."""
    return Page(
        document=document.id,
        url=document.url,
        title=document.title,
        outlet=document.outlet,
        agency=document.agency,
        published=document.published,
        dateline=document.dateline,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStatement:
    """A statement, its speakers in their order, and the document that reports it.

    `said` is the statement's time, else the document's publication. `evidence` reaches from the first to the last
    character of source, cue and content.
    """

    statement: Statement
    page: Page
    speakers: tuple[Entity, ...]
    said: str | None
    evidence: Span

    def ref(self) -> Ref:
        """Return where it is to be found."""
        return Ref(self.page.document, self.page.url, self.statement.id, self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFigure:
    """A figure, the statement that it stands in, if any, and the document that reports it.

    `paragraph` is the paragraph of the document that holds the figure, its offsets those of the document's text, and
    `beside` are the paragraph's figures, this one among them, in order.
    """

    figure: Figure
    page: Page
    statement: ToldStatement | None
    paragraph: Span
    beside: tuple[Figure, ...] = ()

    @property
    def speakers(self) -> tuple[Entity, ...]:
        """Whose word it is: empty where it is the outlet's own, or nobody knows whose."""
        return () if self.statement is None else self.statement.speakers

    @property
    def said(self) -> str | None:
        """When it was said: its statement's time, else the document's publication."""
        return self.page.published if self.statement is None else self.statement.said

    def ref(self) -> Ref:
        """Return where it is to be found."""
        return Ref(self.page.document, self.page.url, self.figure.id, self.figure.span)

"""The compare page: what became of each passage of one document in another; without two, which to lay side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Final, TypedDict

from fastapi import APIRouter, Depends, Query, Request, Response

from onrecord.asking.partners import Couple, Partner, couples_in, page_of_copy, partners_of
from onrecord.asking.passages import side_by_side, text_of
from onrecord.comparing import Text
from onrecord.comparing.redline.redline import Kind, PairJson
from onrecord.errors import UsageError
from onrecord.ledger import Ledger
from onrecord.records import Document, Page
from onrecord.web.rendering import render_part
from onrecord.web.room import InLedger
from onrecord.web.side_by_side import Compared
from onrecord.web.twins import Cell, Table, publish

pages: Final = APIRouter()

# Two texts of more characters together are compared after the page: that may take longer than a page should.
AT_ONCE: Final = 10_000
# Documents in a list to choose from, and the latest ones that are looked through for pairs.
_LISTED: Final = 25
_LATEST: Final = 200
_COLUMNS: Final = (
    *("kind", "a_paragraph", "a_text", "b_paragraph", "b_text"),
    *("shifts", "a_start", "a_end", "b_start", "b_end"),
)


class CompareJson(TypedDict):
    """The ids of the two documents and what became of each passage; empty lists where two are not chosen yet."""

    documents: list[str]
    passages: list[PairJson]


@dataclass(frozen=True)
class Choosing:
    """What to choose two documents by: words of the list, and the `first` where one is chosen."""

    ledger: Ledger
    words: str
    first: Document | None

    @cached_property
    def shown(self) -> tuple[Page, ...]:
        """The documents to choose from: the latest that fit the words."""
        chosen = None if self.first is None else self.first.id
        return tuple(page for page in self._latest(_LISTED + 1) if page.document != chosen)[:_LISTED]

    @cached_property
    def partners(self) -> list[Partner]:
        """What the first may be compared with."""
        return [] if self.first is None else partners_of(self.ledger, self.first)

    @cached_property
    def couples(self) -> list[Couple]:
        """Pairs to begin with."""
        return [] if self.first is not None else couples_in(self.ledger, self._latest(_LATEST))

    def _latest(self, most: int) -> tuple[Page, ...]:
        listed = self.ledger.documents_page(words=self.words or None, limit=most).shown
        return tuple(page_of_copy(one.copy) for one in listed)


@dataclass(frozen=True)
class Compare:
    """Two texts, or what to choose them by; `kinds` and `shifted` are what is to be shown, no kinds: all."""

    texts: tuple[Text, Text] | None
    choosing: Choosing
    kinds: tuple[Kind, ...]
    shifted: bool

    @property
    def at_once(self) -> bool:
        """Whether the texts are short enough to be compared before the page is answered."""
        return self.texts is not None and sum(len(one.document.text) for one in self.texts) <= AT_ONCE

    @cached_property
    def compared(self) -> Compared | None:
        """What became of each passage. Raises UsageError for texts that are too long."""
        return None if self.texts is None else Compared(side_by_side(*self.texts))

    def to_json(self) -> CompareJson:
        """Return the codebook's lines of `compare`."""
        if self.compared is None:
            return {"documents": [], "passages": []}
        return {
            "documents": [self.compared.a.id, self.compared.b.id],
            "passages": [pair.to_json() for pair in self.compared.sides.pairs],
        }

    def table(self) -> Table:
        """Return a row for each passage in the order of reading."""
        return _COLUMNS, [] if self.compared is None else _rows(self.compared)


def compare(
    ledger: InLedger,
    a: Annotated[str, Query(description="The first document: its id, the beginning of it, or an address.")] = "",
    b: Annotated[str, Query(description="The document that it is compared with.")] = "",
    words: Annotated[str, Query(description="Words of a title or text, for the list to choose from.")] = "",
    kind: Annotated[list[Kind] | None, Query(description="Only passages that became this; again for more.")] = None,
    shifted: Annotated[bool, Query(description="Only what was hardened or softened.")] = False,
) -> Compare:
    """What became of each passage of one document in another: dropped, reworded, moved, added, kept."""
    first, second = ((name.strip() or None) for name in (a, b))
    texts = None if first is None or second is None else (text_of(ledger, first), text_of(ledger, second))
    one = first or second
    chosen = None if texts is not None or one is None else ledger.document(one)
    kinds = tuple(dict.fromkeys(kind or ()))
    return Compare(texts, Choosing(ledger, words.strip(), chosen), kinds, shifted)


publish(pages, "/compare", compare, template="compare.html", answer=CompareJson, table=True)


@pages.get("/compare/passages", include_in_schema=False)
def passages(request: Request, asked: Annotated[Compare, Depends(compare)]) -> Response:
    """The passages of two documents as a part of their page, which need longer than the page does."""
    try:
        _ = asked.compared
    except UsageError as error:
        return render_part(request, "refused.html", error)
    return render_part(request, "passages.html", asked)


@pages.get("/compare/likely", include_in_schema=False)
def likely(request: Request, asked: Annotated[Compare, Depends(compare)]) -> Response:
    """What is worth laying side by side, as a part of the page that asks which two."""
    return render_part(request, "likely.html", asked.choosing)


def _rows(compared: Compared) -> Iterator[tuple[Cell, ...]]:
    for entry in compared.entries:
        pair = entry.pair
        if not entry.row.arrived:
            yield (
                pair.kind,
                entry.a_paragraph,
                None if pair.a is None else pair.a.text,
                entry.b_paragraph,
                None if pair.b is None else pair.b.text,
                "; ".join(f"{shift.change}: {shift.before} → {shift.after}" for shift in pair.shifts),
                *((None, None) if pair.a is None else (pair.a.start, pair.a.end)),
                *((None, None) if pair.b is None else (pair.b.start, pair.b.end)),
            )

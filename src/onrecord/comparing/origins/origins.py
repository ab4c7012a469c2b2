"""Where stories come from: the copies of one story, the agency that wrote it, the earliest, what each cut or added."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypedDict

from onrecord.comparing.origins.copying import How, added, left_out
from onrecord.comparing.origins.families import Comparer, Library, families, family_of
from onrecord.comparing.origins.publication import earliest_of
from onrecord.records import Page, Span


class CopyJson(TypedDict):
    """One copy in the codebook's line of `origins`."""

    document: str
    url: str | None
    similarity: float


class OriginJson(TypedDict):
    """The codebook's line of `origins`."""

    copies: list[CopyJson]
    agency: str | None
    earliest: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NearCopy:
    """One copy of a story at one address.

    `similarity`, from 0 to 1, is the share of both texts' words that it has in common with the story's `model`; `how`
    what became of that in it. `cut` are the passages of the model that it lacks, `added` its own that the model lacks.
    """

    page: Page
    similarity: float
    how: How
    cut: tuple[Span, ...] = ()
    added: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Near copies of one story, the nearest to the model first.

    `agency` is the wire service that most copies credit, None where none does. `earliest` is the id of the document
    that was published first; None where the dates do not tell. `model` is the one that the others are compared with:
    the earliest, else one at the agency itself, else the longest.
    """

    copies: tuple[NearCopy, ...]
    agency: str | None
    earliest: str | None
    model: str

    def to_json(self) -> OriginJson:
        """Return the codebook's line of `origins`."""
        return {
            "copies": [
                {"document": copy.page.document, "url": copy.page.url, "similarity": round(copy.similarity, 3)}
                for copy in self.copies
            ],
            "agency": self.agency,
            "earliest": self.earliest,
        }


def origins_in(library: Library) -> Iterator[Origin]:
    """Yield every story that the library has more than one copy of, the one with most copies first."""
    yield from most_copied(stories_in(library))


def stories_in(library: Library) -> Iterator[Origin]:
    """Yield every story that the library has more than one copy of, each as it is found."""
    comparer = Comparer(library)
    found = list(families(comparer))
    grouped = {document for family in found for document in family}
    found += [[document] for document in library.at_several_addresses() if document not in grouped]
    yield from (origin_from(comparer, family) for family in found)


def most_copied(stories: Iterable[Origin]) -> list[Origin]:
    """Return stories, the one with most copies first."""
    return sorted(stories, key=lambda story: (-len(story.copies), story.model))


def origin_of(library: Library, document: str) -> Origin:
    """Return the story that a document is a copy of, with every other copy; it may be the only one."""
    comparer = Comparer(library)
    return origin_from(comparer, family_of(comparer, document))


def origin_from(comparer: Comparer, documents: Sequence[str]) -> Origin:
    """Return the story whose near copies these documents are."""
    pages = {document: comparer.pages(document) for document in documents}
    every = [page for of_one in pages.values() for page in of_one]
    agency, earliest = agency_of(every), earliest_of(every)
    model = earliest or _model(comparer, every, agency)
    copies = [copy for document in documents for copy in _copies(comparer, model, document, pages[document])]
    copies.sort(key=lambda copy: (copy.page.document != model, -copy.similarity, copy.page.url or ""))
    return Origin(copies=tuple(copies), agency=agency, earliest=earliest, model=model)


def agency_of(pages: Sequence[Page]) -> str | None:
    """Return the wire service that most of the pages credit; None where none does, or two do equally often."""
    credited = Counter(page.agency for page in pages if page.agency is not None).most_common(2)
    if not credited or (len(credited) > 1 and credited[0][1] == credited[1][1]):
        return None
    return credited[0][0]


def _model(comparer: Comparer, pages: Sequence[Page], agency: str | None) -> str:
    own = [page.document for page in pages if agency is not None and page.outlet == agency]
    among = dict.fromkeys(own or [page.document for page in pages])
    return max(among, key=lambda document: (len(comparer.story(document).words), document))


def _copies(comparer: Comparer, model: str, document: str, pages: Sequence[Page]) -> Iterator[NearCopy]:
    if document == model:
        yield from (NearCopy(page=page, similarity=1.0, how="same") for page in pages)
        return
    kinship = comparer.kinship(model, document)
    cut = _spans(comparer, model, left_out(kinship))
    plus = _spans(comparer, document, added(kinship))
    for page in pages:
        yield NearCopy(page=page, similarity=kinship.similarity, how=kinship.how, cut=cut, added=plus)


def _spans(comparer: Comparer, document: str, runs: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    if not runs:
        return ()
    story, text = comparer.story(document), comparer.text(document)
    return tuple(Span.cut(text, *story.extent(first, last)) for first, last in runs)

"""Which documents of a ledger are worth laying side by side: versions of an address, near copies, one title."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from onrecord.folding import fold
from onrecord.ledger import Copy, Ledger
from onrecord.lexicon import word_set
from onrecord.records import Document, Page

Reason = Literal["version", "copy", "title", "words"]

# Words of a title that tell one of a series from the next.
_MOMENTS: Final = word_set(
    """
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday first second third fourth fifth annual corrected correction update updated
    """
)
# What is left of a title must say something.
_TELLING: Final = 2
# Titles that are looked through for others of a series, and how many words a text is looked for by.
_TITLES: Final = 100
_WORDS: Final = 10
_LETTERS: Final = 5
# Near copies and likely texts that are looked at.
_NEAREST: Final = 6


@dataclass(frozen=True, slots=True)
class Partner:
    """A document to compare another with, and why."""

    page: Page
    why: Reason


@dataclass(frozen=True, slots=True)
class Couple:
    """Two documents to compare, the earlier first, and why."""

    a: Page
    b: Page
    why: Reason


@dataclass(frozen=True, slots=True)
class TitledAlike:
    """Reports whose titles are of one series: the words that they share, the title of the latest, how many they are."""

    words: str
    title: str
    reports: int


def series_key(title: str | None) -> tuple[str, ...]:
    """Return what a title has in common with the others of its series: its words, but for numbers, months and days.

    Nothing of a title that then says too little.
    """
    words = fold(title or "").split()
    kept = tuple(word for word in words if word not in _MOMENTS and not any(map(str.isdigit, word)))
    return kept if len(kept) >= _TELLING else ()


def partners_of(ledger: Ledger, document: Document, *, limit: int = 12) -> list[Partner]:
    """Return documents to compare one with, each once: the other versions of its addresses, then the likeliest."""
    found: dict[str, Partner] = {}
    for other, why in _likely(ledger, document):
        if other != document.id and other not in found:
            found[other] = Partner(ledger.pages(other)[-1], why)
        if len(found) == limit:
            break
    return list(found.values())


def couples_in(ledger: Ledger, latest: Sequence[Page], *, limit: int = 8) -> list[Couple]:
    """Return pairs to compare: the last two versions of some addresses that changed, and the last two of each series.

    Series are looked for among the `latest` documents, newest first. Each pair is told once, half of them at most
    versions where there are series.
    """
    versions, series = (_once_each(found) for found in (_versions(ledger, limit), _series(latest)))
    kept = versions[: max(limit - len(series), limit // 2)]
    return _once_each((*kept, *series))[:limit]


def series_in(latest: Iterable[Page]) -> list[TitledAlike]:
    """Return the series of two reports or more among some, newest first; the longest series first."""
    found: dict[tuple[str, ...], list[str]] = {}
    for page in latest:
        key = series_key(page.title)
        if key and page.title:
            found.setdefault(key, []).append(page.title)
    several = (TitledAlike(" ".join(key), titles[0], len(titles)) for key, titles in found.items() if len(titles) > 1)
    return sorted(several, key=lambda one: -one.reports)


def page_of_copy(copy: Copy) -> Page:
    """Return a copy as a page."""
    return Page(
        document=copy.document,
        url=copy.url,
        title=copy.title,
        outlet=copy.outlet,
        agency=copy.agency,
        published=copy.published,
        dateline=copy.dateline,
    )


def _once_each(couples: Iterable[Couple]) -> list[Couple]:
    told: dict[frozenset[str], Couple] = {}
    for one in couples:
        told.setdefault(frozenset((one.a.document, one.b.document)), one)
    return [one for documents, one in told.items() if len(documents) > 1]


def _likely(ledger: Ledger, document: Document) -> Iterator[tuple[str, Reason]]:
    for url in ledger.addresses(document.id):
        yield from ((version.document, "version") for version in ledger.versions(url))
    key = series_key(document.title)
    if key:
        listed = ledger.documents_page(titled=" ".join(key), limit=_TITLES).shown
        yield from ((one.copy.document, "title") for one in listed if series_key(one.copy.title) == key)
    for near in ledger.near_to(document.id)[:_NEAREST]:
        yield from ((name, "copy") for name in (near.a, near.b))
    words = sorted(_long_words(document), key=lambda word: (-len(word), word))[:_WORDS]
    yield from ((name, "words") for name in ledger.documents_like(words, limit=_NEAREST))


def _long_words(document: Document) -> set[str]:
    """The words of a title and of the paragraph after it; what a text is about stands at its head."""
    head = " ".join(document.text[start:end] for start, end in document.paragraphs()[:2])
    return {word for word in fold(f"{document.title or ''} {head}").split() if len(word) >= _LETTERS}


def _versions(ledger: Ledger, most: int) -> Iterator[Couple]:
    for url in ledger.changed_addresses()[-most:]:
        *_, before, after = ledger.versions(url)
        pages = [_at(ledger.pages(one.document), url) for one in (before, after)]
        yield Couple(pages[0], pages[1], "version")


def _at(pages: Iterable[Page], url: str) -> Page:
    every = list(pages)
    return next((one for one in every if one.url == url), every[0])


def _series(latest: Iterable[Page]) -> Iterator[Couple]:
    newest: dict[tuple[str, ...], Page] = {}
    told: set[tuple[str, ...]] = set()
    for page in latest:
        key = series_key(page.title)
        if not key or key in told:
            continue
        if key in newest:
            told.add(key)
            yield Couple(page, newest[key], "title")
        newest.setdefault(key, page)

"""A document in words: what it is called, and who published it where and when."""

from collections.abc import Iterator

from onrecord.records import Document
from onrecord.telling.clean import counted, one_line
from onrecord.telling.values import in_words


def title_of(document: Document) -> str:
    """Return a document's title on one line; of one without, its address, else its id."""
    return one_line(document.title or document.url or document.id)


def imprint(document: Document) -> Iterator[str]:
    """Yield what is known of a document's origin: authors, outlet, agency, place, date, language, and its length."""
    if document.authors:
        yield one_line("by " + ", ".join(document.authors))
    # An outlet that prints its own agency's report is named once.
    yield from map(one_line, dict.fromkeys(filter(None, (document.outlet, document.agency))))
    if document.dateline is not None and document.dateline.place:
        yield one_line(document.dateline.place)
    yield in_words(document.published) if document.published else "date unknown"
    if document.language not in (None, "en"):
        yield f"language {document.language}"
    yield counted(len(document.text.split()), "word")

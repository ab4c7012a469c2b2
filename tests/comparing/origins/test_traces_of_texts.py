"""What is kept of a document's text."""

from onrecord.comparing import traces_of
from onrecord.records import Document, Record, document_id

from .shelves import LEAD, MORE


def traces(text: str) -> tuple[bytes, dict[int, bytes]]:
    found = traces_of(Record(Document(id=document_id(text), text=text)))
    return found.signature, dict(found.bands)


def test_texts_of_the_same_words_have_the_same_traces() -> None:
    assert traces(f"{LEAD}\n\n{MORE}") == traces(f"{LEAD.upper()} {MORE}")


def test_a_text_without_words_has_none() -> None:
    assert traces("…") == (b"", {})

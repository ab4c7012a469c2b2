import copy
import hashlib
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BadText, RecordError
from onrecord.records import Dateline, Document, Zone, document_id

TEXT = "Ferry row deepens\n\n  PORT LISK (Reuters) — First.  \n\t\nSecond.\n"


def document(text: str = TEXT) -> Document:
    return Document(id=document_id(text), text=text)


def test_the_id_is_the_digest_of_the_text() -> None:
    assert document_id("é") == "sha256:" + hashlib.sha256("é".encode()).hexdigest()


def test_paragraphs_are_the_lines_that_are_not_blank() -> None:
    lines = [TEXT[start:end] for start, end in document().paragraphs()]
    assert lines == ["Ferry row deepens", "PORT LISK (Reuters) — First.", "Second."]


@given(st.text(alphabet="ab \t\n\r\u2028\x0c\x1c", max_size=40))
def test_paragraphs_agree_with_splitting_at_line_feeds(text: str) -> None:
    found = [text[start:end] for start, end in document(text).paragraphs()]
    assert found == [line.strip() for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize(("word", "number"), [("Ferry", 1), ("deepens", 1), ("PORT", 2), ("First", 2), ("Second", 3)])
def test_paragraph_numbers_count_from_one(word: str, number: int) -> None:
    assert document().paragraph_number(TEXT.index(word)) == number


def test_white_space_belongs_to_the_paragraph_before_it_or_the_first() -> None:
    assert document("  a\n\nb").paragraph_number(0) == 1
    assert document("  a\n\nb").paragraph_number(4) == 1


@pytest.mark.parametrize("offset", [-1, len(TEXT)])
def test_an_offset_outside_the_text_is_refused(offset: int) -> None:
    with pytest.raises(RecordError, match="outside"):
        document().paragraph_number(offset)


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b", "\udfff"])
def test_binary_text_is_refused(text: str) -> None:
    with pytest.raises(BadText):
        Document(id="sha256:0", text=text)
    with pytest.raises(ValueError, match="binary"):
        Document(id="sha256:0", text=text)


def test_a_lone_surrogate_has_no_id() -> None:
    with pytest.raises(BadText):
        document_id("\ud800")


def test_a_zone_outside_the_text_is_refused() -> None:
    with pytest.raises(RecordError, match="outside"):
        Document(id="x", text="abc", zones=(Zone("body", 0, 4),))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2)])
def test_a_zone_is_a_stretch_of_text(start: int, end: int) -> None:
    with pytest.raises(RecordError):
        Zone("body", start, end)


def test_json_has_the_codebooks_keys_and_canonical() -> None:
    keys = "id title url canonical outlet agency authors published dateline language text"
    assert list(document().to_json()) == keys.split()


_MAYBE = st.none() | st.text(max_size=12)


@given(
    st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"])),
    _MAYBE,
    st.lists(st.text(max_size=8), max_size=3),
    st.none() | st.builds(Dateline, _MAYBE, _MAYBE),
)
def test_json_round_trip(text: str, title: str | None, authors: list[str], dateline: Dateline | None) -> None:
    one = Document(
        id=document_id(text), text=text, title=title, authors=tuple(authors), dateline=dateline, language="en"
    )
    assert Document.from_json(one.to_json()) == one


def test_a_document_without_canonical_is_read() -> None:
    data = document().to_json()
    del data["canonical"]
    assert Document.from_json(data) == document()


def test_a_document_is_frozen_and_can_be_copied_and_sent() -> None:
    one = document()
    one.paragraphs()
    with pytest.raises(AttributeError):
        one.title = "x"  # type: ignore[misc]
    assert pickle.loads(pickle.dumps(one)) == one == copy.copy(one)

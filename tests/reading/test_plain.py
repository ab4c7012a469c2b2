import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BinaryDocument, EmptyDocument, TooLarge, UsageError
from onrecord.reading import read_bytes, read_text
from onrecord.records import document_id
from onrecord.settings import Settings

# Begins with a word, so that no format is told from the first bytes.
TEXTS = st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"])).map("A ".__add__)
REPORT = "Ferry row deepens\n\nPORT LISK (Reuters) - The ferry will be repaired, the minister said.\n"


@given(TEXTS)
def test_a_plain_text_is_read_character_for_character(text: str) -> None:
    found = read_bytes(text.encode(), "report.txt", settings=Settings())
    assert found.text == text.replace("\r\n", "\n")


@given(TEXTS)
def test_text_in_memory_is_read_as_its_file_would_be(text: str) -> None:
    from_file = read_bytes(text.encode(), "report.txt", settings=Settings())
    assert read_text(text, name="report.txt") == from_file


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"A\r\nB\r\n", "A\nB\n"),
        (b"A\rB", "A\rB"),
        (b"A\r\r\nB", "A\r\nB"),
        (b"\xef\xbb\xbfA word", "A word"),
        (b"\xef\xbb\xbf\xef\xbb\xbfA word", "\ufeffA word"),
        ("A  word\t\u00a0\u2028\x0c end \n\n".encode(), "A  word\t\u00a0\u2028\x0c end \n\n"),
    ],
)
def test_only_the_byte_order_mark_and_crlf_change(data: bytes, text: str, settings: Settings) -> None:
    assert read_bytes(data, "report.txt", settings=settings).text == text


def test_the_id_names_the_text_as_read() -> None:
    assert read_text("A\r\nB").id == document_id("A\nB") == read_text("\ufeffA\nB").id


def test_what_the_text_says_becomes_metadata() -> None:
    found = read_text(REPORT)
    assert (found.title, found.agency, found.language) == ("Ferry row deepens", "Reuters", "en")
    assert found.dateline is not None and found.dateline.place == "PORT LISK"
    assert (found.outlet, found.canonical, found.published, found.authors, found.url) == (None, None, None, (), None)


def test_the_url_is_the_path_unless_an_address_is_given(settings: Settings) -> None:
    assert read_bytes(b"A word", "a/report.txt", settings=settings).url == "a/report.txt"
    given_one = read_bytes(b"A word", "a/report.txt", settings=settings, address="https://news.example/1")
    assert given_one.url == "https://news.example/1"


def test_a_path_that_is_no_text_is_shown(settings: Settings) -> None:
    found = read_bytes(b"A word", "r\udce9sum\udce9.txt", settings=settings)
    assert found.url == "r\\udce9sum\\udce9.txt"


@pytest.mark.parametrize(
    ("given_date", "published"),
    [
        ("2024-10-31", "2024-10-31"),
        ("2024-10-31T09:30+01:00", "2024-10-31T09:30:00+01:00"),
        ("2024-10-31T09:30:00Z", "2024-10-31T09:30:00+00:00"),
    ],
)
def test_a_given_date_is_taken(given_date: str, published: str) -> None:
    assert read_text(REPORT, published=given_date).published == published


def test_a_given_date_overrides_what_the_text_says() -> None:
    text = "Ferry row deepens\nSunday, September 15, 2019\nThe ferry will be repaired.\n"
    assert read_text(text).published == "2019-09-15"
    assert read_text(text, published="2024-10-31").published == "2024-10-31"


@pytest.mark.parametrize("given_date", ["", "yesterday", "31/10/2024", "2024-13-01", "2024-10", "October 31, 2024"])
def test_a_given_date_that_is_none_is_wrong_usage(given_date: str) -> None:
    with pytest.raises(UsageError, match="2024-10-31"):
        read_text(REPORT, published=given_date)


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n", "\u200b\n\u200b".encode()])
def test_an_empty_file_is_refused(data: bytes, settings: Settings) -> None:
    with pytest.raises(EmptyDocument, match=r"^a\.txt: is empty"):
        read_bytes(data, "a.txt", settings=settings)


@pytest.mark.parametrize("text", ["A\0B", "A \ud800 B"])
def test_binary_text_is_refused(text: str) -> None:
    with pytest.raises(BinaryDocument):
        read_text(text)


def test_too_large_is_refused() -> None:
    with pytest.raises(TooLarge, match="ONRECORD_MAX_BYTES"):
        read_bytes(b"A word", "a.txt", settings=Settings(max_bytes=5))
    assert read_bytes(b"A word", "a.txt", settings=Settings(max_bytes=6)).text == "A word"

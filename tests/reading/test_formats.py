import gzip
import random

import pytest

from onrecord.errors import BinaryDocument, DamagedFile, TooLarge, UnknownFormat
from onrecord.reading import read_bytes
from onrecord.reading.formats import Format, format_of
from onrecord.settings import Settings

MARKDOWN = "---\ntitle: Ferry row\n---\n\n# Heading\n\nSome *words* and a [link](https://news.example/1).\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04\x14\x00", "office document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office document"),
        (b"\x89PNG\r\n\x1a\n", "an image"),
        (b"\xff\xd8\xff\xe0", "an image"),
        (b"{\\rtf1\\ansi", "Rich Text"),
        (b"SQLite format 3\x00", "a database"),
        (b"\x28\xb5\x2f\xfd\x04\x00", "a Zstandard file"),
        (b'<?xml version="1.0"?><urlset></urlset>', r"XML \(urlset\)"),
        (b'<?xml version="1.0"?><thing/>', "XML that is no page"),
        (b' {"title": "Ferry row"}', "JSON"),
        (b"[1, 2]", "JSON"),
    ],
)
@pytest.mark.parametrize("name", ["a", "a.txt", "a.html", "a.md"])
def test_a_known_format_that_is_not_read_is_named(data: bytes, said: str, name: str, settings: Settings) -> None:
    with pytest.raises(UnknownFormat, match=said) as caught:
        read_bytes(data, name, settings=settings)
    assert caught.value.subject == name and caught.value.advice


@pytest.mark.parametrize("data", [b"A\0B", b"\0", b"<html>\0"])
def test_bytes_with_a_null_are_binary(data: bytes, settings: Settings) -> None:
    with pytest.raises(BinaryDocument):
        read_bytes(data, "a.txt", settings=settings)


@pytest.mark.parametrize(
    "head",
    [
        "<!DOCTYPE html><p>x",
        "\n\n<html lang=en>",
        "<HEAD>",
        "<!-- a --> <!-- b --><body>",
        '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">\n<html>',
    ],
)
@pytest.mark.parametrize("name", ["a", "a.txt", "a.md", "a.html"])
def test_a_page_is_told_whatever_its_name(head: str, name: str) -> None:
    assert format_of(head, name) is Format.HTML


@pytest.mark.parametrize(
    ("name", "form"), [("a", Format.HTML), ("a.html", Format.HTML), ("a.txt", Format.PLAIN), ("a.md", Format.MARKDOWN)]
)
def test_a_fragment_is_a_page_unless_the_name_says_otherwise(name: str, form: Format) -> None:
    assert format_of("<div class='x'>Words</div>", name) is form


@pytest.mark.parametrize(
    ("text", "form"), [("Ferry row<center>It sank.</center>", Format.HTML), ("It sank. 2 < 3 > 1", Format.PLAIN)]
)
def test_what_is_named_a_page_is_one_if_it_holds_tags(text: str, form: Format) -> None:
    assert format_of(text, "a.html") is form
    assert format_of(text, "https://news.example/1", "text/html; charset=utf-8") is form
    assert format_of(text, "a.txt") is Format.PLAIN


@pytest.mark.parametrize(
    ("name", "content_type", "form"),
    [
        ("a.md", None, Format.MARKDOWN),
        ("a.MARKDOWN", None, Format.MARKDOWN),
        ("a.txt", None, Format.PLAIN),
        ("a.txt", "text/markdown", Format.PLAIN),
        ("a", "text/plain; charset=utf-8", Format.PLAIN),
        ("a", "text/markdown", Format.MARKDOWN),
        ("a", None, Format.MARKDOWN),
        ("standard input", None, Format.MARKDOWN),
        ("https://news.example/a.txt?x=1.md", None, Format.PLAIN),
    ],
)
def test_the_name_breaks_the_tie_between_markdown_and_plain_text(
    name: str, content_type: str | None, form: Format
) -> None:
    assert format_of(MARKDOWN, name, content_type) is form


@pytest.mark.parametrize(
    "text",
    [
        "A report.\n\n- first\n- second\n",
        "# is a number sign, and this is a report.",
        "[Reuters] The ferry will sail.",
        "--- a dash begins this",
        "{ this is no JSON }",
        "2 < 3 and the <p> stands later",
    ],
)
def test_a_text_without_a_suffix_is_plain_unless_it_is_marked_up(text: str) -> None:
    assert format_of(text, "a") is Format.PLAIN


def test_many_comments_take_no_time() -> None:
    assert format_of("<!-- a -->" * 2000 + "word", "a") is Format.PLAIN


def test_a_gzip_file_is_unpacked_and_read_as_what_it_holds(settings: Settings) -> None:
    packed = gzip.compress(b"The mayor said the bridge would open in May.\n")
    assert read_bytes(packed, "a.txt.gz", settings=settings).text == "The mayor said the bridge would open in May.\n"


def test_a_gzip_file_in_a_gzip_file_is_refused(settings: Settings) -> None:
    with pytest.raises(UnknownFormat, match="a gzip file; unpack it first"):
        read_bytes(gzip.compress(gzip.compress(b"word")), "a.txt", settings=settings)


def test_a_gzip_file_that_breaks_off_is_damaged(settings: Settings) -> None:
    packed = gzip.compress(random.Random(7).randbytes(4000).hex().encode())
    with pytest.raises(DamagedFile, match="damaged gzip file"):
        read_bytes(packed[:1000], "a.txt.gz", settings=settings)


def test_a_gzip_file_that_swells_beyond_all_measure_is_too_large(settings: Settings) -> None:
    bomb = gzip.compress(b"a " * (settings.max_bytes // 2 + 1))
    with pytest.raises(TooLarge):
        read_bytes(bomb, "a.txt.gz", settings=settings)

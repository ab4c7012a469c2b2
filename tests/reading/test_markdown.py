import pytest

from onrecord.reading import read_bytes
from onrecord.records import Document
from onrecord.settings import Settings

STORY = """\
---
title: "Ferry\\_row  deepens"
outlet: The Port Lisk Mail
author: Mara Ellin and Tomas Reik
date: '2024-10-31'
published_time: 2024-10-31 09:30:00-04:00
source_url: https://news.example/ferry-row
---

PORT LISK (Reuters) -- The harbour minister said the
ferry would be **repaired** within a week, and *nobody* in the
[room](https://news.example/room) believed the half-
hearted promise of mid-
and long-term repairs.

"We will sail," she said.  Then she left.

\\###
"""


def read(text: str, name: str = "report.md") -> Document:
    return read_bytes(text.encode(), name, settings=Settings())


def lines(text: str) -> list[str]:
    return read(text).text.split("\n")


def test_front_matter_is_metadata() -> None:
    found = read(STORY)
    assert (found.title, found.outlet) == ("Ferry\u00a0row deepens".replace("\u00a0", " "), "The Port Lisk Mail")
    assert found.authors == ("Mara Ellin", "Tomas Reik")
    assert found.published == "2024-10-31T09:30:00-04:00"
    assert (found.canonical, found.url) == ("https://news.example/ferry-row", "report.md")
    assert (found.agency, found.language, found.warnings) == ("Reuters", "en", ())


def test_the_text_is_headline_and_story_one_paragraph_a_line() -> None:
    assert read(STORY).text.split("\n") == [
        "Ferry row deepens",
        "PORT LISK (Reuters) -- The harbour minister said the ferry would be repaired within a week, and nobody "
        "in the room believed the half-hearted promise of mid- and long-term repairs.",
        '"We will sail," she said. Then she left.',
    ]


def test_windows_line_ends_make_no_difference() -> None:
    assert read(STORY.replace("\n", "\r\n")) == read(STORY)


def test_toml_front_matter() -> None:
    found = read(
        '+++\ntitle = "Ferry row"\nauthors = ["Mara Ellin", {name = "Tomas Reik"}]\ndate = 2024-10-31T09:30:00Z\n'
        '+++\nThe ferry "sank".\n'
    )
    assert (found.title, found.authors) == ("Ferry row", ("Mara Ellin", "Tomas Reik"))
    assert found.published == "2024-10-31T09:30:00+00:00"


@pytest.mark.parametrize(
    ("field", "name", "value"),
    [
        ("publisher: The Mail", "outlet", "The Mail"),
        ("source: https://news.example/1", "outlet", None),
        ("source: https://news.example/1", "canonical", None),
        ("url: https://news.example/1", "canonical", "https://news.example/1"),
        ("url: /2024/ferry", "canonical", None),
        ("author: Reuters", "agency", "Reuters"),
        ("author: Reuters", "authors", ()),
        ("agency: AFP", "agency", "Agence France-Presse"),
        ("author: mellin", "authors", ()),
        ("author: Ellin", "authors", ("Ellin",)),
        ("authors:\n- Mara Ellin\n- name: Tomas Reik", "authors", ("Mara Ellin", "Tomas Reik")),
        ("date: Thu, 31 Oct 2024 09:30:00 +0100", "published", "2024-10-31T09:30:00+01:00"),
        ("date: soon", "published", None),
        ("lang: de-AT", "language", "de"),
        ("title:", "title", None),
        ("title: null", "title", None),
    ],
)
def test_each_field(field: str, name: str, value: object) -> None:
    assert getattr(read(f"---\nlayout: post\n{field}\n---\nIt sank.\n"), name) == value


@pytest.mark.parametrize(
    "block", ["title: [unclosed", "title: 'a\nb: c", "a: &a [*b]", "\ttitle: x\n  - y", "b: " + "[" * 30_000]
)
def test_broken_front_matter_is_read_as_text_with_a_warning(block: str) -> None:
    found = read(f"---\n{block}\n---\n\nThe ferry sank.\n")
    assert found.warnings[0] == "its front matter is broken and was read as text"
    assert "The ferry sank." in found.text and found.published is None


def test_rules_around_words_are_no_front_matter() -> None:
    found = read("---\nThe ferry sank.\n\n---\nNobody was hurt.\n")
    assert (found.text.split("\n"), found.warnings) == (["The ferry sank.", "Nobody was hurt."], ())


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# Ferry row\n\nIt sank.", ["Ferry row", "It sank."]),
        ("Ferry row\n=========\n\nIt sank.", ["Ferry row", "It sank."]),
        ("- one\n- two\n  still two\n\n  and more\n", ["one", "two still two", "and more"]),
        ("1. one\n2. two\n", ["one", "two"]),
        ("> quoted\n> words\n", ["quoted words"]),
        ("```python\na  =  1\n\nb = 2\n```\n", ["a = 1", "b = 2"]),
        ("| a | b |\n|---|---|\n| 1 | *2* |\n", ["a | b", "1 | 2"]),
        ("On March 10<sup>th</sup> it sank.", ["On March 10th it sank."]),
        ("One line<br>Another", ["One line", "Another"]),
        ("Mara Ellin  \nPort Lisk", ["Mara Ellin", "Port Lisk"]),
        ("The ministers obviously  \nrecognise it.", ["The ministers obviously recognise it."]),
        ("<p>In a <b>tag</b> &amp; more</p>\n<!-- not this -->\n<script>nor this</script>\n", ["In a tag & more"]),
        ("It sank.\n\n<!-- never closed\n\nAnd more.", ["It sank."]),
        ("See [1] and [the list][2].\n\n[2]: https://news.example/2\n", ["See [1] and the list."]),
        ("5 \\* 3 &lt; 16 &copy;", ["5 * 3 < 16 ©"]),
        ("    An indented paragraph\n    goes on.", ["An indented paragraph goes on."]),
        ("One\n\n***\n\ntwo ~~three~~", ["One", "two three"]),
        ("MS. ELLIN:  Good morning.\n\nQ    Is it safe?", ["MS. ELLIN: Good morning.", "Q Is it safe?"]),
    ],
)
def test_markup_is_dropped(source: str, text: list[str]) -> None:
    assert lines(source) == text


def test_a_heading_with_which_the_text_begins_is_the_headline() -> None:
    found = read("# Ferry *row* deepens\n\n## Background\n\nIt sank.\n")
    assert found.title == "Ferry row deepens"
    assert [zone.kind for zone in found.zones] == ["headline", "body", "body"]
    assert read("It sank.\n\n# Background\n\nAnd then it did not.").title is None


def test_the_headline_is_not_repeated() -> None:
    assert lines("---\ntitle: Ferry row\n---\n\n# Ferry row\n\nIt sank.\n") == ["Ferry row", "It sank."]


def test_an_image_gives_its_description_as_a_caption_or_nothing() -> None:
    found = read(
        "# Ferry row\n\n![The ferry lies in the harbour of Port Lisk](a.jpg)\n\n![image01](b.jpg)\n\n"
        "It sank ![anchor](c.png) there.\n"
    )
    assert found.text.split("\n") == ["Ferry row", "The ferry lies in the harbour of Port Lisk", "It sank there."]
    assert [zone.kind for zone in found.zones] == ["headline", "caption", "body"]


def test_very_many_brackets_are_text() -> None:
    found = read("[" * 20_001)
    assert found.text == "[" * 20_001 and "brackets" in found.warnings[0]

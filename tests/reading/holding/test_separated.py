"""Articles in tables of separated values."""

import random
from collections.abc import Callable

import pytest

from onrecord.errors import DamagedFile, EmptyDocument, ReadingError, UnknownFormat
from onrecord.reading.head import Head
from onrecord.reading.holding.separated import tells
from onrecord.reading.metadata import StatedDate, Story
from onrecord.settings import Settings

Outcomes = Callable[..., list[tuple[str, Story | ReadingError | str]]]
Example = Callable[[str], bytes]


def test_each_row_is_a_document(outcomes: Outcomes, example: Example) -> None:
    found = outcomes(example("articles.csv"))
    assert [name for name, _ in found] == ["x#1", "x#2"]
    first = found[0][1]
    assert isinstance(first, Story)
    assert first.text.splitlines()[1] == 'The pilots were "cheered" from both shores.'
    assert first.metadata.published == (StatedDate("2026-03-14", "column date"),)
    assert first.metadata.outlet == "The Port Ardent Post"


@pytest.mark.parametrize("separator", ["\t", ";"])
def test_tabs_and_semicolons(outcomes: Outcomes, separator: str) -> None:
    rows = [["body", "headline"], ["The ferry sails; at last.", "Ferry"], ["It is mended.", "Mended"]]
    data = "\n".join(separator.join(f'"{one}"' for one in row) for row in rows).encode()
    assert [type(one) for _, one in outcomes(data)] == [Story, Story]


def test_a_row_that_is_broken_costs_only_itself(outcomes: Outcomes) -> None:
    data = b"text,title\nThe ferry sails.,a\nonly one\n,b\n\nIt is mended.,c\n"
    assert [(name, type(one)) for name, one in outcomes(data)] == [
        ("x#1", Story),
        ("x#2", DamagedFile),
        ("x#3", EmptyDocument),
        ("x#5", Story),
    ]


def test_a_quotation_mark_that_is_never_closed_ends_the_table(outcomes: Outcomes) -> None:
    data = b"text,title\nThe ferry sails.,a\n" + b'"open ' + b"word " * 500 + b",b\n"
    found = outcomes(data, settings=Settings(max_bytes=1000))
    assert [type(one) for _, one in found] == [Story, DamagedFile]


def test_windows_letters_are_read(outcomes: Outcomes) -> None:
    ((_, one),) = outcomes("text,title\nThe ferry of Jörva sails – again.,a\n".encode("cp1252"))
    assert isinstance(one, Story) and one.text == "The ferry of Jörva sails – again."


def test_other_columns_are_stated(outcomes: Outcomes) -> None:
    data = b"k,z\n" + b"word " * 50 + b",1\n"
    ((_, one),) = outcomes(data, name="a.csv")
    assert isinstance(one, UnknownFormat) and "(k, z)" in one.reason
    ((_, one),) = outcomes(data, name="a.csv", columns=(("text", "k"),))
    assert isinstance(one, Story)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Text, title and date were missing.\nThe ferry sails, at last.\n", "a"),
        ("Body, headline\n\nThe ferry sails.\n", "a.txt"),
        ("year,ships\n2026,40\n", "a.csv"),
        ("text\nThe ferry sails.\n", "a.csv"),
        ("", "a.csv"),
        ("text,title", "a.csv"),
    ],
)
def test_a_story_is_no_table(text: str, name: str) -> None:
    assert not tells(Head(data=text.encode(), whole=True, name=name))


def test_only_reading_errors_come_out(outcomes: Outcomes, example: Example) -> None:
    chance = random.Random(4180)
    for _ in range(300):
        changed = bytearray(example("articles.csv"))
        for _ in range(chance.randint(1, 8)):
            at = chance.randrange(len(changed))
            changed[at : at + chance.randint(0, 9)] = bytes(
                chance.choices(b'",;\t\r\n\x00\xff a', k=chance.randint(0, 3))
            )
        assert all(name.startswith("x") for name, _ in outcomes(bytes(changed)))

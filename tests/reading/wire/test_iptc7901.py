"""IPTC 7901: header, heading, wrapped paragraphs, what is for the desk, the date-time group."""

from collections.abc import Callable

import pytest

from onrecord.errors import DamagedFile
from onrecord.reading import Ended

Read = Callable[[bytes], list[Ended]]
Example = Callable[[str], bytes]


def test_what_an_item_states(read_item: Read, example: Example) -> None:
    (one,) = read_item(example("iptc7901.txt"))
    document = one.document
    assert document is not None
    assert document.title == "Norvanna and Quellin agree to reopen strait to grain ships"
    assert (document.agency, document.authors) == ("dpa", ("Tamsin Oake",))
    assert document.published == "2026-03-12T14:55:00+00:00"
    assert document.dateline is not None and document.dateline.place == "Port Ardent"


def test_paragraphs_stand_on_one_line_and_a_hyphen_at_the_end_of_a_line_stays(
    read_item: Read, example: Example
) -> None:
    (one,) = read_item(example("iptc7901.txt"))
    assert one.document is not None
    assert one.document.text.splitlines()[2:] == [
        "Port Ardent (dpa) - Norvanna and Quellin will reopen the Sarrow Strait to grain ships after a blockade of "
        "14 months, their foreign ministers announced on Thursday.",
        '"The farmers on both shores have waited long enough," said the long-serving Norvannan foreign minister, '
        "Ilse Corrant of Jörva.",
    ]


@pytest.mark.parametrize("label", [b"REFILE\r\n1ST LEAD", b"(Achtung)", b"2ND ROUNDUP"])
def test_labels_for_the_desk_are_no_headline(read_item: Read, example: Example, label: bytes) -> None:
    (one,) = read_item(example("iptc7901.txt").replace(b"1ST LEAD", label))
    assert one.document is not None
    assert one.document.title == "Norvanna and Quellin agree to reopen strait to grain ships"


def test_a_headline_over_two_lines_is_one(read_item: Read, example: Example) -> None:
    wrapped = b"agree to reopen the strait to grain ships\r\nin March"
    (one,) = read_item(example("iptc7901.txt").replace(b"agree to reopen strait to grain ships", wrapped))
    assert one.document is not None
    assert one.document.title == "Norvanna and Quellin agree to reopen the strait to grain ships in March"


@pytest.mark.parametrize(
    ("group", "published"),
    [
        (b"121455 GMT Mar 26", "2026-03-12T14:55:00+00:00"),
        (b"121455 GMT Okt 1998", "1998-10-12T14:55:00+00:00"),
        (b"121455 Mar 26", "2026-03-12T14:55:00"),
        (b"121455 GMT", None),
        (b"991455 GMT Mar 26", None),
        (b"121455 GMT Foo 26", None),
    ],
)
def test_the_date_time_group(read_item: Read, example: Example, group: bytes, published: str | None) -> None:
    (one,) = read_item(example("iptc7901.txt").replace(b"121455 GMT Mrz 26", group))
    assert one.document is not None and one.document.published == published


def test_an_item_that_breaks_off_is_damaged(read_item: Read, example: Example) -> None:
    (one,) = read_item(example("iptc7901.txt").partition(b"# Notebook")[0])
    assert isinstance(one.error, DamagedFile)

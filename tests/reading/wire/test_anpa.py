"""ANPA 1312: AP's marked lines, Kyodo's plain ones, tables, several items in a file, and what is broken."""

from collections.abc import Callable

from onrecord.errors import DamagedFile, EmptyDocument
from onrecord.reading import Ended

Read = Callable[[bytes], list[Ended]]
Example = Callable[[str], bytes]

KYODO = (
    b"\x01a0417SARROW\x1fkoko-\r\nu s\x14\x12 BC-Rowing-Strait-Cup   05-02 0344\r\n\x02BC-Rowing-Strait-Cup\r\n"
    b"Rowing: Ardent crew wins the Strait Cup for the third time+\r\n"
    b"     PORT ARDENT, Norvanna, Feb. 5 Kyodo - The Ardent crew won the Strait Cup\r\n"
    b"on Thursday for the third time, two lengths ahead of the crew of Quell \r\nHarbour.\r\n"
    b"     It was a close race for the first thousand metres, the umpire said.\r\n"
    b"==Kyodo\r\n\x03KWS-09:15-05-02-26\x04\r\n"
)


def test_headline_byline_agency_and_time_of_an_item(read_item: Read, example: Example) -> None:
    (one,) = read_item(example("anpa.tst"))
    document = one.document
    assert document is not None
    assert document.title == "First convoy of grain ships leaves Port Ardent"
    assert document.agency == "Associated Press"
    assert document.authors == ("Tamsin Oake", "Bram Velder")
    assert document.published == "2026-03-14T16:42:00+00:00"
    assert document.dateline is not None and document.dateline.place == "PORT ARDENT, Norvanna"
    assert [zone.kind for zone in document.zones[:5]] == ["headline", "byline", "byline", "dateline", "body"]


def test_the_text_is_the_story_alone_in_the_characters_that_are_meant(read_item: Read, example: Example) -> None:
    (one,) = read_item(example("anpa.tst"))
    assert one.document is not None
    assert one.document.text.splitlines()[3:] == [
        "PORT ARDENT, Norvanna (AP) — Forty grain ships left Port Ardent on Saturday, the first in 14 months.",
        "“We have pilots, and we have a date,” Foreign Minister Ilse Corrant said. "
        "She called it 'a beginning' — and no more.",
        "| Ships | Tonnes",
        "Norvanna | 24 | 310,000",
        "Quellin | 16 | 4½",
        "Velder reported from Quell Harbour.",
    ]


def test_a_plain_item_has_its_headline_before_a_plus_and_day_before_month_in_its_last_line(read_item: Read) -> None:
    (one,) = read_item(KYODO)
    document = one.document
    assert document is not None
    assert document.title == "Rowing: Ardent crew wins the Strait Cup for the third time"
    assert (document.agency, document.published) == ("Kyodo", "2026-02-05T09:15:00")
    assert len(document.text.splitlines()) == 4
    assert "two lengths ahead of the crew of Quell Harbour." in document.text


def test_a_line_above_the_text_may_be_wrapped_and_speak_to_readers(read_item: Read, example: Example) -> None:
    longer = example("anpa.tst").replace(
        b"^First convoy of grain ships leaves Port Ardent<\r\n",
        b"^EDITOR'S NOTE _ The second of two parts.<\r\n"
        b"^First convoy of grain ships\r\nleaves Port Ardent<\r\n^A summary.<\r\n",
    )
    (one,) = read_item(longer)
    assert one.document is not None
    assert one.document.title == "First convoy of grain ships leaves Port Ardent"
    lines = one.document.text.splitlines()
    assert lines[0] == "EDITOR'S NOTE — The second of two parts." and lines[2] == "A summary."


def test_several_items_in_a_file_are_told_apart_by_their_number(read_item: Read, example: Example) -> None:
    first, second, third = read_item(example("anpa.tst") + KYODO + example("anpa.tst")[:400])
    assert first.name.endswith("item#1") and first.document is not None
    assert second.name.endswith("item#2") and second.document is not None
    assert isinstance(third.error, DamagedFile) and "before the end of its text" in third.error.reason


def test_an_item_that_breaks_off_in_its_header_is_damaged(read_item: Read, example: Example) -> None:
    (one,) = read_item(example("anpa.tst")[:40])
    assert isinstance(one.error, DamagedFile) and "header" in one.error.reason


def test_an_item_without_words_is_empty(read_item: Read) -> None:
    (one,) = read_item(
        b"\x16\x16\x01N1204\x1fnorth\r\nr i\x13\x11 BC-NV--Nothing\r\n\x02^BC-NV--Nothing,1<\r\n\t  ___\r\n\x03\x04"
    )
    assert isinstance(one.error, EmptyDocument)


def test_without_a_year_there_is_no_date(read_item: Read, example: Example) -> None:
    (one,) = read_item(example("anpa.tst").replace(b"-26 1642GMT", b""))
    assert one.document is not None and one.document.published is None


def test_wrapped_text_of_the_first_edition_has_its_last_line_in_the_text(read_item: Read) -> None:
    (one,) = read_item(
        b"\x16\x16\x01a0123\x1f-----\r\nr i BC-Strait-Convoy     03-14 0210\r\n\x02^BC-Strait Convoy, Bjt,118<\r\n"
        b"^First Convoy of Grain Ships Leaves Port Ardent<\r\n^By TAMSIN OAKE<\r\n^Associated Press Writer<\r\n"
        b"   PORT ARDENT, Norvanna (AP) _ Forty grain ships left Port\r\nArdent on Saturday, the first in 14 months, "
        b"and a long-\r\nawaited one.<\r\n"
        b"   They were in sight until noon.\r\n   AP-NN-03-14-26 1642EST<\r\n\x03\r\n\x04"
    )
    document = one.document
    assert document is not None
    assert (document.published, document.agency) == ("2026-03-14T16:42:00-05:00", "Associated Press")
    assert [zone.kind for zone in document.zones[:3]] == ["headline", "byline", "byline"]
    assert document.text.splitlines()[3:] == [
        "PORT ARDENT, Norvanna (AP) — Forty grain ships left Port Ardent on Saturday, the first in 14 months, and a "
        "long-awaited one.",
        "They were in sight until noon.",
    ]

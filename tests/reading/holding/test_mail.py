"""E-mail and mailboxes: what is the report, what is attached, what is no mail at all."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.errors import DamagedFile, EmptyDocument, LockedFile, ReadingError, TooLarge
from onrecord.reading import How, read_all
from onrecord.reading.head import Head
from onrecord.reading.holding import mail, mailbox
from onrecord.reading.metadata import StatedDate, Story
from onrecord.settings import Settings

Outcome = tuple[str, Story | ReadingError | str]
Outcomes = Callable[..., list[Outcome]]
Example = Callable[[str], bytes]

HEAD = (
    b"From: press@pilots.example\r\nDate: Sat, 14 Mar 2026 17:42:00 +0100\r\nMessage-ID: <1@pilots.example>\r\n"
    b"Subject: Guild welcomes convoy\r\nMIME-Version: 1.0\r\n"
)


def story(found: list[Outcome], number: int = 0) -> Story:
    one = found[number][1]
    assert isinstance(one, Story), one
    return one


def test_a_message_its_attachment_and_its_picture(outcomes: Outcomes, example: Example) -> None:
    found = outcomes(example("mail.eml"))
    assert [name for name, _ in found] == ["x", "x#figures.txt", "x#crest.png"]
    one = story(found)
    assert one.metadata.title == "Guild welcomes first convoy to Jörva"
    assert (one.metadata.outlet, one.metadata.authors) == ("Sarrow Pilots' Guild", ())
    assert one.metadata.published == (StatedDate("2026-03-14T17:42:00+01:00", "Date"),)
    assert story(found, 1).text.startswith("The convoy in figures: 40 ships")
    assert found[2][1] == "is a picture"


def test_the_text_is_the_report_without_signature_one_paragraph_a_line(outcomes: Outcomes, example: Example) -> None:
    lines = story(outcomes(example("mail.eml"))).text.splitlines()
    assert lines[0] == "Guild welcomes first convoy to Jörva"
    assert len(lines) == 3 and lines[1].endswith("by two pilots.") and "Jörva is safe" in lines[2]


def test_a_person_who_sends_is_the_author(outcomes: Outcomes, example: Example) -> None:
    found = outcomes(example("mailbox.mbox"))
    assert [name for name, _ in found] == ["x#1", "x#2"]
    first, second = story(found), story(found, 1)
    assert (first.metadata.authors, first.metadata.outlet) == (("Tamsin Oake",), None)
    assert (first.metadata.title, second.metadata.title) == ("First convoy leaves Port Ardent", "Mines still adrift")
    assert second.metadata.outlet == "post.example"
    assert first.text.splitlines()[1:] == [
        "Forty grain ships left Port Ardent on Saturday, the first in 14 months.",
        "From the pilots' tower they were in sight until noon.",
    ]


def test_html_is_read_where_the_plain_part_only_points_to_it(outcomes: Outcomes) -> None:
    data = HEAD + (
        b"Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n"
        b"See the HTML.\r\n"
        b"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<h1>Guild welcomes convoy</h1><p>The guild =\r\n"
        b"welcomed the first convoy of grain ships &amp; its pilots.</p>\r\n"
        b"--b--\r\n"
    )
    one = story(outcomes(data))
    assert one.text == "Guild welcomes convoy\nThe guild welcomed the first convoy of grain ships & its pilots."
    assert [mark.kind for mark in one.marks] == ["headline"]


def test_what_senders_to_many_put_around_a_text_is_left_out(outcomes: Outcomes) -> None:
    data = HEAD + (
        b"Content-Type: text/html\r\n\r\n<div style='display:none'>Hidden</div>"
        b"<a href='x'>View this email in your browser</a>"
        b"<p>The guild welcomed them.</p><p>It sees no reason to unsubscribe from the accord that was signed in March "
        b"by both of the ministers in the port.</p><p><a href='u'>Unsubscribe</a> | Manage preferences</p>"
    )
    lines = story(outcomes(data)).text.splitlines()
    assert lines[1] == "The guild welcomed them." and len(lines) == 3


def test_flowed_lines_are_put_together(outcomes: Outcomes) -> None:
    data = HEAD + b"Content-Type: text/plain; format=flowed\r\n\r\nThe guild \r\nwelcomed \r\nthem.\r\nIt was glad.\r\n"
    assert story(outcomes(data)).text.splitlines()[1:] == ["The guild welcomed them.", "It was glad."]


def test_a_forwarded_report_is_the_report(outcomes: Outcomes) -> None:
    forwarded = (
        b"\r\n---------- Forwarded message ---------\r\nFrom: Guild <press@pilots.example>\r\nSubject: x\r\n\r\n"
        b"The guild welcomed them.\r\n"
    )
    assert story(outcomes(HEAD + forwarded)).text.splitlines()[1:] == ["The guild welcomed them."]
    answered = b"\r\nIt is true.\r\n\r\n-----Original Message-----\r\nFrom: Guild\r\n\r\nIs it true?\r\n"
    assert story(outcomes(HEAD + answered)).text.splitlines()[1:] == ["It is true."]
    assert story(outcomes(HEAD + b"\r\n> The guild welcomed them.\r\n")).text.endswith("\nThe guild welcomed them.")


def test_a_message_that_is_attached_is_a_document_of_its_own(outcomes: Outcomes, example: Example) -> None:
    data = HEAD + (
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee below.\r\n--b\r\n"
        b"Content-Type: message/rfc822\r\n\r\n" + example("mail.eml") + b"\r\n--b--\r\n"
    )
    found = outcomes(data)
    assert [name for name, _ in found] == ["x", "x#1", "x#1#figures.txt", "x#1#crest.png"]
    assert story(found, 1).metadata.title == "Guild welcomes first convoy to Jörva"


def test_an_attachment_that_cannot_be_read_costs_only_itself(outcomes: Outcomes) -> None:
    data = HEAD + (
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee the table.\r\n--b\r\n"
        b"Content-Type: application/zip; name=t.zip\r\n\r\nPK\x03\x04\r\n--b--\r\n"
    )
    found = outcomes(data)
    assert found[1][0] == "x#t.zip" and isinstance(found[1][1], ReadingError)
    assert isinstance(found[0][1], Story)


def test_a_saved_page_is_the_page(tmp_path: Path) -> None:
    paragraph = "The guild welcomed the first convoy of grain ships in 14 months and promised each a pilot. "
    page = f"<html><head><title>Convoy sails</title></head><body><h1>Convoy sails</h1><p>{paragraph * 3}</p></body>"
    path = tmp_path / "a.mhtml"
    path.write_bytes(
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://pilots.example/convoy\r\nSubject: Convoy\r\n"
        b"Date: Sat, 14 Mar 2026 16:42:00 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n'
        b"Content-Location: https://pilots.example/convoy\r\n\r\n" + page.encode() + b"\r\n--b\r\n"
        b"Content-Type: text/css\r\n\r\np {}\r\n--b--\r\n"
    )
    (one,) = read_all(str(path), How(settings=Settings()))
    assert one.document is not None
    assert (one.document.url, one.document.title) == ("https://pilots.example/convoy", "Convoy sails")


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (b"Content-Type: multipart/encrypted; boundary=b\r\n\r\n--b\r\nContent-Type: application/pgp-encrypted\r\n\r\n"
         b"Version: 1\r\n--b--\r\n", LockedFile),
        (b"\r\n-----BEGIN PGP MESSAGE-----\r\nhQEMA\r\n-----END PGP MESSAGE-----\r\n", LockedFile),
        (b"\r\n\r\n", EmptyDocument),
        (b"\r\n-- \r\nPress office\r\n", EmptyDocument),
    ],
)  # fmt: skip
def test_what_cannot_be_read(outcomes: Outcomes, body: bytes, error: type[ReadingError]) -> None:
    ((_, one),) = outcomes(HEAD + body)
    assert isinstance(one, error)


def test_a_message_that_breaks_off_says_so(outcomes: Outcomes, example: Example) -> None:
    one = story(outcomes(example("mail.eml").partition(b"--inner--")[0]))
    assert one.warnings and "breaks off" in one.warnings[0]


def test_parts_without_end_in_each_other_are_damaged(outcomes: Outcomes) -> None:
    parts = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(1_000))
    ((_, one),) = outcomes(HEAD + parts)
    assert isinstance(one, DamagedFile)


def test_a_message_larger_than_a_document_may_be_costs_only_itself(outcomes: Outcomes, example: Example) -> None:
    box = example("mailbox.mbox")
    found = outcomes(box.replace(b"Forty", b"Forty " * 200) + b"\n" + box, settings=Settings(max_bytes=1000))
    assert [type(one) for _, one in found] == [TooLarge, Story, Story, Story]


@pytest.mark.parametrize(
    "text",
    [
        "From: our correspondent\n\nThe ferry sailed on Monday.",
        "From: the harbour\nTo: the hills\nThe ferry sailed on Monday.",
        "FROM: Press Office\nTO: All desks\nDATE: March 14, 2026\nSUBJECT: Convoy\n\nThe convoy sailed.",
        "From here on: it is quiet.\n",
        "Date: 2026-03-14\nTitle: Convoy\n\nIt sailed.",
        "From Port Ardent at 17:42 on Saturday 2026\nthe convoy sailed.",
    ],
)
def test_a_story_is_not_taken_for_mail(text: str) -> None:
    head = Head(data=text.encode(), whole=True, name="x")
    assert not mail.tells(head) and not mailbox.tells(head)


@pytest.mark.parametrize("name", ["mail.eml", "mailbox.mbox"])
def test_only_reading_errors_come_out(outcomes: Outcomes, example: Example, name: str) -> None:
    chance = random.Random(5322)
    for _ in range(300):
        changed = bytearray(example(name))
        for _ in range(chance.randint(1, 8)):
            at = chance.randrange(len(changed))
            inserted = bytes(chance.choices(b'\r\n:;="<>()\x00\xff -?ab', k=chance.randint(0, 6)))
            changed[at : at + chance.randint(0, 20)] = inserted
        assert all(name.startswith("x") for name, _ in outcomes(bytes(changed)))

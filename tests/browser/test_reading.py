"""The reading page: the report and its records point at each other."""

import re

import pytest
from playwright.sync_api import Page, expect

from onrecord.ledger import open_ledger
from onrecord.records import Record
from tests.browser.watching import PHONE, Watch
from tests.web.examples import address_of, reading_path


@pytest.fixture
def path(newsroom_ledger: str) -> str:
    with open_ledger(newsroom_ledger, create=False) as opened:
        return reading_path(opened, "lindhaven-wire")


@pytest.fixture
def record(newsroom_ledger: str) -> Record:
    with open_ledger(newsroom_ledger, create=False) as opened:
        return opened.record(address_of("lindhaven-wire"))


def note_of(page: Page, record: str) -> str:
    return page.locator(f"#{record}").get_attribute("data-n") or "?"


def test_an_address_of_a_record_opens_on_it(newsroom: Watch, path: str, record: Record) -> None:
    statement = record.statements[-1]
    page = newsroom.open(f"{path}#{statement.id}")
    note = page.locator(f"#{statement.id}")
    expect(note).to_have_class(re.compile(r"\bchosen\b"))
    expect(note).to_be_in_viewport()
    number = note_of(page, statement.id)
    marked = "".join(page.locator(f'.text [data-r~="{number}"].m-content').all_inner_texts())
    assert " ".join(marked.split()) == " ".join(statement.content[0].text.split())


def test_a_click_on_the_words_chooses_their_record(newsroom: Watch, path: str, record: Record) -> None:
    figure = record.figures[0]
    page = newsroom.open(path)
    page.locator(f'.text [data-r~="{note_of(page, figure.id)}"].m-figure').first.click()
    expect(page.locator(f"#{figure.id}")).to_have_class(re.compile(r"\bchosen\b"))


def test_a_layer_is_put_away_and_the_address_says_so(newsroom: Watch, path: str) -> None:
    page = newsroom.open(path)
    page.locator('.filters [name="layer"][value="statement"]').uncheck()
    expect(page.locator(".note.statement:not([hidden])")).to_have_count(0)
    assert "layers=" in page.url
    page.reload()
    expect(page.locator(".note.statement:not([hidden])")).to_have_count(0)
    expect(page.locator(".note.figure:not([hidden])").first).to_be_visible()


def test_one_speaker_is_singled_out(newsroom: Watch, path: str) -> None:
    page = newsroom.open(path)
    page.locator('.filters [name="speaker"]').select_option(label="Axel Thorne")
    shown = page.locator(".note.statement:not([hidden]) .speaker")
    expect(shown.first).to_contain_text("Axel Thorne")
    assert all("Axel Thorne" in one for one in shown.all_inner_texts())


def test_the_unsure_are_put_away(newsroom: Watch, path: str, record: Record) -> None:
    page = newsroom.open(path)
    page.locator('.filters [name="confidence"]').fill("0.9")
    sure = [one for one in record.statements if one.confidence is not None and one.confidence >= 0.9]
    expect(page.locator(".note.statement:not([hidden])")).to_have_count(len(sure))


def test_where_nothing_fits_the_page_says_so(newsroom: Watch, path: str) -> None:
    page = newsroom.open(path)
    for box in page.locator('.filters [name="layer"]').all():
        box.uncheck()
    expect(page.locator(".records .none")).to_be_visible()


def test_without_scripts_the_report_and_its_records_are_there(newsroom: Watch, path: str, record: Record) -> None:
    page = newsroom.open(path, scripts=False)
    expect(page.locator(".text")).to_contain_text("They did not come to Hallow Island for the bathing")
    expect(page.locator(".note.statement:visible")).to_have_count(len(record.statements))


def test_on_a_phone_the_report_comes_first(newsroom: Watch, path: str) -> None:
    page = newsroom.open(path, size=PHONE)
    report, records = page.locator(".report").bounding_box(), page.locator(".records").bounding_box()
    assert report is not None
    assert records is not None
    assert report["width"] > 300


def test_on_paper_stand_the_report_and_its_records(newsroom: Watch, path: str) -> None:
    page = newsroom.open(path)
    page.emulate_media(media="print")
    expect(page.locator(".text")).to_be_visible()
    expect(page.locator(".note.statement").first).to_be_visible()
    expect(page.locator(".masthead nav")).to_be_hidden()
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    assert page.pdf().startswith(b"%PDF-")


def test_a_transcript_is_set_in_turns(newsroom: Watch, newsroom_ledger: str) -> None:
    with open_ledger(newsroom_ledger, create=False) as opened:
        page = newsroom.open(reading_path(opened, "ministry-briefing"))
    labels = page.locator(".text .label").all_inner_texts()
    assert sum(label.startswith("Q") for label in labels) == 5
    assert any(label.startswith("MS. LARKE") for label in labels)

"""Correcting in the browser: a click, a name once, and a word that no later reading undoes."""

import dataclasses
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from onrecord.encoder import Card, Encoder
from onrecord.encoder.model import Scores
from onrecord.ledger import Added, Ledger
from onrecord.pipeline import Reader, add
from onrecord.records import Figure
from tests.browser.watching import Watch
from tests.web.examples import address_of, reading_path, sample_of

WIRE = "lindhaven-wire"


class OtherWeights:
    """A model of another digest: what it finds is what the encoder finds."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    @property
    def card(self) -> Card:
        return dataclasses.replace(self._encoder.card, digest="sha256:" + "0" * 64)

    def scores(self, text: str) -> Iterator[Scores]:
        return self._encoder.scores(text)


@pytest.fixture
def path(own_ledger: Ledger) -> str:
    return reading_path(own_ledger, WIRE)


@pytest.fixture
def figure(own_ledger: Ledger) -> Figure:
    """The first figure of the wire's report: at least 800."""
    return next(one for one in own_ledger.record(address_of(WIRE)).figures if one.value == 800)


def introduce(page: Page, name: str) -> None:
    """Say who corrects, which is asked once in a browser."""
    page.locator("#whoami input").fill(name)
    page.locator('#whoami button[value="keep"]').click()


def take_out(page: Page, record: str, name: str | None = None) -> None:
    note = page.locator(f"#{record}")
    note.locator('[data-verdict="rejected"]').click()
    if name is not None:
        introduce(page, name)


def word_on(page: Page, record: str) -> str:
    return page.locator(f"#{record} .word").inner_text()


def test_a_record_is_right_by_a_key_and_says_who_said_so(own: Watch, path: str, figure: Figure) -> None:
    page = own.open(f"{path}#{figure.id}")
    page.keyboard.press("y")
    introduce(page, "Una Quill")
    expect(page.locator(f"#{figure.id}")).to_have_class(re.compile(r"\baccepted\b"))
    assert "Una Quill" in word_on(page, figure.id)


def test_a_number_is_amended_and_what_the_machine_read_stands_beside_it(
    own: Watch, own_ledger: Ledger, path: str, figure: Figure
) -> None:
    page = own.open(f"{path}#{figure.id}")
    page.keyboard.press("c")
    form = page.locator(".amend")
    form.locator('[name="value"]').fill("850")
    form.locator('[name="low"]').fill("850")
    form.locator('[name="why"]').fill("A <b>slip</b> of the pen")
    form.get_by_role("button", name="Keep").click()
    introduce(page, "Una Quill")
    note = page.locator(f"#{figure.id}")
    expect(note).to_have_class(re.compile(r"\bamended\b"))
    expect(note.locator(".speaker")).to_contain_text("850")
    expect(note.locator(".machine")).to_contain_text("800")
    expect(note.locator(".word")).to_contain_text("A <b>slip</b> of the pen")
    now = next(one for one in own_ledger.record(address_of(WIRE)).figures if one.id == figure.id)
    assert (now.value, now.low) == (850, 850)


def test_a_correction_survives_reading_again_by_another_model(
    own: Watch, own_ledger: Ledger, reader: Reader, path: str, figure: Figure
) -> None:
    page = own.open(f"{path}#{figure.id}")
    page.locator(f"#{figure.id} [data-verdict='rejected']").click()
    introduce(page, "Una Quill")
    expect(page.locator(f"#{figure.id}")).to_have_class(re.compile(r"\brejected\b"))

    sample = sample_of(WIRE)
    again = Reader(reader.settings, OtherWeights(Encoder()))
    [outcome] = add([str(sample.path)], own_ledger, reader=again, address=sample.address, seen=sample.seen)
    assert outcome.added is Added.READ_AGAIN

    own.goto(page, f"{path}#{figure.id}")
    expect(page.locator(f"#{figure.id}")).to_have_class(re.compile(r"\brejected\b"))
    assert "Una Quill" in word_on(page, figure.id)
    assert figure.id not in {one.id for one in own_ledger.record(address_of(WIRE)).figures}


def test_a_word_that_was_taken_back_leaves_the_machines(own: Watch, path: str, figure: Figure) -> None:
    page = own.open(f"{path}#{figure.id}")
    page.keyboard.press("x")
    introduce(page, "Una Quill")
    note = page.locator(f"#{figure.id}")
    expect(note).to_have_class(re.compile(r"\brejected\b"))
    note.locator('[data-verdict="withdrawn"]').click()
    expect(note).not_to_have_class(re.compile(r"\brejected\b"))


def test_of_two_who_correct_one_record_the_second_is_told_of_the_first(
    own: Watch, own_ledger: Ledger, path: str, figure: Figure
) -> None:
    own.allowed.append("409")
    first, second = own.open(f"{path}#{figure.id}"), own.open(f"{path}#{figure.id}")
    first.keyboard.press("x")
    introduce(first, "Una Quill")
    expect(first.locator(f"#{figure.id}")).to_have_class(re.compile(r"\brejected\b"))

    second.keyboard.press("y")
    introduce(second, "Bo Ranken")
    fault = second.locator(f"#{figure.id} .fault")
    expect(fault).to_be_visible()
    expect(fault).to_contain_text("Load the page again")
    assert figure.id not in {one.id for one in own_ledger.record(address_of(WIRE)).figures}

    second.reload()
    assert "Una Quill" in word_on(second, figure.id)

"""Adding in the browser: paste, upload, and what came of it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from onrecord.ledger import Ledger
from tests.browser.test_pages import fits, serious
from tests.browser.watching import PHONE, Watch

STORY = """Lanterns to be lit again at Cape Oriel

CAPE ORIEL, May 4, 2026 -- Harbour Minister Una Quill said on Monday that 12 lanterns would be lit again.

"The boats need them," Quill said.
"""


def done(page: Page) -> None:
    """Wait until the job that the page tells of is done."""
    expect(page.locator("#job")).to_have_attribute("data-state", "done", timeout=60_000)


def test_a_pasted_text_is_read_and_opened(own: Watch, own_ledger: Ledger) -> None:
    before = own_ledger.counts().documents
    page = own.open("/add")
    page.locator("#text").fill(STORY)
    page.get_by_role("button", name="Read the text").click()
    done(page)
    assert own_ledger.counts().documents == before + 1
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator(".text h1")).to_have_text("Lanterns to be lit again at Cape Oriel")
    expect(page.locator(".note.statement").first).to_be_visible()


def test_of_several_files_each_ends_in_one_outcome(own: Watch, tmp_path: Path) -> None:
    good, empty, binary = (tmp_path / name for name in ("good.txt", "empty.txt", "picture.txt"))
    good.write_text(STORY, encoding="utf-8")
    empty.write_bytes(b"")
    binary.write_bytes(bytes(range(256)) * 20)
    page = own.open("/add", size=PHONE, dark=True)
    page.locator("#files").set_input_files([good, empty, binary])
    page.get_by_role("button", name="Read the files").click()
    done(page)
    came = page.locator(".came li")
    expect(came).to_have_count(3)
    expect(page.locator(".came a[data-open]")).to_have_count(1)
    expect(page.locator(".came li.failed")).to_have_count(2)
    assert fits(page)
    assert serious(page) == []


def test_what_was_added_once_is_not_added_twice(own: Watch, own_ledger: Ledger) -> None:
    counts = []
    for _ in range(2):
        page = own.open("/add")
        page.locator("#text").fill(STORY)
        page.get_by_role("button", name="Read the text").click()
        done(page)
        counts.append(own_ledger.counts().documents)
    assert counts[0] == counts[1]


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/", "http://[::1]/", "http://10.0.0.1/", "file:///etc/passwd"])
def test_an_address_of_this_machine_or_its_network_is_refused(own: Watch, own_ledger: Ledger, address: str) -> None:
    before = own_ledger.counts().documents
    own.allowed.append("400")
    page = own.open("/add")
    page.locator("#addresses").fill(address)
    page.get_by_role("button", name="Fetch and read").click()
    page.wait_for_load_state("networkidle")
    if page.locator("#job").count():
        done(page)
        expect(page.locator(".came li.failed")).to_have_count(1)
    else:
        expect(page.locator("h1")).to_contain_text(address)
    assert own_ledger.counts().documents == before

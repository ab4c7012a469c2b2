"""Every page, on a phone and on a desk, light and dark: nothing overflows, nothing fails, nobody is kept out."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from onrecord.ledger import open_ledger
from tests.browser.watching import DESK, PHONE, Watch
from tests.web.examples import examples, other_pages, with_twins

LOOKS = pytest.mark.parametrize(("size", "dark"), [(DESK, False), (PHONE, True)], ids=["desk-light", "phone-dark"])


RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}}


def addresses(ledger_file: str, path: str) -> list[str]:
    with open_ledger(ledger_file, create=False) as opened:
        return [one.page() for one in examples(opened)[path]]


def serious(page: Page) -> list[str]:
    """What axe-core finds that keeps somebody out, with where it is."""
    found = Axe().run(page, options={**RULES, "resultTypes": ["violations"]}).response["violations"]
    return [
        f"{one['id']}: {node['html'][:160]}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"][:3]
    ]


def fits(page: Page) -> bool:
    """Whether nothing of a page stands beside the window."""
    size = page.viewport_size
    return size is not None and page.evaluate("document.documentElement.scrollWidth") <= size["width"]


@LOOKS
@pytest.mark.parametrize("path", sorted(with_twins()))
def test_a_page_opens_for_everybody(
    newsroom: Watch, newsroom_ledger: str, path: str, size: tuple[int, int], dark: bool
) -> None:
    first, *others = addresses(newsroom_ledger, path)
    page = newsroom.open(first, size=size, dark=dark)
    look_at(page, first)
    # Axe needs a second and more: one look at each page's fullest is enough.
    assert serious(page) == [], first
    for address in others:
        newsroom.goto(page, address)
        look_at(page, address)


@LOOKS
@pytest.mark.parametrize("address", other_pages())
def test_a_page_without_twins_opens_for_everybody(
    newsroom: Watch, address: str, size: tuple[int, int], dark: bool
) -> None:
    page = newsroom.open(address, size=size, dark=dark)
    look_at(page, address)
    assert serious(page) == []


@LOOKS
def test_the_page_of_an_error_opens_for_everybody(newsroom: Watch, size: tuple[int, int], dark: bool) -> None:
    newsroom.allowed.append("404")
    page = newsroom.open("/documents/sha256:0000", size=size, dark=dark)
    look_at(page, "the page of an error")
    assert serious(page) == []


def look_at(page: Page, address: str) -> None:
    assert fits(page), f"{address} overflows"
    assert page.locator("h1").count() == 1, f"{address} has not one heading of the first order"
    assert page.title().endswith("OnRecord")

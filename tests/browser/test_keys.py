"""The keyboard reaches everything."""

import re

import pytest
from playwright.sync_api import expect

from onrecord.ledger import open_ledger
from tests.browser.watching import PHONE, Watch
from tests.web.examples import reading_path


@pytest.fixture
def report(newsroom_ledger: str) -> str:
    with open_ledger(newsroom_ledger, create=False) as opened:
        return reading_path(opened, "lindhaven-wire")


def test_slash_goes_to_the_search_and_a_slash_in_it_is_a_slash(newsroom: Watch) -> None:
    page = newsroom.open("/")
    page.keyboard.press("/")
    search = page.locator('[data-key="/"]')
    expect(search).to_be_focused()
    page.keyboard.press("/")
    expect(search).to_have_value("/")


def test_a_question_mark_tells_the_keys_and_escape_closes_them(newsroom: Watch) -> None:
    page = newsroom.open("/")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()


def test_t_turns_light_to_dark_and_it_stays_so(newsroom: Watch) -> None:
    page = newsroom.open("/")
    page.keyboard.press("t")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    newsroom.goto(page, "/figures")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    page.keyboard.press("t")
    expect(page.locator("html")).to_have_attribute("data-theme", "light")


def test_j_and_k_walk_through_the_records_of_a_report(newsroom: Watch, report: str) -> None:
    page = newsroom.open(report)
    shown = page.locator(".note:not([hidden])")
    page.keyboard.press("j")
    expect(shown.nth(0)).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(shown.nth(2)).to_be_focused()
    page.keyboard.press("k")
    expect(shown.nth(1)).to_have_class(re.compile(r"\bchosen\b"))
    assert page.url.endswith("#" + (shown.nth(1).get_attribute("id") or "?"))
    expect(page.locator(".text .chosen").first).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator(".chosen")).to_have_count(0)


def test_c_opens_the_form_that_amends_and_typing_in_it_is_no_command(newsroom: Watch, report: str) -> None:
    page = newsroom.open(report)
    page.keyboard.press("j")
    page.keyboard.press("c")
    form = page.locator(".amend")
    expect(form).to_be_visible()
    form.locator('[name="why"]').fill("")
    form.locator('[name="why"]').press_sequentially("j x y t")
    expect(form.locator('[name="why"]')).to_have_value("j x y t")
    expect(page.locator("html")).not_to_have_attribute("data-theme", "dark")


def test_j_and_enter_open_the_report_of_a_figure(newsroom: Watch) -> None:
    page = newsroom.open("/figures?thing=Maravian+marines")
    page.keyboard.press("j")
    chosen = page.locator(".point.chosen")
    expect(chosen).to_be_focused()
    record = chosen.get_attribute("id")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(rf"/documents/[^#]+#{record}$"))
    expect(page.locator(f"#{record}")).to_have_class(re.compile(r"\bchosen\b"))


def test_tab_reaches_the_content_at_once(newsroom: Watch) -> None:
    page = newsroom.open("/figures")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


@pytest.mark.parametrize("address", ["/", "/figures?thing=Maravian+marines"])
def test_what_has_the_focus_is_seen(newsroom: Watch, address: str) -> None:
    page = newsroom.open(address, size=PHONE)
    for _ in range(12):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
                const style = getComputedStyle(document.activeElement);
                return document.activeElement === document.body
                    || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
                    || style.boxShadow !== "none" || style.borderColor !== "";
            }"""
        )
        assert seen, page.evaluate("document.activeElement.outerHTML.slice(0, 120)")

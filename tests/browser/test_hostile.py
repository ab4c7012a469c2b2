"""A report that attacks whoever reads it stays text on every page: no script runs, and nothing is fetched."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from onrecord.ledger import Ledger, open_ledger
from onrecord.pipeline import Reader
from onrecord.records import Document, document_id
from onrecord.web.twins import API
from tests.browser.conftest import room_over
from tests.browser.serving import served
from tests.browser.watching import Watch
from tests.web.examples import hostile_pages

MARKUP = '"><img src=x onerror="alert(1)"><script>alert(2)</script><svg onload=alert(3)>'
BREAKING = "'\"></title></style></textarea></script><script>alert(4)</script>{{7*7}}${7*7}<!--"
TEXT = f"""{MARKUP} Minister warns of rats

PORT ARDENT, May 4, 2026 -- Harbour Minister Una {MARKUP} Quill said on Monday that "at least 40 \
<script>alert(5)</script> boats {BREAKING}" were lost, and pledged to raise them by June 1, 2026.

"<iframe src=javascript:alert(6)></iframe> The boats need them," Quill said. She denied that 90 boats were lost.

Javascript:alert(7) Bo Ranken said that 60 boats were lost. <a href="javascript:alert(8)">Click</a> &lt;b&gt; \
\u202egnp.exe\u202c said that \u2028the tide was high.
"""
ASKED = '"><script>alert(12)</script><img src=x onerror=alert(13)>'
# Whatever would run, fetch or move something, and none of the room's templates has.
STRANGE = r"""() => [...document.querySelectorAll("*")].filter((one) =>
    one.matches("script:not([src]), img, iframe, object, embed, base, [style]")
    || [...one.attributes].some(({ name, value }) =>
        name.startsWith("on") || (["href", "src", "action"].includes(name) && /^\s*javascript:/i.test(value)))
).map((one) => one.outerHTML.slice(0, 200))"""
LATER = TEXT.replace("at least 40", "at least 50").replace("pledged", "hoped")


def hostile(text: str, address: str, published: str) -> Document:
    return Document(
        id=document_id(text),
        text=text,
        title=f"{MARKUP} rats",
        url=address,
        outlet=f"The {BREAKING} Lantern",
        agency=f"Wire {MARKUP}",
        authors=(f"Ada {MARKUP}", f"{BREAKING}"),
        published=published,
        language='en" onload="alert(9)',
    )


@pytest.fixture(scope="module")
def hostile_ledger(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Iterator[Ledger]:
    """A ledger of hostile reports: two versions at one address, a copy at an address that is a script."""
    from onrecord.comparing import traces_of

    path = tmp_path_factory.mktemp("hostile") / f"{'a' * 20}'\"&amp;.db"
    with open_ledger(path, create=True) as ledger:
        run = ledger.begin_run(reader.model.card, reader.settings)
        for day, (text, address) in enumerate(
            ((TEXT, f"https://lantern.example/{MARKUP}"), (LATER, f"https://lantern.example/{MARKUP}"),
             (TEXT, "javascript:alert(10)"), (LATER, "https://other.example/?q=<script>alert(11)</script>")),
            start=1,
        ):  # fmt: skip
            record, meanings = reader.read_with_meanings(hostile(text, address, f"2026-05-0{day}"))
            seen = datetime(2026, 5, day, 12, tzinfo=UTC)
            ledger.add(record, run=run, seen=seen, meanings=meanings, traces=traces_of(record))
        yield ledger


@pytest.fixture(scope="module")
def hostile_origin(hostile_ledger: Ledger, reader: Reader) -> Iterator[str]:
    with served(room_over(hostile_ledger, reader)) as origin:
        yield origin


@pytest.fixture
def hostile_room(watched: Callable[[str], Watch], hostile_origin: str) -> Watch:
    return watched(hostile_origin)


def test_a_hostile_report_stays_text_on_every_page(hostile_room: Watch, hostile_ledger: Ledger) -> None:
    watch = hostile_room
    page = watch.open("/")
    for address in hostile_pages(hostile_ledger):
        assert watch.goto(page, address) == 200, address
        strange = page.evaluate(STRANGE)
        assert strange == [], address


def test_it_is_all_there_as_text(hostile_room: Watch) -> None:
    watch = hostile_room
    page = watch.open(f"/documents/{document_id(TEXT)}")
    for words in ("<script>alert(2)</script>", "script>alert(5)</script>", "{{7*7}}", "&lt;b&gt;"):
        expect(page.locator(".text")).to_contain_text(words)
    page.keyboard.press("j")
    page.keyboard.press("c")
    expect(page.locator(".amend")).to_be_visible()


def test_hostile_words_in_what_is_asked_stay_text(hostile_room: Watch) -> None:
    watch = hostile_room
    watch.allowed += ["404", "400", "422"]
    page = watch.open("/")
    for address in ("/figures?thing=", "/documents/", "/add/", f"{API}?q=", "/enter?onward="):
        watch.goto(page, address + quote(ASKED, safe=""))
        assert page.locator("img, script:not([src])").count() == 0


def test_a_hostile_file_name_stays_text(own: Watch, tmp_path: Path) -> None:
    file = tmp_path / "<img src=x onerror=alert(14)>.txt"
    file.write_text(TEXT, encoding="utf-8")
    page = own.open("/add")
    page.locator("#files").set_input_files([file])
    page.get_by_role("button", name="Read the files").click()
    expect(page.locator("#job")).to_have_attribute("data-state", "done", timeout=60_000)
    assert page.locator("main img").count() == 0

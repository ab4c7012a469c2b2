"""A real browser over the sample reports.

Without one the tests are skipped; where the environment variable ONRECORD_BROWSER is set they fail.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, sync_playwright

from onrecord.cli.serve import hands_of
from onrecord.ledger import Ledger, open_ledger
from onrecord.pipeline import Reader
from onrecord.web.app import create_app
from tests.browser.serving import served
from tests.browser.watching import Watch

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
    # Whatever is tried, no name but this machine's leads anywhere.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's chromium, headless."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        assert not os.environ.get("ONRECORD_BROWSER"), "chromium is not here, and ONRECORD_BROWSER asks for it"
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The model, loaded when it is first needed."""
    return Reader()


@pytest.fixture(scope="session")
def newsroom_origin(newsroom_ledger: Path, reader: Reader) -> Iterator[str]:
    """The room over the sample reports; for tests that change nothing."""
    with open_ledger(newsroom_ledger, create=False) as opened, served(room_over(opened, reader)) as origin:
        yield origin


@pytest.fixture
def own_ledger(newsroom_ledger: Path, tmp_path: Path) -> Iterator[Ledger]:
    """A ledger of the sample reports that a test may change."""
    path = tmp_path / "own.db"
    shutil.copyfile(newsroom_ledger, path)
    with open_ledger(path, create=False) as opened:
        yield opened


@pytest.fixture
def watched(browser: Browser) -> Iterator[Callable[[str], Watch]]:
    """Make a watch over the room at an origin; what went wrong in it fails the test at its end."""
    made: list[Watch] = []

    def make(origin: str) -> Watch:
        made.append(Watch(browser, origin))
        return made[-1]

    yield make
    for one in made:
        one.close()
    assert [wrong for one in made for wrong in one.wrong] == []


@pytest.fixture
def newsroom(watched: Callable[[str], Watch], newsroom_origin: str) -> Watch:
    """The room over the sample reports, watched."""
    return watched(newsroom_origin)


@pytest.fixture
def own(watched: Callable[[str], Watch], own_ledger: Ledger, reader: Reader) -> Iterator[Watch]:
    """A room over a ledger that the test may change, watched."""
    with served(room_over(own_ledger, reader)) as origin:
        yield watched(origin)


def room_over(ledger: Ledger, reader: Reader) -> FastAPI:
    """The room over a ledger, with all that it needs of the model."""
    return create_app(ledger, hands_of(ledger, reader, public_only=True))

"""Take the pictures of docs/reading-room.md: the pages over the sample reports, as a browser shows them.

    python docs/shots.py [NAME]...

Needs `playwright` and chromium. The pictures stand in docs/pages; those of the names given are taken anew, else all.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode
from urllib.request import urlopen

from playwright.sync_api import Browser, expect, sync_playwright

PAGES = Path(__file__).parent / "pages"
# Small enough to be light.
DESK, PHONE = (1000, 640), (360, 640)
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]


@dataclass(frozen=True)
class Picture:
    """A page as it is shown: by its address, in what size and light; `keys` are pressed first."""

    name: str
    address: str
    size: tuple[int, int] = DESK
    dark: bool = False
    keys: str = ""


def pictures(origin: str) -> Iterator[Picture]:
    """Yield the pictures, of a room over the sample reports at an origin."""
    with urlopen(f"{origin}/api/v1/documents?limit=40") as answer:
        held = json.load(answer)["documents"]

    def document(ending: str) -> str:
        return next(quote(one["document"]) for one in held if one["url"].endswith(ending))

    both = urlencode({"a": document("communiques/2025"), "b": document("communiques/2026")}, safe="%")
    yield Picture("first", "/")
    yield Picture("reading", f"/documents/{document('hallow-island')}", keys="jjj")
    yield Picture("reading-phone", f"/documents/{document('hallow-island')}", PHONE, dark=True)
    yield Picture("figures", "/figures?thing=Maravian+marines")
    yield Picture("figures-phone", "/figures?thing=Maravian+marines", PHONE, dark=True)
    yield Picture("compare", f"/compare?{both}", dark=True)
    yield Picture("conflicts", "/conflicts?kind=contradicts")
    yield Picture("revisions", f"/revisions?document={document('northern-channel')}")


@contextmanager
def opened() -> Iterator[str]:
    """Open the room over the sample reports as a user does; yields its origin."""
    command = [sys.executable, "-m", "onrecord", "serve", "--demo", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as room:
        assert room.stdout is not None
        told = next(line for line in room.stdout if "http://" in line)
        try:
            yield next(word for word in told.split() if word.startswith("http://")).rstrip("/")
        finally:
            room.terminate()


def take(browser: Browser, origin: str, picture: Picture) -> None:
    """Take one picture."""
    width, height = picture.size
    scheme = "dark" if picture.dark else "light"
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(origin + picture.address)
    # Parts that come after the page are waited for.
    expect(page.locator("[aria-busy=true], [data-searching]")).to_have_count(0, timeout=60_000)
    page.wait_for_load_state("networkidle")
    for key in picture.keys:
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    page.screenshot(path=PAGES / f"{picture.name}.png")
    context.close()


def main() -> int:
    """Take the pictures; return the exit code."""
    wanted = set(sys.argv[1:])
    PAGES.mkdir(exist_ok=True)
    with opened() as origin, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        for picture in pictures(origin):
            if not wanted or picture.name in wanted:
                take(browser, origin, picture)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())

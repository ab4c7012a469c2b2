"""docs/reading-room.md is a promise: each page, key and address that it names is there, and no page is left out."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.web.pages import PAGES

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "reading-room.md").read_text(encoding="utf-8")
ROUTES = frozenset(getattr(route, "path", "") for router in PAGES for route in router.routes)
TEMPLATES = "\n".join(one.read_text(encoding="utf-8") for one in (ROOT / "src/onrecord/web/templates").glob("*.html"))
# Made by the application itself.
BY_THE_APP = frozenset({"/api/v1/openapi.json"})


def rows(heading: str) -> Iterator[list[str]]:
    """Yield the cells of the rows of the table under a heading."""
    section = TEXT.split(f"## {heading}\n")[1].split("\n## ")[0]
    for line in section.splitlines():
        if line.startswith("| `"):
            yield [cell.strip() for cell in line.strip("|").split(" | ")]


def test_every_page_stands_in_the_table_and_nothing_else() -> None:
    twins = {path.removesuffix(".json") for path in ROUTES if path.endswith(".json")}
    pages = {path for path in ROUTES if path in twins and not path.startswith("/api/")} | {"/"}
    # A job's page is told of with the page that makes it.
    assert {cells[0].strip("`") for cells in rows("The pages")} == pages - {"/add/{job}"}


@pytest.mark.parametrize("address", sorted(set(re.findall(r"`(/[\w/.-]+)`", TEXT))))
def test_every_address_that_is_named_exists(address: str) -> None:
    assert address in ROUTES | BY_THE_APP


@pytest.mark.parametrize("address", sorted(set(re.findall(r"curl .*'http://127\.0\.0\.1:8410([^?']+)", TEXT))))
def test_every_example_asks_for_what_is_there(address: str) -> None:
    assert address in ROUTES


def test_the_keys_are_those_that_the_pages_tell() -> None:
    told = set(re.findall(r"<kbd>(.+?)</kbd>", TEMPLATES))
    named = {key for cells in rows("Keys") for key in re.findall(r"`(.+?)`", cells[0])}
    assert named == told


def test_every_picture_is_shown_and_light() -> None:
    shown = set(re.findall(r"\]\((pages/[\w-]+\.png)\)", TEXT))
    pictures = {f"pages/{one.name}": one.stat().st_size for one in (ROOT / "docs" / "pages").glob("*.png")}
    assert shown == set(pictures)
    assert max(pictures.values()) <= 150_000

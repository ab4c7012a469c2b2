"""The pages for people: their links lead somewhere, and they speak of no machine but the reader's."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted((*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("src/**/*.md")))
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
# "/srv/report.txt" but not "src/srv/": a path from the root of somebody's machine.
OF_A_MACHINE = re.compile(
    r"(?<![\w.~$}*/-])(?:file://)?/(?:tmp|root|home|Users|mnt|opt|srv|workspace)/[^\s`)]*|\b[A-Z]:\\\S*"
)


@each_page
def test_every_link_into_the_project_leads_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    targets = re.findall(r"\]\((?![a-z]+:|#)([^)\s#]+)", text)
    assert [target for target in targets if not (page.parent / target).exists()] == []


@each_page
def test_every_page_that_is_named_exists(page: Path) -> None:
    named = re.findall(r"(?<![\w./(])docs/[\w./-]+\.md\b", page.read_text(encoding="utf-8"))
    assert [name for name in named if not (ROOT / name).exists()] == []


@each_page
def test_nothing_is_left_to_be_filled_in(page: Path) -> None:
    assert re.findall(r"@[A-Z]+@", page.read_text(encoding="utf-8")) == []


@each_page
def test_no_machine_is_spoken_of_but_the_readers(page: Path) -> None:
    assert OF_A_MACHINE.findall(page.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("text", ["see /srv/x", "`/tmp/a b`", "(/root/a)", "file:///home/me", "C:\\texts"])
def test_a_machines_path_is_known_as_one(text: str) -> None:
    assert OF_A_MACHINE.search(text)
    assert not OF_A_MACHINE.search("src/srv/x ~/tmp/y https://example.org/home/z $HOME/root/a")


def test_the_readme_gives_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for command in ("demo", "test"):
        assert re.search(rf"^make {command}\b", readme, re.MULTILINE)
        assert re.search(rf"^{command}:", makefile, re.MULTILINE)

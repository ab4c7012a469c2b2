"""docs/commands.md is a promise: every command, option and setting stands on it, and nothing that is not there."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
import typer

from onrecord.cli.app import program
from onrecord.settings import Settings

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
GROUP = typer.main.get_command(program())
COMMANDS = getattr(GROUP, "commands")  # noqa: B009 - typer's type does not show what its group holds


def options_of(command: object) -> set[str]:
    return {name for parameter in command.params for name in parameter.opts if name.startswith("--")}


def section(name: str) -> str:
    match = re.search(rf"^## {name}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert match is not None, f"docs/commands.md has no section {name}"
    return match[1]


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_command_has_a_section_with_all_its_options(name: str) -> None:
    usage = section(name)
    assert f"onrecord {name}" in usage
    assert sorted(option for option in options_of(COMMANDS[name]) if option not in usage) == []


def test_the_options_before_the_command_stand_there() -> None:
    assert sorted(option for option in options_of(GROUP) if option not in PAGE) == []


def test_no_command_or_option_stands_there_that_the_program_lacks() -> None:
    known = {"--help"}.union(options_of(GROUP), *map(options_of, COMMANDS.values()))
    assert set(re.findall(r"--[a-z]+(?:-[a-z]+)*", PAGE)) - known == set()
    assert set(re.findall(r"onrecord ([a-z]+)", PAGE)) - set(COMMANDS) == set()


def test_each_setting_stands_there_and_no_other() -> None:
    variables = {f"ONRECORD_{field.name.upper()}" for field in fields(Settings)}
    assert set(re.findall(r"ONRECORD_\w+", PAGE)) == variables


def test_the_readme_names_each_command_and_links_here() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert sorted(name for name in COMMANDS if f"onrecord {name}" not in readme) == []
    assert "docs/commands.md" in readme

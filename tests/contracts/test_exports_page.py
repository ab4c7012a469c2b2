"""docs/exports.md is a promise: every form has a section that says what it is for, how to open it and what it loses."""

import re
from pathlib import Path

import pytest

from onrecord.exporting.forms import FORMS, Form, form_called
from onrecord.exporting.views import VIEWS
from onrecord.rows import TABLES, Table

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
# A section that is no form's.
GENERAL = {"What there is to lose", "The tables"}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_each_form_stands_in_the_table_with_what_it_is(form: Form) -> None:
    assert f"| [`{form.name}`](#{form.name}) | {form.written} | {form.what} |" in PAGE.splitlines()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_each_form_has_a_section_of_three_parts(form: Form) -> None:
    match = re.search(rf"^## {form.name}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert match is not None, f"docs/exports.md has no section {form.name}"
    assert [part for part in ("**For**", "**Open it**", "**Loses**") if part not in match[1]] == []


def test_no_form_stands_there_that_is_none() -> None:
    sections = set(re.findall(r"^## (.+)$", PAGE, re.MULTILINE)) - GENERAL
    assert sections == {form.name for form in FORMS}


def test_names_are_words_and_each_is_one_forms() -> None:
    names = [form.name for form in FORMS]
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", name) for name in names)
    assert [form_called(name) for name in names] == list(FORMS)
    assert form_called("papyrus") is None


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_each_table_stands_there_with_its_columns_and_no_others(table: Table) -> None:
    match = re.search(rf"^### {table.name}\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert match is not None, f"docs/exports.md has no table {table.name}"
    rows = [line for line in match[1].splitlines() if line.startswith("| `")]
    assert rows == [f"| `{column.name}` | {column.kind} | {column.what} |" for column in table.columns]
    assert table.what.casefold() in match[1].casefold()
    assert all(f"`{name}`" in match[1] for name in table.key)


def test_no_table_stands_there_that_is_none() -> None:
    tables = PAGE.partition("## The tables")[2]
    assert re.findall(r"^### (.+)$", tables, re.MULTILINE) == [table.name for table in TABLES]


def test_each_view_is_named() -> None:
    assert [view for view in VIEWS if f"`{view}`" not in PAGE] == []

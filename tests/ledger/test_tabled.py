"""A ledger as tables: nothing is read before it is wanted, and what is asked for is what search finds."""

import sys
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pandas as pd
import pytest

import onrecord
from onrecord.errors import NoLedger, UsageError
from onrecord.ledger import Ledger, Run
from onrecord.records import Record
from onrecord.rows import TABLES

Report = Callable[..., Record]


@pytest.fixture
def filled(ledger: Ledger, run: Run, report: Report, on: Callable[[int], datetime]) -> Ledger:
    ledger.add(report(), run=run, seen=on(1))
    ledger.add(
        report("No ship sails", speaker="Bo Rell", alias="Rell", url="b.txt", published="2031-06-01"),
        run=run,
        seen=on(2),
    )
    return ledger


@pytest.mark.parametrize("name", [table.name for table in TABLES])
def test_iterating_arrow_and_pandas_tell_the_same(filled: Ledger, name: str) -> None:
    table = filled.table(name)
    rows = [dict(row) for row in table]
    assert rows and list(rows[0]) == list(table.columns)
    assert table.to_arrow().to_pylist() == rows
    frame = table.to_pandas()
    assert (list(frame.columns), len(frame)) == (list(table.columns), len(rows))


def test_the_four_layers_have_names_of_their_own(filled: Ledger) -> None:
    for name in ("statements", "figures", "times", "events"):
        assert list(getattr(filled, name)()) == list(filled.table(name))


@pytest.mark.parametrize("asked", [{"speaker": "rell"}, {"about": "ship"}, {"since": "2031-05"}])
def test_what_is_asked_for_is_what_search_finds(filled: Ledger, asked: dict[str, Any]) -> None:
    found = [row["document"] for row in filled.statements(**asked)]
    assert set(found) == {filled.record("b.txt").document.id}
    assert {row["id"] for row in filled.table("documents", **asked)} == set(found)
    # The figures and events of the statements that fit, and the times of their documents.
    assert [row["id"] for row in filled.figures(**asked)] == ["fg-1"]
    assert [row["id"] for row in filled.events(**asked)] == ["ev-1"]
    assert [row["id"] for row in filled.times(**asked)] == ["tx-1"]


def test_without_a_question_figures_outside_statements_are_there_too(filled: Ledger) -> None:
    assert [row["id"] for row in filled.figures()] == ["fg-1", "fg-2"] * 2


def test_nothing_fits(filled: Ledger) -> None:
    nothing = filled.statements(speaker="nobody")
    assert list(nothing) == [] and nothing.to_pandas().empty
    assert nothing.to_arrow().column_names == list(nothing.columns)
    assert "<tbody></tbody>" in nothing._repr_html_()


def test_it_is_read_anew_each_time(ledger: Ledger, run: Run, report: Report, on: Callable[[int], datetime]) -> None:
    statements = ledger.statements()
    assert list(statements) == []
    ledger.add(report(), run=run, seen=on(1))
    assert len(list(statements)) == 2


def test_what_makes_no_sense_is_refused_at_once(filled: Ledger) -> None:
    for wrong in ({"since": "lately"}, {"about": "—"}, {"speaker": "…"}):
        with pytest.raises(UsageError):
            filled.statements(**wrong)
    with pytest.raises(UsageError, match="give one of documents, "):
        filled.table("papyri")


def test_a_whole_number_that_is_not_known_is_no_float(filled: Ledger) -> None:
    frame = filled.statements().to_pandas()
    assert frame["source_start"].dtype == pd.Int64Dtype() and frame["source_start"].isna().any()


def test_a_notebook_sees_the_first_rows_and_nothing_of_theirs_is_markup(
    ledger: Ledger, run: Run, report: Report, on: Callable[[int], datetime]
) -> None:
    for number in range(11):
        ledger.add(report(f"<b>{number}</b>" + "long" * 99, url=f"{number}.txt"), run=run, seen=on(1))
    shown = ledger.statements()._repr_html_()
    assert shown.count("<tr>") == 21 and "the first 20, there are more" in shown
    assert "&lt;b&gt;0&lt;/b&gt;" in shown and "<b>" not in shown
    assert "statements: who said what" in repr(ledger.statements())


def test_pandas_is_asked_for_by_name_where_it_is_missing(filled: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match=r"onrecord\[notebook\]"):
        filled.statements().to_pandas()


def test_a_ledger_is_opened_from_the_packages_face(filled: Ledger) -> None:
    with onrecord.open_ledger(filled.where) as opened:
        assert len(list(opened.statements())) == 4
    with pytest.raises(NoLedger):
        onrecord.open_ledger(filled.where + "none")

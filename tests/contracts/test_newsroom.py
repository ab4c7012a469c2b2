"""The sample reports give every page something to show, and each shows what it was written for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import samples
from onrecord.asking.commitments import commitments
from onrecord.asking.conflicts import conflicts
from onrecord.asking.figures import series
from onrecord.asking.histories import histories
from onrecord.asking.origins import stories
from onrecord.asking.passages import side_by_side
from onrecord.comparing import Text, ask
from onrecord.ledger import Ledger, open_ledger

REPORTS = samples.newsroom()
MARINES = "Maravian marines"


@pytest.fixture(scope="module")
def ledger(newsroom_ledger: Path) -> Iterator[Ledger]:
    with open_ledger(newsroom_ledger, create=False) as opened:
        yield opened


@pytest.mark.parametrize("report", REPORTS, ids=lambda one: one.path.name)
def test_each_is_a_short_report_of_this_package(report: samples.Sample) -> None:
    text = report.path.read_text(encoding="utf-8")
    assert 120 <= len(text.split()) <= 500
    assert text.endswith("\n")
    assert "\r" not in text


def test_no_file_of_the_newsroom_is_left_out() -> None:
    folder = REPORTS[0].path.parent
    assert {one.path.name for one in REPORTS if one.path.parent == folder} == {one.name for one in folder.iterdir()}


def test_they_come_in_the_order_in_which_they_were_seen() -> None:
    assert [one.seen for one in REPORTS] == sorted(one.seen for one in REPORTS)


def test_a_number_moves_by_every_kind_of_bound_and_several_speakers(ledger: Ledger) -> None:
    told = [one.told for one in series(ledger, ask(MARINES)).points]
    bounds = {one.figure.bound for one in told}
    assert bounds >= {"at_least", "at_most", "less_than", "exact", "range", "about"}
    assert len({who.name for one in told for who in one.speakers}) >= 5


def test_one_number_is_contradicted_by_another_speaker_and_one_by_its_own(ledger: Ledger) -> None:
    found = [one for one in conflicts(ledger, about="marines") if one.kind == "contradicts"]
    assert {one.one_voice for one in found} == {True, False}


def test_there_is_every_kind_of_conflict(ledger: Ledger) -> None:
    assert {one.kind for one in conflicts(ledger)} == {"contradicts", "restated", "updated", "denied"}


def test_one_wire_story_has_three_copies_and_the_wires_own_is_the_earliest(ledger: Ledger) -> None:
    first = stories(ledger)[0]
    assert len(first.copies) == 3
    assert [one.page.outlet for one in first.copies if one.page.document == first.earliest] == ["Pallister Wire"]


def test_one_report_took_back_a_number_and_a_promise_and_declared_the_number(ledger: Ledger) -> None:
    [history] = histories(ledger)
    [step] = history.steps
    assert {("figure", "altered"), ("statement", "softened")} <= {(one.of, one.change) for one in step.claims}
    assert "figure" in {one.of for one in step.corrected}


def test_the_second_communique_drops_adds_and_softens(ledger: Ledger) -> None:
    both = [one.address for one in REPORTS if "communique" in one.address]
    before, after = (Text(ledger.record(one).document, ledger.meanings(one)) for one in both)
    found = side_by_side(before, after)
    assert {"dropped", "added", "reworded", "kept"} <= {one.kind for one in found.pairs}
    assert "softened" in {shift.change for one in found.pairs for shift in one.shifts}


def test_a_promise_has_a_date_and_one_is_said_to_be_kept(ledger: Ledger) -> None:
    found = commitments(ledger)
    assert any(one.commitment.due is not None for one in found.shown)
    assert "said_done" in {later.fate for one in found.later.values() for later in one}

"""Case tables: how an expression is cut, what counts as right, what is left out and why."""

import os
from pathlib import Path

import pytest

from evaluation.case_tables import data_of, score, shares_of
from evaluation.cases import Case, LeftOut, Row, failures, shares, shown_in
from evaluation.number_cases import Pieces, cut
from evaluation.scoring import Places
from evaluation.time_cases import Spec, rows_of
from evaluation.unit_names import ours_of

CORPORA = os.environ.get("ONRECORD_CORPORA")
needs_corpora = pytest.mark.skipif(not CORPORA, reason="ONRECORD_CORPORA is not set")
TUESDAY = "2024-10-29T00:00:00"


def spec(text: str, expression: str, kind: str, **value: str) -> Spec:
    start = text.index(expression)
    result: dict[str, object] = {"Text": expression, "Start": start, "Type": kind, "Value": {"values": [value]}}
    return {"Input": text, "Context": {"ReferenceDateTime": TUESDAY}, "Results": [result]}


def only(rows: list[Row]) -> Row:
    (row,) = rows
    return row


def test_a_share_is_told_by_group_with_what_is_left_out() -> None:
    right, wrong = Case("dates", "[May 5]", "2024-05-05", "2024-05-05", True), Case("dates", "[x]", "1", "2", False)
    scores = shares("specs", [right, wrong, LeftOut("powers")])
    assert scores == {"specs.dates": 50.0, "specs.dates.cases": 2.0, "specs.left_out.powers": 1.0}
    assert failures([right, wrong, LeftOut("powers")]) == ["dates\t1\t2\t[x]"]


def test_an_expression_is_shown_in_its_text() -> None:
    assert shown_in("They paid\n$5 twice", 10, 12) == "They paid [$5] twice"


@pytest.mark.parametrize(
    ("expression", "pieces"),
    [
        ("$ 4.5 million", Pieces("4.5 million", "$", "")),
        ("40km", Pieces("40", "", "km")),
        ("at least twenty", Pieces("twenty", "at least", "")),
        ("five m", Pieces("five", "", "m")),
        ("some", None),
    ],
)
def test_an_expression_is_cut_at_its_number(expression: str, pieces: Pieces | None) -> None:
    assert cut(expression) == pieces


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("Japanese yen", "JPY"),
        ("Dollar", "USD"),
        ("dollar per square metre", "USD/m2"),
        ("metre", "m"),
        ("crate", "crate"),
        ("crate per day", "crate/day"),
        ("kilometre per hour", "km/hour"),
    ],
)
def test_names_of_units_are_made_ours(name: str, ours: str) -> None:
    assert ours_of(name) == ours


@pytest.mark.parametrize(
    ("row", "right"),
    [
        (spec("They met on 3 May 2020.", "3 May 2020", "date", timex="2020-05-03", value="2020-05-03"), True),
        (spec("They met on 3 May 2020.", "3 May 2020", "date", timex="2020-05-04", value="2020-05-04"), False),
        (spec("They met on May 3.", "May 3", "date", timex="XXXX-05-03", value="2024-05-03"), True),
        (spec("It took 18 months.", "18 months", "duration", timex="P1.5Y", value="1"), True),
        (spec("They met at 5 p.m.", "5 p.m.", "time", timex="T17", value="17:00:00"), True),
    ],
)
def test_a_time_is_right_in_each_form_of_its_value(row: Spec, right: bool) -> None:
    read = only(list(rows_of(row)))
    assert isinstance(read, Case) and read.right is right


def test_a_period_that_its_words_measure_is_that_duration() -> None:
    row = spec(
        "It lasts the next 3 days.",
        "the next 3 days",
        "daterange",
        timex="(2024-10-30,2024-11-02,P3D)",
        start="2024-10-30",
    )
    read = only(list(rows_of(row)))
    assert isinstance(read, Case) and (read.expected, read.answer, read.right) == ("P3D", "P3D", True)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ({"timex": "2024-10-30", "start": "2024-10-30", "Mod": "before"}, "bounded"),
        ({"timex": "FY2024", "start": "2024-01-01"}, "fiscal_and_school_years"),
        ({"timex": "2024-10-W05", "start": "2024-10-28"}, "weeks_of_a_month"),
        ({"timex": "SU"}, "left_open"),
        ({"timex": "(2024-11-03,2024-11-08,P5D)", "start": "2024-11-03"}, "two_ends"),
    ],
)
def test_what_the_codebook_has_no_place_for_is_left_out(value: dict[str, str], reason: str) -> None:
    assert only(list(rows_of(spec("It ends tomorrow.", "tomorrow", "daterange", **value)))) == LeftOut(reason)


def test_a_floor_is_for_shares_alone() -> None:
    scores = {"specs.dates": 50.0, "specs.dates.cases": 2.0, "specs.left_out.powers": 1.0}
    assert shares_of(scores) == {"specs.dates": 50.0}


def test_the_data_are_the_tables(tmp_path: Path) -> None:
    for name in ("recognizers_specs/A.jsonl", "recognizers_specs/LICENSE", "quantulum3_tests/quantities.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf8")
    found = dict(data_of(Places(tmp_path)))
    assert list(found) == ["recognizers_specs/A.jsonl", "quantulum3_tests/quantities.json"]
    assert found["recognizers_specs/A.jsonl"] == b"recognizers_specs/A.jsonl"
    with pytest.raises(FileNotFoundError):
        list(data_of(Places(tmp_path / "elsewhere")))


@needs_corpora
def test_every_group_of_the_tables_is_scored(tmp_path: Path) -> None:
    scores = score(Places(Path(CORPORA or "")), tmp_path / "errors.tsv")
    cases = {name: count for name, count in scores.items() if name.endswith(".cases")}
    assert len(cases) == 16 and sum(cases.values()) > 1500
    assert all(scores[name.removesuffix(".cases")] > 50 for name in cases)
    wrong = (tmp_path / "errors.tsv").read_text(encoding="utf8").splitlines()
    assert 0 < len(wrong) < sum(cases.values()) / 2


def test_a_missing_corpus_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        score(Places(tmp_path))

"""The scores of values of time expressions, and the corpora that they rest on."""

import os
from pathlib import Path

import pytest

from evaluation.times_values import given, readings, wrong
from training.corpora.timex_values import Dated, Valued, read_meantime, read_tempeval, read_wikiwars

CORPORA = os.environ.get("ONRECORD_CORPORA")
needs_corpora = pytest.mark.skipif(not CORPORA, reason="ONRECORD_CORPORA is not set")
TEXT = "The envoys left on Tuesday and came back in May."
REPORT = Dated("envoys", TEXT, "2024-10-31", (Valued(19, 26, "DATE", "2024-10-29"), Valued(44, 47, "DATE", "2025-05")))


def test_given_is_the_share_of_right_values_and_of_those_told() -> None:
    assert given("x", [REPORT]) == {"x.given": 50.0, "x.of_told": 50.0, "x.type": 100.0}


def test_what_stays_open_is_wrong_but_not_told() -> None:
    undated = Dated("envoys", TEXT, None, REPORT.times)
    assert given("x", [undated]) == {"x.given": 0.0, "x.of_told": 0.0, "x.type": 100.0}


def test_no_text_scores_nothing() -> None:
    assert given("x", []) == {"x.given": 0.0, "x.of_told": 0.0, "x.type": 0.0}


def test_wrong_values_are_told_in_their_sentence() -> None:
    assert [reading.value for reading in readings(REPORT)] == ["2024-10-29", "2024-05"]
    assert wrong(REPORT) == [f"2024-10-31\tDATE\t2025-05\t2024-05\t{TEXT[:44]}[May]."]


@needs_corpora
def test_tempeval_is_read_with_its_values() -> None:
    held_out, rest = list(read_tempeval(Path(CORPORA or ""), "dev")), list(read_tempeval(Path(CORPORA or ""), "train"))
    assert {text.name for text in held_out}.isdisjoint(text.name for text in rest)
    assert len(held_out) + len(rest) == 256
    assert all(text.published and text.times == tuple(sorted(text.times, key=lambda t: t.start)) for text in held_out)


@needs_corpora
def test_wikiwars_and_meantime_are_read_with_their_values() -> None:
    wars, articles = list(read_wikiwars(Path(CORPORA or ""))), list(read_meantime(Path(CORPORA or "")))
    assert len(wars) == 16
    assert len(articles) == 99
    assert all(one.value for text in wars + articles for one in text.times)


def test_a_missing_corpus_is_said_to_be_missing(tmp_path: Path) -> None:
    for read in (read_wikiwars, read_meantime, lambda corpora: read_tempeval(corpora, "dev")):
        with pytest.raises(FileNotFoundError):
            list(read(tmp_path))

"""NewsQuant's measures on figures made by hand, and on one sentence that the whole program reads."""

import os
from pathlib import Path

import pytest

from evaluation.quantity_values import (
    Sentence,
    data_of,
    f1s_of,
    figures_in,
    has_bound,
    has_unit,
    has_value,
    measured,
    pairs,
    read,
    wrong,
)
from evaluation.scoring import Places
from onrecord.encoder import Encoder
from onrecord.pipeline import Reader
from onrecord.records import Bound, Figure, Span, bounds_of
from training.corpora.newsquant import Quantity

CORPORA = os.environ.get("ONRECORD_CORPORA")
needs_corpora = pytest.mark.skipif(not CORPORA, reason="ONRECORD_CORPORA is not set")


def figure(
    value: float, unit: str = "count", counted: str | None = None, bound: Bound = "exact", at: int = 0
) -> Figure:
    low, high = bounds_of(bound, value)
    span = Span(at, at + 1, "7")
    return Figure(id=str(at), span=span, value=value, low=low, high=high, bound=bound, unit=unit, counted=counted)


def quantity(value: str, unit: str = "-", change: str = "=") -> Quantity:
    return {"change": change, "value": value, "unit": unit, "normalized_unit": unit, "referred_concepts": "-"}


def test_a_value_is_a_number_or_both_bounds() -> None:
    span = Figure(id="r", span=Span(0, 1, "7"), low=3, high=5, bound="range", unit="count")
    assert has_value(figure(7), "7.0") and not has_value(figure(7), "8")
    assert has_value(span, "3.0-5.0") and not has_value(span, "3-6") and not has_value(figure(3), "3-5")
    assert not has_value(figure(7), "seven")


@pytest.mark.parametrize(
    ("mine", "stated", "same"),
    [
        (figure(7, "USD"), "dollar", True),
        (figure(7, "EUR"), "dollar", False),
        (figure(7, counted="fishing boats of the south"), "boat", True),
        (figure(7, counted="churches"), "church", True),
        (figure(7, counted="viruses"), "virus", True),
        (figure(7, counted="boats"), "crew", False),
        (figure(7, "count/day", "boats"), "boat", False),
        (figure(7, "USD/barrel"), "dollar per barrel", True),
        (figure(7, "time"), "-", True),
        (figure(7), "boat", False),
    ],
)
def test_a_unit_is_ours_by_name_and_a_thing_by_its_head(mine: Figure, stated: str, same: bool) -> None:
    assert has_unit(mine, quantity("7", stated)) is same


@pytest.mark.parametrize(
    ("bound", "change", "same"),
    [
        ("exact", "=", True),
        ("exact", "up", True),
        ("about", "up", False),
        ("about", "~", True),
        ("at_least", ">", True),
        ("less_than", "<", True),
        ("less_than", ">", False),
    ],
)
def test_a_bound_is_the_change_of_the_corpus(bound: Bound, change: str, same: bool) -> None:
    assert has_bound(figure(7, bound=bound), quantity("7", change=change)) is same


def test_the_scores_count_each_figure_once() -> None:
    sentence = Sentence("7 men, 7 men, 9%", (quantity("7", "man"), quantity("7", "man"), quantity("9", "percentage")))
    mine = [figure(7, counted="men"), figure(8, at=1)]
    assert len(pairs(sentence.quantities, mine)) == 1
    scores = measured([sentence], [mine])
    assert (scores["value"], scores["value_and_unit"], scores["quantities"]) == (40.0, 40.0, 3.0)
    assert [line.partition("\t")[0] for line in wrong(sentence, mine)] == ["missed", "missed", "extra"]


def test_nothing_scores_nothing() -> None:
    assert measured([], [])["value"] == 0.0


def test_a_floor_is_for_measures_alone() -> None:
    assert set(measured([], [])) - set(f1s_of(measured([], []))) == {"quantities", "sentences"}


def test_the_data_are_the_corpus(tmp_path: Path) -> None:
    (tmp_path / "newsquant").mkdir()
    (tmp_path / "newsquant" / "NewsQuant.dev.jsonl").write_bytes(b"{}")
    assert list(data_of(Places(tmp_path))) == [("NewsQuant.dev.jsonl", b"{}")]


def test_the_whole_program_reads_a_sentence() -> None:
    figures = figures_in(Reader(model=Encoder(threads=1)), "The port lost more than $40 million and dozens of boats.")
    assert [(one.value, one.unit, one.bound) for one in figures] == [(40_000_000, "USD", "more_than")]


@needs_corpora
def test_no_sentence_is_both_trained_on_and_measured() -> None:
    held_out, rest = list(read(Path(CORPORA or ""), "dev")), list(read(Path(CORPORA or ""), "train"))
    assert {one.text for one in held_out}.isdisjoint(one.text for one in rest)
    assert len(held_out) + len(rest) == 293


def test_a_missing_corpus_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(read(tmp_path, "dev"))

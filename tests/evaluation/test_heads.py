import os
from pathlib import Path

import pytest

from evaluation import heads
from evaluation.given import type_given
from evaluation.scoring import Places
from onrecord.encoder import Encoder
from onrecord.encoder.tags import PLOVER
from training.corpora.marked import Layer, Mark, Marked

TEXT = "about 40 km, some 3 men and $5"


def mark(words: str, kind: str) -> Mark:
    start = TEXT.index(words)
    return Mark(start, start + len(words), kind)


def test_a_number_with_the_hedge_and_unit_that_touch_it_is_one_span() -> None:
    marks = (
        mark("about", "hedge"),
        mark("40", "number"),
        mark("km", "unit"),
        mark("some", "hedge"),
        mark("3", "number"),
        mark("men", "counted"),
        mark("$", "unit"),
        mark("5", "number"),
    )
    assert [TEXT[a:b] for a, b, _ in heads._joined(Layer(marks), TEXT)] == ["about 40 km", "some 3", "$5"]


def test_two_bounds_of_one_number_are_one_span() -> None:
    text = "about 40 km to 50 km, 3 and 5"
    places = [(6, 8, "number"), (9, 11, "unit"), (15, 17, "number"), (18, 20, "unit"), (22, 23, "number")]
    marks = [Mark(0, 5, "hedge"), *(Mark(*place) for place in places), Mark(28, 29, "number")]
    found = heads._joined(Layer(tuple(marks)), text)
    assert [text[a:b] for a, b, _ in found] == ["about 40 km to 50 km", "3", "5"]


def test_a_unit_without_a_number_is_no_span() -> None:
    assert heads._joined(Layer((mark("km", "unit"),)), TEXT) == []


def test_what_touches_a_doubtful_stretch_is_not_counted() -> None:
    layer = Layer((), unsure=((6, 8),))
    assert heads._beside_doubt([(0, 5, "hedge"), (6, 8, "number"), (7, 11, "unit")], layer) == [(0, 5, "hedge")]


def test_kinds_that_a_corpus_does_not_know_are_left_out_on_both_sides() -> None:
    text = Marked("a", TEXT, {"names": Layer((Mark(0, 5, "country"), Mark(6, 8, "other")))})
    found = [(0, 5, "place"), (9, 11, "nationality")]
    assert heads._spans([text], "names", lambda _: found, kinds=heads._UNER) == 100
    assert heads._spans([text], "names", lambda _: found) == 0


def test_a_type_is_told_for_any_two_extents_of_a_sentence() -> None:
    assert type_given(Encoder(threads=1), "Oduya thanked the envoys of Norland.", (0, 5), (14, 24)) in PLOVER


@pytest.mark.skipif("ONRECORD_CORPORA" not in os.environ, reason="ONRECORD_CORPORA is not set: no held-out texts")
def test_the_pinned_data_are_the_same_whenever_they_are_read() -> None:
    where = Places(Path(os.environ["ONRECORD_CORPORA"]))
    names = [name for name, _ in heads.data_of(where)]
    assert len(names) == len(set(names)) > 500
    part = [name for name, _ in heads.data_of(where, part=True) if name.startswith("training")]
    assert set(part) < set(names)
    assert {name.split("/")[0] for name in part} == {
        name.split("/")[0] for name in names if name.startswith("training")
    }

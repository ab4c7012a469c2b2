"""Floors: set once, raised at will, lowered only for a reason."""

import pytest

from evaluation.pins import PinError, Pins, compare, digest_of, holds, lowered, quality, raised, with_other_data

TODAY = "2031-02-03"


def pins(floor: float | None = None, digest: str | None = None) -> Pins:
    return {"margin": 0.5, "tasks": {"find": {"digest": digest, "floors": {"f1": floor}}}, "lowered": []}


def test_digest_names_the_data_whatever_the_order() -> None:
    one, two = ("a.txt", b"rain"), ("b.txt", b"snow")
    assert digest_of([one, two]) == digest_of([two, one])
    assert digest_of([one, two]).startswith("sha256:")


@pytest.mark.parametrize(
    "other",
    [
        [("a.txt", b"rain"), ("b.txt", b"hail")],
        [("a.txt", b"rain"), ("c.txt", b"snow")],
        [("a.txt", b"rain")],
        [("a.txt", b"rains"), ("b.txt", b"now")],
    ],
)
def test_digest_changes_with_names_and_contents(other: list[tuple[str, bytes]]) -> None:
    assert digest_of(other) != digest_of([("a.txt", b"rain"), ("b.txt", b"snow")])


def test_counts_and_errors_are_no_quality() -> None:
    assert quality({"documents": 25, "f1": 61.0, "confidence.ece": 0.1}) == {"f1": 61.0}


@pytest.mark.parametrize(
    ("floor", "measured", "verdict"),
    [(60.0, 60.0, "ok"), (60.0, 71.5, "ok"), (60.0, 59.9, "below"), (None, 59.9, "unset"), (60.0, None, "missing")],
)
def test_a_score_is_held_to_its_floor(floor: float | None, measured: float | None, verdict: str) -> None:
    scores = {} if measured is None else {"f1": measured}
    (row,) = compare("find", pins(floor)["tasks"]["find"], scores)
    assert (row.task, row.metric, row.floor, row.measured, row.verdict) == ("find", "f1", floor, measured, verdict)
    assert holds([row]) == (verdict in ("ok", "unset"))


def test_a_score_without_a_floor_is_shown_too() -> None:
    rows = compare("find", pins(60.0)["tasks"]["find"], {"f1": 61.0, "recall": 40.0})
    assert [(r.metric, r.verdict) for r in rows] == [("f1", "ok"), ("recall", "unset")]


def test_a_layer_that_is_not_read_has_no_row_without_a_floor() -> None:
    held = pins(60.0)["tasks"]["find"]
    assert [r.metric for r in compare("find", held, {"f1": 61.0, "events": 0.0})] == ["f1"]
    assert [r.verdict for r in compare("find", held, {"f1": 0.0})] == ["below"]


def test_raising_sets_floors_a_margin_below_and_pins_the_data() -> None:
    found = raised(pins(), "find", "sha256:1", {"f1": 61.28, "recall": 40.0, "documents": 25})
    assert found["tasks"]["find"] == {"digest": "sha256:1", "floors": {"f1": 60.7, "recall": 39.5}}


def test_raising_never_lowers() -> None:
    assert raised(pins(60.0), "find", "sha256:1", {"f1": 58.0})["tasks"]["find"]["floors"]["f1"] == 60.0


def test_a_layer_that_is_not_read_gets_no_floor() -> None:
    assert raised(pins(), "find", "sha256:1", {"f1": 0.0})["tasks"]["find"]["floors"] == {"f1": None}


def test_raising_on_other_data_is_refused() -> None:
    with pytest.raises(PinError, match="other data"):
        raised(pins(60.0, "sha256:1"), "find", "sha256:2", {"f1": 90.0})


def test_lowering_takes_a_reason_and_keeps_it() -> None:
    held = pins(60.0, "sha256:1")
    found = lowered(held, "find", "f1", {"f1": 55.0}, " a smaller model ", TODAY)
    assert found["tasks"]["find"] == {"digest": "sha256:1", "floors": {"f1": 54.5}}
    assert found["lowered"] == [
        {"task": "find", "metric": "f1", "before": 60.0, "after": 54.5, "why": "a smaller model", "on": TODAY}
    ]
    assert held == pins(60.0, "sha256:1")


@pytest.mark.parametrize(
    ("task", "metric", "score", "why", "told"),
    [
        ("find", "f1", 55.0, "  ", "reason"),
        ("find", "f1", 61.0, "because", "nothing to lower"),
        ("find", "recall", 55.0, "because", "not measured"),
        ("fond", "f1", 55.0, "because", "no task"),
    ],
)
def test_lowering_is_refused(task: str, metric: str, score: float, why: str, told: str) -> None:
    with pytest.raises(PinError, match=told):
        lowered(pins(60.0), task, metric, {"f1": score}, why, TODAY)


def test_a_floor_that_is_not_set_cannot_be_lowered() -> None:
    with pytest.raises(PinError, match="nothing to lower"):
        lowered(pins(None), "find", "f1", {"f1": 55.0}, "because", TODAY)


def test_other_data_are_pinned_with_a_reason_and_floors_of_their_own() -> None:
    found = with_other_data(pins(60.0, "sha256:1"), "find", "sha256:2", {"f1": 50.0}, "a corrected text", TODAY)
    assert found["tasks"]["find"] == {"digest": "sha256:2", "floors": {"f1": 49.5}}
    assert found["lowered"][0]["before"] == "sha256:1"
    assert found["lowered"][0]["why"] == "a corrected text"


@pytest.mark.parametrize("digest", ["sha256:1", None])
def test_pinning_the_same_data_is_refused(digest: str | None) -> None:
    with pytest.raises(PinError, match="not other"):
        with_other_data(pins(60.0, digest), "find", "sha256:1", {"f1": 50.0}, "because", TODAY)

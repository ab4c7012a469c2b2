import json
import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from evaluation.ledger import SCORER, reports
from evaluation.scoring import Places
from onrecord.encoder import Encoder
from onrecord.reading import read_text
from onrecord.records import Quantity, Span
from onrecord.resolving.confidence import calibration_for
from training import judged_quantities
from training.calibrate import calibration_error
from training.calibrate_records import by_chance, calibrate, enough, fit, held_out, predict, table, together
from training.corpora.marked import Mark, Marked, Split
from training.judged_quantities import is_right
from training.judged_records import Judged, Notes, noted, scorer_at, verdicts

Read = Callable[[Path, Split], Iterator[Marked]]
TEXT = "about 40 ships, some 3 km"
VARIABLE = "ONRECORD_CORPORA"
with_gold = pytest.mark.skipif(VARIABLE not in os.environ, reason=f"{VARIABLE} is not set: no gold ledger")


def drawn(n: int, seed: int, documents: int = 5) -> list[Judged]:
    """Events that are right as often as their evidence says: log-odds -1 + 2 * trigger."""
    chance = np.random.default_rng(seed)
    scores = chance.normal(size=n)
    right = chance.random(n) < 1 / (1 + np.exp(1 - 2 * scores))
    return [
        Judged({"trigger": float(s), "AID": 1.0}, bool(r), k % documents)
        for k, (s, r) in enumerate(zip(scores, right, strict=True))
    ]


def test_the_fit_finds_the_weights_that_made_the_records() -> None:
    weights = fit("event", drawn(20_000, 1), {})
    assert (weights["constant"], weights["trigger"]) == pytest.approx((-1, 2), abs=0.1)
    assert weights["lost_actor"] == 0


def test_few_records_leave_a_weight_near_where_it_is_drawn_to() -> None:
    records = drawn(4, 1)
    assert abs(fit("event", records, {})["trigger"]) < 0.7
    assert fit("event", records, {"trigger": 5.0})["trigger"] > 4


def test_the_fit_ends_where_one_piece_of_evidence_tells_all() -> None:
    records = [Judged({"trigger": 6.0 if k % 2 else -6.0}, bool(k % 2), 0) for k in range(40)]
    weights = fit("event", records, {"trigger": 9.0})
    assert np.isfinite(list(weights.values())).all()
    assert predict("event", weights, records)[1] > 0.99


def test_no_document_is_judged_by_a_fit_that_saw_it() -> None:
    # In each document the evidence tells the opposite of what it tells in the other.
    records = [Judged({"trigger": 2.0 if (k + d) % 2 else -2.0}, bool(k % 2), d) for d in (0, 1) for k in range(40)]
    one = held_out("event", records, {})
    assert calibration_error(one.seen, one.right) < 0.05
    assert calibration_error(one.unseen, one.right) > 0.8


def test_a_kind_is_fitted_only_where_some_are_right_and_some_wrong() -> None:
    def of(right: int, wrong: int) -> Sequence[Judged]:
        return [Judged({}, k < right, 0) for k in range(right + wrong)]

    assert enough(of(5, 5))
    assert not enough(of(4, 60))
    assert not enough(of(60, 4))


def test_what_few_records_show_by_chance() -> None:
    few, many = by_chance(np.full(20, 0.5)), by_chance(np.full(2_000, 0.5))
    assert few > 0.05 > 0.02 > many


def test_the_table_has_a_line_for_each_kind_and_one_for_all() -> None:
    one, other = held_out("event", drawn(60, 2), {}), held_out("time", drawn(40, 3), {})
    assert len(together([one, other]).right) == 100
    assert [line.split()[0] for line in table({"event": one, "time": other})] == ["kind", "event", "time", "all"]


def mark(words: str, kind: str) -> Mark:
    start = TEXT.index(words)
    return Mark(start, start + len(words), kind)


def span(words: str) -> Span:
    found = mark(words, "")
    return Span.cut(TEXT, found.start, found.end)


def test_a_quantity_is_right_with_all_its_parts_only() -> None:
    groups = [[mark("40", "number"), mark("about", "hedge"), mark("ships", "counted")]]
    whole = Quantity(number=span("40"), span=span("about 40"), hedge=span("about"), counted=span("ships"))
    assert is_right(whole, groups)
    assert not is_right(Quantity(number=span("40"), span=span("40"), counted=span("ships")), groups)
    assert not is_right(Quantity(number=span("40"), span=span("about 40"), hedge=span("about")), groups)
    assert not is_right(Quantity(number=span("3"), span=span("3")), groups)


@with_gold
def test_records_are_judged_as_the_scorer_judges_them() -> None:
    where = Places(Path(os.environ[VARIABLE]).resolve())
    scorer = scorer_at(where.scorer(SCORER))
    rows = [json.loads(line) for line in where.gold.read_text(encoding="utf8").splitlines() if line.strip()]
    encoder, chance = Encoder(), np.random.default_rng(4)
    told, said, right = [], [], []
    for gold, report in list(zip(rows, reports(where.gold), strict=True))[-3:]:
        document = read_text(report.text, name=report.name, published=report.published)
        _, record, notes = noted(encoder, document)
        judged = verdicts(scorer, gold, record)
        line = record.to_json()
        assert set(notes.of) <= set(judged)
        for row in (*line["statements"], *line["figures"], *line["times"], *line["events"]):
            row["confidence"] = round(float(chance.random()), 3)
            said.append(row["confidence"])
            right.append(judged[row["id"]])
        told.append(line)
    assert 10 < sum(right) < len(right) - 10
    expected = scorer.score(rows[-3:], told)[0]["confidence.ece"]
    assert calibration_error(np.array(said), np.array(right, dtype=float)) == pytest.approx(expected, abs=6e-4)


def _a_tenth(read: Read, corpora: Path, split: Split) -> Iterator[Marked]:
    return islice(read(corpora, split), 0, None, 10)


@with_gold
def test_what_is_fitted_is_what_the_program_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from onrecord.encoder.model import WEIGHTS
    from onrecord.resolving import confidence

    # The corpora of quantities are longer than the gold: a tenth of their texts is enough to draw weights to.
    monkeypatch.setattr(judged_quantities, "_READERS", [partial(_a_tenth, read) for read in judged_quantities._READERS])
    out = tmp_path / "confidence.json"
    kinds = calibrate(Places(Path(os.environ[VARIABLE]).resolve()), WEIGHTS, out)
    fitted = json.loads(out.read_text(encoding="utf8"))
    assert fitted["weights"] == Encoder().card.digest
    assert set(kinds) <= set(fitted["kinds"])
    monkeypatch.setattr(confidence, "_packaged", lambda: fitted)
    scale = calibration_for(fitted["weights"])
    assert all(scale(kind, "", {}) is not None for kind in kinds)
    assert all(calibration_error(one.seen, one.right) < 0.2 for one in kinds.values())


def test_of_two_records_with_one_id_the_first_is_noted() -> None:
    notes = Notes()
    assert notes("event", "a", {"trigger": 1.0}) is None
    notes("event", "a", {"trigger": 2.0})
    notes("event", "b", None)
    assert notes.of == {"a": ("event", {"trigger": 1.0})}

import numpy as np
import pytest

from onrecord.encoder.judgements import COLUMNS, JUDGEMENTS, PARTS, WIDTH, judge

NOWHERE = np.zeros(0, dtype=np.int64)


def columns(length: int) -> np.ndarray:
    return np.zeros((length, WIDTH), dtype=np.float32)


def place(name: str, part: str, answer: str) -> int:
    return COLUMNS[name, part].start + 1 + JUDGEMENTS[name].index(answer)


def test_the_columns_lie_side_by_side_and_fill_the_width() -> None:
    spans = [COLUMNS[name, part] for name in JUDGEMENTS for part in PARTS]
    assert [span.start for span in spans] == [0, *(span.stop for span in spans[:-1])]
    assert spans[-1].stop == WIDTH


def test_every_judgement_is_a_distribution_over_the_codebooks_values() -> None:
    rows = np.random.default_rng(1).normal(size=(6, WIDTH)).astype(np.float32)
    likely = judge(rows, np.zeros(WIDTH, dtype=np.float32), np.array([1]), np.array([3, 4]))
    assert {name: len(shares) for name, shares in likely.items()} == {"act": 15, "kind": 2, "factuality": 7}
    assert all(shares.sum() == pytest.approx(1, abs=1e-5) and (shares >= 0).all() for shares in likely.values())


def test_the_piece_with_the_greatest_weight_decides() -> None:
    rows = columns(4)
    rows[1, place("act", "content", "warn")] = 9
    rows[2, place("act", "content", "ask")] = 9
    rows[2, COLUMNS["act", "content"].start] = 8
    likely = judge(rows, np.zeros(WIDTH, dtype=np.float32), NOWHERE, np.array([1, 2]))
    assert JUDGEMENTS["act"][int(likely["act"].argmax())] == "ask"


def test_cue_and_content_speak_together_and_a_missing_cue_has_scores_of_its_own() -> None:
    rows, absent = columns(4), np.zeros(WIDTH, dtype=np.float32)
    rows[0, place("act", "cue", "deny")] = 5
    rows[2, place("act", "content", "assert")] = 3
    absent[place("act", "cue", "pledge")] = 4
    with_cue = judge(rows, absent, np.array([0]), np.array([2]))["act"]
    without = judge(rows, absent, NOWHERE, np.array([2]))["act"]
    assert JUDGEMENTS["act"][int(with_cue.argmax())] == "deny"
    assert JUDGEMENTS["act"][int(without.argmax())] == "pledge"


def test_what_other_pieces_say_changes_nothing() -> None:
    rows = np.random.default_rng(2).normal(size=(6, WIDTH)).astype(np.float32)
    other = rows.copy()
    other[5] = 99
    absent = np.zeros(WIDTH, dtype=np.float32)
    first, second = (judge(given, absent, np.array([0]), np.array([2, 3])) for given in (rows, other))
    assert all((first[name] == second[name]).all() for name in JUDGEMENTS)

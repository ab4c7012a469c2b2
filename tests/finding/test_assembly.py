import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.finding.assembly import shared_out


def test_each_content_goes_to_its_likeliest_cue() -> None:
    assert shared_out(np.array([[0.9, 0.1], [0.2, 0.8]], dtype=np.float32)) == [0, 1]


def test_a_bare_cue_gets_a_content_that_another_can_spare() -> None:
    assert shared_out(np.array([[0.9, 0.1], [0.7, 0.3]], dtype=np.float32)) == [0, 1]


def test_a_cue_that_no_content_leans_to_stays_bare() -> None:
    assert shared_out(np.array([[0.99, 0.01], [0.98, 0.02]], dtype=np.float32)) == [0, 0]


@given(st.integers(1, 5), st.integers(1, 5), st.integers(0, 2**31))
def test_no_cue_loses_its_last_content(contents: int, cues: int, seed: int) -> None:
    probability = np.random.default_rng(seed).dirichlet(np.ones(cues), size=contents).astype(np.float32)
    before, after = set(probability.argmax(1).tolist()), set(shared_out(probability))
    assert before <= after

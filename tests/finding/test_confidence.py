import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.finding.confidence import EVIDENCE, log_odds, probability


def test_log_odds_are_even_at_a_half_and_bounded() -> None:
    assert log_odds(0.5) == 0
    assert (log_odds(0.0), log_odds(1.0)) == (-6, 6)
    assert log_odds(0.75) == pytest.approx(1.0986, abs=1e-4)


@given(st.lists(st.floats(-6, 6), min_size=len(EVIDENCE), max_size=len(EVIDENCE)))
def test_more_evidence_for_is_more_probable(evidence: list[float]) -> None:
    weights = np.array([0.1, *([0.1] * len(EVIDENCE))], dtype=np.float32)
    less, more = probability(evidence, weights), probability([e + 1 for e in evidence], weights)
    assert less is not None and more is not None and 0 <= less < more <= 1


def test_without_weights_nothing_is_known() -> None:
    assert probability([0.0] * len(EVIDENCE), np.zeros(0, dtype=np.float32)) is None

from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the training extra is not installed")

from training.train import Recipe, claim, rate_at


def test_a_folder_goes_on_with_the_training_that_was_begun_there_and_no_other(tmp_path: Path) -> None:
    claim(tmp_path / "out", Recipe(), "polnear")
    claim(tmp_path / "out", Recipe(), "polnear")
    with pytest.raises(ValueError, match="another training was begun here"):
        claim(tmp_path / "out", Recipe(), "open")
    with pytest.raises(ValueError, match="give another --out"):
        claim(tmp_path / "out", Recipe(seed=8), "polnear")


def test_the_rate_warms_up_and_falls_to_a_twentieth() -> None:
    rates = [rate_at(step, 1000, 0.06) for step in range(1001)]
    assert rates[0] < 0.02 and max(rates) == pytest.approx(1.0, abs=0.01) and rates[60] == max(rates)
    assert rates[1000] == pytest.approx(0.05)

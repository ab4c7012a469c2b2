import numpy as np
import pytest

from onrecord.finding.assembly import Draft
from training.calibrate import calibration_error, fit, judged, predict
from training.polnear import Annotated, Attribution


def test_the_fit_finds_the_weights_that_made_the_data() -> None:
    chance = np.random.default_rng(1)
    evidence = chance.normal(size=(20_000, 2))
    true = 1 / (1 + np.exp(-(0.5 + evidence @ np.array([2.0, -1.0]))))
    right = (chance.random(len(true)) < true).astype(float)
    assert fit(evidence, right).tolist() == pytest.approx([0.5, 2.0, -1.0], abs=0.1)
    assert calibration_error(predict(evidence, fit(evidence, right)), right) < 0.02


def test_a_sure_error_is_a_calibration_error() -> None:
    assert calibration_error(np.array([0.9, 0.9]), np.array([0.0, 0.0])) == pytest.approx(0.9)


def test_an_attribution_is_right_where_content_and_source_overlap_by_half() -> None:
    text = "Oduya said the dam would hold firm"
    gold = Annotated("a", text, ((Attribution(((0, 5),), ((6, 10),), ((11, 34),)),),))

    def draft(source: tuple[int, int] | None, content: tuple[int, int]) -> Draft:
        return Draft(source=source, cue=(6, 10), content=(content,), evidence=())

    drafts = [draft((0, 5), (11, 29)), draft((0, 5), (11, 18)), draft(None, (11, 34))]
    assert judged(gold, drafts) == [True, False, False]

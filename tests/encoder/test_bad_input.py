"""Whatever stands in a text, its scores are numbers; and they do not depend on what else is read."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.encoder import LAYERS, Encoder, Scores, tags_of
from onrecord.encoder.pointers import POINTERS

ENCODER = Encoder(threads=1)
ODD = {
    "only punctuation": "?!... --- «»“”'' ((;;",
    "emoji": "👩‍👩‍👧 said 🎉🎉 to 🇰🇷 ✋🏽",
    "right to left": "قال الوزير إن السد سيصمد.\nאמר השר „נחכה”.",
    "control characters": "Mara\x01 Oduya\x08 said\x7f the\u200b dam\u202e would\ufeff hold.",
    "one long word": "a" * 5000,
    "one long paragraph": "dam " * 512,
    "exactly as long as a window": "dam " * 318,
    "no words that the vocabulary has": "\U00010348\U0001f9ff\U000e0001",
    "combining marks": "e\u0301" * 300,
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_texts_have_finite_scores_in_every_layer(text: str) -> None:
    for scores in ENCODER.scores(text):
        _is_whole(scores)


@given(st.text(max_size=400))
@settings(max_examples=60, deadline=None)
def test_any_text_has_finite_scores(text: str) -> None:
    for scores in ENCODER.scores(text):
        _is_whole(scores)


@given(st.lists(st.sampled_from(sorted(ODD.values())), min_size=1, max_size=3))
@settings(max_examples=15, deadline=None)
def test_a_window_has_the_same_scores_whatever_else_is_read_before_it(others: list[str]) -> None:
    text = "Mara Oduya said the dam would hold 40 days.\n" * 3
    alone = [scores.layers for scores in ENCODER.scores(text)]
    for other in others:
        list(ENCODER.scores(other))
    again = [scores.layers for scores in ENCODER.scores(text)]
    assert all((one[name] == two[name]).all() for one, two in zip(alone, again, strict=True) for name in LAYERS)


def _is_whole(scores: Scores) -> None:
    n = len(scores.window)
    assert set(scores.layers) == set(LAYERS) and set(scores.pointers) == set(POINTERS)
    for name, kinds in LAYERS.items():
        assert scores.layers[name].shape == (n, len(tags_of(kinds)))
        assert np.isfinite(scores.layers[name]).all()
    for pointer in scores.pointers.values():
        assert pointer.start.shape == pointer.end.shape
        assert np.isfinite(pointer.start).all() and np.isfinite(pointer.end).all()

"""The int8 weights of the package say what the trained ones said, as training wrote it down (training/parity.py)."""

from pathlib import Path

import numpy as np

from onrecord.encoder import Encoder
from onrecord.samples import sample_report

REFERENCE = Path(__file__).with_name("reference.npz")
LEAST = 0.97  # share of pieces that keep their tag in every layer; processors differ in the last digit


def test_int8_keeps_the_tags_of_the_trained_weights() -> None:
    with np.load(REFERENCE) as stored:
        truth = stored["emissions"].astype(np.float32)
    encoder = Encoder()
    scores = list(encoder.scores(sample_report().decode("utf8")))
    at = 0
    for name in encoder.layers:
        said = np.concatenate([one.layers[name] for one in scores])
        trained = truth[:, at : at + said.shape[1]]
        at += said.shape[1]
        assert said.shape == trained.shape
        assert (said.argmax(1) == trained.argmax(1)).mean() >= LEAST, name
        assert np.abs(said - trained).mean() < 0.25, name
    assert at == truth.shape[1]

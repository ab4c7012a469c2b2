import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

from onrecord.encoder import TAGS, Encoder
from onrecord.encoder.model import WEIGHTS, _Told
from onrecord.encoder.pointers import BIASES, POINTERS, SIZES
from onrecord.errors import ModelDamaged, ModelMissing

TEXT = "Mara Oduya said the dam would hold.\nNobody else spoke of it that day."


def test_scores_have_one_row_for_each_position() -> None:
    (scores,) = Encoder().scores(TEXT)
    n = len(scores.window)
    assert scores.emissions.shape == (n, len(TAGS))
    assert scores.moves.shape == (len(TAGS), len(TAGS))
    assert scores.cue.start.shape == scores.source.end.shape == (n, scores.cue.start.shape[1])
    assert tuple(map(len, scores.cue.biases)) == SIZES and len(POINTERS) == 2
    assert np.isfinite(scores.emissions).all()


def test_the_same_text_gets_the_same_scores() -> None:
    encoder = Encoder()
    (first,), (second,) = encoder.scores(TEXT), encoder.scores(TEXT)
    assert (first.emissions == second.emissions).all()


def test_a_text_without_words_has_no_scores() -> None:
    assert list(Encoder().scores(" \n ")) == []


def test_long_texts_come_window_by_window_in_order() -> None:
    text = "\n".join(f"Speaker {i} said that the dam would hold." for i in range(400))
    starts = [int(s.window.starts[1]) for s in Encoder().scores(text)]
    assert len(starts) > 3 and starts == sorted(starts)


def test_the_card_names_the_weights_by_their_digest() -> None:
    card = Encoder().card
    assert card.digest == hashlib.sha256(WEIGHTS.read_bytes()).hexdigest()
    assert card.name.startswith("onrecord-")


def test_weights_that_are_missing_or_damaged_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "tokenizer.json").write_bytes(WEIGHTS.with_name("tokenizer.json").read_bytes())
    with pytest.raises(ModelMissing, match=r"model\.onnx"):
        list(Encoder(tmp_path / "model.onnx").scores(TEXT))
    (tmp_path / "model.onnx").write_bytes(b"not a model")
    with pytest.raises(ModelDamaged, match="cannot be loaded"):
        list(Encoder(tmp_path / "model.onnx").scores(TEXT))
    (tmp_path / "tokenizer.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ModelDamaged, match=r"tokenizer\.json: cannot be loaded"):
        list(Encoder(tmp_path / "model.onnx").scores(TEXT))


@pytest.mark.parametrize("missing", ["tags", "moves", "limit", "name"])
def test_a_model_of_another_version_is_told(missing: str) -> None:
    metadata = {"tags": json.dumps(TAGS), "name": "a", "limit": "320", "moves": "[]"} | {b: "[]" for b in BIASES}
    assert _Told.of(metadata).limit == 320
    with pytest.raises(KeyError):
        _Told.of({key: value for key, value in metadata.items() if key != missing})
    with pytest.raises(ValueError, match="other tags"):
        _Told.of(metadata | {"tags": "[]"})

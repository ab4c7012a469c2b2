import hashlib
import json
from pathlib import Path

import pytest

from onrecord.encoder import LAYERS, TAGS, Encoder, tags_of
from onrecord.encoder.model import WEIGHTS, _Told
from onrecord.encoder.pointers import BIASES, POINTERS, SIZES
from onrecord.errors import ModelDamaged, ModelMissing

TEXT = "Mara Oduya said the dam would hold.\nNobody else spoke of it that day."


def test_scores_have_one_row_for_each_position() -> None:
    (scores,) = Encoder().scores(TEXT)
    n = len(scores.window)
    assert {name: rows.shape for name, rows in scores.layers.items()} == {
        name: (n, len(tags_of(kinds))) for name, kinds in LAYERS.items()
    }
    assert scores.moves.shape == (len(TAGS), len(TAGS))
    assert set(scores.pointers) == set(POINTERS)
    for pointer in scores.pointers.values():
        assert pointer.start.shape == pointer.end.shape and len(pointer.start) == n
        assert tuple(map(len, pointer.biases)) == SIZES


def test_the_same_text_gets_the_same_scores() -> None:
    encoder = Encoder()
    (first,), (second,) = encoder.scores(TEXT), encoder.scores(TEXT)
    assert all((first.layers[name] == second.layers[name]).all() for name in LAYERS)


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


@pytest.mark.parametrize("missing", ["layers", "pointers", "moves", "limit", "name"])
def test_a_model_of_another_version_is_told(missing: str) -> None:
    layers, pointers = json.dumps(dict(LAYERS)), json.dumps(POINTERS)
    metadata = {"layers": layers, "pointers": pointers, "name": "a", "limit": "320", "moves": "[]"}
    metadata |= {bias: "[]" for bias in BIASES}
    assert _Told.of(metadata).limit == 320
    with pytest.raises(KeyError):
        _Told.of({key: value for key, value in metadata.items() if key != missing})
    for name in ("layers", "pointers"):
        with pytest.raises(ValueError, match="other layers or pointers"):
            _Told.of(metadata | {name: "{}"})

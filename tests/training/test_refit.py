from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the training extra is not installed")

from onrecord.encoder.model import WEIGHTS, tokenizer_at
from onrecord.encoder.pieces import paragraphs_of
from training.batches import collate
from training.corpora.marked import Marked
from training.examples import Meant, Prepared, examples_of
from training.losses import Outputs, pooled_meanings
from training.model import Model
from training.refit import refitted

LINES = [f"Mara Oduya said that ship number {i} had left harbour {i * 7}." for i in range(40)]


def prepared() -> Prepared:
    text = "\n".join(LINES)
    starts = np.cumsum([0, *(len(line) + 1 for line in LINES[:-1])])
    extents = tuple((int(a), int(a) + len(line)) for a, line in zip(starts, LINES, strict=True))
    vectors = np.random.default_rng(5).normal(size=(len(LINES), 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    tokenizer = tokenizer_at(WEIGHTS.with_name("tokenizer.json"))
    return Prepared(list(paragraphs_of(text, tokenizer)), (Marked("a", text),), Meant(extents, vectors))


def likeness(weights: Path, text: Prepared) -> float:
    model = Model().eval()
    model.load_state_dict(torch.load(weights, weights_only=True))
    found = []
    with torch.no_grad():
        for example in examples_of(text):
            batch = collate([example], torch.device("cpu"))
            assert batch.meanings is not None
            said = pooled_meanings(Outputs.of(model, batch), batch.meanings)
            found += (said * batch.meanings.vectors).sum(-1).tolist()
    assert len(found) == len(LINES)
    return float(np.mean(found))


def test_the_fitted_head_says_what_it_is_taught_and_nothing_else_changes(tmp_path: Path) -> None:
    torch.manual_seed(0)
    weights, text = tmp_path / "average.pt", prepared()
    torch.save(Model().state_dict(), weights)
    after = refitted(weights, {"own": [text]})
    assert likeness(after, text) > likeness(weights, text) + 0.3
    old, new = (torch.load(path, weights_only=True) for path in (weights, after))
    assert {name for name in old if not torch.equal(old[name], new[name])} == {"meaning.weight"}


def test_without_meanings_the_weights_stay(tmp_path: Path) -> None:
    torch.manual_seed(0)
    weights = tmp_path / "average.pt"
    torch.save(Model().state_dict(), weights)
    bare = Prepared(prepared().paragraphs, prepared().readings)
    old, new = (torch.load(path, weights_only=True) for path in (weights, refitted(weights, {"own": [bare]})))
    assert all(torch.equal(old[name], new[name]) for name in old)

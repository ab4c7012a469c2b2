import shutil
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="the training extra is not installed")
pytest.importorskip("onnx", reason="the training extra is not installed")

from onrecord.encoder import LAYERS, Encoder
from onrecord.encoder.model import WEIGHTS
from training.export import export, quantize
from training.model import Model
from training.parity import TOLERANCE, compare


def test_the_exported_weights_say_what_the_trained_ones_say(tmp_path: Path) -> None:
    torch.manual_seed(3)
    weights, full, small = (tmp_path / name for name in ("weights.pt", "float32.onnx", "model.onnx"))
    torch.save(Model().state_dict(), weights)
    shutil.copy(WEIGHTS.with_name("tokenizer.json"), tmp_path)
    export(weights, full, "random")
    quantize(full, small)
    parity = compare(weights, full, small, tmp_path / "reference.npz")
    assert parity.float32 < TOLERANCE and set(parity.kept) == set(LAYERS)
    assert Encoder(small).card.name == "random"
    torch.manual_seed(4)
    torch.save(Model().state_dict(), weights)
    with pytest.raises(ValueError, match="differs from the trained weights"):
        compare(weights, full, small, tmp_path / "reference.npz")

"""What the heads cost: `python -m benchmarks.heads_cost TEXTS [--texts N] [--json]`, with the `training` extra.

The forward pass of the package's weights is timed beside that of the same weights cut off where the heads begin, over
the windows of the first texts of a folder, by turns; the medians, and their ratio.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.read_speed import REPEATS, texts_of
from onrecord.encoder import Window
from onrecord.encoder.model import WEIGHTS, tokenizer_at
from onrecord.encoder.pieces import paragraphs_of
from onrecord.encoder.windows import windows_of

INPUTS = ["ids", "shapes", "marks"]
OUTPUTS = ["emissions", "pointers"]


@dataclass(frozen=True, slots=True)
class Cost:
    """Medians over the repeats, in seconds; `ratio` is the whole pass to the bare encoder's."""

    windows: int
    whole: float
    bare: float
    ratio: float


def trunk_of(weights: Path, out: Path) -> str:
    """Write the part of a model that the heads stand on to `out`; return the name of its output.

    That is the last value that both outputs are made from.
    """
    import onnx
    from onnx.utils import extract_model

    nodes = onnx.load(str(weights)).graph.node
    maker = {name: (place, node) for place, node in enumerate(nodes) for name in node.output}

    def ancestors(name: str) -> set[str]:
        found, left = set[str](), [name]
        while left:
            one = left.pop()
            if one in maker and one not in found:
                found.add(one)
                left += maker[one][1].input
        return found

    shared = ancestors(OUTPUTS[0]) & ancestors(OUTPUTS[1])
    floats = [name for name in shared if maker[name][1].op_type not in ("DynamicQuantizeLinear", "Shape", "Cast")]
    last = max(floats, key=lambda name: maker[name][0])
    extract_model(str(weights), str(out), INPUTS, [last])
    return last


def cost(texts: list[str], weights: Path = WEIGHTS, repeats: int = REPEATS) -> Cost:
    """Time both by turns; the first pass of each is not counted."""
    tokenizer = tokenizer_at(weights.with_name("tokenizer.json"))
    windows = [window for text in texts for window in windows_of(paragraphs_of(text, tokenizer))]
    with tempfile.TemporaryDirectory() as scratch:
        bare = Path(scratch) / "bare.onnx"
        output = trunk_of(weights, bare)
        runs = _passes(weights, OUTPUTS, windows), _passes(bare, [output], windows)
        for run in runs:
            run()
        times = [[_timed(run) for run in runs] for _ in range(repeats)]
    whole, trunk = (statistics.median(column) for column in zip(*times, strict=True))
    return Cost(len(windows), whole, trunk, whole / trunk)


def _passes(weights: Path, outputs: list[str], windows: list[Window]) -> Callable[[], None]:
    from onnxruntime import InferenceSession

    session = InferenceSession(str(weights), providers=["CPUExecutionProvider"])

    def run() -> None:
        for window in windows:
            session.run(outputs, {name: getattr(window, name)[None] for name in INPUTS})

    return run


def _timed(run: Callable[[], None]) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def main() -> int:
    """Parse the command line, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="TEXTS")
    parser.add_argument("--texts", type=int, default=60)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    found = asdict(cost(texts_of(given.folder, given.texts)))
    print(json.dumps(found) if given.json else "\n".join(f"{name:10s} {value:10.3f}" for name, value in found.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())

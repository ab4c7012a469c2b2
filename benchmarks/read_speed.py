"""How fast and how lean: `python -m benchmarks.read_speed TEXTS [--texts N] [--documents M] [--json]`.

TEXTS is a folder of .txt files. Speed: words a second of the whole reading (document to record) and of the bare
encoder's forward passes over the same texts in windows that do not overlap, one after the other, so many times; the
medians, and their ratio. Memory: the peak of `onrecord add` on a folder of M documents made from the same texts.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.peak_memory import peak_of_add

REPEATS = 3


@dataclass(frozen=True, slots=True)
class Speed:
    """Medians over the repeats; words are what white space parts."""

    texts: int
    words: int
    read_words_per_second: float
    encoder_words_per_second: float
    ratio: float
    """Time of reading to time of the encoder alone."""


def texts_of(folder: Path, count: int) -> list[str]:
    """Return the first texts of a folder, by name. Raises FileNotFoundError where there are none."""
    paths = sorted(folder.glob("*.txt"))[:count]
    if not paths:
        raise FileNotFoundError(f"{folder}: holds no .txt files; give a folder of plain texts")
    return [path.read_text(encoding="utf8") for path in paths]


def speed(texts: Sequence[str], repeats: int = REPEATS) -> Speed:
    """Time reading and encoder by turns. The first pass of each, which loads the model, is not counted."""
    read, encode = _reading(texts), _encoding(texts)
    read()
    encode()
    times = [(_timed(read), _timed(encode)) for _ in range(repeats)]
    reading, encoding = (statistics.median(column) for column in zip(*times, strict=True))
    words = sum(len(text.split()) for text in texts)
    return Speed(len(texts), words, words / reading, words / encoding, reading / encoding)


def _reading(texts: Sequence[str]) -> Callable[[], None]:
    from onrecord.pipeline import Reader
    from onrecord.reading import read_text

    reader = Reader()
    documents = [read_text(text, name=f"text {i}") for i, text in enumerate(texts)]

    def run() -> None:
        for document in documents:
            reader.read(document)

    return run


def _encoding(texts: Sequence[str]) -> Callable[[], None]:
    from onrecord.encoder import Encoder
    from onrecord.encoder.model import WEIGHTS, tokenizer_at
    from onrecord.encoder.pieces import paragraphs_of
    from onrecord.encoder.windows import windows_of
    from onrecord.settings import Settings

    encoder = Encoder(threads=Settings.from_environment().threads)
    tokenizer = tokenizer_at(WEIGHTS.with_name("tokenizer.json"))
    windows = [window for text in texts for window in windows_of(paragraphs_of(text, tokenizer))]

    def run() -> None:
        for window in windows:
            encoder.forward(window)

    return run


def _timed(run: Callable[[], None]) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def write_documents(texts: Sequence[str], folder: Path, count: int) -> None:
    """Write `count` documents, the texts over and over, each with a last line of its own so that none is a copy."""
    for i in range(count):
        last = f"\n\nReport {i + 1} of {count}.\n"
        (folder / f"{i:05d}.txt").write_text(texts[i % len(texts)].rstrip() + last, encoding="utf8")


def memory(texts: Sequence[str], documents: int) -> float:
    """Return the peak of `onrecord add` on so many documents, in MiB."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "reports"
        folder.mkdir()
        write_documents(texts, folder, documents)
        return peak_of_add(folder, Path(scratch) / "ledger.db")


def main() -> int:
    """Parse the command line, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="TEXTS")
    parser.add_argument("--texts", type=int, default=40, help="read so many of them")
    parser.add_argument("--repeats", type=int, default=REPEATS)
    parser.add_argument("--documents", type=int, default=1000, help="add so many for the peak; 0: do not measure it")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    texts = texts_of(given.folder, given.texts)
    # Before the model is loaded here: a child begins with its parent's peak (see peak_memory).
    peak = memory(texts, given.documents) if given.documents else None
    measured = asdict(speed(texts, given.repeats)) | {"documents": given.documents, "peak_mib": peak}
    if given.json:
        print(json.dumps(measured))
    else:
        print("\n".join(f"{name:26s} {_shown(value):>12s}" for name, value in measured.items()))
    return 0


def _shown(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:,.0f}" if value >= 100 else f"{value:.3f}".rstrip("0").rstrip(".")


if __name__ == "__main__":
    sys.exit(main())

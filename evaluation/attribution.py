"""Score the program on PolNeAR: `python -m evaluation.attribution --split dev [--sample N] [--json]`.

Every text goes the whole way of `onrecord read`, and what comes out is scored by score_attribution.py.
"""

import hashlib
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from evaluation.encoder import reader_of
from evaluation.scoring import Places, Scores, parser_of, run, run_scorer, write_lines
from onrecord.records import Record, StatementJson

Read = Callable[[str, str], Record]
"""Text and name to record: the whole program as one function."""

SCORER = "score_attribution.py"


def names_of(folder: Path, sample: int | None = None) -> list[str]:
    """Return the names of a split's documents, or a fixed sample: those whose names have the lowest hashes."""
    names = sorted(path.stem for path in (folder / "text").glob("*.txt"))
    if sample is None:
        return names
    return sorted(sorted(names, key=lambda n: hashlib.sha256(n.encode()).hexdigest())[:sample])


def files_of(folder: Path, names: Iterable[str]) -> Iterator[Path]:
    """Yield the files of these documents: each text, then its annotations by name."""
    for name in names:
        yield folder / "text" / f"{name}.txt"
        yield from sorted((folder / "attributions").glob(f"{name}_*.ann"))


def score(where: Places, read: Read, split: str = "dev", sample: int | None = None, keep: Path | None = None) -> Scores:
    """Read a split, or a sample of it, with the program and score what comes out.

    `keep` is where the predictions are written; by default they are thrown away.
    """
    folder = where.polnear / split
    names = names_of(folder, sample)
    with tempfile.TemporaryDirectory() as scratch:
        gold, predictions = Path(scratch) / "gold", keep or Path(scratch) / "predictions.jsonl"
        _link(folder, names, gold)
        write_lines(predictions, (_row(name, read(_text(folder, name), name)) for name in names))
        return run_scorer(where.scorer(SCORER), gold, predictions)


def program() -> Read:
    """Return the program as it reads a plain text, with the model loaded on first use."""
    from onrecord.reading import read_text

    reader = reader_of()
    return lambda text, name: reader.read(read_text(text, name=name))


def _text(folder: Path, name: str) -> str:
    with open(folder / "text" / f"{name}.txt", encoding="utf8", newline="") as file:
        return file.read()


def _link(folder: Path, names: Iterable[str], gold: Path) -> None:
    """Lay a folder with these documents only: the scorer counts a missing prediction as an empty one."""
    for part in ("text", "attributions"):
        (gold / part).mkdir(parents=True)
    for path in files_of(folder, names):
        (gold / path.parent.name / path.name).symlink_to(path.resolve())


def _row(name: str, record: Record) -> dict[str, str | list[StatementJson]]:
    """A document as the scorer reads it."""
    return {"name": name, "statements": record.to_json()["statements"]}


def main() -> int:
    """Parse the command line, score and print."""
    parser = parser_of(__doc__)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--sample", type=int, help="so many documents, the same each time")
    parser.add_argument("--keep", type=Path, help="write the predictions here")
    return run(parser, lambda where, given: score(where, program(), given.split, given.sample, given.keep))


if __name__ == "__main__":
    sys.exit(main())

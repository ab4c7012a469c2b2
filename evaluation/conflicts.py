"""Score `onrecord conflicts` on judged pairs: `python -m evaluation.conflicts [--ledger FILE] [--new] [--json]`.

The judged pairs (`judged/conflicts.tsv`) are of the shared documents (`documents/`, beside the corpora). Without a
ledger the documents that they name are read; `--ledger` is one that holds all documents under their paths in that
folder, as made by `onrecord add`, and takes seconds.

- `first_20`: of the first 20 pairs that are shown, the percentage judged right, of that kind; a pair that nobody judged
  counts as wrong.
- `found`: the percentage of the pairs judged right that are shown.
- `left_out`: the percentage of the pairs judged wrong that are not shown.
- `shown`, `unjudged`: how many pairs are shown, and how many of them nobody judged; `--new` prints those.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from evaluation.encoder import reader_of
from evaluation.scoring import Places, Scores, parser_of, run
from onrecord import pipeline
from onrecord.asking.conflicts import conflicts
from onrecord.comparing.conflicts.conflict import Conflict
from onrecord.ledger import open_ledger

FILE: Final = Path(__file__).with_name("judged") / "conflicts.tsv"
MOST: Final = 1000
FIRST: Final = 20


class Side(NamedTuple):
    """A record: the path of its document under the documents' folder, and where its evidence begins."""

    document: str
    start: int


class Judged(NamedTuple):
    """A pair as it was told, and whether it is right."""

    told: str
    sides: frozenset[Side]
    right: bool


def judged(path: Path = FILE) -> list[Judged]:
    """Read the judged pairs."""
    lines = [line for line in path.read_text(encoding="utf8").splitlines() if not line.startswith("#")]
    return [_judged(line.split("\t")) for line in lines[1:]]


def documents_of(where: Places) -> list[Path]:
    """The documents that judged pairs name, in order. Raises FileNotFoundError where their folder is not there."""
    folder = where.corpora.parent / "documents"
    if not folder.is_dir():
        raise FileNotFoundError(f"{folder}: not found")
    return sorted({folder / side.document for pair in judged() for side in pair.sides})


def data_of(where: Places) -> Iterator[tuple[str, bytes]]:
    """Yield each document that is read, and the judged pairs, by name."""
    yield FILE.name, FILE.read_bytes()
    yield from ((path.name, path.read_bytes()) for path in documents_of(where))


def score(where: Places, ledger: Path | None = None, *, new: bool = False) -> Scores:
    """Find the conflicts of a ledger, or of the documents that judged pairs name, and compare them with the judged.

    `new`: print the pairs that nobody judged.
    """
    folder = where.corpora.parent / "documents"
    if ledger is not None:
        return compare(_conflicts(ledger), folder, judged(), new=new)
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch) / "ledger.db"
        reader = reader_of()
        with open_ledger(made, create=True) as opened:
            for _ in pipeline.add([str(path) for path in documents_of(where)], opened, reader=reader):
                pass
        return compare(_conflicts(made), folder, judged(), new=new)


def shares_of(scores: Scores) -> Scores:
    """Return the shares alone: what is counted is no quality."""
    return {name: scores[name] for name in ("first_20", "found", "left_out")}


def compare(found: Sequence[Conflict], folder: Path, known: Sequence[Judged], *, new: bool = False) -> Scores:
    """Return the measures of conflicts, in their order, against judged pairs, as the module says."""
    conflicts = [one for one in found if one.kind != "updated"]
    sides = [_sides(one, folder) for one in conflicts]
    right = {pair.sides: pair.told for pair in known if pair.right}
    wrong = {pair.sides for pair in known if not pair.right}
    first = [right.get(two) == one.kind for one, two in zip(conflicts[:FIRST], sides, strict=False)]
    unjudged = [one for one, two in zip(conflicts, sides, strict=True) if two not in right and two not in wrong]
    if new:
        print(*(f"{one.kind} {one.a.ref().to_json()} {one.b.ref().to_json()}" for one in unjudged), sep="\n")
    shown = set(sides)
    return {
        f"first_{FIRST}": 100 * sum(first) / len(first) if first else 0.0,
        "found": 100 * len(shown & set(right)) / len(right) if right else 0.0,
        "left_out": 100 * len(wrong - shown) / len(wrong) if wrong else 0.0,
        "shown": float(len(conflicts)),
        "unjudged": float(len(unjudged)),
    }


def _judged(fields: Sequence[str]) -> Judged:
    _, told, one, start, _, other, other_start, _, verdict, _ = fields
    return Judged(told, frozenset((Side(one, int(start)), Side(other, int(other_start)))), verdict == "right")


def _conflicts(ledger: Path) -> list[Conflict]:
    with open_ledger(ledger, create=False) as opened:
        return conflicts(opened, limit=MOST)


def _sides(conflict: Conflict, folder: Path) -> frozenset[Side]:
    refs = (conflict.a.ref(), conflict.b.ref())
    return frozenset(Side((ref.url or "").removeprefix(f"{folder}/"), ref.span.start) for ref in refs)


def main() -> int:
    """Parse the command line, score and print."""
    parser = parser_of(__doc__)
    parser.add_argument("--ledger", type=Path, help="a ledger of the documents, under their paths in the folder")
    parser.add_argument("--new", action="store_true", help="print the pairs that nobody judged")
    return run(parser, _score)


def _score(where: Places, given: argparse.Namespace) -> Scores:
    return score(where, given.ledger, new=given.new)


if __name__ == "__main__":
    sys.exit(main())

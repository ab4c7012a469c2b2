"""Score how passages of two documents are aligned: `python -m evaluation.passages [--json] [--draw FILE]`.

Each communiqué of the shared documents is compared with its predecessor of the same kind (who issues it together). A
sample of the passages that were given a partner, and one of those that were given none, were judged by hand, one by one
(`judged/passages.tsv`): `partner` is right where both passages say the same of the same matter, so that an editor would
set them side by side; `kind` is right besides where it is kept, reworded or moved as told; a passage that was dropped or
added is right where the other document says nothing of the kind. A verdict holds for the program that was judged:
`aligned` is the share of the judged pairs, of those that were right, that the program still finds, and of what was
wrong that it still leaves out.
"""

import csv
import random
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from evaluation.scoring import Places, Scores, parser_of, run
from onrecord.comparing import Pair, Text, compare
from onrecord.pipeline import Reader
from onrecord.reading import read
from onrecord.settings import Settings

JUDGED: Final = Path(__file__).with_name("judged") / "passages.tsv"
FOLDER: Final = "communiques"
# Who issues it together, by words of its file's name: the first that fit.
KINDS: Final = (
    ("trilateral", ("phnom-penh", "camp-david", "trilateral", "japan-the-republic-of-korea")),
    ("quad", ("quad",)),
    ("us-japan", ("japan",)),
    ("us-rok", ("korea", "rok", "washington-declaration", "lee-jae-myung")),
)
SEED: Final = 20_241_101
ALIGNED, ALONE = 100, 40


class Judged(NamedTuple):
    """A passage of the redline, by document and offsets, and whether it is right; empty where it has no partner."""

    a: str
    a_start: str
    a_end: str
    b: str
    b_start: str
    b_end: str
    kind: str
    verdict: str


def kind_of(name: str) -> str | None:
    """Who issued a communiqué together, by its file's name."""
    return next((kind for kind, words in KINDS if any(word in name for word in words)), None)


def neighbours(folder: Path) -> list[tuple[Path, Path]]:
    """Return each communiqué behind its predecessor of the same kind, in order of date."""
    files = sorted(folder.glob("*.md"))
    of_kind = [[file for file in files if kind_of(file.name) == kind] for kind, _ in KINDS]
    return [pair for listed in of_kind for pair in pairwise(listed)]


def redlines(where: Places) -> Iterator[tuple[str, str, Sequence[Pair]]]:
    """Yield the names of each pair of communiqués and what became of their passages. Raises FileNotFoundError."""
    folder = where.corpora.parent / "documents" / FOLDER
    if not folder.is_dir():
        raise FileNotFoundError(folder)
    reader, known = Reader(Settings()), dict[Path, Text]()
    for pair in neighbours(folder):
        for path in pair:
            if path not in known:
                document = read(str(path), settings=reader.settings)
                known[path] = Text(document, reader.read_with_meanings(document)[1])
        a, b = pair
        yield a.name, b.name, compare(known[a], known[b])


def drawn(where: Places) -> Iterator[Judged]:
    """Draw the sample anew, without verdicts: so many passages with a partner, so many without, at random."""
    rows = [_row(a, b, pair, "") for a, b, pairs in redlines(where) for pair in pairs]
    paired = [row for row in rows if row.a_start and row.b_start]
    alone = [row for row in rows if not (row.a_start and row.b_start)]
    chance = random.Random(SEED)
    for some, size in ((paired, ALIGNED), (alone, ALONE)):
        yield from sorted(chance.sample(some, min(size, len(some))))


def judged() -> list[Judged]:
    """Read the verdicts."""
    with JUDGED.open(encoding="utf8", newline="") as stream:
        lines = (line for line in stream if not line.startswith("#"))
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        return [Judged(*row) for row in rows]


def shares(rows: Sequence[Judged]) -> Scores:
    """Return the shares that were judged right, in percent: of those with a partner, and of those with none."""
    paired = [row.verdict == "right" for row in rows if row.a_start and row.b_start]
    alone = [row.verdict == "right" for row in rows if not (row.a_start and row.b_start)]
    return {name: 100 * sum(right) / len(right) for name, right in (("aligned", paired), ("alone", alone)) if right}


def score(where: Places) -> Scores:
    """Return what was judged right, and the share of the verdicts that this program agrees with, in percent."""
    rows = judged()
    found = {_row(a, b, pair, "") for a, b, pairs in redlines(where) for pair in pairs}
    agreed = [(row._replace(verdict="") in found) == (row.verdict == "right") for row in rows]
    return {"verdicts": 100 * sum(agreed) / len(agreed), **{f"judged.{k}": v for k, v in shares(rows).items()}}


def data_of(where: Places) -> Iterator[tuple[str, bytes]]:
    """Yield what is compared, and the verdicts."""
    for path in sorted((where.corpora.parent / "documents" / FOLDER).glob("*.md")):
        yield path.name, path.read_bytes()
    yield JUDGED.name, JUDGED.read_bytes()


def _row(a: str, b: str, pair: Pair, verdict: str) -> Judged:
    ours, theirs = (("", "") if one is None else (str(one.start), str(one.end)) for one in (pair.a, pair.b))
    return Judged(a, *ours, b, *theirs, pair.kind, verdict)


def main() -> int:
    """Parse the command line, score and print."""
    parser = parser_of(__doc__)
    parser.add_argument("--draw", type=Path, help="draw the sample anew and write it here, without verdicts")

    def measured(where: Places, draw: Path | None) -> Scores:
        if draw is not None:
            draw.write_text("".join("\t".join(row) + "\n" for row in drawn(where)), encoding="utf8")
            return {}
        return score(where)

    return run(parser, lambda where, given: measured(where, given.draw))


if __name__ == "__main__":
    sys.exit(main())

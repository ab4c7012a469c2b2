"""Score how passages of two documents are aligned: `python -m evaluation.passages [--json] [--draw FILE]`.

Each communiqué of the shared documents is compared with its predecessor of the same kind (who issues it together).
What became of their passages was judged by hand, one by one (`judged/passages.tsv`): all 100 that were given a
partner, right where an editor would set the two side by side as saying the same of the same matter and the kind is as
told; and 40 drawn at random of those that were given none, right where the other document says nothing of the kind.
`judged.aligned` and `judged.alone` are the shares that were right. A verdict is of the program that was judged;
`verdicts` is the share of them that this one bears out: what was right is still found, what was wrong no more.

The wording of denuclearization over all communiqués is held against a full reading of them
(`judged/denuclearization.tsv`): `language.recall` is the share of those passages that is found, `language.precision`
of what is found that is among them, `language.absent` of the documents without one that are said to have none. It
takes 40 seconds on one core.
"""

import random
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from evaluation.encoder import reader_of
from evaluation.scoring import Places, Scores, judged_rows, parser_of, run
from onrecord.comparing import Pair, Text, compare, wording_of
from onrecord.reading import read

JUDGED: Final = Path(__file__).with_name("judged") / "passages.tsv"
READ_THROUGH: Final = JUDGED.with_name("denuclearization.tsv")
FOLDER: Final = "communiques"
# Who issues it together, by words of its file's name: the first that fit.
KINDS: Final = (
    ("trilateral", ("phnom-penh", "camp-david", "trilateral", "japan-the-republic-of-korea")),
    ("quad", ("quad",)),
    ("us-japan", ("japan",)),
    ("us-rok", ("korea", "rok", "washington-declaration", "lee-jae-myung")),
)
JUDGMENT: Final = "judged."
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


def neighbours(names: Sequence[str]) -> list[tuple[str, str]]:
    """Return each communiqué behind its predecessor of the same kind; `names` are in order of date."""
    of_kind = [[name for name in names if kind_of(name) == kind] for kind, _ in KINDS]
    return [pair for listed in of_kind for pair in pairwise(listed)]


def read_all(where: Places) -> dict[str, Text]:
    """Read every communiqué, by the name of its file, in order of date. Raises FileNotFoundError."""
    folder = where.corpora.parent / "documents" / FOLDER
    if not folder.is_dir():
        raise FileNotFoundError(folder)
    reader, texts = reader_of(), dict[str, Text]()
    for path in sorted(folder.glob("*.md")):
        document = read(str(path), settings=reader.settings)
        texts[path.name] = Text(document, reader.read_with_meanings(document)[1])
    return texts


def redlines(texts: Mapping[str, Text]) -> Iterator[tuple[str, str, Sequence[Pair]]]:
    """Yield the names of each pair of communiqués and what became of their passages."""
    for a, b in neighbours(list(texts)):
        yield a, b, compare(texts[a], texts[b])


def drawn(where: Places) -> Iterator[Judged]:
    """Draw the sample anew, without verdicts: so many passages with a partner, so many without, at random."""
    rows = [_row(a, b, pair, "") for a, b, pairs in redlines(read_all(where)) for pair in pairs]
    paired = [row for row in rows if row.a_start and row.b_start]
    alone = [row for row in rows if not (row.a_start and row.b_start)]
    chance = random.Random(SEED)
    for some, size in ((paired, ALIGNED), (alone, ALONE)):
        yield from sorted(chance.sample(some, min(size, len(some))))


def judged() -> list[Judged]:
    """Read the verdicts."""
    return [Judged(**row) for row in judged_rows(JUDGED)]


def shares(rows: Sequence[Judged]) -> Scores:
    """Return the shares that were judged right, in percent: of those with a partner, and of those with none."""
    paired = [row.verdict == "right" for row in rows if row.a_start and row.b_start]
    alone = [row.verdict == "right" for row in rows if not (row.a_start and row.b_start)]
    return {name: 100 * sum(right) / len(right) for name, right in (("aligned", paired), ("alone", alone)) if right}


def borne_out(rows: Sequence[Judged], found: Collection[Judged]) -> float:
    """Return the share of verdicts, in percent, that what is found (without verdicts) agrees with."""
    agreed = [(row._replace(verdict="") in found) == (row.verdict == "right") for row in rows]
    return 100 * sum(agreed) / len(agreed)


def score(where: Places) -> Scores:
    """Return what was judged right, the verdicts borne out, and the topic's wording, in percent."""
    rows, texts = judged(), read_all(where)
    found = {_row(a, b, pair, "") for a, b, pairs in redlines(texts) for pair in pairs}
    return {
        "verdicts": borne_out(rows, found),
        **{f"{JUDGMENT}{name}": value for name, value in shares(rows).items()},
        **{f"language.{name}": value for name, value in wording_scores(texts).items()},
    }


def wording_scores(texts: Mapping[str, Text]) -> Scores:
    """Hold what is found of denuclearization against the reading of all documents, in percent."""
    right = {(row["document"], row["start"], row["end"]) for row in judged_rows(READ_THROUGH)}
    names = {text.document.id: name for name, text in texts.items()}
    found: set[tuple[str, str, str]] = set()
    for one in wording_of("denuclearization", list(texts.values())):
        name = names[one.document.id]
        found |= {(name, str(span.start), str(span.end)) for span in one.passages} or {(name, "", "")}
    both = {place for place in right & found if place[1]}
    absent = {place for place in right if not place[1]}
    return {
        "recall": 100 * len(both) / (len(right) - len(absent)),
        "precision": 100 * len(both) / max(1, len([place for place in found if place[1]])),
        "absent": 100 * len(absent & found) / max(1, len(absent)),
    }


def data_of(where: Places) -> Iterator[tuple[str, bytes]]:
    """Yield what is compared, and the verdicts."""
    for path in sorted((where.corpora.parent / "documents" / FOLDER).glob("*.md")):
        yield path.name, path.read_bytes()
    for path in (JUDGED, READ_THROUGH):
        yield path.name, path.read_bytes()


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

"""Score what is on a topic: `python -m evaluation.positions --ledger PATH [--json]`.

For six speakers and topics (judged/positions.tsv) the line that a ledger of the documents gives is compared with what
was judged: how much of it is on the topic, and how much of what is on the topic it has. The ledger is one that
`onrecord add` made of the folders of documents/ (reading them takes some minutes, the scoring seconds).
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from evaluation.commitments import judged_rows
from evaluation.encoder import reader_of
from evaluation.scoring import Places, Scores, parser_of, run
from onrecord.comparing.positions.positions import Position

JUDGED: Final = Path(__file__).with_name("judged") / "positions.tsv"
# A statement of one document: its name, where the content begins and ends.
Place = tuple[str, int, int]
Pair = tuple[str, str]


def judgements(path: Path = JUDGED) -> dict[Pair, dict[Place, bool]]:
    """Return for each speaker and topic which statements were judged to be on it."""
    found: defaultdict[Pair, dict[Place, bool]] = defaultdict(dict)
    for row in judged_rows(path):
        place = row["document"], int(row["start"]), int(row["end"])
        found[row["speaker"], row["topic"]][place] = row["on_topic"] == "yes"
    return dict(found)


def compare(line: Iterable[Position], judged: Mapping[Place, bool]) -> tuple[int, int, int]:
    """Return how many of a line are on the topic, how many stand in it, and how many of those judged are on it."""
    positions = list(line)
    right = sum(any(judged.get(place, False) for place in _places(one)) for one in positions)
    return right, len(positions), sum(judged.values())


def score(ledger: Path) -> Scores:
    """Return precision and recall over all pairs, and of each. Raises LedgerError."""
    from onrecord.asking.positions import heard
    from onrecord.comparing.positions.positions import line_of
    from onrecord.comparing.positions.topics import Topic
    from onrecord.ledger import open_ledger

    reader, scores, sums = reader_of(), Scores(), [0, 0, 0]
    with open_ledger(ledger, create=False) as opened:
        for (speaker, topic), judged in judgements().items():
            _, said = heard(opened, speaker, spokesmen=False)
            counts = compare(line_of(said, Topic(topic, reader.meaning_of(topic))), judged)
            sums = [a + b for a, b in zip(sums, counts, strict=True)]
            scores |= _named(speaker, counts)
    return {**_named("all", sums), **scores}


def _places(position: Position) -> set[Place]:
    found = set()
    for one in (position.uttered, *position.also):
        content = one.told.statement.content
        found.add((_name(one.told.page.url or ""), content[0].start, content[-1].end))
    return found


def _name(url: str) -> str:
    """The folder and the name of a document, wherever the folders lie."""
    return "/".join(url.split("/")[-2:])


def _named(name: str, counts: Iterable[int]) -> Scores:
    right, found, wanted = counts
    return {f"{name}.precision": 100 * right / max(1, found), f"{name}.recall": 100 * right / max(1, wanted)}


def main() -> int:
    """Parse the command line, score and print."""
    parser = parser_of(__doc__)
    parser.add_argument("--ledger", type=Path, required=True, help="a ledger of the documents")

    def measure(_: Places, given: object) -> Scores:
        return score(Path(str(getattr(given, "ledger"))))  # noqa: B009 - argparse has no type for what it holds

    return run(parser, measure)


if __name__ == "__main__":
    sys.exit(main())

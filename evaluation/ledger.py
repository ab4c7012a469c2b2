"""Score the program on the gold ledger: `python -m evaluation.ledger [--json] [--keep FILE]`.

Each gold document's text, with the date it was published, goes the whole way of `onrecord read`; score_ledger.py
compares the records. Layers that the program does not read yet score nothing.
"""

import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evaluation.encoder import reader_of
from evaluation.scoring import Places, Scores, parser_of, run, run_scorer, write_lines
from onrecord.records import Record, RecordJson

SCORER = "score_ledger.py"


@dataclass(frozen=True, slots=True)
class Report:
    """What the program is told of a gold document: its text, its name, and when it was published, if known."""

    text: str
    name: str
    published: str | None


ReadReport = Callable[[Report], Record]


def reports(gold: Path) -> list[Report]:
    """Return the documents of a gold file, in its order."""
    found: list[Report] = []
    for line in gold.read_text(encoding="utf8").splitlines():
        if line.strip():
            document = json.loads(line)["document"]
            found.append(Report(document["text"], document["id"], document["published"]))
    return found


def score(where: Places, read: ReadReport, keep: Path | None = None) -> Scores:
    """Read every gold document with the program and score its records.

    `keep` is where the records are written; by default they are thrown away.
    """
    with tempfile.TemporaryDirectory() as scratch:
        predictions = keep or Path(scratch) / "predictions.jsonl"
        rows: list[RecordJson] = [read(report).to_json() for report in reports(where.gold)]
        write_lines(predictions, rows)
        return run_scorer(where.scorer(SCORER), where.gold, predictions)


def program() -> ReadReport:
    """Return the program as it reads a plain text with a date given, with the model loaded on first use."""
    from onrecord.reading import read_text

    reader = reader_of()

    def read(report: Report) -> Record:
        return reader.read(read_text(report.text, name=report.name, published=report.published))

    return read


def main() -> int:
    """Parse the command line, score and print."""
    parser = parser_of(__doc__)
    parser.add_argument("--keep", type=Path, help="write the records here")
    return run(parser, lambda where, given: score(where, program(), given.keep))


if __name__ == "__main__":
    sys.exit(main())

"""Score the resolving of speakers alone: `python -m evaluation.speakers [--json] [--errors N] [--keep FILE]`.

The gold's own sources, cues and contents go in as if they had been found, so that of score_ledger.py's rows
`statements.speaker` and `entities.name` tell how well resolving does on right spans.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

from evaluation.scoring import Places, Scores, parser_of, run, run_scorer, write_lines
from onrecord.records import Attribution, Document, Findings, Record, Span, SpanJson, StatementType

SCORER = "score_ledger.py"
ROWS = ("entities.name", "statements.speaker")


class StatementRow(TypedDict):
    """A gold statement, so far as it goes in."""

    type: StatementType
    source: SpanJson | None
    cue: SpanJson | None
    content: list[SpanJson]


def golden(gold: Path) -> Iterator[tuple[Document, Findings]]:
    """Yield each gold document, read as the program reads a plain text, with the gold's attributions."""
    from onrecord.reading import read_text

    for line in gold.read_text(encoding="utf8").splitlines():
        if line.strip():
            row = json.loads(line)
            stated = row["document"]
            document = read_text(stated["text"], name=stated["id"], published=stated["published"])
            yield document, Findings(tuple(_attribution(statement) for statement in row["statements"]))


def _attribution(row: StatementRow) -> Attribution:
    return Attribution(
        content=tuple(Span.from_json(one) for one in sorted(row["content"], key=lambda one: one["span"])),
        type=row["type"],
        source=None if row["source"] is None else Span.from_json(row["source"]),
        cue=None if row["cue"] is None else Span.from_json(row["cue"]),
        carried=row["source"] is None and row["cue"] is None,
    )


def records(gold: Path) -> list[Record]:
    """Resolve every gold document's own attributions."""
    from onrecord.resolving import resolve

    return [resolve(document, findings) for document, findings in golden(gold)]


def score(where: Places, keep: Path | None = None, errors: int = 0) -> Scores:
    """Resolve the gold's attributions and return the rows that tell of it.

    `keep` is where the records go; so many of the scorer's `errors` are printed.
    """
    with tempfile.TemporaryDirectory() as scratch:
        predictions = keep or Path(scratch) / "predictions.jsonl"
        write_lines(predictions, [record.to_json() for record in records(where.gold)])
        if errors:
            scorer = [sys.executable, str(where.scorer(SCORER)), str(where.gold), str(predictions)]
            subprocess.run([*scorer, "--errors", str(errors)], check=True)
        scores = run_scorer(where.scorer(SCORER), where.gold, predictions)
        return {row: scores[row] for row in ROWS}


def main() -> int:
    """Parse the command line, score and print."""
    parser = parser_of(__doc__)
    parser.add_argument("--keep", type=Path, help="write the records here")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show the scorer's first N errors")
    return run(parser, lambda where, given: score(where, given.keep, given.errors))


if __name__ == "__main__":
    sys.exit(main())

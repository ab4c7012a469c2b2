"""What the evaluations share: where gold and scorers lie, and how a scorer is run."""

import argparse
import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

VARIABLE = "ONRECORD_CORPORA"
Scores = dict[str, float]
"""Measures by name, most of them in percent; counts are among them."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the corpora lie (`corpora/`), and beside them gold files (`gold/`) and scorers (`eval/`)."""

    corpora: Path

    @property
    def polnear(self) -> Path:
        """The folder of PolNeAR's splits."""
        return self.corpora / "polnear"

    @property
    def gold(self) -> Path:
        """The gold ledger, one document a line."""
        return self.corpora.parent / "gold" / "gold.jsonl"

    def scorer(self, name: str) -> Path:
        """Return the path of a scorer."""
        return self.corpora.parent / "eval" / name


def places(environment: Mapping[str, str] | None = None) -> Places | None:
    """Return where the corpora lie, or None where ONRECORD_CORPORA is not set."""
    stated = (os.environ if environment is None else environment).get(VARIABLE, "").strip()
    return Places(Path(stated).resolve()) if stated else None


def write_lines(path: Path, rows: Iterable[object]) -> None:
    """Write one JSON object a line."""
    with open(path, "w", encoding="utf8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def table_rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a tab-separated file by its header; quotation marks are left as they stand."""
    with path.open(encoding="utf8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True)


def judged_rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a tab-separated file of judgements by its header, which stands below what `#` lines say."""
    with path.open(encoding="utf8", newline="") as stream:
        lines = (line for line in stream if not line.startswith("#"))
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True)


def run_scorer(scorer: Path, gold: Path, predictions: Path) -> Scores:
    """Run a scorer as the program that it is and return its numbers; what it could not measure is left out.

    Raises FileNotFoundError where the scorer or the gold is not there, CalledProcessError where it fails.
    """
    for path in (scorer, gold):
        if not path.exists():
            raise FileNotFoundError(f"{path}: not found; {VARIABLE} must name a folder with gold/ and eval/ beside it")
    command = [sys.executable, str(scorer), str(gold), str(predictions), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf8", check=True)
    measured: dict[str, float | None] = json.loads(done.stdout)
    return {name: float(value) for name, value in measured.items() if value is not None}


def table(scores: Scores) -> str:
    """Return the scores as lines for a terminal."""
    return "\n".join(f"{name:24s} {value:9.2f}" for name, value in scores.items())


def parser_of(doc: str | None) -> argparse.ArgumentParser:
    """Return the parser of an evaluation's command line, described by its module's docstring, with `--json`."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    return parser


def run(parser: argparse.ArgumentParser, score: Callable[[Places, argparse.Namespace], Scores]) -> int:
    """Parse the command line, score and print; return the exit code, 2 where the corpora are not here."""
    given = parser.parse_args()
    where = places()
    if where is None:
        print(f"{VARIABLE} is not set: nothing was scored", file=sys.stderr)
        return 2
    scores = score(where, given)
    print(json.dumps(scores) if given.json else table(scores))
    return 0

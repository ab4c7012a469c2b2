"""What comes out of hard cases: `python -m evaluation.hard_cases [--model FILE] [--json] [--table]`.

Double negations, sarcasm in quotation marks, headlines without verbs, questions with no mark and the like, each written
by hand with the act and factuality that a careful reader gives it (`hard_cases.tsv`). The whole program reads each text
by itself; the first statement counts. `--table` prints every case with what came out, in Markdown.
"""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.encoder import reader_of
from evaluation.scoring import Scores, parser_of, table, table_rows
from onrecord.encoder.model import WEIGHTS
from onrecord.pipeline import Reader
from onrecord.reading import read_text

FILE = Path(__file__).with_name("hard_cases.tsv")
NOT_FOUND = "not found"


@dataclass(frozen=True, slots=True)
class Case:
    """A text with one attribution, and the act and factuality that it has."""

    id: str
    phenomenon: str
    text: str
    act: str
    factuality: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the program says of a case; NOT_FOUND where it finds no statement."""

    case: Case
    act: str
    factuality: str


def cases(path: Path = FILE) -> tuple[Case, ...]:
    """The cases in the order of their file."""
    return tuple(
        Case(r["id"], r["phenomenon"], r["text"], r["expected_act"], r["expected_factuality"]) for r in table_rows(path)
    )


def answers(model: Path = WEIGHTS) -> tuple[Answer, ...]:
    """What the program with these weights says of every case."""
    reader = reader_of(model)
    return tuple(answer(reader, case) for case in cases())


def answer(reader: Reader, case: Case) -> Answer:
    """Read a case and return what was made of its first statement."""
    found = reader.read(read_text(case.text, name=case.id)).statements
    if not found:
        return Answer(case, NOT_FOUND, NOT_FOUND)
    return Answer(case, found[0].act or "unknown", found[0].factuality or "unknown")


def score(found: Sequence[Answer]) -> Scores:
    """Percent of the cases found, and of those whose act, factuality and both are right; and how many there are."""
    counts = Counter[str]()
    for one in found:
        act, factuality = one.act == one.case.act, one.factuality == one.case.factuality
        counts.update(found=one.act != NOT_FOUND, act=act, factuality=factuality, both=act and factuality)
    shares = {name: 100 * counts[name] / len(found) for name in ("found", "act", "factuality", "both")}
    return shares | {"cases": float(len(found))}


def markdown(found: Sequence[Answer]) -> str:
    """Every case as a row; what is not as expected is in bold."""

    def shown(said: str, expected: str) -> str:
        return said if said == expected else f"**{said}** ({expected})"

    rows = [
        f"| {one.case.phenomenon.replace('_', ' ')} | {one.case.text} | {shown(one.act, one.case.act)} "
        f"| {shown(one.factuality, one.case.factuality)} |"
        for one in found
    ]
    return "\n".join(["| case | text | act | factuality |", "|---|---|---|---|", *rows])


def main() -> int:
    """Parse the command line, read the cases and print."""
    parser = parser_of(__doc__)
    parser.add_argument("--model", type=Path, default=WEIGHTS, help="other weights than the package's")
    parser.add_argument("--table", action="store_true", help="print every case with what came out")
    given = parser.parse_args()
    found = answers(given.model)
    if given.table:
        print(markdown(found))
    else:
        print(json.dumps(score(found)) if given.json else table(score(found)))
    return 0


if __name__ == "__main__":
    sys.exit(main())

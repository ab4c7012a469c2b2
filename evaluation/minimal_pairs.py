"""Minimal pairs of factuality: `python -m evaluation.minimal_pairs [--model FILE] [--wrong] [--json]`.

Each pair tells an event twice: in one sentence whoever speaks the clause holds it for more of a fact than in the other
(higher from -3, certainly not so, to 3, certainly so; the scale of Lee et al. 2015). Most differ in one thing only: a
negation, a modal, a question, the verb that governs the clause. Such pairs, written by hand (`minimal_pairs.tsv`), show
whether a model reads that one thing, as acceptability pairs do (Warstadt et al. 2020, BLiMP).
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evaluation.encoder import encoder_of
from evaluation.scoring import Scores, parser_of, table, table_rows
from onrecord.encoder import Encoder
from onrecord.encoder.model import WEIGHTS

FILE = Path(__file__).with_suffix(".tsv")
ALL = "all"


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence and the predicate in it that is compared: text[start:end], in code points."""

    text: str
    start: int
    end: int

    @classmethod
    def of(cls, bracketed: str) -> "Clause":
        """Read a sentence whose predicate stands in [brackets]. Raises ValueError unless exactly one does."""
        before, opening, rest = bracketed.partition("[")
        predicate, closing, after = rest.partition("]")
        if not (opening and closing and predicate.strip()) or set("[]") & set(predicate + after):
            raise ValueError(f"not one predicate in brackets: {bracketed}")
        return cls(before + predicate + after, len(before), len(before) + len(predicate))

    @property
    def predicate(self) -> str:
        """The words that are compared."""
        return self.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two clauses with the same verb or noun; the event of `more` is more of a fact than that of `less`."""

    id: str
    phenomenon: str
    more: Clause
    less: Clause


def pairs(path: Path = FILE) -> tuple[Pair, ...]:
    """Return the pairs in the order of their file. Raises ValueError where one is badly written."""
    rows = table_rows(path)
    return tuple(Pair(r["id"], r["phenomenon"], Clause.of(r["more"]), Clause.of(r["less"])) for r in rows)


def value_of(encoder: Encoder, clause: Clause) -> float:
    """The model's value at the first piece of the predicate, -3 to 3.

    Raises ValueError where the weights know no values, and where no piece stands at the predicate.
    """
    for scores in encoder.scores(clause.text):
        if scores.values is None:
            raise ValueError(f"{encoder.card.name}: these weights know no values of factuality")
        held = np.flatnonzero((scores.window.starts < clause.end) & (scores.window.ends > clause.start))
        if len(held):
            return float(scores.values[held[0]])
    raise ValueError(f"no piece stands at {clause.predicate!r} in: {clause.text}")


def wrong(encoder: Encoder, of: Iterable[Pair]) -> list[tuple[Pair, float, float]]:
    """Return the pairs whose values do not differ in the right direction, with the two values; equal ones are wrong."""
    valued = ((pair, value_of(encoder, pair.more), value_of(encoder, pair.less)) for pair in of)
    return [(pair, more, less) for pair, more, less in valued if not more > less]


def share_right(encoder: Encoder) -> dict[str, float]:
    """Percent of the pairs in which the model's value of `more` is above that of `less`: `all`, and by phenomenon.

    Raises ValueError where the weights know no values.
    """
    return shares(pairs(), wrong(encoder, pairs()))


def shares(of: Iterable[Pair], failed: Iterable[tuple[Pair, float, float]]) -> Scores:
    """Turn the pairs, and those that went wrong, into percentages right."""
    total = Counter(name for pair in of for name in (ALL, pair.phenomenon))
    missed = Counter(name for pair, _, _ in failed for name in (ALL, pair.phenomenon))
    return {name: 100 * (1 - missed[name] / count) for name, count in total.items()}


def line(failed: tuple[Pair, float, float]) -> str:
    """Return one pair that went wrong as a line for a terminal."""
    pair, more, less = failed
    return f"{pair.id:16s} {more:5.2f} {pair.more.text}\n{'':16s} {less:5.2f} {pair.less.text}"


def _parser() -> argparse.ArgumentParser:
    parser = parser_of(__doc__)
    parser.add_argument("--model", type=Path, default=WEIGHTS, help="other weights than the package's")
    parser.add_argument("--wrong", action="store_true", help="print the pairs that go wrong too")
    return parser


def main() -> int:
    """Parse the command line, score and print; exit code 1 where the weights know no values."""
    given = _parser().parse_args()
    try:
        failed = wrong(encoder_of(given.model), pairs())
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    if given.wrong:
        print("\n".join(map(line, failed)), file=sys.stderr)
    scores = shares(pairs(), failed)
    print(json.dumps(scores) if given.json else table(scores))
    return 0


if __name__ == "__main__":
    sys.exit(main())

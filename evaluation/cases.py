"""One row of a case table: what its authors expect of an expression, and what our normalisers make of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from evaluation.scoring import Scores


class Case(NamedTuple):
    """One expression in its text: `right` says whether `answer` is what is `expected`, both as a reader would see."""

    group: str
    shown: str
    expected: str
    answer: str
    right: bool


class LeftOut(NamedTuple):
    """An expression that is not counted, under the name of the reason."""

    reason: str


Row = Case | LeftOut


def shown_in(text: str, start: int, end: int) -> str:
    """Return a text on one line, with the expression at [start, end) in brackets."""
    return " ".join(f"{text[:start]}[{text[start:end]}]{text[end:]}".split())


def shares(prefix: str, rows: Iterable[Row]) -> Scores:
    """Return the share that is right in each group, in percent, the number of cases, and how many are left out why."""
    right: defaultdict[str, list[bool]] = defaultdict(list)
    left_out: Counter[str] = Counter()
    for row in rows:
        if isinstance(row, LeftOut):
            left_out[row.reason] += 1
        else:
            right[row.group].append(row.right)
    scores: Scores = {}
    for group, answers in sorted(right.items()):
        scores[f"{prefix}.{group}"] = 100 * sum(answers) / len(answers)
        scores[f"{prefix}.{group}.cases"] = float(len(answers))
    return scores | {f"{prefix}.left_out.{reason}": float(count) for reason, count in sorted(left_out.items())}


def failures(rows: Iterable[Row]) -> list[str]:
    """Return a line for each case that is not right: group, expected, answer, and the expression in its text."""
    wrong = (row for row in rows if isinstance(row, Case) and not row.right)
    return [f"{one.group}\t{one.expected}\t{one.answer}\t{one.shown}" for one in wrong]

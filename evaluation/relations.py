"""How well the types of relations are told where actor and recipient are given: F1 per type, and their mean.

The measure is the one that Hu et al. (2024, ACL) report for PLV: of all types that are in the gold, each counts alike.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """Of one type: how many are in the gold, how many were predicted, and how many of those are right."""

    gold: int
    predicted: int
    right: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1; 0 where nothing is gold and nothing predicted."""
        return 2 * self.right / (self.gold + self.predicted) if self.gold + self.predicted else 0.0


def counts(pairs: Iterable[tuple[str, str | None]]) -> dict[str, Count]:
    """Count each type of (gold, predicted) pairs, in the order of the alphabet; None is a prediction withheld."""
    gold, predicted, right = Counter[str](), Counter[str](), Counter[str]()
    for wanted, given in pairs:
        gold[wanted] += 1
        if given is not None:
            predicted[given] += 1
            right[given] += given == wanted
    return {type_: Count(gold[type_], predicted[type_], right[type_]) for type_ in sorted(gold | predicted)}


def macro_f1(pairs: Iterable[tuple[str, str | None]]) -> float:
    """The mean of the F1 of all types in the gold, 0 to 1; a type that is only predicted costs others their precision.

    Raises ValueError where there are no pairs.
    """
    measured = [count.f1 for count in counts(pairs).values() if count.gold]
    if not measured:
        raise ValueError("no relations to score")
    return sum(measured) / len(measured)


def accuracy(pairs: Iterable[tuple[str, str | None]]) -> float:
    """The share of pairs that are right, 0 to 1. Raises ValueError where there are no pairs."""
    judged = [wanted == given for wanted, given in pairs]
    if not judged:
        raise ValueError("no relations to score")
    return sum(judged) / len(judged)

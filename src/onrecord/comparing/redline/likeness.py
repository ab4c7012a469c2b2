"""How likely two passages say the same of the same: from the words that they share and from what they mean.

Sentences of communiqués are all near one another, so a bare cosine does not tell them apart. Three measures do,
weighed by a logistic regression: the share of words in common, each by how rare it is in both documents (Salton's idf,
in Dice's coefficient); the cosine; and by how much the cosine, taken from the mean of both documents, is above those of
either's nearest others: CSLS of Conneau et al. (Word translation without parallel data, 2018), a margin as Artetxe and
Schwenk (2019) mine parallel sentences by.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from onrecord.comparing.redline.stretches import Passage

Matrix: TypeAlias = NDArray[np.float32]

# The regression's weights: fitted on 117 pairs of hard cases, labelled by hand as the same passage or another (two
# communiqués of one kind, two of different kinds, statements and readouts in pairs); 77 in 100 right, each left out.
_WORDS: Final = 6.8
_MARGIN: Final = 5.6
_COSINE: Final = 6.5
_BASE: Final = -7.9
# Where no meanings are known the words must tell all of it.
_WORDS_ALONE: Final = 14.0
_BASE_ALONE: Final = -6.3
_SAME: Final = 12.0
_NEVER: Final = -50.0
_NEIGHBOURS: Final = 4
# The mean of two short documents is mostly what they are about: it is drawn toward nothing.
_DRAWN: Final = 20


@dataclass(frozen=True, slots=True)
class Ground:
    """What both documents' passages have in common, before which two of them are compared."""

    rarity: Mapping[str, float]
    mean: NDArray[np.float32]
    meanings: bool

    @classmethod
    def of(cls, ours: Sequence[Passage], theirs: Sequence[Passage], *, meanings: bool = True) -> "Ground":
        """Weigh the words of both documents; without `meanings` words alone are compared."""
        both = [*ours, *theirs]
        counts = Counter(root for passage in both for root in passage.roots)
        rarity = {root: log((len(both) + 1) / count) for root, count in counts.items()}
        mean = _rows(both).sum(axis=0) / np.float32(len(both) + _DRAWN)
        return cls(rarity, mean, meanings and bool(np.any(mean)))


def log_odds(ours: Sequence[Passage], theirs: Sequence[Passage], ground: Ground) -> Matrix:
    """Return the log odds that passage i of ours and passage j of theirs are the same one, float32 [ours, theirs].

    A heading is no sentence, and two passages of the same words are the same beyond doubt.
    """
    words = _words_shared(ours, theirs, ground.rarity)
    if ground.meanings:
        odds = _WORDS * words + _COSINE * _cosines(ours, theirs) + _MARGIN * _margins(ours, theirs, ground.mean) + _BASE
    else:
        odds = _WORDS_ALONE * words + _BASE_ALONE
    headings = np.array([one.heading for one in ours])[:, None] != np.array([one.heading for one in theirs])[None, :]
    odds[headings] = _NEVER
    here, there = (_grouped((one.plain, number) for number, one in enumerate(side)) for side in (ours, theirs))
    for text in here.keys() & there.keys():
        odds[np.ix_(here[text], there[text])] = _SAME
    found: Matrix = odds.astype(np.float32)
    return found


def _words_shared(ours: Sequence[Passage], theirs: Sequence[Passage], rarity: Mapping[str, float]) -> Matrix:
    """Twice the weight of the words in common over the weight of all: 0 to 1."""
    shared = np.zeros((len(ours), len(theirs)), dtype=np.float32)
    here, there = _with_root(ours), _with_root(theirs)
    for root in here.keys() & there.keys():
        shared[np.ix_(here[root], there[root])] += rarity.get(root, 0.0)
    weights = [[sum(rarity.get(root, 0.0) for root in one.roots) for one in side] for side in (ours, theirs)]
    total = np.array(weights[0], np.float32)[:, None] + np.array(weights[1], np.float32)[None, :]
    found: Matrix = (2 * shared / np.maximum(total, 1e-6)).astype(np.float32)
    return found


Places: TypeAlias = dict[str, NDArray[np.intp]]


def _with_root(passages: Sequence[Passage]) -> Places:
    return _grouped((root, number) for number, passage in enumerate(passages) for root in passage.roots)


def _grouped(named: Iterable[tuple[str, int]]) -> Places:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for name, number in named:
        found[name].append(number)
    return {name: np.array(numbers) for name, numbers in found.items()}


def _cosines(ours: Sequence[Passage], theirs: Sequence[Passage]) -> Matrix:
    return _rows(ours) @ _rows(theirs).T


def _margins(ours: Sequence[Passage], theirs: Sequence[Passage], mean: NDArray[np.float32]) -> Matrix:
    apart = [rows - mean for rows in (_rows(ours), _rows(theirs))]
    a, b = (rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6) for rows in apart)
    cosines = a @ b.T
    margins: Matrix = 2 * cosines - _nearest(cosines)[:, None] - _nearest(cosines.T)[None, :]
    return margins


def _nearest(cosines: Matrix) -> Matrix:
    """The mean of each row's highest numbers."""
    some = min(_NEIGHBOURS, cosines.shape[1])
    best: Matrix = np.partition(cosines, -some, axis=1)[:, -some:].mean(axis=1)
    return best


def _rows(passages: Sequence[Passage]) -> Matrix:
    return np.array([one.meaning for one in passages], dtype=np.float32)

"""Judgements on statements: the answers that the pieces of their cue and content give together."""

from collections.abc import Iterator, Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder import JUDGEMENTS, Scores, judge
from onrecord.encoder.pointers import paragraphs_within
from onrecord.encoder.windows import SEP
from onrecord.finding.spans import Run
from onrecord.records import Act, Factuality, Judgement, StatementKind


def judgement_of(scores: Scores, cue: Run | None, contents: Sequence[Run]) -> Judgement | None:
    """What is judged of one statement; None where the weights know no judgements."""
    spoken = np.concatenate([_places(run) for run in contents])
    return _judged(scores, _places(cue) if cue else spoken[:0], spoken)


def by_paragraph(scores: Scores) -> Iterator[tuple[int, Judgement]]:
    """Yield, for each paragraph of a window, the offset it begins at and what is judged of it as one quotation.

    A quoted paragraph whose speaker is carried over has no cue, and nothing but itself to be judged by.
    """
    window = scores.window
    numbers = paragraphs_within(window.ids)
    for number in range(int(numbers.max()) + 1):
        place = np.flatnonzero((numbers == number) & (window.starts >= 0) & (window.ids != SEP))
        judged = _judged(scores, place[:0], place) if len(place) else None
        if judged is not None:
            yield int(window.starts[place[0]]), judged


def _places(run: Run) -> NDArray[np.int64]:
    return np.arange(run.start, run.end)


def _judged(scores: Scores, cue: NDArray[np.int64], content: NDArray[np.int64]) -> Judgement | None:
    if scores.judgements is None or scores.absent is None:
        return None
    likely = judge(scores.judgements, scores.absent, cue, content)
    best = {name: int(answers.argmax()) for name, answers in likely.items()}
    answer = {name: JUDGEMENTS[name][place] for name, place in best.items()}
    sure = {name: round(float(likely[name][place]), 3) for name, place in best.items()}
    return Judgement(
        act=cast(Act, answer["act"]),
        kind=cast(StatementKind, answer["kind"]),
        factuality=cast(Factuality, answer["factuality"]),
        act_sure=sure["act"],
        kind_sure=sure["kind"],
        factuality_sure=sure["factuality"],
    )

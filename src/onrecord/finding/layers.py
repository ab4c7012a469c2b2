"""Names, time expressions and mentions: one record a run of tags; and which mention goes back to which."""

from collections.abc import Iterator, Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder import Scores
from onrecord.finding.spans import NEVER, Run, Tagged, extent_of, shares
from onrecord.finding.time_words import whole_times, with_sets
from onrecord.records import Mention, MentionKind, Name, NameKind, Span, TimeType, Timex


def names_in(window: Tagged, text: str) -> Iterator[Name]:
    """Yield the names of a window, in order."""
    for run in window.runs["names"]:
        yield Name(cast(NameKind, run.kind), span_of(window.scores, run, text), window.sure("names", run))


def timexes_in(window: Tagged, text: str) -> Iterator[Timex]:
    """Yield the time expressions of a window, in order, each whole."""
    times = window.runs["times"]
    found = (
        Timex(cast(TimeType, run.kind), span_of(window.scores, run, text), window.sure("times", run)) for run in times
    )
    ends = window.scores.window.ends
    yield from with_sets(text, list(whole_times(text, found)), int(window.scores.window.starts[1]), int(max(ends)))


def mentions_in(window: Tagged, text: str, before: int) -> Iterator[Mention]:
    """Yield the mentions of a window, in order, each with the one before it that it goes back to.

    `before` is how many mentions the windows before it have: none of those is in sight.
    """
    scores, runs = window.scores, window.runs["mentions"]
    for run, likely in zip(runs, antecedents(scores, runs), strict=True):
        best = int(likely.argmax())
        yield Mention(
            cast(MentionKind, run.kind),
            span_of(scores, run, text),
            window.sure("mentions", run),
            antecedent=before + best - 1 if best else None,
            sure=round(float(likely[best]), 3),
        )


def antecedents(scores: Scores, runs: Sequence[Run]) -> NDArray[np.float32]:
    """Probability [k, 1 + k] that each of k mentions goes back to none, and to each of them; to a later one never."""
    starts = np.array([run.start for run in runs], dtype=np.int64)
    logits = scores.pointers["mention_to_antecedent"].logits(starts, np.array([0, *starts], dtype=np.int64))
    later = ~np.tri(len(starts), len(starts), -1, dtype=bool)
    logits[:, 1:][later] = NEVER
    return shares(logits)


def span_of(scores: Scores, run: Run, text: str) -> Span:
    """The text that a run stands for."""
    return Span.cut(text, *extent_of(scores, run))

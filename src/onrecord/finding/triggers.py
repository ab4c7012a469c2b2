"""Events: the word that names one, and the mentions in its paragraph that it points at as actor and recipient."""

from collections.abc import Iterator, Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder import Scores
from onrecord.finding.layers import span_of
from onrecord.finding.spans import NEVER, Run, Tagged
from onrecord.records import EventType, Span, Trigger


def triggers_in(window: Tagged, text: str) -> Iterator[Trigger]:
    """Yield the events of a window, in order of their triggers."""
    scores, runs, mentions = window.scores, window.runs["events"], window.runs["mentions"]
    actors, recipients = (_pointed(scores, name, runs, mentions) for name in ("event_to_actor", "event_to_recipient"))
    for run, actor, recipient in zip(runs, actors, recipients, strict=True):
        yield Trigger(
            type=cast(EventType, run.kind),
            span=span_of(scores, run, text),
            actor=_span(scores, mentions, actor, text),
            recipient=_span(scores, mentions, recipient, text) if recipient != actor else None,
            confidence=window.sure("events", run),
            factuality=None if scores.values is None else round(float(scores.values[run.start]), 2),
        )


def _span(scores: Scores, mentions: Sequence[Run], index: int, text: str) -> Span | None:
    return span_of(scores, mentions[index - 1], text) if index else None


def _pointed(scores: Scores, name: str, runs: Sequence[Run], mentions: Sequence[Run]) -> NDArray[np.int64]:
    """For each trigger 0 (nobody), or 1 + the index of the mention in its paragraph that a pointer prefers."""
    pointer = scores.pointers[name]
    here = np.array([run.start for run in runs], dtype=np.int64)
    there = np.array([0, *(run.start for run in mentions)], dtype=np.int64)
    logits = pointer.logits(here, there)
    elsewhere = pointer.paragraphs[here][:, None] != pointer.paragraphs[there[1:]]
    logits[:, 1:][elsewhere] = NEVER
    best: NDArray[np.int64] = logits.argmax(1)
    return best

"""Events: the word that names one, and the mentions in its paragraph that it points at as actor and recipient."""

from collections.abc import Iterator, Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder import Scores
from onrecord.finding.layers import span_of
from onrecord.finding.spans import NEVER, Run, Tagged, shares
from onrecord.finding.trigger_types import type_by_words
from onrecord.records import EventType, Trigger

# Chosen on the train part of the events labelled by hand (docs/training.md).
MEMBER = 0.9  # a mention this near the likeliest in probability takes part too
MOST = 6  # parties of one event


def triggers_in(window: Tagged, text: str) -> Iterator[Trigger]:
    """Yield the events of a window, in order of their triggers."""
    scores, runs, mentions = window.scores, window.runs["events"], window.runs["mentions"]
    actors, recipients = (_pointed(scores, name, runs, mentions) for name in ("event_to_actor", "event_to_recipient"))
    for run, acting, met in zip(runs, actors, recipients, strict=True):
        span = span_of(scores, run, text)
        yield Trigger(
            type=type_by_words(text, span.start, span.end) or cast(EventType, run.kind),
            span=span,
            actors=tuple(span_of(scores, mentions[n], text) for n in acting),
            recipients=tuple(span_of(scores, mentions[n], text) for n in met if n not in acting),
            confidence=window.sure("events", run),
            factuality=None if scores.values is None else round(float(scores.values[run.start]), 2),
        )


def _pointed(scores: Scores, name: str, runs: Sequence[Run], mentions: Sequence[Run]) -> list[list[int]]:
    """For each trigger the mentions in its paragraph that a pointer prefers to nobody, the likeliest first.

    A list ("Ruritania and Freedonia") has its probability shared out among its members.
    """
    pointer = scores.pointers[name]
    here = np.array([run.start for run in runs], dtype=np.int64)
    there = np.array([0, *(run.start for run in mentions)], dtype=np.int64)
    logits = pointer.logits(here, there)
    elsewhere = pointer.paragraphs[here][:, None] != pointer.paragraphs[there[1:]]
    logits[:, 1:][elsewhere] = NEVER
    return [_preferred(likely) for likely in shares(logits)]


def _preferred(likely: NDArray[np.float32]) -> list[int]:
    """Return the mentions (from 0) whose probability comes near the best one's; none where they come after nobody."""
    named = likely[1:]
    if not len(named) or named.sum() <= likely[0]:
        return []
    near = np.flatnonzero(named >= MEMBER * named.max())
    return [int(n) for n in near[np.argsort(-named[near], kind="stable")][:MOST]]

"""Which type of event passes between two that are given: what PLV asks, and reading never does."""

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder import LAYERS, Encoder, Scores, tags_of
from onrecord.encoder.tags import PLOVER
from onrecord.finding.spans import Extent, tagged

_TRIGGERS = [tags_of(LAYERS["events"]).index(f"B-{kind}") for kind in PLOVER]


def type_given(encoder: Encoder, text: str, actor: Extent, recipient: Extent) -> str:
    """The likeliest of PLOVER's types for one sentence and two extents in it.

    Whichever word names the event: its probability of naming a type and of pointing at both is summed over all words,
    as in training (`training.losses`).
    """
    (scores,) = encoder.scores(text)
    ends = [int(np.flatnonzero(scores.window.ends > extent[0])[0]) for extent in (actor, recipient)]
    words = np.flatnonzero(scores.window.starts >= 0)
    mentions = [run.start for run in tagged([scores])[0].runs["mentions"]]
    candidates = np.array(sorted({0, *mentions, *ends}), dtype=np.int64)
    likely = _log_softmax(scores.layers["events"][words])[:, _TRIGGERS]
    for pointer, end in zip(("event_to_actor", "event_to_recipient"), ends, strict=True):
        likely = likely + _pointing(scores, pointer, words, candidates)[:, candidates.tolist().index(end)][:, None]
    return PLOVER[int(np.exp(likely).sum(0).argmax())]


def _pointing(
    scores: Scores, pointer: str, words: NDArray[np.int64], candidates: NDArray[np.int64]
) -> NDArray[np.float32]:
    return _log_softmax(scores.pointers[pointer].logits(words, candidates))


def _log_softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    shifted = logits - logits.max(1, keepdims=True)
    out: NDArray[np.float32] = shifted - np.log(np.exp(shifted).sum(1, keepdims=True))
    return out

"""Meanings of stretches of text: the mean of their pieces' embeddings, as a direction in signed bytes."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter, itemgetter

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder import Scores
from onrecord.finding.spans import Extent, Run
from onrecord.records import Meaning

_HIGHEST = 127


def meanings_in(scores: Scores, sentences: Sequence[Extent]) -> Iterator[Meaning]:
    """Yield what the sentences that stand wholly in a window mean; nothing where the weights know no meanings.

    `sentences` are those of the whole text, in order.
    """
    window, rows = scores.window, scores.embeddings
    if rows is None:
        return
    real = np.flatnonzero(window.starts >= 0)
    starts, ends = window.starts[real], window.ends[real]
    first = bisect_left(sentences, int(starts[0]), key=itemgetter(0))
    last = bisect_right(sentences, int(ends[-1]), key=itemgetter(1))
    for start, end in sentences[first:last]:
        place = real[np.searchsorted(ends, start, side="right") : np.searchsorted(starts, end)]
        if len(place):
            yield Meaning(start, end, direction(rows[place]))


def meaning_of(scores: Scores, runs: Sequence[Run], extent: Extent) -> Meaning | None:
    """What some runs mean together, standing for the extent around them; None where the weights know no meanings."""
    if scores.embeddings is None:
        return None
    rows = np.concatenate([scores.embeddings[run.start : run.end] for run in runs])
    return Meaning(*extent, direction(rows), "content")


def meaning_of_content(content: Sequence[Extent], own: Meaning | None, sentences: Sequence[Meaning]) -> Meaning | None:
    """What a content means: what the model took for it (`own`), and the sentences that a quotation carried into it.

    `sentences` are those of the whole text, in order. Each part counts by its length. None where nothing is known.
    """
    start, end = content[0][0], content[-1][1]
    first = bisect_left(sentences, start, key=attrgetter("start"))
    last = bisect_right(sentences, end, key=attrgetter("end"))
    parts = [one for one in sentences[first:last] if _within(one, content) and not (own and _overlap(one, own))]
    parts += [own] if own else []
    if not parts:
        return None
    rows = np.array([np.frombuffer(part.vector, np.int8) for part in parts], dtype=np.float32)
    sizes = np.array([part.end - part.start for part in parts], dtype=np.float32)
    lengths = np.maximum(np.linalg.norm(rows, axis=1), 1)
    return Meaning(start, end, direction(rows * (sizes / lengths)[:, None]), "content")


def meaning_of_text(scores: Scores) -> bytes | None:
    """What all of a window means, as one direction; None where the weights know no meanings."""
    return None if scores.embeddings is None else direction(scores.embeddings[scores.window.starts >= 0])


def _within(sentence: Meaning, content: Sequence[Extent]) -> bool:
    place = bisect_right(content, sentence.start, key=itemgetter(0)) - 1
    return place >= 0 and sentence.end <= content[place][1]


def _overlap(one: Meaning, other: Meaning) -> bool:
    return one.start < other.end and other.start < one.end


def direction(rows: NDArray[np.float32]) -> bytes:
    """The mean of rows [k, width] in signed bytes, scaled so that the largest number is 127."""
    mean = rows.mean(0)
    scaled: NDArray[np.int8] = np.rint(mean * (_HIGHEST / max(float(np.abs(mean).max()), 1e-12))).astype(np.int8)
    return scaled.tobytes()

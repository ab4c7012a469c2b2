"""Runs and links to attributions within one window: one for each cue that has content."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder import TAGS, Scores
from onrecord.encoder.pieces import MARKS
from onrecord.finding.confidence import log_odds, probability
from onrecord.finding.judging import judgement_of
from onrecord.finding.links import cue_probabilities, source_probabilities
from onrecord.finding.meaning import meaning_of
from onrecord.finding.spans import Extent, Run, Tagged, best_paths, extent_of, likelihood, runs_of
from onrecord.records import Judgement, Meaning

# Chosen on PolNeAR's dev split, see docs/training.md.
BIASES = {"B-cue": 1.5, "B-source": 1.5, "B-content": -1.0}  # added to a tag's score: a miss against a false find
COVER = 2.0  # log probability that a cue with no content may cost to give it one


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution as character extents, with what the model said of it (`confidence.EVIDENCE`) and how sure that is.

    `carried` marks a quotation that has its speaker from the draft before it. `judgement` is what is judged of it,
    `meaning` what its content means. `spoken` marks a paragraph of a transcript: it is quoted without marks.
    """

    source: Extent | None
    cue: Extent | None
    content: tuple[Extent, ...]
    evidence: tuple[float, ...]
    confidence: float | None = None
    carried: bool = False
    judgement: Judgement | None = None
    meaning: Meaning | None = None
    spoken: bool = False


def drafts_of(batch: Sequence[Scores]) -> list[Draft]:
    """The attributions of some windows, in order of the text."""
    if not batch:
        return []
    bias = np.array([BIASES.get(tag, 0.0) for tag in TAGS], dtype=np.float32)
    paths = best_paths([_emissions(scores, bias) for scores in batch], batch[0].moves)
    pairs = zip(batch, paths, strict=True)
    return [draft for scores, path in pairs for draft in _of_window(scores, runs_of(path), "attribution")]


def inner_drafts(window: Tagged) -> list[Draft]:
    """The attributions within the content of others, as their own layer has them.

    Their confidence is what the same evidence would tell of an outermost one: by how much that is too sure, resolving
    knows.
    """
    return _of_window(window.scores, window.runs["inner"], "inner")


def _emissions(scores: Scores, bias: NDArray[np.float32]) -> NDArray[np.float32]:
    """The tag scores with the biases, and none but O where there is no piece of the text."""
    emissions: NDArray[np.float32] = scores.layers["attribution"] + bias
    emissions[scores.window.starts < 0, 1:] = -1e4
    return emissions


@dataclass(frozen=True, slots=True)
class _Joined:
    """The runs of one attribution, and how sure the links between them are."""

    cue: Run
    contents: list[Run]
    source: Run | None
    link: float
    source_link: float


def _of_window(scores: Scores, runs: list[Run], layer: str) -> list[Draft]:
    cues, sources, contents = ([r for r in runs if r.kind == role] for role in ("cue", "source", "content"))
    contents = [part for content in contents for part in _quotation_by_quotation(scores, content)]
    if not cues or not contents:
        return []
    belongs = cue_probabilities(scores, contents, cues)
    spoken = source_probabilities(scores, cues, sources)
    owners = shared_out(belongs)
    drafts = []
    for k, cue in enumerate(cues):
        mine = [i for i, owner in enumerate(owners) if owner == k]
        if mine:
            named = int(spoken[k].argmax())
            source = sources[named - 1] if named else None
            link, source_link = float(belongs[mine, k].min()), float(spoken[k, named])
            joined = _Joined(cue, [contents[i] for i in mine], source, link, source_link)
            drafts.append(_draft(scores, joined, layer))
    return drafts


def _draft(scores: Scores, joined: _Joined, layer: str) -> Draft:
    evidence = (
        log_odds(joined.link),
        log_odds(joined.source_link),
        log_odds(likelihood(scores, layer, joined.contents)),
        log_odds(likelihood(scores, layer, [joined.cue])),
        log_odds(likelihood(scores, layer, [joined.source])) if joined.source else 0.0,
        float(joined.source is None),
    )
    content = tuple(extent_of(scores, run) for run in joined.contents)
    return Draft(
        source=extent_of(scores, joined.source) if joined.source else None,
        cue=extent_of(scores, joined.cue),
        content=content,
        evidence=evidence,
        confidence=probability(evidence, scores.calibration),
        judgement=judgement_of(scores, joined.cue, joined.contents),
        meaning=meaning_of(scores, joined.contents, (content[0][0], content[-1][1])),
    )


def _quotation_by_quotation(scores: Scores, content: Run) -> Iterator[Run]:
    """Cut a content where one quotation ends and the next begins: each has a pointer of its own to its cue."""
    window = scores.window
    mark = window.marks[content.start : content.end] == MARKS.index("mark")
    apart = window.starts[content.start + 1 : content.end] > window.ends[content.start : content.end - 1]
    cuts = content.start + 1 + np.flatnonzero(mark[:-1] & mark[1:] & apart)
    bounds = [content.start, *cuts.tolist(), content.end]
    yield from (Run(content.kind, start, end) for start, end in pairwise(bounds))


def shared_out(probability: NDArray[np.float32]) -> list[int]:
    """Give each content [contents, cues] its likeliest cue, then each cue left bare a content that it can have.

    A cue without content is none, so a content moves from a cue that keeps another to a bare cue where that costs
    at most COVER in log probability; the cheapest moves first.
    """
    logs = np.log(probability + 1e-6)
    owners = logs.argmax(1)
    held = np.bincount(owners, minlength=logs.shape[1])
    cost = logs.max(1, keepdims=True) - logs
    for flat in np.argsort(cost, axis=None, kind="stable"):
        content, cue = divmod(int(flat), logs.shape[1])
        if cost[content, cue] > COVER:
            break
        if held[cue] == 0 and held[owners[content]] > 1:
            held[owners[content]] -= 1
            held[cue] += 1
            owners[content] = cue
    return [int(owner) for owner in owners]

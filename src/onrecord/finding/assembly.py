"""Runs and links to attributions within one window: one for each cue that has content."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder import TAGS, Scores
from onrecord.finding.confidence import log_odds
from onrecord.finding.links import cue_probabilities, source_probabilities
from onrecord.finding.spans import Run, best_paths, runs_of

Extent = tuple[int, int]

# Chosen on PolNeAR's dev split, see docs/training.md.
BIASES = {"B-cue": 1.0}  # added to a tag's score, to weigh a miss against a false find
BRIDGE = 3  # pieces without a role that may split one content
COVER = 2.0  # log probability that a cue with no content may cost to give it one


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution as character extents, with what the model said of it (`confidence.EVIDENCE`)."""

    source: Extent | None
    cue: Extent | None
    content: tuple[Extent, ...]
    evidence: tuple[float, ...]
    carried: bool = False


def drafts_of(batch: Sequence[Scores]) -> list[Draft]:
    """The attributions of some windows, in order of the text."""
    if not batch:
        return []
    bias = np.array([BIASES.get(tag, 0.0) for tag in TAGS], dtype=np.float32)
    paths = best_paths([s.emissions + bias for s in batch], batch[0].moves)
    pairs = zip(batch, paths, strict=True)
    return [draft for scores, path in pairs for draft in _of_window(scores, runs_of(path))]


def _of_window(scores: Scores, runs: list[Run]) -> list[Draft]:
    cues, sources, contents = ([r for r in runs if r.role == role] for role in ("cue", "source", "content"))
    if not cues or not contents:
        return []
    probability = cue_probabilities(scores, contents, cues)
    owners = shared_out(probability)
    drafts = []
    spoken = source_probabilities(scores, cues, sources)
    for k, cue in enumerate(cues):
        mine = [i for i, owner in enumerate(owners) if owner == k]
        if not mine:
            continue
        source = int(spoken[k].argmax())
        drafts.append(
            Draft(
                source=_extent(scores, sources[source - 1]) if source else None,
                cue=_extent(scores, cue),
                content=tuple(_extent(scores, run) for run in _bridged([contents[i] for i in mine], runs)),
                evidence=(
                    log_odds(min(float(probability[i, k]) for i in mine)),
                    log_odds(float(spoken[k, source])),
                    *(log_odds(_tagged(scores, runs)) for runs in ([contents[i] for i in mine], [cue])),
                    log_odds(_tagged(scores, [sources[source - 1]])) if source else 0.0,
                    float(not source),
                ),
            )
        )
    return drafts


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


def _bridged(contents: list[Run], runs: list[Run]) -> list[Run]:
    """Join pieces of one content that a few pieces without a role split."""
    taken = np.array([(r.start, r.end) for r in runs])
    joined = contents[:1]
    for run in contents[1:]:
        last = joined[-1]
        free = not ((taken[:, 0] < run.start) & (taken[:, 1] > last.end)).any()
        if free and run.start - last.end <= BRIDGE:
            joined[-1] = Run(last.role, last.start, run.end)
        else:
            joined.append(run)
    return joined


def _tagged(scores: Scores, runs: Sequence[Run]) -> float:
    """Mean probability that the pieces of some runs have the role that they were given."""
    rows = np.concatenate([scores.emissions[run.start : run.end] for run in runs])
    likely = np.exp(rows - rows.max(1, keepdims=True))
    role = [TAGS.index(f"{move}-{runs[0].role}") for move in "BI"]
    return float((likely[:, role].sum(1) / likely.sum(1)).mean())


def _extent(scores: Scores, run: Run) -> Extent:
    return int(scores.window.starts[run.start]), int(scores.window.ends[run.end - 1])

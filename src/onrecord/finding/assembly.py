"""Runs and links to attributions within one window: one for each cue that has content."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.encoder.model import Scores
from onrecord.finding.links import cue_of, source_of
from onrecord.finding.spans import Run, best_paths, runs_of

Extent = tuple[int, int]

# Chosen on PolNeAR's dev split, see docs/training.md.
BIAS = 0.0
BRIDGE = 3


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution as character extents, before the quotation marks have been looked at."""

    source: Extent | None
    cue: Extent | None
    content: tuple[Extent, ...]
    confidence: float
    carried: bool = False


def drafts_of(batch: Sequence[Scores]) -> list[Draft]:
    """The attributions of some windows, in order of the text."""
    if not batch:
        return []
    paths = best_paths([s.emissions for s in batch], batch[0].moves, BIAS)
    pairs = zip(batch, paths, strict=True)
    return [draft for scores, path in pairs for draft in _of_window(scores, runs_of(path))]


def _of_window(scores: Scores, runs: list[Run]) -> list[Draft]:
    cues, sources, contents = ([r for r in runs if r.role == role] for role in ("cue", "source", "content"))
    owned: dict[int, list[tuple[Run, float]]] = {}
    for content in contents:
        cue, mass = cue_of(scores, content, cues)
        if cue is not None:
            owned.setdefault(cue, []).append((content, mass))
    drafts = []
    for k, cue_run in enumerate(cues):
        if k not in owned:
            continue
        source, mass = source_of(scores, cue_run, sources)
        held = _bridged([run for run, _ in owned[k]], runs)
        drafts.append(
            Draft(
                source=None if source is None else _extent(scores, sources[source]),
                cue=_extent(scores, cue_run),
                content=tuple(_extent(scores, run) for run in held),
                confidence=float(min(mass, *(m for _, m in owned[k]))),
            )
        )
    return drafts


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


def _extent(scores: Scores, run: Run) -> Extent:
    return int(scores.window.starts[run.start]), int(scores.window.ends[run.end - 1])

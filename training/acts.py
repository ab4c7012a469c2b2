"""Acts and kinds read off cues: silver labels for the statements that nobody labelled by hand."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.resolving.cue_acts import act_of, kind_of
from training.corpora.marked import Judged, Marked
from training.polnear import Attribution

SILVER = 0.3
"""What a label read off a cue weighs beside one given by hand."""


def with_acts(marked: Marked, reading: Sequence[Attribution], by_hand: Sequence[Judged]) -> Marked:
    """Add what was labelled by hand, and for the rest of a reading's attributions what their cues say by themselves."""
    labelled = {judged.content[0][0] for judged in by_hand}
    silver = [judged for one in reading if one.content[0][0] not in labelled for judged in _of_cue(marked.text, one)]
    return replace(marked, judged=(*by_hand, *silver))


def _of_cue(text: str, one: Attribution) -> tuple[Judged, ...]:
    words = " ".join(text[start:end] for start, end in one.cue)
    act, kind = act_of(words), kind_of(words)
    return (Judged(one.cue, tuple(sorted(one.content)), act, kind, sure=SILVER),) if act or kind else ()

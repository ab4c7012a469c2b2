"""Score events on texts labelled by hand: `python -m evaluation.events [--model FILE] [--json]`.

Events are found by the model and paired with the labels where their triggers overlap. `trigger`, `type` (and of the
same type): F1; `actors`, `recipients`: of the pairs of one type, the share whose phrases are those of the label, each
of them overlapping one; `whole`: F1 of events with type and both right. `people.*`: the same of two people, on the
texts that both labelled. Whom the phrases mean, resolving decides: the gold scores that (`evaluation.ledger`).
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from evaluation.encoder import encoder_of
from evaluation.scoring import Places, Scores, parser_of, run
from onrecord.encoder import Encoder
from onrecord.encoder.model import WEIGHTS
from onrecord.finding import find
from onrecord.records import Document, Trigger, document_id
from training.corpora.labelled_events import HELD_OUT, Labelled, LabelledText, labelled_texts
from training.corpora.marked import Extent, part_of

AGREED = "people."


class Told(NamedTuple):
    """An event as it is compared: its trigger, type, and the extents of its parties."""

    trigger: Extent
    type: str
    actors: tuple[Extent, ...]
    recipients: tuple[Extent, ...]


def score(where: Places, model: Path = WEIGHTS) -> Scores:
    """Score the held-out fifth of the labelled texts. Raises FileNotFoundError where a corpus is missing."""
    texts = held_out(where)
    encoder = encoder_of(model)
    found = [[_found(trigger) for trigger in _triggers(encoder, one.text)] for one in texts]
    right = [[_labelled(event) for event in one.events] for one in texts]
    twice = [one for one in labelled(where.corpora) if one.again is not None]
    first = [[_labelled(event) for event in one.events] for one in twice]
    second = [[_labelled(event) for event in one.again or ()] for one in twice]
    people = {f"{AGREED}{name}": value for name, value in agreement(first, second).items()}
    return agreement(right, found) | people


def held_out(where: Places) -> list[LabelledText]:
    """The texts that no weights are trained on, in their order."""
    return [one for one in labelled(where.corpora) if part_of(one.text, HELD_OUT) == "dev"]


@cache
def labelled(corpora: Path) -> tuple[LabelledText, ...]:
    """The labelled texts, each file read once: digest, scores and parties all need them."""
    return tuple(labelled_texts(corpora))


def data_of(where: Places) -> Iterator[tuple[str, bytes]]:
    """Yield each held-out text by name, with its labels."""
    for one in held_out(where):
        yield one.name, f"{one.text}\n{one.events!r}".encode()


def agreement(right: Sequence[Sequence[Told]], found: Sequence[Sequence[Told]]) -> Scores:
    """How far two readings of the same texts agree, in percent, as the module says."""
    counts: Counter[str] = Counter()
    for ours, theirs in zip(right, found, strict=True):
        counts["right"] += len(ours)
        counts["found"] += len(theirs)
        for one, other in _pairs(ours, theirs):
            counts["trigger"] += 1
            if one.type == other.type:
                acting, met = _same(one.actors, other.actors), _same(one.recipients, other.recipients)
                counts.update({"type": 1, "actors": acting, "recipients": met, "whole": acting and met})
    both = counts["right"] + counts["found"]
    scores = {name: 100 * 2 * counts[name] / both if both else 0.0 for name in ("trigger", "type", "whole")}
    return scores | {
        name: 100 * counts[name] / counts["type"] if counts["type"] else 0.0 for name in ("actors", "recipients")
    }


def _pairs(ours: Sequence[Told], theirs: Sequence[Told]) -> list[tuple[Told, Told]]:
    pairs: list[tuple[Told, Told]] = []
    left = list(theirs)
    for one in ours:
        near = [other for other in left if _overlap(one.trigger, other.trigger)]
        if near:
            best = max(near, key=lambda other: other.type == one.type)
            left.remove(best)
            pairs.append((one, best))
    return pairs


def _same(ours: Sequence[Extent], theirs: Sequence[Extent]) -> bool:
    """Whether the parties of one reading are those of the other: as many, each overlapping one."""
    met = all(any(_overlap(a, b) for b in theirs) for a in ours) and all(
        any(_overlap(a, b) for a in ours) for b in theirs
    )
    return met and len(ours) == len(theirs)


def _overlap(one: Extent, other: Extent) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _triggers(encoder: Encoder, text: str) -> tuple[Trigger, ...]:
    found = find(Document(id=document_id(text), text=text), encoder.scores(text)).triggers
    return tuple(trigger for trigger in found if trigger.actors or trigger.recipients)


def _found(trigger: Trigger) -> Told:
    actors, recipients = (
        tuple((span.start, span.end) for span in spans) for spans in (trigger.actors, trigger.recipients)
    )
    return Told((trigger.span.start, trigger.span.end), trigger.type, actors, recipients)


def _labelled(event: Labelled) -> Told:
    actors, recipients = (tuple(party.phrase for party in parties) for parties in (event.actors, event.recipients))
    return Told(event.trigger, event.type, actors, recipients)


def main() -> int:
    """Parse the command line, score and print."""
    parser = parser_of(__doc__)
    parser.add_argument("--model", type=Path, default=WEIGHTS, help="other weights than the package's")
    return run(parser, lambda where, given: score(where, given.model))


if __name__ == "__main__":
    sys.exit(main())

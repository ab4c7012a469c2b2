"""Score whole events on texts labelled by hand: `python -m evaluation.event_parties [--model FILE] [--errors FILE]`.

The whole program reads each text. An event is paired with the label whose words its trigger overlaps; `trigger` and
`type` (and of the same type) are F1. `actors` and `recipients` are the shares, of the pairs of one type, of those whose
entities are the label's: each labelled phrase is mentioned by one of them, or means one by what the rules say of the
phrase alone ("he", "the two countries"), and no entity is left over. `whole` is the F1 of events with type and both
right. Printed are the texts that no weights are trained on (`held_out`) and the others (`rest`), whose wrong ones
`--errors` writes.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evaluation.encoder import encoder_of
from evaluation.events import labelled
from evaluation.scoring import Places, Scores, parser_of, run
from onrecord.encoder.model import WEIGHTS
from onrecord.errors import ReadingError
from onrecord.records import Document, Event, Findings, Record, Span, Trigger
from training.corpora.labelled_events import HELD_OUT, Labelled, LabelledText
from training.corpora.marked import Extent, part_of

_DAY = "2016-06-15"


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and the event found for it: whether type, actors and recipients are right."""

    label: Labelled
    event: Event
    type: bool
    actors: bool
    recipients: bool

    @property
    def whole(self) -> bool:
        """Whether all of it is right."""
        return self.type and self.actors and self.recipients


def pairs(text: LabelledText, document: Document, findings: Findings, record: Record) -> Iterator[Pair]:
    """Yield each label that an event was found for, with that event; an event goes with one label only."""
    mentions = {entity.id: [(m.start, m.end) for m in entity.mentions] for entity in record.entities}
    names = {entity.id: entity.name for entity in record.entities}
    meant = _meant(text, document, findings)
    left = list(record.events)
    for label in text.events:
        near = [event for event in left if _overlap((event.trigger.start, event.trigger.end), label.trigger)]
        if not near:
            continue
        event = max(near, key=lambda one: one.type == label.type)
        left.remove(event)
        sides = ((label.actors, event.actors), (label.recipients, event.recipients))
        actors, recipients = (
            _same([(party.phrase, meant[party.base]) for party in labelled], found, mentions, names)
            for labelled, found in sides
        )
        yield Pair(label, event, event.type == label.type, actors, recipients)


def _meant(text: LabelledText, document: Document, findings: Findings) -> dict[Extent, frozenset[str]]:
    """The names of those whom each labelled phrase means by itself: it is given as the only actor of an event."""
    from onrecord.resolving import resolve

    meant: dict[Extent, frozenset[str]] = {}
    for label in text.events:
        for party in (*label.actors, *label.recipients):
            trigger = Trigger(type="ACCUSE", span=_cut(document, label.trigger), actors=(_cut(document, party.base),))
            record = resolve(document, replace(findings, triggers=(trigger,)))
            names = {entity.id: entity.name for entity in record.entities}
            meant[party.base] = frozenset(names[one] for event in record.events for one in event.actors)
    return meant


def _same(
    labelled: Sequence[tuple[Extent, frozenset[str]]],
    found: Sequence[str],
    mentions: Mapping[str, Sequence[Extent]],
    names: Mapping[str, str],
) -> bool:
    """Whether the entities are those of the labelled phrases, and no other."""
    left = list(found)
    for phrase, meant in labelled:
        hit = [one for one in left if any(_overlap(extent, phrase) for extent in mentions[one])]
        hit = hit or [one for one in left if names[one] in meant]
        if not hit and not any(names[one] in meant for one in found):
            return False
        left = [one for one in left if one not in hit]
    return not left


def _overlap(one: Extent, other: Extent) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _cut(document: Document, extent: Extent) -> Span:
    return Span.cut(document.text, *extent)


def score(where: Places, model: Path = WEIGHTS, errors: Path | None = None, rest: bool = True) -> Scores:
    """Score both parts of the labelled texts, or with `rest=False` the held-out part alone.

    Raises FileNotFoundError where a corpus is missing.
    """
    from onrecord.finding import find
    from onrecord.reading import read_text
    from onrecord.resolving import resolve

    encoder, wrong = encoder_of(model), list[str]()
    counts: dict[str, Counter[str]] = {"held_out": Counter(), "rest": Counter()}
    for text in labelled(where.corpora):
        part = "held_out" if part_of(text.text, HELD_OUT) == "dev" else "rest"
        try:
            document = read_text(text.text, published=_DAY)
        except ReadingError:
            continue
        if not text.events or document.text != text.text or (part == "rest" and not rest):
            continue
        findings = find(document, encoder.scores(text.text))
        record = resolve(document, findings)
        counts[part].update(labelled=len(text.events), found=len(record.events))
        for pair in pairs(text, document, findings, record):
            counts[part].update(tally(pair))
            wrong += [_shown(record, pair)] if part == "rest" and not pair.whole else []
    if errors is not None:
        errors.write_text("\n".join(wrong), encoding="utf8")
    return {name: value for part, counted in counts.items() for name, value in _measures(part, counted) if counted}


def data_of(where: Places) -> Iterator[tuple[str, bytes]]:
    """Yield each held-out text by name, with its labels."""
    for one in labelled(where.corpora):
        if part_of(one.text, HELD_OUT) == "dev":
            yield one.name, f"{one.text}\n{one.events!r}".encode()


def tally(pair: Pair) -> Counter[str]:
    """Count what is right of one pair."""
    of_type = {"actors": pair.actors, "recipients": pair.recipients, "whole": pair.whole}
    return Counter({"trigger": 1, "type": pair.type} | {name: pair.type and right for name, right in of_type.items()})


def _measures(part: str, counts: Counter[str]) -> Iterator[tuple[str, float]]:
    both = counts["labelled"] + counts["found"]
    for name in ("trigger", "type", "whole"):
        yield f"{part}.{name}", 200 * counts[name] / max(1, both)
    for name in ("actors", "recipients"):
        yield f"{part}.{name}", 100 * counts[name] / max(1, counts["type"])


def _shown(record: Record, pair: Pair) -> str:
    text, (start, end) = record.document.text, pair.label.trigger
    names = {entity.id: entity.name for entity in record.entities}
    parties = " -> ".join(", ".join(names[one] for one in side) for side in (pair.event.actors, pair.event.recipients))
    shown = f"{text[max(0, start - 120) : start]}[{text[start:end]}]{text[end : end + 120]}".replace("\n", " / ")
    return f"{pair.label.type}\t{pair.event.type}\t{parties}\t{shown}"


def main() -> int:
    """Parse the command line, score and print."""
    parser = parser_of(__doc__)
    parser.add_argument("--model", type=Path, default=WEIGHTS, help="other weights than the package's")
    parser.add_argument("--errors", type=Path, help="write the wrong ones here")
    return run(parser, lambda where, given: score(where, given.model, given.errors))


if __name__ == "__main__":
    sys.exit(main())

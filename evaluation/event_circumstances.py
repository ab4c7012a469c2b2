"""Score where and when events took place: `python -m evaluation.event_circumstances [--model FILE] [--errors FILE]`.

On the events labelled by hand, their words and parties given (`training/labels/events.jsonl`), so that only the rules
are scored; names, times and statements are the model's. `where` is right where the place's words meet the label's,
`time` where its value is that of the labelled expression. `precision` is the share of right ones among those told,
`recall` among those labelled. Texts with no date of their own are read as of one day: only which expression dates an
event is asked. `held_out` are the texts that no model is trained on, `rest` the others.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from evaluation.encoder import encoder_of
from evaluation.scoring import Places, Scores, parser_of, run
from onrecord.encoder.model import WEIGHTS
from onrecord.errors import ReadingError
from onrecord.records import Document, Event, Findings, Span, Timex, Trigger
from training.corpora.labelled_events import HELD_OUT, Labelled, LabelledText, labelled_texts
from training.corpora.marked import Extent, part_of

_DAY: Final = "2016-06-15"
_WORD: Final = re.compile(r"\w+")
_SMALL: Final = frozenset(("the", "of"))


@dataclass(frozen=True, slots=True)
class Asked:
    """One labelled event, and what was resolved of it; `None` where no party of it was resolved, so that it is none."""

    where: str | None
    time: str | None
    event: Event | None
    shown: str


def asked(text: LabelledText, document: Document, findings: Findings) -> Iterator[Asked]:
    """Resolve a text's labelled events with what else is found in it, and yield each beside its label."""
    from onrecord.resolving import resolve

    triggers = tuple(_trigger(text.text, label) for label in text.events)
    record = resolve(document, replace(findings, triggers=triggers))
    events = {(event.trigger.start, event.trigger.end): event for event in record.events}
    for label, value in zip(text.events, _values(document, text), strict=True):
        place = None if label.where is None else _cut(text.text, label.where).text
        yield Asked(place, value, events.get(label.trigger), _shown(text.text, label.trigger))


def _trigger(text: str, label: Labelled) -> Trigger:
    actors, recipients = (
        tuple(_cut(text, party.base) for party in parties) for parties in (label.actors, label.recipients)
    )
    return Trigger(type=label.type, span=_cut(text, label.trigger), actors=actors, recipients=recipients)


def _values(document: Document, text: LabelledText) -> list[str | None]:
    """The value of each label's time; none where it has no time, or one whose value the rules do not know."""
    from onrecord.resolving.page import Page
    from onrecord.resolving.timex import read_all

    extents = sorted({label.time for label in text.events if label.time is not None})
    readings = read_all(Page(document), [Timex("DATE", _cut(text.text, extent)) for extent in extents])
    values = {extent: reading.value for extent, reading in zip(extents, readings, strict=True)}
    return [None if label.time is None else values[label.time] for label in text.events]


def tally(one: Asked) -> Counter[str]:
    """Count what is labelled, told and right of one event's place and time."""
    place, time = (None, None) if one.event is None else (one.event.where, one.event.time)
    return Counter(
        {
            "where.labelled": one.where is not None,
            "where.told": place is not None,
            "where.right": _is_same_place(one.where, place),
            "time.labelled": one.time is not None,
            "time.told": time is not None,
            "time.right": time is not None and time == one.time,
        }
    )


def _is_same_place(labelled: str | None, told: str | None) -> bool:
    return labelled is not None and told is not None and bool(_words(labelled) & _words(told))


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name.casefold())) - _SMALL


def _cut(text: str, extent: Extent) -> Span:
    return Span.cut(text, *extent)


def _shown(text: str, trigger: Extent) -> str:
    start, end = trigger
    shown = f"{text[max(0, start - 120) : start]}[{text[start:end]}]{text[end : end + 120]}"
    return shown.replace("\n", " / ")


def score(where: Places, model: Path = WEIGHTS, errors: Path | None = None) -> Scores:
    """Score both parts of the labelled texts: percent, and how many are labelled.

    `errors` is where the wrong ones are written, but for those of the held-out texts. Raises FileNotFoundError where a
    corpus is missing.
    """
    from onrecord.finding import find
    from onrecord.reading import read_text

    encoder = encoder_of(model)
    counts: dict[str, Counter[str]] = {"held_out": Counter(), "rest": Counter()}
    wrong: list[str] = []
    for text in labelled_texts(where.corpora):
        try:
            document = read_text(text.text, published=_DAY)
        except ReadingError:
            continue
        if not text.events or document.text != text.text:
            continue
        part = "held_out" if part_of(text.text, HELD_OUT) == "dev" else "rest"
        for one in asked(text, document, find(document, encoder.scores(text.text))):
            counts[part] += tally(one)
            wrong += _wrong(one) if part == "rest" else []
    if errors is not None:
        errors.write_text("\n".join(wrong), encoding="utf8")
    return {name: value for part, counted in counts.items() for name, value in _measures(part, counted)}


def _measures(part: str, counts: Counter[str]) -> Iterator[tuple[str, float]]:
    for field in ("where", "time"):
        right = 100 * counts[f"{field}.right"]
        yield f"{part}.{field}.precision", right / max(1, counts[f"{field}.told"])
        yield f"{part}.{field}.recall", right / max(1, counts[f"{field}.labelled"])
        yield f"{part}.{field}.labelled", counts[f"{field}.labelled"]


def _wrong(one: Asked) -> list[str]:
    """One line for each of place and time that is not the label's."""
    place, time = (None, None) if one.event is None else (one.event.where, one.event.time)
    lines = []
    if (one.where or place) and not _is_same_place(one.where, place):
        lines.append(f"where\t{one.where}\t{place}\t{one.shown}")
    if one.time != time:
        lines.append(f"time\t{one.time}\t{time}\t{one.shown}")
    return lines


def main() -> int:
    """Parse the command line, score and print."""
    parser = parser_of(__doc__)
    parser.add_argument("--model", type=Path, default=WEIGHTS, help="other weights than the package's")
    parser.add_argument("--errors", type=Path, help="write the wrong places and times here")
    return run(parser, lambda where, given: score(where, given.model, given.errors))


if __name__ == "__main__":
    sys.exit(main())

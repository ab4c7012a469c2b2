"""Events labelled by hand for this project: what passes between political actors in news, in PLOVER's types.

`training/labels/events.jsonl` holds no text: each line names a text by its digest, how far it was labelled (`until`),
and its events by offsets; `again` is what a second person labelled. A party's extents are two: the phrase, and its
base, the mention that the phrase's head stands in (see LAYERS), as the program found it.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypedDict

from onrecord.records import EventType, Status, document_id
from training.corpora.labelled import texts_of
from training.corpora.marked import Extent, Layer, Link, Mark, Marked, Split, part_of

LABELS: Final = Path(__file__).parents[1] / "labels" / "events.jsonl"
HELD_OUT: Final = 5
"""One of so many texts is held out."""
_WRAPPED: Final = frozenset(("raw_whitehouse",))
_BREAK: Final = re.compile(r"(?<!\n)\n(?!\n)")


class _Row(TypedDict):
    trigger: list[int]
    type: EventType
    actors: list[list[int]]
    recipients: list[list[int]]
    where: list[int] | None
    time: list[int] | None
    status: Status


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part in an event: the extents of the phrase and of its base."""

    phrase: Extent
    base: Extent


@dataclass(frozen=True, slots=True)
class Labelled:
    """One event: its trigger, type, parties, place, time and status, all by extents."""

    trigger: Extent
    type: EventType
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    where: Extent | None
    time: Extent | None
    status: Status


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A text, as far as it was labelled, with its events; `again`: a second person's, `None` where nobody did."""

    name: str
    text: str
    events: tuple[Labelled, ...]
    again: tuple[Labelled, ...] | None

    def marked(self) -> Marked:
        """The text as an example: the layer of events, and a pointer to each party, or to none."""
        marks = tuple(Mark(*event.trigger, event.type) for event in self.events)
        links = {
            "event_to_actor": tuple(link for event in self.events for link in _links(event.trigger, event.actors)),
            "event_to_recipient": tuple(link for e in self.events for link in _links(e.trigger, e.recipients)),
        }
        return Marked(self.name, self.text, {"events": Layer(marks)}, links)


def read(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield the labelled texts of one split. Raises FileNotFoundError where a corpus is missing."""
    for one in labelled_texts(corpora):
        if part_of(one.text, HELD_OUT) == split:
            yield one.marked()


def labelled_texts(corpora: Path) -> Iterator[LabelledText]:
    """Yield all labelled texts. Raises FileNotFoundError where a corpus is missing."""
    rows = {row["text"]: row for row in map(json.loads, LABELS.read_text(encoding="utf8").splitlines())}
    for corpus in sorted({row["corpus"] for row in rows.values()}):
        for name, text in texts_of(corpora, corpus):
            row = rows.get(document_id(text))
            if row is not None:
                # Its lines are wrapped: what breaks them off is no end of a paragraph.
                whole = _BREAK.sub(" ", text) if corpus in _WRAPPED else text
                again = tuple(map(_event, row["again"])) if "again" in row else None
                yield LabelledText(name, whole[: row["until"]], tuple(map(_event, row["events"])), again)


def _event(row: _Row) -> Labelled:
    return Labelled(
        trigger=(row["trigger"][0], row["trigger"][1]),
        type=row["type"],
        actors=_parties(row["actors"]),
        recipients=_parties(row["recipients"]),
        where=_extent(row["where"]),
        time=_extent(row["time"]),
        status=row["status"],
    )


def _parties(found: list[list[int]]) -> tuple[Party, ...]:
    return tuple(Party((a, b), (c, d)) for a, b, c, d in found)


def _extent(found: list[int] | None) -> Extent | None:
    return None if found is None else (found[0], found[1])


def _links(trigger: Extent, parties: tuple[Party, ...]) -> tuple[Link, ...]:
    ends: list[int | None] = [party.base[0] for party in parties]
    return tuple(Link(trigger[0], end) for end in ends or [None])

"""Records for tests of export: any that can be, and those of the gold beside the corpora."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast, get_args

import pytest
from hypothesis import strategies as st

from onrecord.ledger import open_ledger
from onrecord.records import (
    Dateline,
    Document,
    Entity,
    EntityKind,
    Event,
    Figure,
    Record,
    Role,
    Span,
    Statement,
    Time,
    Zone,
    ZoneKind,
    bounds_of,
    document_id,
)
from onrecord.records.event import EVENT_TYPES, STATUSES
from onrecord.records.figure import BOUNDS, CHANGES
from onrecord.records.statement import ACTS, FACTUALITIES, HOWS, STATEMENT_KINDS, STATEMENT_TYPES
from onrecord.records.time import TIME_TYPES

VARIABLE = "ONRECORD_CORPORA"
needs_gold = pytest.mark.skipif(
    not os.environ.get(VARIABLE), reason=f"{VARIABLE} is not set: the gold beside the corpora is not here"
)

# Words, and everything that has gone wrong in some format: ends of lines, tabs, marks, letters outside the first plane.
_LETTERS = st.sampled_from(
    list("abcABC019 ,.“”‘’«»\"'|=\\_#:;{}<>&*$%~^-\n\t\r\x0b\x0c\x1c\x85\u00a0\u2028\u2029é🜁\u0301\ufeff")
)
_ANY = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
TEXTS = st.text(_LETTERS | _ANY, min_size=1, max_size=60)
_WORDS = st.text(_LETTERS | _ANY, min_size=1, max_size=12)
_ADDRESSES = st.sampled_from(["harbour/ferry.txt", "https://lantern.example/2031/ferry?page=1#top", "https://[x/"]) | (
    _WORDS.map(lambda words: f"https://lantern.example/{words}")
)
_MOMENTS = st.sampled_from(
    ["2031", "2031-04", "2031-04-03", "2031-04-03T06:30:00+02:00", "0001-01-01T00:00+14:00", "soon"]
)
_TIMEX = st.sampled_from(["2031-04-03", "2031-04", "2031", "2031-W14", "P1D", "FUTURE_REF", "2031-04-03TNI"])
_CHANCES = st.floats(0, 1)
_NUMBERS = st.one_of(st.integers(-(2**53), 2**53), st.floats(allow_nan=False, allow_infinity=False))


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def _one_of(values: frozenset[str]) -> st.SearchStrategy[Any]:
    return st.sampled_from(sorted(values))


@st.composite
def _spans(draw: st.DrawFn, text: str, most: int = 1) -> tuple[Span, ...]:
    """One span or more, in order, none reaching into the next."""
    ends = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2 * most)))
    pairs = [(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False) if a < b] or [(0, len(text))]
    return tuple(Span.cut(text, a, b) for a, b in pairs)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Any record that `Record.check` passes."""
    text = draw(TEXTS)
    numbers = iter(range(1000))
    span = _spans(text).map(lambda spans: spans[0])
    document = draw(_documents(text))
    entities = [
        Entity(
            id=f"en-{next(numbers)}",
            kind=draw(st.sampled_from(get_args(EntityKind))),
            name=draw(_WORDS | st.just("Iceland")),
            mentions=tuple(draw(st.lists(span, min_size=1, max_size=3))),
            aliases=tuple(draw(st.lists(_WORDS, max_size=2))),
            roles=tuple(draw(st.lists(st.builds(Role, _WORDS, _maybe(_WORDS)), max_size=2))),
        )
        for _ in range(draw(st.integers(0, 3)))
    ]
    some = st.lists(st.sampled_from([one.id for one in entities]), max_size=3).map(tuple) if entities else st.just(())
    statements = [
        Statement(
            id=f"st-{next(numbers)}",
            type=draw(_one_of(STATEMENT_TYPES)),
            kind=draw(_maybe(_one_of(STATEMENT_KINDS))),
            source=draw(_maybe(span)),
            cue=draw(_maybe(span)),
            content=draw(_spans(text, 4)),
            speakers=draw(some),
            act=draw(_maybe(_one_of(ACTS))),
            factuality=draw(_maybe(_one_of(FACTUALITIES))),
            condition=draw(_maybe(span)),
            time=draw(_maybe(_WORDS)),
            how=draw(_maybe(_one_of(HOWS))),
            confidence=draw(_maybe(_CHANCES)),
        )
        for _ in range(draw(st.integers(0, 3)))
    ]
    within = _maybe(st.sampled_from([one.id for one in statements])) if statements else st.none()
    figures = [draw(_figures(f"fg-{next(numbers)}", span, within)) for _ in range(draw(st.integers(0, 2)))]
    times = [
        Time(
            id=f"tx-{next(numbers)}",
            span=draw(span),
            type=draw(_one_of(TIME_TYPES)),
            value=draw(_maybe(_TIMEX)),
            confidence=draw(_maybe(_CHANCES)),
        )
        for _ in range(draw(st.integers(0, 2)))
    ]
    events = [
        Event(
            id=f"ev-{next(numbers)}",
            trigger=draw(span),
            type=draw(_one_of(EVENT_TYPES)),
            actors=draw(some),
            recipients=draw(some),
            where=draw(_maybe(_WORDS | st.just("Iceland"))),
            time=draw(_maybe(_TIMEX)),
            status=draw(_maybe(_one_of(STATUSES))),
            statement=draw(within),
            confidence=draw(_maybe(_CHANCES)),
        )
        for _ in range(draw(st.integers(0, 2)))
    ]
    return Record(document, tuple(entities), tuple(statements), tuple(figures), tuple(times), tuple(events))


@st.composite
def _documents(draw: st.DrawFn, text: str) -> Document:
    zones = [Zone(draw(st.sampled_from(get_args(ZoneKind))), span.start, span.end) for span in draw(_spans(text, 2))]
    dateline = Dateline(draw(_maybe(_WORDS)), draw(_maybe(_WORDS)))
    return Document(
        id=document_id(text),
        text=text,
        title=draw(_maybe(_WORDS)),
        url=draw(_maybe(_ADDRESSES)),
        canonical=draw(_maybe(_ADDRESSES)),
        outlet=draw(_maybe(_WORDS)),
        agency=draw(_maybe(_WORDS)),
        authors=tuple(draw(st.lists(_WORDS, max_size=2))),
        published=draw(_maybe(_MOMENTS)),
        dateline=draw(_maybe(st.just(dateline))),
        language=draw(st.sampled_from([None, "en"])),
        zones=tuple(zones) if draw(st.booleans()) else (),
        warnings=tuple(draw(st.lists(_WORDS, max_size=1))),
    )


@st.composite
def _figures(draw: st.DrawFn, id_: str, span: st.SearchStrategy[Span], within: st.SearchStrategy[Any]) -> Figure:
    bound = draw(_maybe(_one_of(BOUNDS)))
    value = draw(_maybe(_NUMBERS)) if bound not in ("range", "vague") else None
    low, high = (value, None) if bound is None else bounds_of(bound, value)
    return Figure(
        id=id_,
        span=draw(span),
        value=value,
        low=low,
        high=high,
        bound=bound,
        change=draw(_maybe(_one_of(CHANGES))),
        unit=draw(_maybe(_WORDS)),
        counted=draw(_maybe(_WORDS)),
        where=draw(_maybe(_WORDS)),
        as_of=draw(_maybe(_TIMEX)),
        statement=draw(within),
        confidence=draw(_maybe(_CHANCES)),
    )


def sample_records(ledger: Path) -> list[Record]:
    """Return the records of every document that a ledger holds."""
    with open_ledger(ledger, create=False) as opened:
        return [opened.record(copy.document) for copy in opened.documents()]


def gold_records() -> Iterator[Record]:
    """Yield the gold as records.

    The gold gives no ids to times, no mentions to entities, and several answers where more than one is right: here
    each time gets one, each entity is mentioned where its name or an alias first stands, the first answer is taken.
    """
    path = Path(os.environ[VARIABLE]).resolve().parent / "gold" / "gold.jsonl"
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield Record.from_json(cast("Any", _completed(json.loads(line))))


def _completed(gold: dict[str, Any]) -> dict[str, Any]:
    text = gold["document"]["text"]
    for entity in gold["entities"]:
        names = [name for name in (entity["name"], *entity["aliases"]) if name in text]
        start = text.index(names[0]) if names else 0
        entity["mentions"] = [[start, start + (len(names[0]) if names else 1)]]
    empty = {"kind": None, "condition": None, "how": None, "change": None, "confidence": None}
    return gold | {
        "statements": [empty | one for one in gold["statements"]],
        "figures": [empty | _first(one) for one in gold["figures"]],
        "times": [empty | {"id": f"t{number}"} | _first(one) for number, one in enumerate(gold["times"])],
        "events": [empty | _first(one) for one in gold["events"]],
    }


def _first(item: dict[str, Any]) -> dict[str, Any]:
    several = {
        key: item[key] for key in ("counted", "where", "as_of", "time", "value") if isinstance(item.get(key), list)
    }
    return item | {key: values[0] if values else None for key, values in several.items()}

"""Rows as a record's parts: each function builds one noun from its row and what belongs to it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from onrecord.records import Entity, Event, Figure, Role, Span, Statement, Time


def entity_of(row: Row[Any], names: Sequence[str], roles: Sequence[Role], mentions: Sequence[Span]) -> Entity:
    """Build an entity; `names` has its name first."""
    # An entity always has its name; where somebody took it out, `verify` says so.
    name, *aliases = names or [""]
    return Entity(
        id=row.id,
        kind=row.kind,
        name=name,
        aliases=tuple(aliases),
        roles=tuple(roles),
        mentions=tuple(mentions),
    )


def statement_of(row: Row[Any], spans: Sequence[tuple[str, Span]], speakers: Sequence[str]) -> Statement:
    """Build a statement; each of `spans` has its role, `speakers` are ids."""
    alone = {role: span for role, span in spans if role != "content"}
    return Statement(
        id=row.id,
        type=row.type,
        kind=row.kind,
        source=alone.get("source"),
        cue=alone.get("cue"),
        content=tuple(span for role, span in spans if role == "content"),
        speakers=tuple(speakers),
        act=row.act,
        factuality=row.factuality,
        condition=alone.get("condition"),
        time=row.time,
        how=row.how,
        confidence=row.confidence,
    )


def figure_of(row: Row[Any], statement: str | None) -> Figure:
    """Build a figure; `statement` is an id."""
    return Figure(
        id=row.id,
        span=span_of(row),
        value=row.value,
        low=row.low,
        high=row.high,
        bound=row.bound,
        change=row.change,
        unit=row.unit,
        counted=row.counted,
        where=row.where,
        as_of=row.as_of,
        statement=statement,
        confidence=row.confidence,
    )


def time_of(row: Row[Any]) -> Time:
    """Build a time."""
    return Time(id=row.id, span=span_of(row), type=row.type, value=row.value, confidence=row.confidence)


def event_of(row: Row[Any], parties: Sequence[tuple[str, str]], statement: str | None) -> Event:
    """Build an event; each of `parties` is a role and an id, `statement` is an id."""
    return Event(
        id=row.id,
        trigger=span_of(row),
        type=row.type,
        actors=tuple(entity for role, entity in parties if role == "actor"),
        recipients=tuple(entity for role, entity in parties if role == "recipient"),
        where=row.where,
        time=row.time,
        status=row.status,
        statement=statement,
        confidence=row.confidence,
    )


def span_of(row: Row[Any]) -> Span:
    """Build a span."""
    return Span(row.start, row.end, row.text)

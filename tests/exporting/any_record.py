"""Records of any shape: what a form must bear, whatever the texts, names and addresses hold."""

from dataclasses import replace
from typing import get_args

from hypothesis import strategies as st

from onrecord.records import (
    Act,
    Dateline,
    Document,
    Entity,
    EntityKind,
    Event,
    EventType,
    Factuality,
    Figure,
    Record,
    Role,
    Span,
    Statement,
    StatementKind,
    StatementType,
    Status,
    Time,
    bounds_of,
    document_id,
)

# What parts fields, lists and lines in one form or another, and what a text may not hold.
_MARKS = "\t\n\r;,#|\"“”‘’'«»{}\\<>&%$_~^\x0b\x1b\x85\u2028\u202e🜁é \xa0"
_TEXT = st.text(
    st.sampled_from(_MARKS + "Aab.-:/") | st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=30
)
_WORDS = _TEXT.filter(bool)
_MAYBE = st.none() | _TEXT
_DAYS = st.sampled_from(
    [None, "2031", "2031-04", "2031-04-03", "2031-W14", "2031-SU", "FUTURE_REF", "P1D", "2031-04-03TNI", "0001-01-01"]
)
_PUBLISHED = _DAYS | st.sampled_from(
    ["2031-04-03T08:15:00+02:00", "2031-04-03T08:15Z", "0001-01-01T00:00+14:00", "soon"]
)
_URLS = st.none() | _WORDS | _TEXT.map(lambda text: f"https://lantern.example/{text}") | st.just("https://[x/")
_NUMBERS = st.none() | st.integers(-(10**9), 10**12) | st.sampled_from([0.1, 1e-9, 2.5, 1e22])


@st.composite
def any_records(draw: st.DrawFn) -> Record:
    """A record that passes `check`: its spans are slices, whoever it names is there; nothing else is bound."""
    text = draw(_WORDS)
    document = _document(draw, text)
    ids = [f"{draw(_TEXT)}{number}" for number in range(draw(st.integers(0, 3)))]
    entities = tuple(_entity(draw, text, id) for id in ids)
    named = st.lists(st.sampled_from(ids), max_size=3).map(tuple) if ids else st.just(())
    statements = tuple(_statement(draw, text, f"st-{n}", draw(named)) for n in range(draw(st.integers(0, 3))))
    within = st.sampled_from([None, *(statement.id for statement in statements)])
    figures = tuple(_figure(draw, text, f"fg-{n}", draw(within)) for n in range(draw(st.integers(0, 2))))
    times = tuple(
        Time(
            id=f"tx-{n}", span=_span(draw, text), type=draw(st.sampled_from(["DATE", "TIME", "SET"])), value=draw(_DAYS)
        )
        for n in range(draw(st.integers(0, 2)))
    )
    events = tuple(
        replace(_event(draw, text, f"ev-{n}"), actors=draw(named), recipients=draw(named), statement=draw(within))
        for n in range(draw(st.integers(0, 2)))
    )
    record = Record(document, entities, statements, figures, times, events)
    record.check()
    return record


def _span(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span.cut(text, start, draw(st.integers(start + 1, len(text))))


def _document(draw: st.DrawFn, text: str) -> Document:
    return Document(
        id=draw(st.sampled_from([document_id(text), "e1"]) | _WORDS),
        text=text,
        title=draw(_MAYBE),
        url=draw(_URLS),
        canonical=draw(_URLS),
        outlet=draw(_MAYBE),
        agency=draw(_MAYBE),
        authors=tuple(draw(st.lists(_TEXT | st.sampled_from(["Béla Ruhn", "Cho Min-ha", "Newsroom"]), max_size=3))),
        published=draw(_PUBLISHED),
        dateline=draw(st.none() | st.builds(Dateline, _MAYBE, _MAYBE)),
        language=draw(_MAYBE),
    )


def _entity(draw: st.DrawFn, text: str, id: str) -> Entity:
    return Entity(
        id=id,
        kind=draw(st.sampled_from(get_args(EntityKind))),
        name=draw(_TEXT | st.just("Iceland")),
        aliases=tuple(draw(st.lists(_TEXT, max_size=2))),
        roles=tuple(draw(st.lists(st.builds(Role, _TEXT, _MAYBE | st.just("Iceland")), max_size=2))),
        mentions=(_span(draw, text),),
    )


def _statement(draw: st.DrawFn, text: str, id: str, speakers: tuple[str, ...]) -> Statement:
    cue = draw(st.booleans())
    return Statement(
        id=id,
        type=draw(st.sampled_from(get_args(StatementType))),
        kind=draw(st.sampled_from(get_args(StatementKind))),
        source=_span(draw, text) if cue else None,
        cue=_span(draw, text) if cue else None,
        content=(_span(draw, text),),
        speakers=speakers,
        act=draw(st.sampled_from([None, *get_args(Act)])),
        factuality=draw(st.sampled_from([None, *get_args(Factuality)])),
        time=draw(_DAYS),
    )


def _figure(draw: st.DrawFn, text: str, id: str, statement: str | None) -> Figure:
    bound = draw(st.sampled_from(["exact", "about", "at_most", "at_least", "more_than", "less_than"]))
    value = draw(_NUMBERS)
    low, high = bounds_of(bound, value)
    return Figure(
        id=id,
        span=_span(draw, text),
        value=value,
        low=low,
        high=high,
        bound=bound,
        unit=draw(st.sampled_from([None, "count", "USD", "percent"]) | _TEXT),
        counted=draw(_MAYBE),
        statement=statement,
    )


def _event(draw: st.DrawFn, text: str, id: str) -> Event:
    return Event(
        id=id,
        trigger=_span(draw, text),
        type=draw(st.sampled_from(get_args(EventType))),
        where=draw(_MAYBE | st.just("Iceland")),
        time=draw(_DAYS),
        status=draw(st.sampled_from([None, *get_args(Status)])),
        confidence=draw(st.none() | st.floats(0, 1)),
    )

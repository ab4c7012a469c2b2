"""Attributions for a text that is marked up in the test itself, and what is made of them."""

import re
from collections.abc import Callable, Iterator

import pytest

from onrecord.records import (
    Attribution,
    Document,
    Entity,
    Findings,
    Mention,
    MentionKind,
    Name,
    NameKind,
    Record,
    Span,
    StatementType,
    Trigger,
    document_id,
)
from onrecord.resolving import resolve

Tell = Callable[[str], Record]
Told = Callable[[str], list[str]]
Done = Callable[[str], list[str]]
Cast = Callable[[str], dict[str, Entity]]
MARK = re.compile(r"<(\w)(\d+)>|</>")
MARKS = "“”\"'"
NAMES: dict[str, NameKind] = {"p": "person", "o": "organization", "l": "place", "x": "other", "k": "country"}


Extent = tuple[str, int, int, int]


def marked(text: str) -> tuple[Document, Findings]:
    """`<s1>…</>`, `<u1>…</>`, `<c1>…</>` mark source, cue and content of attribution 1; marks may nest.

    A content with neither source nor cue is carried over; one all in quotation marks is direct. `<t1>…</>`, `<a1>…</>`
    and `<r1>…</>` mark trigger, actor and recipient of event 1, `<m1>…</>` mentions (`<h1>…</>` of a person), each of
    which goes back to the one before it of the same number. `<p9>…</>` is the name of a person, `<o9>…</>` of an
    organization, `<l9>…</>` of a place, `<k9>…</>` of a country, `<x9>…</>` another, nine tenths sure.
    """
    plain, at = "", 0
    open_: list[tuple[str, int, int]] = []
    spans: list[Extent] = []
    for mark in MARK.finditer(text):
        plain += text[at : mark.start()]
        at = mark.end()
        if mark[1]:
            open_.append((mark[1], int(mark[2]), len(plain)))
        else:
            role, number, start = open_.pop()
            spans.append((role, number, start, len(plain)))
    plain += text[at:]
    attributions = [_attribution(plain, spans, n) for n in _numbers(spans, "suc")]
    triggers = tuple(_trigger(plain, spans, n) for n in _numbers(spans, "t"))
    named, mentioned = tuple(_names(plain, spans)), tuple(_mentions(plain, spans))
    findings = Findings(tuple(attributions), named, mentioned, triggers=triggers)
    return Document(id=document_id(plain), text=plain), findings


def _numbers(spans: list[Extent], roles: str) -> list[int]:
    return sorted({number for role, number, _, _ in spans if role in roles})


def _names(text: str, spans: list[Extent]) -> Iterator[Name]:
    for start, end, role, tenths in sorted((start, end, role, n) for role, n, start, end in spans if role in NAMES):
        yield Name(NAMES[role], Span.cut(text, start, end), tenths / 10)


def _mentions(text: str, spans: list[Extent]) -> Iterator[Mention]:
    last: dict[int, int] = {}
    mentions = sorted((start, end, number, role) for role, number, start, end in spans if role in "mh")
    for place, (start, end, number, role) in enumerate(mentions):
        kind: MentionKind = "person" if role == "h" else "other"
        yield Mention(kind, Span.cut(text, start, end), antecedent=last.get(number), sure=0.9)
        last[number] = place


def _trigger(text: str, spans: list[Extent], number: int) -> Trigger:
    def of(role: str) -> tuple[Span, ...]:
        return tuple(Span.cut(text, s, e) for r, n, s, e in spans if (r, n) == (role, number))

    (word,) = of("t")
    return Trigger(type="AID", span=word, actors=of("a"), recipients=of("r"), confidence=0.5)


def _attribution(text: str, spans: list[Extent], number: int) -> Attribution:
    mine = {role: [Span.cut(text, s, e) for r, n, s, e in sorted(spans) if (r, n) == (role, number)] for role in "suc"}
    source, cue = next(iter(mine["s"]), None), next(iter(mine["u"]), None)
    quoted = all(one.text[0] in MARKS and one.text[-1] in MARKS for one in mine["c"])
    kind: StatementType = "direct" if quoted else "indirect"
    carried = source is None and cue is None
    content = tuple(sorted(mine["c"]))
    return Attribution(content=content, type=kind, source=source, cue=cue, carried=carried, confidence=0.5)


def _tell(text: str) -> Record:
    record = resolve(*marked(text))
    record.check()
    return record


@pytest.fixture
def tell() -> Tell:
    """The record of a marked-up text, checked against it."""
    return _tell


@pytest.fixture
def told() -> Told:
    """Who speaks in each statement of a marked-up text, and how that was found: "Ada Orlin, Ben Vane: list"."""

    def who(text: str) -> list[str]:
        record = _tell(text)
        return [f"{', '.join(record.speaker_names(s))}: {s.how}" for s in record.statements]

    return who


@pytest.fixture
def done() -> Done:
    """Who does what to whom in each event of a marked-up text: "Norway, Oman -> Peru"."""

    def who(text: str) -> list[str]:
        record = _tell(text)
        names = {entity.id: entity.name for entity in record.entities}

        def listed(ids: tuple[str, ...]) -> str:
            return ", ".join(names[one] for one in ids)

        return [f"{listed(e.actors)} -> {listed(e.recipients)}".strip() for e in record.events]

    return who


@pytest.fixture
def cast() -> Cast:
    """The entities of a marked-up text by name."""
    return lambda text: {entity.name: entity for entity in _tell(text).entities}

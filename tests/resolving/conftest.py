"""Attributions for a text that is marked up in the test itself, and what is made of them."""

import re
from collections.abc import Callable

import pytest

from onrecord.records import Attribution, Document, Entity, Findings, Record, Span, StatementType, document_id
from onrecord.resolving import resolve

Tell = Callable[[str], Record]
Told = Callable[[str], list[str]]
Cast = Callable[[str], dict[str, Entity]]
MARK = re.compile(r"<(\w)(\d+)>|</>")
MARKS = "“”\"'"


def marked(text: str) -> tuple[Document, list[Attribution]]:
    """`<s1>…</>`, `<u1>…</>`, `<c1>…</>` mark source, cue and content of attribution 1; marks may nest.

    A content with neither source nor cue is carried over; one all in quotation marks is direct.
    """
    plain, at = "", 0
    open_: list[tuple[str, int, int]] = []
    spans: list[tuple[str, int, int, int]] = []
    for mark in MARK.finditer(text):
        plain += text[at : mark.start()]
        at = mark.end()
        if mark[1]:
            open_.append((mark[1], int(mark[2]), len(plain)))
        else:
            role, number, start = open_.pop()
            spans.append((role, number, start, len(plain)))
    plain += text[at:]
    numbers = sorted({number for _, number, _, _ in spans})
    return Document(id=document_id(plain), text=plain), [_attribution(plain, spans, n) for n in numbers]


def _attribution(text: str, spans: list[tuple[str, int, int, int]], number: int) -> Attribution:
    mine = {role: [Span.cut(text, s, e) for r, n, s, e in sorted(spans) if (r, n) == (role, number)] for role in "suc"}
    source, cue = next(iter(mine["s"]), None), next(iter(mine["u"]), None)
    quoted = all(one.text[0] in MARKS and one.text[-1] in MARKS for one in mine["c"])
    kind: StatementType = "direct" if quoted else "indirect"
    carried = source is None and cue is None
    content = tuple(sorted(mine["c"]))
    return Attribution(content=content, type=kind, source=source, cue=cue, carried=carried, confidence=0.5)


def _tell(text: str) -> Record:
    document, attributions = marked(text)
    record = resolve(document, Findings(tuple(attributions)))
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
def cast() -> Cast:
    """The entities of a marked-up text by name."""
    return lambda text: {entity.name: entity for entity in _tell(text).entities}

"""What is compared, made in the tests themselves.

Texts have meanings made of their words, near for those that share many, as an encoder's are. Figures stand in marked
texts: `[at least 300] {soldiers}` is a figure and what it counts. Entities are of invented documents.
"""

import re
from collections.abc import Callable
from typing import Any
from zlib import crc32

import numpy as np
import pytest

from onrecord.comparing.redline.redline import Text
from onrecord.comparing.redline.word_families import roots_of
from onrecord.records import (
    MEANING_WIDTH,
    Document,
    Entity,
    EntityKind,
    Figure,
    Meaning,
    Page,
    Record,
    Role,
    Seen,
    Span,
    Statement,
    ToldFigure,
    document_id,
)
from onrecord.records.figure import Bound, bounds_of
from onrecord.sentences import sentences_of

MakeText = Callable[..., Text]
Told = Callable[..., list[ToldFigure]]
Show = Callable[..., Seen]

_MARK = re.compile(r"\[(?P<figure>[^]]+)\](?P<gap>\s*(?:of )?)(?:\{(?P<counted>[^}]+)\})?")
_HEDGES: dict[str, Bound] = {
    "about": "about",
    "nearly": "about",
    "at least": "at_least",
    "more than": "more_than",
    "up to": "at_most",
    "fewer than": "less_than",
}
_VAGUE = {"several": None, "dozens": None, "hundreds": 100.0, "thousands": 1000.0}


def vector_of(sentence: str) -> bytes:
    total = np.zeros(MEANING_WIDTH)
    for root in roots_of(sentence):
        total += np.random.default_rng(crc32(root.encode())).normal(size=MEANING_WIDTH)
    return np.rint(total * (127 / max(float(np.abs(total).max()), 1e-9))).astype(np.int8).tobytes()


def build(text: str, *, language: str | None = "en", published: str | None = None, url: str | None = None) -> Text:
    document = Document(id=document_id(text), text=text, language=language, published=published, url=url)
    extents = sentences_of(text)
    return Text(
        document, tuple(Meaning(a, b, vector_of(text[a:b])) for a, b in extents if a < b and roots_of(text[a:b]))
    )


@pytest.fixture
def text() -> MakeText:
    return build


def figure_of(number: int, span: Span, counted: str | None, **given: object) -> Figure:
    """Read a figure's words as far as tests write them."""
    words = span.text
    hedge = next((one for one in _HEDGES if words.startswith(one)), "")
    if words in _VAGUE:
        numbers: dict[str, Any] = {"bound": "vague", "low": _VAGUE[words]}
    elif "–" in words:
        low, high = (float(one.replace(",", "")) for one in words.split("–"))
        numbers = {"bound": "range", "low": low, "high": high}
    else:
        value = float(re.sub(r"[^\d.]", "", words))
        bound = _HEDGES.get(hedge, "exact")
        low_high = bounds_of(bound, value)
        numbers = {"bound": bound, "value": value, "low": low_high[0], "high": low_high[1]}
    stated: dict[str, Any] = {"unit": "count", "counted": counted, "id": f"fg-{number}"} | numbers | given
    return Figure(span=span, **stated)


def plain(marked: str) -> tuple[str, list[tuple[Span, str | None]]]:
    """Take the marks out of a text; return it with the figures and what each counts."""
    text, found, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        start = len(text)
        text += match["figure"] + match["gap"] + (match["counted"] or "")
        found.append((start, start + len(match["figure"]), match["counted"]))
        at = match.end()
    text += marked[at:]
    return text, [(Span.cut(text, start, end), counted) for start, end, counted in found]


def record_of(
    marked: str,
    *,
    published: str | None = "2031-04-03",
    url: str = "north/ferry.txt",
    speaker: str | None = None,
    said: str | None = None,
    **given: object,
) -> Record:
    """A record of a marked text whose figures are all said by one speaker, if there is one."""
    text, marks = plain(marked)
    document = Document(id=document_id(text), text=text, url=url, published=published, outlet="The Lantern")
    within = "st-1" if speaker else None
    figures = tuple(figure_of(n, span, counted, statement=within, **given) for n, (span, counted) in enumerate(marks))
    if speaker is None:
        return Record(document, figures=figures)
    start = text.index(speaker) if speaker in text else 0
    named = Span.cut(text, start, start + len(speaker)) if speaker in text else Span.cut(text, 0, 1)
    entity = Entity(id="en-1", kind="person", name=speaker, mentions=(named,), roles=(Role("Minister", "Iceland"),))
    whole = Statement(
        id="st-1", type="indirect", content=(Span.cut(text, 0, len(text)),), speakers=("en-1",), time=said
    )
    return Record(document, (entity,), (whole,), figures)


@pytest.fixture
def record() -> Callable[..., Record]:
    return record_of


@pytest.fixture
def told() -> Told:
    """Return the figures of a marked text as comparison is told of them."""
    from onrecord.comparing.figures.telling import told_figures_of

    def figures(marked: str, **given: object) -> list[ToldFigure]:
        return list(told_figures_of(record_of(marked, **given)))

    return figures


def show(
    name: str,
    *roles: tuple[str, str | None],
    on: str | None = "2031-04-03",
    document: str | None = None,
    url: str | None = None,
    title: str | None = None,
    kind: EntityKind = "person",
    aliases: tuple[str, ...] = (),
) -> Seen:
    """An entity of a document of its own, or of the one that is named."""
    place = document or f"sha256:{name}{roles}{on}{url}{title}{kind}"
    held = tuple(Role(title, of) for title, of in roles)
    entity = Entity(
        id=f"en-{name}", kind=kind, name=name, aliases=aliases, roles=held, mentions=(Span(0, len(name), name),)
    )
    return Seen(entity, Page(document=place, url=url, title=title, published=on))


@pytest.fixture
def seen() -> Show:
    return show

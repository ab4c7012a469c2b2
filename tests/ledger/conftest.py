"""A real ledger in a real file, and small reports to put into it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.ledger import Ledger, Run, open_ledger
from onrecord.records import (
    Dateline,
    Document,
    Entity,
    Event,
    Figure,
    Record,
    Role,
    Span,
    Statement,
    Time,
    Zone,
    document_id,
)
from onrecord.settings import Settings

Report = Callable[..., Record]


@dataclass(frozen=True, slots=True)
class Card:
    """What a run asks of a model."""

    name: str = "attribution"
    digest: str = "sha256:aaaa"


def build(
    said: str = "We will sail at dawn",
    *,
    speaker: str = "Ada Orlin",
    alias: str = "Orlin",
    time: str | None = None,
    url: str | None = "harbour/ferry.txt",
    published: str | None = "2031-04-03",
    canonical: str | None = None,
    title: str | None = "Ferry row deepens",
    tail: str = "",
) -> Record:
    """A report of two statements: one direct and in two pieces, one by nobody; with a figure, a time and an event."""
    text = f"Ferry row deepens\n\n“{said},” Harbour Minister {speaker} said, “if the tide allows.”\n"
    text += f"It was reported that the strait 🜁 had frozen. Some 40 boats lay still on Monday.\n{tail}"

    def cut(words: str) -> Span:
        start = text.index(words)
        return Span.cut(text, start, start + len(words))

    document = Document(
        id=document_id(text),
        text=text,
        title=title,
        url=url,
        canonical=canonical,
        outlet="The Lantern",
        agency="Northwire",
        authors=("Béla Ruhn", "Ono Tal"),
        published=published,
        dateline=Dateline("PORT VALE", "April 3"),
        language="en",
        zones=(Zone("headline", 0, 17), Zone("body", 19, len(text) - 1)),
        warnings=("the first line is long",),
    )
    minister = Entity(
        id="en-1",
        kind="person",
        name=speaker,
        aliases=(alias,),
        roles=(Role("Harbour Minister", "Valland"), Role("captain")),
        mentions=(cut(speaker),),
    )
    direct = Statement(
        id="st-1",
        type="direct",
        kind="said",
        source=cut(f"Harbour Minister {speaker}"),
        cue=cut("said,"),
        content=(cut(f"“{said},”"), cut("“if the tide allows.”")),
        speakers=("en-1",),
        act="pledge",
        factuality="PR+",
        condition=cut("if the tide allows"),
        time=time,
        how="name",
        confidence=0.25,
    )
    told = Statement(id="st-2", type="indirect", cue=cut("reported"), content=(cut("that the strait 🜁 had frozen"),))
    boats = Figure(
        id="fg-1",
        span=cut("Some 40"),
        value=40,
        bound="about",
        change="total",
        unit="count",
        counted="boats",
        where="the strait",
        as_of="2031-03-31",
        statement="st-1",
        confidence=0.75,
    )
    bare = Figure(id="fg-2", span=cut("40"), low=2.5)
    monday = Time(id="tx-1", span=cut("Monday"), type="DATE", value="2031-03-31", confidence=0.5)
    sailing = Event(
        id="ev-1",
        trigger=cut(said),
        type="MOBILIZE",
        actors=("en-1",),
        recipients=("en-1",),
        where="Port Vale",
        time="2031-04-04",
        status="expected",
        statement="st-1",
        confidence=0.125,
    )
    return Record(document, (minister,), (direct, told), (boats, bare), (monday,), (sailing,))


def day(number: int) -> datetime:
    """A day of April 2031."""
    return datetime(2031, 4, number, 12, tzinfo=UTC)


@pytest.fixture
def report() -> Report:
    return build


@pytest.fixture
def on() -> Callable[[int], datetime]:
    return day


@pytest.fixture
def card() -> Callable[..., Card]:
    return Card


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder of mine" / "ledger%20.db"


@pytest.fixture
def ledger(path: Path, laid_ledger: Callable[[Path], Path]) -> Iterator[Ledger]:
    with open_ledger(laid_ledger(path), create=False, timeout=0.2) as opened:
        yield opened


@pytest.fixture
def run(ledger: Ledger) -> Run:
    return ledger.begin_run(Card(), Settings(ledger=Path("ledger.db")))

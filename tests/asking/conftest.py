"""A real ledger, and reports of one sentence a statement to put into it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.comparing import traces_of
from onrecord.encoder import Card
from onrecord.ledger import Ledger, open_ledger
from onrecord.records import Document, Entity, Figure, Meaning, Record, Role, Span, Statement, document_id, record_id
from onrecord.settings import Settings

Telling = tuple[str, str]
Add = Callable[..., Record]


def report(
    *told: Telling, url: str, published: str | None = "2031-04-03", roles: tuple[Role, ...] = (), figure: str = ""
) -> Record:
    """A report in which each (speaker, words) is a statement; `roles` are the first speaker's.

    `figure` are words of the first statement that state 40 boats.
    """
    text = "".join(f"{speaker} said that {words}.\n\n" for speaker, words in told)
    identity = document_id(text)
    document = Document(id=identity, text=text, url=url, published=published, language="en")
    places, at = [], 0
    for speaker, words in told:
        source = Span.cut(text, at, at + len(speaker))
        content = Span.cut(text, source.end + len(" said "), source.end + len(" said that ") + len(words))
        places.append((source, Span.cut(text, source.end + 1, source.end + 5), content))
        at = content.end + len(".\n\n")
    names = list(dict.fromkeys(speaker for speaker, _ in told))
    entities = {
        name: Entity(
            id=record_id(identity, "entity", [(s.start, s.end) for s, _, _ in places if s.text == name]),
            kind="person",
            name=name,
            roles=roles if name == names[0] else (),
            mentions=tuple(source for source, _, _ in places if source.text == name),
        )
        for name in names
    }
    statements = tuple(
        Statement(
            id=record_id(identity, "statement", [(content.start, content.end)]),
            type="indirect",
            source=source,
            cue=cue,
            content=(content,),
            speakers=(entities[source.text].id,),
        )
        for source, cue, content in places
    )
    figures: tuple[Figure, ...] = ()
    if figure:
        start = text.index(figure)
        span = Span.cut(text, start, start + len(figure))
        stated = {"value": 40, "low": 40, "high": 40, "bound": "exact", "unit": "count", "counted": "boats"}
        figures = (
            Figure(
                id=record_id(identity, "figure", [(start, span.end)]), span=span, statement=statements[0].id, **stated
            ),
        )
    return Record(document, tuple(entities.values()), statements, figures)


@pytest.fixture
def ledger(tmp_path: Path, laid_ledger: Callable[[Path], Path]) -> Iterator[Ledger]:
    with open_ledger(laid_ledger(tmp_path / "ledger.db"), create=False) as opened:
        yield opened


@pytest.fixture
def add(ledger: Ledger) -> Add:
    """Add a report with its traces; `vectors`: what its statements mean, `sentence`: what its first sentence does."""
    run = ledger.begin_run(Card("handmade", "0" * 64), Settings(ledger=Path(ledger.where)))

    def one(*told: Telling, vectors: tuple[bytes, ...] = (), sentence: bytes | None = None, **given: object) -> Record:
        record = report(*told, **given)  # type: ignore[arg-type]
        spans = [statement.content[0] for statement in record.statements]
        meanings = [Meaning(span.start, span.end, it, "content") for span, it in zip(spans, vectors, strict=False)]
        meanings += [] if sentence is None else [Meaning(0, spans[0].end, sentence)]
        ledger.add(record, run=run, seen=datetime(2031, 5, 1, tzinfo=UTC), meanings=meanings, traces=traces_of(record))
        return record

    return one

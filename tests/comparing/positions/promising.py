"""Small texts about invented people, with what a reader would find in them."""

# ruff: noqa: ANN401 - what a statement has beside its words is passed on as it is

from typing import Any

from onrecord.records import (
    Document,
    Entity,
    EntityKind,
    Page,
    Record,
    Role,
    Span,
    Statement,
    Time,
    TimeType,
    ToldStatement,
    Uttered,
    document_id,
)


def cut(text: str, words: str) -> Span:
    """The first place of these words in a text."""
    start = text.index(words)
    return Span.cut(text, start, start + len(words))


def every(text: str, words: str) -> tuple[Span, ...]:
    """Each place of these words in a text."""
    starts = [start for start in range(len(text)) if text.startswith(words, start)]
    return tuple(Span.cut(text, start, start + len(words)) for start in starts)


def entity(text: str, name: str, kind: EntityKind = "country", words: str = "", *roles: Role) -> Entity:
    """An entity that a text names by these words, or its name, wherever they stand."""
    return Entity(id=f"en-{name}", kind=kind, name=name, mentions=every(text, words or name), roles=roles)


def statement(
    text: str, content: str, *, source: str = "", cue: str = "", condition: str = "", **more: Any
) -> Statement:
    """A statement; its spans are given as words."""
    spans = {"source": source, "cue": cue, "condition": condition}
    placed: dict[str, Any] = {name: cut(text, words) for name, words in spans.items() if words}
    made: dict[str, Any] = {"id": f"st-{content[:20]}", "type": "indirect", "kind": "said", **placed, **more}
    return Statement(content=(cut(text, content),), **made)


def record(
    text: str,
    *entities: Entity,
    title: str | None = None,
    published: str | None = "2031-04-03",
    statements: tuple[Statement, ...] = (),
    times: tuple[Time, ...] = (),
    url: str | None = "harbour/ferry.txt",
) -> Record:
    """A document with what was read in it."""
    document = Document(id=document_id(text), text=text, title=title, url=url, published=published, language="en")
    return Record(document, entities, statements, (), times)


def time(text: str, words: str, value: str, type: TimeType = "DATE") -> Time:
    """A time that a text names."""
    return Time(id=f"tx-{words}", span=cut(text, words), type=type, value=value)


def uttered(
    words: str,
    *,
    said: str | None = "2031-04-03",
    document: str = "a",
    speaker: str = "Ada Orlin",
    meaning: bytes | None = None,
    roles: tuple[Role, ...] = (),
    **more: Any,
) -> Uttered:
    """What somebody said, in a document of its own name: a person where the name has two words, else a country."""
    text = f"{speaker} said: {words}"
    kind: EntityKind = "person" if " " in speaker else "country"
    who = Entity(id=f"en-{speaker}", kind=kind, name=speaker, mentions=(cut(text, speaker),), roles=roles)
    start = len(speaker) + len(" said: ")
    content = (Span.cut(text, start, len(text)),)
    one = Statement(id=f"st-{document}-{words[:30]}", type="indirect", content=content, **more)
    page = Page(document=document, url=f"{document}.txt", published=said)
    whole = Span.cut(text, 0, len(text))
    return Uttered(ToldStatement(statement=one, page=page, speakers=(who,), said=said, evidence=whole), 1, meaning)

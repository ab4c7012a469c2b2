"""Statements and events as FollowTheMoney's events: who is involved, which day, where, and in which words."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from onrecord.exporting.followthemoney.article import Article
from onrecord.exporting.followthemoney.values import Proxy, date_of, name_of, proxy, string_of, texts_of
from onrecord.records import Event, Record, Statement
from onrecord.sentences import sentences_of

# The ids of those who can be involved, by ours.
Parties = Mapping[str, str]

_CAPTION: Final = 200


def statement_proxy(article: Article, parties: Parties, statement: Statement) -> Proxy:
    """Return a statement: its speakers are involved, its description is the passage that tells of it."""
    first, last = min(statement.spans()), max(statement.spans(), key=lambda span: span.end)
    known: dict[str, Iterable[str | None]] = {
        "description": texts_of(article.document.text[first.start : last.end]),
        "keywords": ["statement", statement.type, statement.kind, statement.act, statement.factuality],
    }
    return _happening(article, parties, statement, _saying(article, statement), statement.speakers, known)


def _saying(article: Article, statement: Statement) -> str:
    """Who said what, with the cue: what was denied would else read as if it had been claimed."""
    speakers = article.called(statement.speakers) or "Statement"
    words = " … ".join(span.text for span in statement.content)
    return f"{speakers}: {words}" if statement.cue is None else f"{speakers} ({statement.cue.text}): {words}"


def event_proxies(article: Article, parties: Parties, record: Record) -> Iterator[Proxy]:
    """Yield the events: actors and recipients are involved, the description is the sentence that tells of it."""
    text = record.document.text
    sentences = list(sentences_of(text))
    said = {one.id: article.called(one.speakers) for one in record.statements}
    for event in record.events:
        speakers = said.get(event.statement or "")
        known: dict[str, Iterable[str | None]] = {
            "description": texts_of(_sentence(text, sentences, event.trigger.start)),
            "summary": [f"said by {speakers}" if speakers else None],
            "keywords": ["event", event.type, event.status],
            "location": [string_of(event.where)],
        }
        yield _happening(article, parties, event, _caption(article, event), (*event.actors, *event.recipients), known)


def _happening(
    article: Article,
    parties: Parties,
    item: Statement | Event,
    caption: str,
    involved: Sequence[str],
    known: dict[str, Iterable[str | None]],
) -> Proxy:
    name = name_of(caption if len(caption) <= _CAPTION else f"{caption[: _CAPTION - 1]}…")
    properties: dict[str, Iterable[str | None]] = {
        # A name is required: where there is no word to it, the record's id.
        "name": [name or item.id],
        "involved": [parties[one] for one in involved if one in parties],
        "date": [date_of(item.time)],
        "recordId": [item.id],
        "notes": [None if item.confidence is None else f"confidence {item.confidence:g}"],
        "publisher": [string_of(article.document.outlet)],
    }
    return proxy(article.id_of(item.id), "Event", properties | known | article.source())


def _caption(article: Article, event: Event) -> str:
    """Who did what to whom, and whether it is only expected, hypothetical or denied."""
    kind = event.type if event.status in (None, "happened") else f"{event.type} ({event.status})"
    sides = [side for side in map(article.called, (event.actors, event.recipients)) if side]
    # The word alone would not say who did it and who suffered it.
    passed = " → ".join(sides) if event.actors else f"→ {sides[0]}" if sides else ""
    return f"{kind}: {passed} “{event.trigger.text}”" if passed else f"{kind}: “{event.trigger.text}”"


def _sentence(text: str, sentences: Sequence[tuple[int, int]], offset: int) -> str:
    """The sentence that holds a character, or the text before the first."""
    place = bisect_right(sentences, offset, key=lambda extent: extent[0]) - 1
    start, end = sentences[place] if place >= 0 else (0, sentences[0][0] if sentences else len(text))
    return text[start:end].strip()

"""A record as FollowTheMoney entities: its article, who is mentioned in it, what they said and what passed."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from onrecord.exporting.followthemoney.article import Article
from onrecord.exporting.followthemoney.happenings import event_proxies, statement_proxy
from onrecord.exporting.followthemoney.values import Proxy, country_code, name_of, proxy, string_of
from onrecord.exporting.json_lines import json_line
from onrecord.records import Entity, EntityKind, Record

# A country acts as its government does, and a group is of people or bodies: a party of which no more is known.
_PARTIES: Final[Mapping[EntityKind, str]] = {
    "person": "Person",
    "organization": "Organization",
    "country": "LegalEntity",
    "group": "LegalEntity",
}


def followthemoney_lines(records: Iterable[Record]) -> Iterator[str]:
    """Yield each record's entities, one JSON object a line; every id that one names is that of a line before it."""
    for record in records:
        yield from map(json_line, proxies(record))


def proxies(record: Record) -> Iterator[Proxy]:
    """Yield a record's entities: the article first, then who and what is mentioned, statements and events."""
    article = Article.of(record)
    yield article.proxy()
    parties: dict[str, str] = {}
    for entity in record.entities:
        found = list(_entity(article, entity))
        if found and entity.kind in _PARTIES:
            parties[entity.id] = found[0]["id"]
        yield from found
    yield from (statement_proxy(article, parties, statement) for statement in record.statements)
    yield from event_proxies(article, parties, record)


def _entity(article: Article, entity: Entity) -> Iterator[Proxy]:
    """An entity, and that the article mentions it; none for `other` things and for a name without a letter."""
    names = [name for name in map(name_of, (entity.name, *entity.aliases)) if name is not None]
    id_ = article.id_of(entity.id)
    if name_of(entity.name) is None or entity.kind == "other":
        return
    if entity.kind == "document":
        yield proxy(id_, "Document", {"title": names[:1], "fileName": names[:1]} | article.source())
    elif entity.kind == "place":
        yield proxy(id_, "Address", {"full": names[:1], "name": names[:1], "alias": names[1:]} | article.source())
    else:
        yield proxy(id_, _PARTIES[entity.kind], _party(entity, names) | article.source())
        mention = {
            "document": [article.id],
            "name": names,
            "resolved": [id_],
            "detectedSchema": [_PARTIES[entity.kind]],
        }
        yield proxy(f"{id_}-mention", "Mention", mention)


def _party(entity: Entity, names: list[str]) -> dict[str, Iterable[str | None]]:
    known: dict[str, Iterable[str | None]] = {"name": names[:1], "alias": names[1:]}
    if entity.kind == "country":
        known["country"] = [country_code(entity.name)]
    offices = [string_of(role.title if role.of is None else f"{role.title}, {role.of}") for role in entity.roles]
    # Only persons have a place for offices; others' are told in words.
    return known | {"position" if entity.kind == "person" else "description": offices}

"""Documents, the entities that they speak of, and where each is mentioned."""

from collections.abc import Iterator
from typing import Final, TypeAlias

from onrecord.records import Document, Entity, Record, Span
from onrecord.rows.columns import RoleCell, Table, made, made_of_span, table

DOCUMENTS: Final[Table] = table(
    "documents",
    "the texts, each as one copy of it gives it",
    ("id",),
    lambda record: (record.document,),
    (
        made("id", "text", "`sha256:` and the digest of the text", lambda one: one.id),
        made("url", "text", "where it was fetched, or the path as given", lambda one: one.url),
        made("canonical", "text", "the address that it states itself", lambda one: one.canonical),
        made("title", "text", "its headline", lambda one: one.title),
        made("outlet", "text", "who published the copy", lambda one: one.outlet),
        made("agency", "text", "who wrote it, where that is a wire service", lambda one: one.agency),
        made("authors", "texts", "the names of its byline", lambda one: list(one.authors)),
        made("published", "text", "the ISO 8601 date or date-time of publication", lambda one: one.published),
        made("dateline_place", "text", "the place of its dateline, as printed", lambda one: _dateline(one)[0]),
        made("dateline_date", "text", "the date of its dateline, as printed", lambda one: _dateline(one)[1]),
        made("language", "text", "an ISO 639 code", lambda one: one.language),
        made("text", "text", "the text, which all offsets count in", lambda one: one.text),
    ),
)

_InRecord: TypeAlias = tuple[Record, Entity]

ENTITIES: Final[Table] = table(
    "entities",
    "who and what a document speaks of",
    ("document", "id"),
    lambda record: ((record, one) for one in record.entities),
    (
        made("id", "text", "the entity's id, in this document", lambda at: at[1].id),
        made("document", "text", "`documents.id`", lambda at: at[0].document.id),
        made("kind", "text", "person, organization, country, place, group, document or other", lambda at: at[1].kind),
        made("name", "text", "the fullest name that the report gives", lambda at: at[1].name),
        made("aliases", "texts", "the other names used", lambda at: list(at[1].aliases)),
        made(
            "roles",
            "roles",
            "its offices",
            lambda at: [RoleCell(title=role.title, of=role.of) for role in at[1].roles],
        ),
    ),
)

_Mention: TypeAlias = tuple[str, str, int, Span]


def _mentions(record: Record) -> Iterator[_Mention]:
    for entity in record.entities:
        for position, span in enumerate(entity.mentions):
            yield record.document.id, entity.id, position, span


MENTIONS: Final[Table] = table(
    "mentions",
    "the words that refer to an entity",
    ("document", "entity", "position"),
    _mentions,
    (
        made("document", "text", "`documents.id`", lambda at: at[0]),
        made("entity", "text", "`entities.id`", lambda at: at[1]),
        made("position", "integer", "which of the entity's mentions, from 0", lambda at: at[2]),
        *made_of_span("span", "the words", lambda at: at[3], text="text"),
    ),
)


def _dateline(document: Document) -> tuple[str | None, str | None]:
    return (None, None) if document.dateline is None else (document.dateline.place, document.dateline.date)

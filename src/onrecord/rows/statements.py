"""Statements, and who made them."""

from collections.abc import Iterator
from typing import Final, TypeAlias

from onrecord.records import Record
from onrecord.rows.columns import Table, made, made_of_span, span_cell, table
from onrecord.rows.within import statements_within

# Between two pieces of content, where the source or the cue stands.
_GAP: Final = " … "

STATEMENTS: Final[Table] = table(
    "statements",
    "who said what",
    ("document", "id"),
    statements_within,
    (
        made("id", "text", "the statement's id", lambda at: at.item.id),
        made("document", "text", "`documents.id`", lambda at: at.document),
        made(
            "paragraph",
            "integer",
            "where its content begins, from 1",
            lambda at: at.paragraph(at.item.content[0].start),
        ),
        made("type", "text", "direct, indirect or mixed", lambda at: at.item.type),
        made("kind", "text", "said or held", lambda at: at.item.kind),
        *made_of_span("source", "the words that name the source", lambda at: at.item.source),
        *made_of_span("cue", "the words that signal the attribution", lambda at: at.item.cue),
        made(
            "words",
            "text",
            "what was said; “ … ” between its pieces",
            lambda at: _GAP.join(one.text for one in at.item.content),
        ),
        made(
            "content", "spans", "what was said, piece by piece", lambda at: [span_cell(one) for one in at.item.content]
        ),
        made("speakers", "texts", "`entities.id` of those who spoke", lambda at: list(at.item.speakers)),
        made("speaker_names", "texts", "their names", lambda at: [at.names[one] for one in at.item.speakers]),
        made("act", "text", "what was done by saying it", lambda at: at.item.act),
        made("factuality", "text", "how far the source commits to it", lambda at: at.item.factuality),
        *made_of_span("condition", "a condition on what was said", lambda at: at.item.condition),
        made("time", "text", "when it was said, a TIMEX3 value", lambda at: at.item.time),
        made("said", "text", "the time, else the document's publication", lambda at: at.said(at.item.id)),
        made("how", "text", "how the speakers were found", lambda at: at.item.how),
        made("confidence", "number", "how likely source and speakers are right", lambda at: at.item.confidence),
    ),
)

_Spoken: TypeAlias = tuple[str, str, int, str, str]


def _spoken(record: Record) -> Iterator[_Spoken]:
    for at in statements_within(record):
        for position, entity in enumerate(at.item.speakers):
            yield at.document, at.item.id, position, entity, at.names[entity]


SPEAKERS: Final[Table] = table(
    "speakers",
    "who spoke, a row for each speaker of a statement",
    ("document", "statement", "position"),
    _spoken,
    (
        made("document", "text", "`documents.id`", lambda at: at[0]),
        made("statement", "text", "`statements.id`", lambda at: at[1]),
        made("position", "integer", "which of the statement's speakers, from 0", lambda at: at[2]),
        made("entity", "text", "`entities.id`", lambda at: at[3]),
        made("name", "text", "`entities.name`", lambda at: at[4]),
    ),
)

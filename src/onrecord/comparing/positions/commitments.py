"""Commitments: who promised what to whom, by when, on what condition, as one document tells it.

A commitment is a clause that promises (`commissives`) and whose promiser is known to speak for himself: the source of a
statement, the subject that a joint text names, "we" of whoever speaks. What somebody is expected, urged or feared to do
is none. Nothing is filled in: who is not named is not known.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypedDict

from onrecord.comparing.positions.addressees import Addressees
from onrecord.comparing.positions.commissives import Form, Wording, promises_in
from onrecord.comparing.positions.conditionals import conditional_clause
from onrecord.comparing.positions.deadlines import Deadline, DeadlineJson, deadline_of
from onrecord.comparing.positions.promisers import Promisers
from onrecord.records import Entity, Page, Record, Ref, RefJson, Span, SpanJson, Statement, page_of
from onrecord.records.ids import record_id
from onrecord.records.span import span_to_json
from onrecord.sentences import sentences_of


class CommitmentJson(TypedDict):
    """The line of `commitments`, without what was said later."""

    ref: RefJson
    form: Form
    by: list[str]
    to: list[str]
    due: DeadlineJson | None
    condition: SpanJson | None
    statement: str | None
    said: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """One promise.

    `words` reaches from the words that promise to the end of what is promised, `promised` is the latter. `by` are who
    promised and `to` to whom, as far as the text names them; `condition` is what it depends on. `statement` is the
    statement whose words these are, None where the document promises on its own. `said` is when it was promised: the
    statement's time, else the publication. `id` is made as a record's is.
    """

    id: str
    page: Page
    form: Form
    words: Span
    promised: Span
    by: tuple[Entity, ...]
    to: tuple[Entity, ...]
    due: Deadline | None
    condition: Span | None
    statement: Statement | None
    said: str | None

    def ref(self) -> Ref:
        """Return where it is to be found."""
        return Ref(self.page.document, self.page.url, self.id, self.words)

    def to_json(self) -> CommitmentJson:
        """Return the line of `commitments`, without what was said later."""
        return {
            "ref": self.ref().to_json(),
            "form": self.form,
            "by": [one.name for one in self.by],
            "to": [one.name for one in self.to],
            "due": None if self.due is None else self.due.to_json(),
            "condition": span_to_json(self.condition),
            "statement": None if self.statement is None else self.statement.id,
            "said": self.said,
        }


def commitments_of(record: Record) -> Iterator[Commitment]:
    """Yield what a document tells was promised, in the order of its text."""
    promisers, addressees = Promisers(record), Addressees(record)
    text, page = record.document.text, page_of(record.document)
    for start, end in sentences_of(text):
        for wording in promises_in(text[start:end]):
            placed = _moved(wording, start)
            who = promisers.of(placed, (start, end))
            if who is None:
                continue
            said = (who.statement.time if who.statement is not None else None) or record.document.published
            words = Span.cut(text, placed.start, placed.end)
            by = tuple(who.by)
            yield Commitment(
                id=record_id(record.document.id, "commitment", [(words.start, words.end)]),
                page=page,
                form=placed.form,
                words=words,
                promised=_stripped(text, placed.verb_end, placed.end),
                by=by,
                to=addressees.of(placed, by),
                due=deadline_of(record.times, (placed.verb_end, placed.end), start, text, said),
                condition=_condition(record.statements, who.statement, (start, end), placed, text),
                statement=who.statement,
                said=said,
            )


def _moved(one: Wording, by: int) -> Wording:
    return Wording(one.start + by, one.verb_end + by, one.end + by, one.form, one.explicit)


def _stripped(text: str, start: int, end: int) -> Span:
    lead = len(text[start:end]) - len(text[start:end].lstrip())
    return Span.cut(text, start + lead, end)


def _condition(
    statements: Sequence[Statement],
    own: Statement | None,
    sentence: tuple[int, int],
    words: Wording,
    text: str,
) -> Span | None:
    """The condition of a statement of this sentence, where it stands in it; else one that the clause states itself."""
    near = ([own] if own is not None else []) + list(statements)
    for one in near:
        found = one.condition
        if found is not None and sentence[0] <= found.start and found.end <= sentence[1] and _beside(one, words):
            return found
    return conditional_clause(text, sentence, words)


def _beside(statement: Statement, words: Wording) -> bool:
    return any(span.start < words.end and words.start < span.end for span in statement.spans())

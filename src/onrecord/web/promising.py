"""A commitment as a page shows it: the sentence that makes it, where it stands, and what was said of it later."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from onrecord.comparing.conflicts.frames import sentence_around
from onrecord.comparing.positions.aftermath import Later
from onrecord.comparing.positions.commitments import Commitment
from onrecord.comparing.positions.promises import Promised
from onrecord.ledger import Ledger
from onrecord.records import Document, Span
from onrecord.web.evidence import Piece, Stretch, pieces
from onrecord.web.words import address, record_address

# Letters of a sentence that are shown, around the words that promise.
_LONGEST: Final = 600


@dataclass(frozen=True)
class Texts:
    """The documents of a ledger, each read once."""

    ledger: Ledger

    @cached_property
    def _known(self) -> dict[str, Document]:
        return {}

    def text(self, document: str) -> Document:
        """Return a text by its id."""
        if document not in self._known:
            self._known[document] = self.ledger.text(document)
        return self._known[document]

    def sentence(self, one: Commitment) -> tuple[Piece, ...]:
        """Return the sentence of a commitment, the words that promise marked, and those of its due date."""
        document = self.text(one.page.document)
        marks = [Stretch(one.words.start, one.words.end, "m-promise")]
        marks += [] if one.due is None else [Stretch(one.due.span.start, one.due.span.end, "m-due")]
        marks += [] if one.condition is None else [Stretch(one.condition.start, one.condition.end, "m-if")]
        number = document.paragraph_number(one.words.start)
        start, end = document.paragraphs()[number - 1]
        sentence = sentence_around(Span.cut(document.text, start, end), one.words.start)
        return pieces(sentence, marks, _LONGEST)

    def place(self, document: str, offset: int) -> str:
        """Return the address of the paragraph that holds a character."""
        number = self.text(document).paragraph_number(offset)
        return f"{address('documents', document)}#p{number}"


@dataclass(frozen=True, slots=True)
class Afterwards:
    """What was said later, and the address of the words."""

    later: Later
    href: str


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment, its sentence and address; `later` is None as long as that is still being looked for."""

    promised: Promised
    sentence: tuple[Piece, ...]
    href: str
    later: tuple[Afterwards, ...] | None

    @property
    def commitment(self) -> Commitment:
        """The commitment where it was first told."""
        return self.promised.commitment


def promise_of(texts: Texts, promised: Promised, later: Mapping[str, tuple[Later, ...]]) -> Promise:
    """Return a commitment as it is shown; `later` has what was said later by the ids of commitments."""
    one = promised.commitment
    document = one.page.document
    href = texts.place(document, one.words.start)
    if one.statement is not None:
        href = record_address(document, one.statement.id)
    told = later.get(one.id)
    after = None if told is None else tuple(Afterwards(each, _place(texts, each)) for each in told)
    return Promise(promised, texts.sentence(one), href, after)


def _place(texts: Texts, later: Later) -> str:
    """Where something later stands: a statement is a record of its report, a commitment is not."""
    ref = later.by.ref
    if later.by.promises:
        return texts.place(ref.document, ref.span.start)
    return record_address(ref.document, ref.record)

"""A side of a pair of evidence: whose word it is, when and where it was said, and its words, what differs marked."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from onrecord.comparing.conflicts.conflict import Told
from onrecord.comparing.conflicts.frames import sentence_around
from onrecord.comparing.figures.telling import paragraphs_of
from onrecord.records import Document, Figure, Page, Span, Statement, ToldFigure
from onrecord.telling.clean import flat
from onrecord.telling.conflicts import number_beside
from onrecord.telling.cutting import window
from onrecord.telling.values import says_it

# Letters of a record's words that a list shows, around what differs.
_LONGEST: Final = 480
# Paragraphs that are shown on either side of the one that holds the words.
_AROUND: Final = 1
# Letters of the longest line that was wrapped by a wire.
_WRAPPED: Final = 90


class Marking(Protocol):
    """A stretch of a document's text and what it is: the class of its mark."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def part(self) -> str:
        """What it is."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text, [start, end), that is marked as `part`."""

    start: int
    end: int
    part: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that lie in the same marks throughout; without any they are plain."""

    text: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One record of a pair.

    `speakers` are names; there are none where the report itself states it (`own`) or nobody knows who does: then
    `source` are the words that name whoever it is, if any do. `said` is when it was said, `number` a figure's number
    where its words do not say it just so. `record` is the id that its report knows it by, None for a passage.
    """

    page: Page
    words: tuple[Piece, ...]
    record: str | None = None
    speakers: tuple[str, ...] = ()
    own: bool = False
    source: str | None = None
    cue: str | None = None
    said: str | None = None
    number: str = ""


def side_of(told: Told, marks: Sequence[Marking]) -> Side:
    """Return a record as one side of a pair, the marked words in the sentence or statement that they stand in."""
    statement = _statement_of(told)
    source = None if statement is None or statement.source is None else statement.source.text
    return Side(
        page=told.page,
        words=pieces(evidence_of(told), marks, _LONGEST),
        record=told.ref().record,
        speakers=tuple(one.name for one in told.speakers),
        own=statement is None,
        source=source,
        cue=None if statement is None or statement.cue is None else statement.cue.text,
        said=told.said,
        number=_number(told.figure) if isinstance(told, ToldFigure) else "",
    )


def evidence_of(told: Told) -> Span:
    """Return the words that a record is shown in: a figure's sentence, all words of a statement."""
    if isinstance(told, ToldFigure):
        return sentence_at(told.paragraph, told.figure.span.start)
    return told.evidence


def sentence_at(paragraph: Span, offset: int) -> Span:
    """Return the sentence of a paragraph that holds an offset; a headline is none with the line below it."""
    line = next((one for one in _unjoined(paragraph) if one.start <= offset < one.end), paragraph)
    return sentence_around(line, offset)


def paragraphs_in(document: Document) -> tuple[Span, ...]:
    """Return the paragraphs of a document, wrapped lines joined, a headline apart from the line below it."""
    return tuple(line for paragraph in paragraphs_of(document) for line in _unjoined(paragraph))


def _unjoined(paragraph: Span) -> Iterator[Span]:
    """The lines of a paragraph that was put together of lines of which one is longer than lines are wrapped at."""
    lines = paragraph.text.split("\n")
    if len(lines) == 1 or max(map(len, lines)) <= _WRAPPED:
        yield paragraph
        return
    start = paragraph.start
    for line in lines:
        if line:
            yield Span(start, start + len(line), line)
        start += len(line) + 1


def paragraphs_around(document: Document, evidence: Span, marks: Sequence[Marking]) -> tuple[tuple[Piece, ...], ...]:
    """Return the paragraphs that hold the evidence and those beside them, the evidence marked as `said`."""
    every = paragraphs_in(document)
    held = [n for n, one in enumerate(every) if one.start < evidence.end and evidence.start < one.end]
    first, last = max(0, held[0] - _AROUND), held[-1] + _AROUND + 1
    said = Stretch(evidence.start, evidence.end, "said")
    return tuple(pieces(one, (said, *marks)) for one in every[first:last])


def pieces(span: Span, marks: Iterable[Marking], longest: int | None = None) -> tuple[Piece, ...]:
    """Return a text cut where marks begin and end; of one with more letters than `longest` what lies around them."""
    inside = [one for one in marks if one.start < span.end and span.start < one.end]
    first, last = span.start, span.end
    if longest is not None:
        about = [one for one in inside if one.part == "differs"] or inside or [Stretch(first, first, "")]
        start, end = about[0].start - first, min(about[-1].end - first, len(span.text))
        cut = window(span.text, max(0, start), min(end, max(0, start) + longest), longest)
        first, last = span.start + cut[0], span.start + cut[1]
    edges = {first, last}
    edges.update(edge for one in inside for edge in (one.start, one.end) if first < edge < last)
    found = [
        Piece(flat(span.text[a - span.start : b - span.start]), _parts(inside, a, b))
        for a, b in itertools.pairwise(sorted(edges))
    ]
    before = [Piece("… ")] if first > span.start else []
    behind = [Piece(" …")] if last < span.end else []
    return (*before, *found, *behind)


def _number(figure: Figure) -> str:
    number = number_beside(figure)
    return "" if says_it(figure.span.text, number) else number


def _parts(marks: Iterable[Marking], start: int, end: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.part for one in marks if one.start <= start and end <= one.end))


def _statement_of(told: Told) -> Statement | None:
    if isinstance(told, ToldFigure):
        return None if told.statement is None else told.statement.statement
    return told.statement

"""What one text changed of another as pairs of evidence: the sentence as it stood, and as it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from onrecord.comparing import Revised, Revision
from onrecord.records import Document, Ref, Span
from onrecord.web.evidence import Piece, Stretch, paragraphs_in, pieces, sentence_at


@dataclass(frozen=True, slots=True)
class Changed:
    """Changes of one sentence: what they are, the sentence before and after; None where there is none.

    `before_record` and `after_record` are ids of records in it, where one was changed. A `notice` is the declaration
    of a correction.
    """

    changes: tuple[Revision, ...]
    before: tuple[Piece, ...] | None
    after: tuple[Piece, ...] | None
    before_record: str | None
    after_record: str | None
    notice: bool

    @property
    def names(self) -> tuple[str, ...]:
        """What was changed and how, each once: "figure altered"."""
        return tuple(dict.fromkeys(f"{one.of} {one.change}" for one in self.changes))

    @property
    def declared(self) -> bool:
        """Whether the later text owns up to one of them."""
        return not self.notice and any(one.declared is not None for one in self.changes)


def changed_in(step: Revised, before: Document, after: Document) -> Iterator[Changed]:
    """Yield what a step changed, sentence by sentence, in the order of the later text; nothing cosmetic."""
    ours, theirs = paragraphs_in(before), paragraphs_in(after)
    for _, together in groupby(step.told, key=lambda change: (change.context, change.is_notice)):
        changes = tuple(together)
        gone = [one.ours for one in changes if one.ours is not None] or _spans([one.a for one in changes])
        new = [one.theirs for one in changes if one.theirs is not None] or _spans([one.b for one in changes])
        yield Changed(
            changes,
            before=_sentence(gone, [one.ours for one in changes], ours, "gone"),
            after=_sentence(new, [one.theirs for one in changes], theirs, "new"),
            before_record=next((one.a.record for one in changes if one.a is not None), None),
            after_record=next((one.b.record for one in changes if one.b is not None), None),
            notice=changes[0].is_notice,
        )


def _spans(refs: Sequence[Ref | None]) -> list[Span]:
    return [ref.span for ref in refs if ref is not None]


def _sentence(
    held: Sequence[Span], marked: Sequence[Span | None], paragraphs: Sequence[Span], part: str
) -> tuple[Piece, ...] | None:
    """The sentences of a text that hold some spans, the marked ones marked."""
    if not held:
        return None
    first, last = min(span.start for span in held), max(span.end for span in held)
    found = [one for one in paragraphs if one.start < last and first < one.end]
    if not found:
        return None
    start = sentence_at(found[0], max(first, found[0].start)).start
    end = sentence_at(found[-1], max(last - 1, found[-1].start)).end
    marks = [Stretch(span.start, span.end, part) for span in marked if span is not None]
    cut = (_between(one, start, end) for one in found)
    return tuple(piece for one in cut if one is not None for piece in (*pieces(one, marks), Piece(" ")))


def _between(paragraph: Span, start: int, end: int) -> Span | None:
    first, last = max(paragraph.start, start), min(paragraph.end, end)
    if first >= last:
        return None
    return Span(first, last, paragraph.text[first - paragraph.start : last - paragraph.start])

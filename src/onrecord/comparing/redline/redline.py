"""Two documents side by side: what was kept, reworded, moved, dropped and added, and which words changed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypedDict, get_args

from onrecord.comparing.redline.alignment import Bead, align
from onrecord.comparing.redline.marking import Edit, EditJson, edits_between, shifts_in
from onrecord.comparing.redline.strength import Change, Shift
from onrecord.comparing.redline.stretches import Passage, passages_of, span_over
from onrecord.records import Document, Meaning, Span, SpanJson

Kind = Literal["kept", "reworded", "moved", "dropped", "added"]

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
# What a reader looks for first: what is gone.
_ORDER: Final[tuple[Kind, ...]] = ("dropped", "reworded", "moved", "added", "kept")
# Meanings are of English: texts in another language are aligned by their words.
_OF_MEANINGS: Final = "en"


class PairJson(TypedDict):
    """The codebook's `compare` object."""

    kind: Kind
    a: SpanJson | None
    b: SpanJson | None
    edits: list[EditJson]


@dataclass(frozen=True, slots=True)
class Pair:
    """What became of a passage: its wording in the one document and in the other, and the words that changed.

    Exactly one of `a` and `b` is absent where it was dropped or added. `shifts` are the words of commitment that were
    hardened or softened.
    """

    kind: Kind
    a: Span | None = None
    b: Span | None = None
    edits: tuple[Edit, ...] = ()
    shifts: tuple[Shift, ...] = ()

    @property
    def change(self) -> Change | None:
        """Whether it was hardened or softened; None where neither was, or both."""
        changes = {shift.change for shift in self.shifts}
        return changes.pop() if len(changes) == 1 else None

    def to_json(self) -> PairJson:
        """Return the codebook's object."""
        a, b = (None if span is None else span.to_json() for span in (self.a, self.b))
        return {"kind": self.kind, "a": a, "b": b, "edits": [edit.to_json() for edit in self.edits]}


@dataclass(frozen=True, slots=True)
class Text:
    """A document and what its sentences mean, as its reader found it or the ledger keeps it."""

    document: Document
    meanings: tuple[Meaning, ...] = ()


def compare(a: Text, b: Text) -> tuple[Pair, ...]:
    """Return what became of each passage of `a`, and what is new in `b`: dropped, reworded, moved, added, kept.

    Within a kind they are in the order of their documents. Where both languages are known and differ, nothing is
    aligned: all was dropped, all was added. Raises UsageError for texts that are too long.
    """
    ours, theirs = (passages_of(text.document, text.meanings) for text in (a, b))
    beads = [] if in_other_languages(a.document, b.document) else _beads(a.document, ours, b.document, theirs)
    pairs = [*_paired(a.document.text, ours, b.document.text, theirs, beads), *_alone(ours, theirs, beads)]
    return tuple(sorted(pairs, key=_place))


def in_other_languages(a: Document, b: Document) -> bool:
    """Tell whether two documents are known to be in two languages."""
    return None not in (a.language, b.language) and a.language != b.language


def _beads(a: Document, ours: Sequence[Passage], b: Document, theirs: Sequence[Passage]) -> list[Bead]:
    english = all(document.language in (None, _OF_MEANINGS) for document in (a, b))
    return align(a.text, ours, b.text, theirs, meanings=english)


def _paired(
    a_text: str, ours: Sequence[Passage], b_text: str, theirs: Sequence[Passage], beads: Iterable[Bead]
) -> Iterator[Pair]:
    for bead in beads:
        a, b = span_over(a_text, ours[bead.a : bead.a_end]), span_over(b_text, theirs[bead.b : bead.b_end])
        if a is not None and b is not None:
            edits = edits_between(a, b)
            kind: Kind = "moved" if bead.moved else "reworded" if edits else "kept"
            yield Pair(kind, a, b, edits, shifts_in(a, b, edits))


def _alone(ours: Sequence[Passage], theirs: Sequence[Passage], beads: Sequence[Bead]) -> Iterator[Pair]:
    paired_a = {number for bead in beads for number in range(bead.a, bead.a_end)}
    paired_b = {number for bead in beads for number in range(bead.b, bead.b_end)}
    yield from (Pair("dropped", a=one.span) for number, one in enumerate(ours) if number not in paired_a)
    yield from (Pair("added", b=one.span) for number, one in enumerate(theirs) if number not in paired_b)


def _place(pair: Pair) -> tuple[int, int]:
    return _ORDER.index(pair.kind), (pair.a or pair.b or _NOWHERE).start


_NOWHERE: Final = Span(0, 1, " ")

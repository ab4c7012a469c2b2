"""A new version of a text against the one before it, told in claims.

The words of the two texts are laid side by side (`edits`), and what either record claims at the words that differ is
compared with what the other claims in the same place. What stands in the same words is the same, however it was read.
Figures, times, names and attributions come first; what they do not account for is a change of the statement that it
stands in, else of wording.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.comparing.revisions.claims import Claims
from onrecord.comparing.revisions.correcting import with_declared
from onrecord.comparing.revisions.edit_claims import EditClaims
from onrecord.comparing.revisions.edits import Edits, edits_between
from onrecord.comparing.revisions.layout import layout_changes
from onrecord.comparing.revisions.notices import Notice, notices_in
from onrecord.comparing.revisions.revision import Revised, Revision
from onrecord.comparing.revisions.sentence_claims import sentence_changes
from onrecord.records import Record, Span, page_of


def revised(before: Record, after: Record) -> Revised:
    """Tell what `after`, read from the same address or as a correction, changed of what `before` says.

    The cost grows with the lengths of the texts, not with their product. A text compared with itself, or with one that
    only the layout tells apart from it, has no changes but cosmetic ones; an empty text loses or gains everything.
    """
    ours, theirs = Claims(before), Claims(after)
    edits = edits_between(ours.wording, theirs.wording)
    told = _without_twins([*_changes(ours, theirs, edits), *layout_changes(ours, theirs, edits)])
    notices = _new_notices(before.document.text, after.document.text)
    changes = with_declared(told, notices, ours, theirs)
    placed = [replace(change, context=_context(change, ours, theirs)) for change in changes]
    ordered = sorted(placed, key=lambda change: (change.cosmetic, _place(change, edits, ours, theirs)))
    return Revised(before=page_of(before.document), after=page_of(after.document), changes=ordered, notices=notices)


def _changes(ours: Claims, theirs: Claims, edits: Edits) -> Iterator[Revision]:
    for edit in edits.within:
        yield from EditClaims(ours, theirs, edits, edit).changes()
    for sentence in edits.removed:
        yield from sentence_changes(ours, theirs, sentence, edits.to_b, "removed")
    for sentence in edits.added:
        yield from (_turned(change) for change in sentence_changes(theirs, ours, sentence, edits.to_a, "added"))


def _turned(change: Revision) -> Revision:
    """A change that was told from the later text's side, with what it told of as `a`."""
    return replace(change, a=change.b, b=change.a, ours=change.theirs, theirs=change.ours)


def _context(change: Revision, ours: Claims, theirs: Claims) -> Span | None:
    side, span = (theirs, change.theirs) if change.theirs is not None else (ours, change.ours)
    if span is None or not side.wording.words:
        return None
    word = min(side.wording.within(span.start, span.end)[0], len(side.wording.words) - 1)
    return side.wording.span(*side.wording.sentence(word))


def _without_twins(changes: Sequence[Revision]) -> list[Revision]:
    """Tell the same of the same records once, however many edits show it."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for change in changes:
        of = "passage" if change.of in ("statement", "wording") else change.of
        key = (of, change.change, _record(change.a), _record(change.b), change.cosmetic, change.ours, change.theirs)
        if key not in seen:
            seen.add(key)
            kept.append(change)
    return kept


def _record(ref: object) -> object:
    return None if ref is None else (getattr(ref, "record", None), getattr(ref, "span", None))


def _place(change: Revision, edits: Edits, ours: Claims, theirs: Claims) -> tuple[float, int]:
    """Where a change belongs in the later text: of what was removed, behind the last word before it that was kept."""
    if change.theirs is not None or change.b is not None:
        span = change.theirs or change.b.span if change.b is not None else change.theirs
        assert span is not None
        return float(theirs.wording.within(span.start, span.end)[0]), 1
    span = change.ours or (change.a.span if change.a is not None else None)
    if span is None:
        return 0.0, 0
    word = ours.wording.within(span.start, span.end)[0] - 1
    while word >= 0 and edits.to_b[word] < 0:
        word -= 1
    return (edits.to_b[word] + 0.5 if word >= 0 else -1.0), 0


def _new_notices(before: str, after: str) -> tuple[Notice, ...]:
    known = {" ".join(notice.span.text.split()) for notice in notices_in(before)}
    return tuple(notice for notice in notices_in(after) if " ".join(notice.span.text.split()) not in known)

"""Who is said to have said it: sources and cues that an edit exchanged, took away or put in."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.comparing.redline.strength import change_of, force_of
from onrecord.comparing.revisions.claims import Claims
from onrecord.comparing.revisions.cosmetic import FUNCTION_WORDS
from onrecord.comparing.revisions.edits import Edits
from onrecord.comparing.revisions.moves import Edit
from onrecord.comparing.revisions.passages import Range, counterparts, statement_ref
from onrecord.comparing.revisions.revision import Revision
from onrecord.records import Span, Statement

_MOSTLY: Final = 0.6


def attribution_changes(ours: Claims, theirs: Claims, edits: Edits, edit: Edit) -> Iterator[Revision]:
    """Yield what an edit did to attributions: another source or cue, one that is gone, one that is new.

    A cue that became stronger or weaker is told as a statement that was hardened or softened.
    """
    a, b = (edit.a, edit.a_end), (edit.b, edit.b_end)
    told: set[str] = set()
    for one in _touched(ours, a):
        others = counterparts(ours, theirs, one, edits.to_b)
        if others:
            told |= {other.id for other in others}
            yield from _pair(ours, theirs, one, others[0], a, b)
        else:
            yield from _alone(ours, one, a, edits.to_b, _content_words(theirs, b), gone=True)
    for one in _touched(theirs, b):
        if one.id in told:
            continue
        others = counterparts(theirs, ours, one, edits.to_a)
        if others:
            yield from _pair(ours, theirs, others[0], one, a, b)
        else:
            yield from _alone(theirs, one, b, edits.to_a, _content_words(ours, a), gone=False)


def _touched(side: Claims, words: Range) -> Iterator[Statement]:
    """Yield the statements with a word of their source or cue in an edit; of a transcript's labels none."""
    for statement in side.record.statements:
        if any(_inside(side, span, words) for span in (statement.source, statement.cue)):
            yield statement


def _pair(ours: Claims, theirs: Claims, one: Statement, other: Statement, a: Range, b: Range) -> Iterator[Revision]:
    if one.source is not None and other.source is not None and _differ(ours, one.source, a, theirs, other.source, b):
        yield _altered(ours, theirs, one, other, one.source, other.source)
    if one.cue is not None and other.cue is not None and _differ(ours, one.cue, a, theirs, other.cue, b):
        force = change_of(force_of(one.cue.text), force_of(other.cue.text))
        if force is None:
            yield _altered(ours, theirs, one, other, one.cue, other.cue)
        else:
            refs = statement_ref(ours, one), statement_ref(theirs, other)
            yield Revision(of="statement", change=force, a=refs[0], b=refs[1], ours=one.cue, theirs=other.cue)


def _altered(ours: Claims, theirs: Claims, one: Statement, other: Statement, a: Span, b: Span) -> Revision:
    refs = ours.ref(a, one.id), theirs.ref(b, other.id)
    return Revision(of="attribution", change="altered", a=refs[0], b=refs[1], ours=a, theirs=b)


def _differ(ours: Claims, one: Span, a: Range, theirs: Claims, other: Span, b: Range) -> bool:
    before, after = Counter(_inside(ours, one, a)), Counter(_inside(theirs, other, b))
    return before != after


def _alone(
    side: Claims, statement: Statement, words: Range, matches: Sequence[int], instead: int, *, gone: bool
) -> Iterator[Revision]:
    """A statement that the other text has not: with all it says, or only its attribution, if the words stand there.

    `instead` is how many words of content the other text has in its place: where they are many, words were exchanged,
    which is another change.
    """
    if 2 * instead > _content_words(side, words):
        return
    if statement.cue is None or not _all_inside(side, statement.cue, words):
        return
    content = [word for span in statement.content for word in range(*side.wording.within(span.start, span.end))]
    here = sum(words[0] <= word < words[1] for word in content)
    there = sum(matches[word] >= 0 for word in content)
    if here >= _MOSTLY * len(content):
        span, ref = _evidence(side, statement), statement_ref(side, statement)
        yield _one_sided("statement", span, ref, gone=gone)
    elif there >= _MOSTLY * len(content):
        span = _attributing(side, statement)
        yield _one_sided("attribution", span, side.ref(span, statement.id), gone=gone)


def _content_words(side: Claims, words: Range) -> int:
    return sum(key not in FUNCTION_WORDS for key in side.wording.keys[slice(*words)])


def _one_sided(of: str, span: Span, ref: object, *, gone: bool) -> Revision:
    if gone:
        return Revision(of=of, change="removed", a=ref, b=None, ours=span, theirs=None)  # type: ignore[arg-type]
    return Revision(of=of, change="added", a=None, b=ref, ours=None, theirs=span)  # type: ignore[arg-type]


def _evidence(side: Claims, statement: Statement) -> Span:
    return statement_ref(side, statement).span


def _attributing(side: Claims, statement: Statement) -> Span:
    """Source and cue as one stretch where they stand together, else the cue."""
    cue, source = statement.cue, statement.source
    assert cue is not None
    if source is None:
        return cue
    start, end = min(cue.start, source.start), max(cue.end, source.end)
    apart = any(span.start < end and start < span.end for span in statement.content)
    return cue if apart else Span.cut(side.record.document.text, start, end)


def _all_inside(side: Claims, span: Span, words: Range) -> bool:
    first, last = side.wording.within(span.start, span.end)
    keys = [word for word in range(first, last) if side.wording.keys[word] not in FUNCTION_WORDS]
    return bool(keys) and all(words[0] <= word < words[1] for word in keys)


def _inside(side: Claims, span: Span | None, words: Range) -> list[str]:
    """The words of a stretch, without those that only hold it together, that stand in an edit."""
    if span is None:
        return []
    first, last = side.wording.within(span.start, span.end)
    inside = range(max(first, words[0]), min(last, words[1]))
    return [side.wording.keys[word] for word in inside if side.wording.keys[word] not in FUNCTION_WORDS]

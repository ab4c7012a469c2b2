"""The statement that a stretch of a text stands in, and the same statement in another text."""

from collections.abc import Iterator, Sequence

from onrecord.comparing.revisions.claims import Claims
from onrecord.records import Ref, Span, Statement

Range = tuple[int, int]


def evidence_of(side: Claims, statement: Statement) -> Span:
    """Return the stretch from the first to the last character of source, cue and content."""
    spans = [span for span in (statement.source, statement.cue, *statement.content) if span is not None]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return Span.cut(side.record.document.text, start, end)


def statement_ref(side: Claims, statement: Statement) -> Ref:
    """Return where a statement is to be found, as search gives it."""
    return side.ref(evidence_of(side, statement), statement.id)


def statements_at(side: Claims, words: Range) -> Iterator[Statement]:
    """Yield the statements whose content holds all of a range of words, the innermost first.

    An empty range is held by what holds the words on both sides of it.
    """
    first, last = words
    if first >= last:
        first, last = max(0, first - 1), min(len(side.wording.words), last + 1)
    if first >= last:
        return
    start, end = side.wording.words[first].start, side.wording.words[last - 1].end
    holding = [
        (sum(len(span.text) for span in statement.content), number, statement)
        for number, statement in enumerate(side.record.statements)
        if any(span.start <= start and end <= span.end for span in statement.content)
    ]
    yield from (statement for _, _, statement in sorted(holding, key=lambda one: one[:2]))


def pair_at(
    ours: Claims, theirs: Claims, a: Range, b: Range, to_b: Sequence[int]
) -> tuple[Statement, Statement] | None:
    """Return the innermost statement that holds a range of words in each text, if both are one statement."""
    others = list(statements_at(theirs, b))
    for one in statements_at(ours, a):
        for other in others:
            if same_statement(ours, theirs, one, other, to_b):
                return one, other
    return None


def same_statement(ours: Claims, theirs: Claims, one: Statement, other: Statement, to_b: Sequence[int]) -> bool:
    """Whether two statements begin their content at one place, and go back to one cue where both have one."""
    if one.cue is not None and other.cue is not None:
        return _meet(ours, theirs, one.cue, other.cue, to_b)
    return (one.cue is None) == (other.cue is None) and _meet(ours, theirs, one.content[0], other.content[0], to_b)


def counterparts(ours: Claims, theirs: Claims, statement: Statement, to_b: Sequence[int]) -> list[Statement]:
    """Return the statements of the other text whose content is mostly that of `statement`, word by word."""
    wanted = _words(ours, statement)
    images = {to_b[word] for word in wanted if to_b[word] >= 0}
    found = []
    for other in theirs.record.statements:
        its = _words(theirs, other)
        if images and 2 * len(images & its) >= max(len(images), len(its)):
            found.append(other)
    return found


def _words(side: Claims, statement: Statement) -> set[int]:
    return {word for span in statement.content for word in range(*side.wording.within(span.start, span.end))}


def _meet(ours: Claims, theirs: Claims, one: Span, other: Span, to_b: Sequence[int]) -> bool:
    """Whether any word of the one stretch is matched with a word of the other."""
    there = range(*theirs.wording.within(other.start, other.end))
    return any(to_b[word] in there for word in range(*ours.wording.within(one.start, one.end)))

"""A whole sentence that one text has and the other has not, with the claims that come or go with it."""

from collections.abc import Iterator, Sequence
from typing import Literal

from onrecord.comparing.revisions.claims import Claim, Claims
from onrecord.comparing.revisions.cosmetic import is_furniture
from onrecord.comparing.revisions.passages import Range, evidence_of, statement_ref, statements_at
from onrecord.comparing.revisions.revision import Revision
from onrecord.records import Ref, Span, Statement

_MOSTLY = 0.6  # of a statement's words: where more stand in the sentence, it came or went with it


def sentence_changes(
    side: Claims, other: Claims, sentence: Range, matches: Sequence[int], change: Literal["added", "removed"]
) -> Iterator[Revision]:
    """Yield what a sentence of `side` claims that `other` lacks, each as `a`.

    `matches` has the match in the other text of each word of `side`, -1 for none. Names and times are told where the
    other text has them nowhere.
    """
    span = side.wording.span(*sentence)
    if is_furniture(span.text):
        yield _told("wording", change, side.ref(span), span, cosmetic=True)
        return
    statements = _statements(side, sentence, matches)
    for statement in statements:
        yield _told("statement", change, statement_ref(side, statement), evidence_of(side, statement))
    if not statements:
        yield _passage(side, sentence, span, change)
    for claim in _claims(side, other, sentence):
        yield _told(claim.of, change, side.ref(claim.span, claim.record), claim.span)


def _told(of: str, change: str, ref: Ref, words: Span, *, cosmetic: bool = False) -> Revision:
    return Revision(of=of, change=change, a=ref, b=None, ours=words, theirs=None, cosmetic=cosmetic)  # type: ignore[arg-type]


def _passage(side: Claims, sentence: Range, span: Span, change: Literal["added", "removed"]) -> Revision:
    """The sentence itself; the statement that it is a part of has a longer span, and is named by its record."""
    within = next(statements_at(side, sentence), None)
    return _told("wording", change, side.ref(span, None if within is None else within.id), span)


def _statements(side: Claims, sentence: Range, matches: Sequence[int]) -> list[Statement]:
    """The statements that came or went with a sentence; of nested ones the outermost."""
    inside = [
        one for one in side.record.statements if _within(side, one, sentence, matches) and _begins(side, one, sentence)
    ]
    return [one for one in inside if not any(_holds(outer, one) for outer in inside if outer is not one)]


def _within(side: Claims, statement: Statement, sentence: Range, matches: Sequence[int]) -> bool:
    words = [
        word
        for span in (statement.cue, *statement.content)
        if span is not None
        for word in range(*side.wording.within(span.start, span.end))
    ]
    inside = sum(sentence[0] <= word < sentence[1] for word in words)
    unmatched = sum(matches[word] < 0 for word in words)
    return bool(words) and min(inside, unmatched) >= _MOSTLY * len(words)


def _begins(side: Claims, statement: Statement, sentence: Range) -> bool:
    first = side.wording.within(statement.content[0].start, statement.content[0].end)[0]
    return sentence[0] <= first < sentence[1]


def _holds(outer: Statement, inner: Statement) -> bool:
    first, last = inner.content[0].start, inner.content[-1].end
    return any(
        span.start <= first and last <= span.end and (span.start, span.end) != (first, last) for span in outer.content
    )


def _claims(side: Claims, other: Claims, sentence: Range) -> Iterator[Claim]:
    """The figures of a sentence, and the times and names that the other text has nowhere, each once."""
    known, times = set(other.named()), {claim.says for claim in other.all if claim.of == "time"}
    claims = side.read_in(*sentence)
    figures = [claim.span for claim in claims if claim.of == "figure"]
    for claim in claims:
        if claim.of == "figure":
            yield claim
        elif claim.of == "time" and claim.says is not None and claim.says not in times:
            times.add(claim.says)
            if not any(span.start < claim.span.end and claim.span.start < span.end for span in figures):
                yield claim
        elif claim.of == "name" and not claim.parts <= known:
            known |= claim.parts
            yield claim

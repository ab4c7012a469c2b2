"""What differs between two texts in everything but their words: marks, dashes, spacing, the order of sentences.

All of it is cosmetic but one thing: words that were put into quotation marks, or taken out of them.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.comparing.revisions.claims import Claims
from onrecord.comparing.revisions.edits import Edits
from onrecord.comparing.revisions.passages import pair_at, statement_ref
from onrecord.comparing.revisions.revision import Revision
from onrecord.quotation import quotations
from onrecord.records import Span

# Fewer words in quotation marks are a label or a title, which styles set either way.
_QUOTED: Final = 4


def layout_changes(ours: Claims, theirs: Claims, edits: Edits) -> Iterator[Revision]:
    """Yield the changes that no word shows."""
    for moved in edits.moved:
        yield _cosmetic(
            ours, theirs, ours.wording.span(moved.a, moved.a_end), theirs.wording.span(moved.b, moved.b_end)
        )
    for first, last in ours.wording.sentences:
        match = _match(edits.to_b, first, last)
        if match is not None:
            whole = theirs.wording.sentence(match) == (match, match + last - first)
            one = _set(ours, first, last, marks=whole)
            other = _set(theirs, match, match + last - first, marks=whole)
            if one.text != other.text:
                yield _cosmetic(ours, theirs, one, other)
    yield from _quoting(ours, theirs, edits)


def _cosmetic(ours: Claims, theirs: Claims, one: Span, other: Span) -> Revision:
    return Revision(
        of="wording", change="altered", a=ours.ref(one), b=theirs.ref(other), ours=one, theirs=other, cosmetic=True
    )


def _match(matches: Sequence[int], first: int, last: int) -> int | None:
    """Where the words of a sentence stand together in the other text, if they do."""
    start = matches[first]
    together = start >= 0 and all(matches[word] == start + word - first for word in range(first, last))
    return start if together else None


def _set(side: Claims, first: int, last: int, *, marks: bool) -> Span:
    """The words of a sentence as they are set; with `marks`, those behind its last word are a part of it."""
    if not marks:
        return side.wording.span(first, last)
    words, text = side.wording.words, side.record.document.text
    end = words[last].start if last < len(words) else len(text)
    start = words[first].start
    return Span.cut(
        text, start, start + len(text[start:end].rstrip().rstrip("\"“”'‘’«»([{*#->•").rstrip()) or start + 1
    )


def _quoting(ours: Claims, theirs: Claims, edits: Edits) -> Iterator[Revision]:
    """Yield what stands in quotation marks in one text and in the same words without them in the other."""
    a, b = _quoted(ours), _quoted(theirs)
    yield from (_told(ours, theirs, words, edits.to_b, edits) for words in a if _bare(words, edits.to_b, b))
    for words in b:
        if _bare(words, edits.to_a, a):
            image = (edits.to_a[words[0]], edits.to_a[words[1] - 1] + 1)
            yield _told(ours, theirs, image, edits.to_b, edits)


def _quoted(side: Claims) -> list[tuple[int, int]]:
    text = side.record.document.text
    ranges = (side.wording.within(one.start, one.end) for one in quotations(text) if one.closed)
    return [(first, last) for first, last in ranges if last - first >= _QUOTED]


def _bare(words: tuple[int, int], matches: Sequence[int], quoted: Sequence[tuple[int, int]]) -> bool:
    """Whether the words of a quotation all stand in the other text, and no quotation there holds any of them."""
    images = matches[words[0] : words[1]]
    whole = all(image >= 0 for image in images) and images[-1] - images[0] == words[1] - words[0] - 1
    return whole and not any(first < images[-1] + 1 and images[0] < last for first, last in quoted)


def _told(ours: Claims, theirs: Claims, words: tuple[int, int], matches: Sequence[int], edits: Edits) -> Revision:
    image = (matches[words[0]], matches[words[1] - 1] + 1)
    one, other = ours.wording.span(*words), theirs.wording.span(*image)
    pair = pair_at(ours, theirs, words, image, edits.to_b)
    if pair is None:
        a, b = ours.ref(one), theirs.ref(other)
        return Revision(of="wording", change="altered", a=a, b=b, ours=one, theirs=other)
    a, b = statement_ref(ours, pair[0]), statement_ref(theirs, pair[1])
    return Revision(of="statement", change="altered", a=a, b=b, ours=one, theirs=other)

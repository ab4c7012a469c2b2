"""Quotations that carry on: after "she said" in a paragraph, and over paragraphs with no source of their own.

Both are how newspapers set long quotations (Associated Press Stylebook, "quotation marks": running quotations).
"""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from onrecord.finding.assembly import Draft
from onrecord.finding.quoting import Marks, words
from onrecord.finding.spans import Extent

_LABEL = 3  # words: no more than these in quotation marks may be a label ("two-plus-two")
_WHOLE = 0.9  # share of a paragraph's words inside quotation marks that makes the paragraph a quotation
_NEAR = 4  # characters before a quotation in which the end of the sentence before it stands
_SENTENCE_ENDS = ".?!…\"”’'»:"


def carry_on(drafts: Sequence[Draft], paragraphs: Sequence[Extent], marks: Marks) -> list[Draft]:
    """Give untouched quotations their place: more content of a draft, or drafts of their own, carried over.

    `drafts` in any order; `paragraphs` are the extents of the text's paragraphs. Returns them in order.
    """
    apart = [part for draft in drafts for part in _by_own_paragraph(draft, paragraphs, marks)]
    out: list[Draft] = []
    speaking = False
    for extent, members in _by_paragraph(apart, paragraphs):
        if members:
            members = _continued(members, extent, marks)
            speaking = marks.type_of(members[-1].content) != "indirect"
        elif speaking and _is_quotation(extent, marks):
            members = [replace(out[-1], source=None, cue=None, content=(extent,), carried=True)]
        else:
            speaking = False
        out.extend(members)
    return out


def _by_own_paragraph(draft: Draft, paragraphs: Sequence[Extent], marks: Marks) -> Iterator[Draft]:
    """Make quoted content of later paragraphs drafts of their own: there the speaker is carried over, not named.

    A paragraph that is a quotation is not given to words of the next one: such a draft is none, and it is untouched.
    """
    contents: dict[int, list[Extent]] = {}
    for extent in draft.content:
        contents.setdefault(_paragraph(extent, paragraphs), []).append(extent)
    home = _paragraph(draft.cue or draft.source or draft.content[0], paragraphs)
    main = min(contents, key=lambda k: (abs(k - home), k))
    if main < home and _is_quotation(paragraphs[main], marks):
        return
    later = {k: found for k, found in contents.items() if k > main and marks.type_of(found) == "direct"}
    yield replace(draft, content=tuple(e for k, found in contents.items() if k not in later for e in found))
    for k, found in later.items():
        whole = [paragraphs[k]] if _is_quotation(paragraphs[k], marks) else found
        yield replace(draft, source=None, cue=None, content=tuple(whole), carried=True)


def _paragraph(extent: Extent, paragraphs: Sequence[Extent]) -> int:
    """Index of the paragraph that an extent begins in."""
    return bisect_right(paragraphs, extent[0], key=lambda p: p[0]) - 1


def _by_paragraph(drafts: Sequence[Draft], paragraphs: Sequence[Extent]) -> Iterable[tuple[Extent, list[Draft]]]:
    """Each paragraph with the drafts whose content begins in it, in order."""
    members: dict[int, list[Draft]] = {}
    for draft in sorted(drafts, key=lambda d: d.content[0]):
        members.setdefault(_paragraph(draft.content[0], paragraphs), []).append(draft)
    return ((extent, members.get(k, [])) for k, extent in enumerate(paragraphs))


def _continued(members: list[Draft], paragraph: Extent, marks: Marks) -> list[Draft]:
    """Add each untouched quotation that begins a sentence to the quotation that ended last before it."""
    taken = _Taken.of(members)
    ends = deque(sorted((draft.content[-1][1], k) for k, draft in enumerate(members)))
    direct = [marks.type_of(draft.content) == "direct" for draft in members]
    last: int | None = None
    added: dict[int, list[Extent]] = {}
    for q in marks.within(*paragraph):
        while ends and ends[0][0] <= q.start:
            last = ends.popleft()[1]
        if last is None or not direct[last] or taken.touches(q.start, q.end):
            continue
        if words(marks.text[q.start : q.end]) > _LABEL and _begins_sentence(marks.text, q.start, q.end, paragraph[0]):
            added.setdefault(last, []).append((q.start, q.end))
    return [replace(d, content=(*d.content, *added.get(k, ()))) for k, d in enumerate(members)]


@dataclass(frozen=True, slots=True)
class _Taken:
    """The extents that some drafts cover, by where they start, with the farthest end so far."""

    starts: list[int]
    reach: list[int]

    @classmethod
    def of(cls, drafts: Iterable[Draft]) -> "_Taken":
        extents = sorted(e for d in drafts for e in (*d.content, d.source, d.cue) if e)
        return cls([start for start, _ in extents], list(accumulate((end for _, end in extents), max)))

    def touches(self, start: int, end: int) -> bool:
        """Whether one of the extents overlaps [start, end)."""
        before = bisect_left(self.starts, end)
        return before > 0 and self.reach[before - 1] > start


def _is_quotation(paragraph: Extent, marks: Marks) -> bool:
    total = words(marks.text[slice(*paragraph)])
    return total > _LABEL and marks.quoted(*paragraph) >= _WHOLE * total


def _begins_sentence(text: str, start: int, end: int, floor: int) -> bool:
    before = text[max(floor, start - _NEAR) : start].rstrip()
    first = next((c for c in text[start:end] if c.isalnum()), "a")
    return not first.islower() and before[-1:] in _SENTENCE_ENDS

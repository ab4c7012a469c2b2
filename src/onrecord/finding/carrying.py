"""Quotations that carry on: after "she said" in a paragraph, and over paragraphs with no source of their own.

Both are how newspapers set long quotations (Associated Press Stylebook, "quotation marks": running quotations).
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.finding.assembly import Draft
from onrecord.finding.quoting import Extent, Marks, words

_LABEL = 3  # words: no more than these in quotation marks may be a label ("two-plus-two")
_WHOLE = 0.9  # share of a paragraph's words inside quotation marks that makes the paragraph a quotation
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
    """Make quoted content of later paragraphs drafts of their own: there the speaker is carried over, not named."""
    contents: dict[int, list[Extent]] = {}
    for extent in draft.content:
        contents.setdefault(_paragraph(extent, paragraphs), []).append(extent)
    home = _paragraph(draft.cue or draft.source or draft.content[0], paragraphs)
    main = min(contents, key=lambda k: (abs(k - home), k))
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
    """Add each untouched quotation that begins a sentence to the last quotation's draft before it."""
    for q in marks.within(*paragraph):
        here = (q.start, q.end)
        if words(marks.text[q.start : q.end]) <= _LABEL or any(_touches(d, here) for d in members):
            continue
        before = [k for k, d in enumerate(members) if _ends(d) <= q.start]
        if not before or not _begins_sentence(marks.text, *here, paragraph[0]):
            continue
        last = max(before, key=lambda k: _ends(members[k]))
        if marks.type_of(members[last].content) == "direct":
            members[last] = replace(members[last], content=(*members[last].content, here))
    return members


def _is_quotation(paragraph: Extent, marks: Marks) -> bool:
    total = words(marks.text[slice(*paragraph)])
    return total > _LABEL and marks.quoted(*paragraph) >= _WHOLE * total


def _begins_sentence(text: str, start: int, end: int, floor: int) -> bool:
    before = text[floor:start].rstrip()
    first = next((c for c in text[start:end] if c.isalnum()), "a")
    return not first.islower() and before[-1:] in _SENTENCE_ENDS


def _touches(draft: Draft, extent: Extent) -> bool:
    spans = [*draft.content, *(e for e in (draft.source, draft.cue) if e)]
    return any(a < extent[1] and b > extent[0] for a, b in spans)


def _ends(draft: Draft) -> int:
    return max(b for _, b in draft.content)

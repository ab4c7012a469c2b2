"""Attributions and quotation marks: content that is quoted reaches from mark to mark, and may be carried on."""

import re
from dataclasses import replace

from onrecord.quotation import Quotation, quotations
from training.corpora.marked import Extent
from training.polnear import Attribution

_LEAST = 4  # words of a quotation that can be carried on; a shorter one may be a name or a term
_NEAR = 100  # characters between a cue and the quotation that it introduces
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s")


def fit_to_marks(text: str, attribution: Attribution) -> Attribution:
    """Widen content to the quotation that it is the inside, the beginning or the end of.

    A quotation that holds the source or cue too is somebody else's, and is left alone.
    """
    start, stop = _line(text, attribution.content[0][0])
    rest = attribution.source + attribution.cue
    own = [q for q in quotations(text, start, stop) if not any(q.start < b and a < q.end for a, b in rest)]
    fitted = [_fitted(text, extent, own) for extent in attribution.content]
    return replace(attribution, content=_merged(fitted))


def outermost_extents(found: list[Attribution]) -> list[Attribution]:
    """Leave out what stands inside another's content, as PolNeAR marks no nesting; in order of the cue."""
    kept: list[Attribution] = []
    for a in sorted(found, key=lambda a: -sum(e - s for s, e in a.content)):
        if not any(_overlap(a.cue + a.content, k.cue + k.content) for k in kept):
            kept.append(a)
    return sorted(kept, key=lambda a: a.cue[0])


def carry_on(text: str, found: list[Attribution]) -> list[Attribution]:
    """Give quotations that have no source and cue of their own to the attribution that they go on from."""
    whole = list(found)
    for q in quotations(text):
        if not q.closed or len(text[q.start : q.end].split()) < _LEAST or _claimed(q, whole):
            continue
        host = _host(text, q, whole)
        if host is not None:
            grown = whole[host]
            whole[host] = replace(grown, content=_merged([*grown.content, (q.start, q.end)]))
    return whole


def join_quotations(text: str, found: list[Attribution], cues: list[Attribution]) -> list[Attribution]:
    """Add what was quoted to cues that have no content yet: a quotation close before or after, claimed by nobody."""
    whole = list(found)
    marks = [q for q in quotations(text) if q.closed]
    for a in cues:
        start, end = min(s for s, _ in a.source + a.cue), max(e for _, e in a.source + a.cue)
        near = (
            q for q in marks if _introduced(text[end : q.start], q, end) or _closed_by(text[q.end : start], q, start)
        )
        q = next((q for q in near if not _claimed(q, whole)), None)
        if q is not None and not any(_overlap(a.cue, k.content) for k in whole):
            whole.append(replace(a, content=((q.start, q.end),)))
    return sorted(whole, key=lambda a: a.cue[0])


def _introduced(between: str, q: Quotation, end: int) -> bool:
    if q.start < end or len(between) > _NEAR or between.count("\n") > 1 or _SENTENCE_END.search(between):
        return False
    return not between.strip() or between.rstrip().endswith((",", ":"))


def _closed_by(between: str, q: Quotation, start: int) -> bool:
    return q.end <= start and "\n" not in between and not between.strip(" ,")


def _fitted(text: str, extent: Extent, marks: list[Quotation]) -> Extent:
    start, end = extent
    for q in marks:
        if q.start <= start and end <= q.end and (q.closed or q.start == start):
            return q.start, q.end if q.closed else end
        if q.start < start < q.end and not text[q.start : start].strip(" \"'“‘«"):
            start = q.start
        if q.closed and q.start < end < q.end and not any(c.isalnum() for c in text[end : q.end]):
            end = q.end
    return start, end


def _merged(extents: list[Extent]) -> tuple[Extent, ...]:
    merged: list[Extent] = []
    for start, end in sorted(extents):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _overlap(some: tuple[Extent, ...], others: tuple[Extent, ...]) -> bool:
    return any(a < d and c < b for a, b in some for c, d in others)


def _claimed(q: Quotation, found: list[Attribution]) -> bool:
    return any(_overlap(((q.start, q.end),), a.source + a.cue + a.content) for a in found)


def _host(text: str, q: Quotation, found: list[Attribution]) -> int | None:
    """The attribution before a quotation that the quotation goes on from, if the marks say so."""
    start, stop = _line(text, q.start)
    opens = not text[start : q.start].strip()
    if opens and text[q.end : stop].strip():
        return None
    if opens:
        start = _line(text, max(0, start - 1))[0]
    before = [i for i, a in enumerate(found) if start <= a.content[0][0] and _end(a) <= q.start]
    if not before:
        return None
    last = max(before, key=lambda i: _end(found[i]))
    between = text[_end(found[last]) : q.start]
    quoted = any(text[a] in "\"“«„'‘" for a, _ in found[last].content)
    same_sentence = not _SENTENCE_END.search(between) and between.rstrip().endswith((":", ","))
    sentence_after = bool(_SENTENCE_END.search(between)) and not _SENTENCE_END.search(_first_cut(between))
    return last if same_sentence or (sentence_after and (quoted or not opens)) else None


def _first_cut(between: str) -> str:
    """What stands between the first end of a sentence and the quotation: nothing, where it follows at once."""
    end = _SENTENCE_END.search(between)
    return between[end.end() :] if end else ""


def _end(a: Attribution) -> int:
    return max(end for _, end in a.source + a.cue + a.content)


def _line(text: str, at: int) -> Extent:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return start, len(text) if end < 0 else end

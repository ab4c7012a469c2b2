"""Transcripts: each paragraph of a turn is a statement of whoever's turn it is; within it others are told of.

Where paragraphs begin with labels ("MR. ORLIN:", "Q") the form itself says who speaks, and the model is asked only for
what the speaker tells of others.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from onrecord.finding.assembly import Draft
from onrecord.finding.confidence import EVIDENCE
from onrecord.finding.quoting import words
from onrecord.finding.spans import Extent
from onrecord.records import Document, Judgement

_SURE: Final = 0.99
"""How sure it is that the paragraph after a label is what was said: nothing is guessed but that the label is one."""
_ASIDE: Final = re.compile(r"(?:[(\[][^()\[\]]*[)\]][\s.,;—–-]*)+")
"""What a transcriber adds: "(Laughter.)", "[Inaudible]"."""
_CLOSED: Final = re.compile(r"(?:\W*END\b.{0,40}|[*_ #-]*\d{1,2}:\d\d [AaPp]\.?[Mm]\.?.{0,12}|[\W_]+)")
"""Lines that end the last turn: "END 12:45 P.M. EDT", "* * *"."""
_SELF: Final = frozenset(("i", "we", "me", "us", "my", "our", "ourselves", "myself", "i'm", "we're", "i've", "we've"))

# What shows or means something, in speech, without having said it.
_THINGS: Final = frozenset(("this", "that", "which", "these", "those"))
_ASKED: Final = frozenset(("you", "y'all", "anyone", "anybody"))
_PAST: Final = re.compile(r"\b(?:said|told|\w{2,}ed)\b", re.IGNORECASE)
_MARKS: Final = "\"“‘'«"
_STOP: Final = re.compile(r"[.?!]\s")
# What is said of nobody in particular.
_IDLE: Final = re.compile(
    r"(?:all told|(?:that|this)(?: being)? said|(?:god|heaven) forbid|it goes without saying|needless to say"
    r"|(?:one|nobody|no one|none)\b.*)",
    re.IGNORECASE,
)


def turns_in(document: Document) -> list[tuple[Extent, list[Extent]]]:
    """Return the label of each turn with what is said in it, a paragraph each; no turns where there are no labels."""
    labels = {zone.start: (zone.start, zone.end) for zone in document.zones if zone.kind == "label"}
    if not labels:
        return []
    others = {z.start for z in document.zones if z.kind in ("headline", "byline", "credit", "caption")}
    turns: list[tuple[Extent, list[Extent]]] = []
    open_ = False
    for start, end in document.paragraphs():
        label = labels.get(start)
        if label is not None:
            turns.append((label, []))
        open_ = label is not None or (open_ and start not in others and not _closes(document.text[start:end]))
        if open_:
            turns[-1][1].extend(_said(document.text, label[1] if label else start, end))
    return turns


def spoken(turns: Sequence[tuple[Extent, list[Extent]]], judged: Mapping[int, Judgement]) -> Iterator[Draft]:
    """Yield a statement for each paragraph of each turn; the label is the first one's source, the others are carried.

    `judged` is what is judged of each paragraph by itself, by where it begins.
    """
    for label, paragraphs in turns:
        for n, extent in enumerate(paragraphs):
            yield Draft(
                source=None if n else label,
                cue=None,
                content=(extent,),
                evidence=(0.0,) * len(EVIDENCE),
                confidence=_SURE,
                carried=bool(n),
                judgement=judged.get(extent[0], judged.get(label[0])),
                spoken=True,
            )


def told_by_others(
    turns: Sequence[tuple[Extent, list[Extent]]], drafts: Sequence[Draft], text: str
) -> tuple[list[Draft], list[Draft]]:
    """Part the drafts of a transcript: those outside all turns, and those within one whose source is somebody else.

    "I think", "we believe" only say how sure the speaker is (codebook: it sets the act of the one statement); "you
    know" and "can you say" tell of nothing that was said.
    """
    paragraphs = sorted(extent for _, said in turns for extent in said)
    labels = [label for label, _ in turns]
    outside, within = [], []
    for draft in drafts:
        around = _around(paragraphs, draft)
        if around is not None and _is_of_another(draft, around, text):
            within.append(draft)
        elif around is None and not _touches(labels, draft):
            outside.append(draft)
    return outside, within


def _said(text: str, start: int, end: int) -> Iterator[Extent]:
    """Yield what is said in [start, end), if anything beside what the transcriber adds."""
    start += len(text[start:end]) - len(text[start:end].lstrip(" \t\u00a0:*_"))
    if words(_ASIDE.sub(" ", text[start:end])):
        yield start, end


def _closes(paragraph: str) -> bool:
    return _CLOSED.fullmatch(paragraph) is not None


def _around(paragraphs: Sequence[Extent], draft: Draft) -> Extent | None:
    """The paragraph of a turn that the draft's content begins in."""
    start = draft.content[0][0]
    place = bisect_right(paragraphs, start, key=_begin) - 1
    return paragraphs[place] if place >= 0 and start < paragraphs[place][1] else None


def _is_of_another(draft: Draft, around: Extent, text: str) -> bool:
    if draft.cue is None or draft.source is None or draft.carried:
        return False
    parts = (draft.source, draft.cue, *draft.content)
    if not all(around[0] <= start and end <= around[1] for start, end in parts) or _is_elsewhere(draft, text):
        return False
    source = text[slice(*draft.source)].replace("’", "'").casefold().split()
    if not source or source[0] in _SELF or _IDLE.match(f"{' '.join(source)} {text[slice(*draft.cue)]}"):
        return False
    if len(source) == 1 and source[0] in _THINGS:
        return False
    doubtful = source[0] in _ASKED or source == ["it"]
    return not doubtful or _PAST.search(text[slice(*draft.cue)]) is not None


def _is_elsewhere(draft: Draft, text: str) -> bool:
    """Whether a sentence ends between the cue and a content that is not quoted: speech is loose, and misread."""
    if draft.cue is None or any(text[start] in _MARKS for start, _ in draft.content):
        return False
    between = text[draft.cue[1] : draft.content[0][0]] or text[draft.content[-1][1] : draft.cue[0]]
    return _STOP.search(between) is not None


def _touches(labels: Sequence[Extent], draft: Draft) -> bool:
    """Whether source, cue or content reaches into a label (they are in order): the form says what that means."""
    for start, end in (*filter(None, (draft.source, draft.cue)), *draft.content):
        before = bisect_left(labels, end, key=_begin) - 1
        if before >= 0 and start < labels[before][1]:
            return True
    return False


def _begin(extent: Extent) -> int:
    return extent[0]

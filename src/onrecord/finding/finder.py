"""Scores to findings: what the rest of the house calls."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from onrecord.encoder import Scores
from onrecord.finding.assembly import Draft, drafts_of, inner_drafts
from onrecord.finding.carrying import carry_on
from onrecord.finding.conditions import condition_of, conditions_in
from onrecord.finding.judging import by_paragraph
from onrecord.finding.layers import mentions_in, names_in, timexes_in
from onrecord.finding.meaning import meaning_of_content, meanings_in
from onrecord.finding.nested import apart_from, within
from onrecord.finding.quantities import quantities_in
from onrecord.finding.quoting import Marks, words
from onrecord.finding.spans import Extent, Tagged, tagged
from onrecord.finding.telling import is_hearsay, tells_nothing
from onrecord.finding.transcript import spoken, told_by_others, turns_in
from onrecord.finding.triggers import triggers_in
from onrecord.records import (
    Attribution,
    Document,
    Findings,
    Judgement,
    Meaning,
    Mention,
    Name,
    Quantity,
    Span,
    Timex,
    Trigger,
    Zone,
)
from onrecord.sentences import sentences_of

_BATCH = 16  # windows decoded together
_FAR = 6  # words that are neither source nor cue, between two parts of one content
_LOOSE = " \t\u00a0,;:"


@dataclass(slots=True)
class _Seen:
    """What the windows that were read so far hold."""

    outer: list[Draft] = field(default_factory=list)
    inner: list[Draft] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    times: list[Timex] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    triggers: list[Trigger] = field(default_factory=list)
    conditions: list[Span] = field(default_factory=list)
    paragraphs: dict[int, Judgement] = field(default_factory=dict)
    meanings: list[Meaning] = field(default_factory=list)

    def see(self, one: Tagged, text: str, sentences: Sequence[Extent]) -> None:
        """Add what one window holds beside its outermost attributions; what the sentences mean is asked for."""
        self.inner += inner_drafts(one)
        self.names += names_in(one, text)
        self.mentions += mentions_in(one, text, len(self.mentions))
        self.times += timexes_in(one, text)
        self.quantities += quantities_in(one, text)
        self.triggers += triggers_in(one, text)
        self.conditions += conditions_in(one, text)
        self.paragraphs.update(by_paragraph(one.scores))
        self.meanings += meanings_in(one.scores, sentences)


def find(document: Document, scores: Iterable[Scores], *, meanings: bool = False) -> Findings:
    """What is found in a document, each kind in order of the text; every span is a slice of its text.

    `scores` are the encoder's, of `document.text`. With `meanings`, also what its sentences and its statements mean.
    """
    marks, seen = Marks.of(document.text), _Seen()
    sentences = list(sentences_of(document.text)) if meanings else []
    for batch in _batches(scores):
        seen.outer += drafts_of(batch)
        for one in tagged(batch):
            seen.see(one, document.text, sentences)
    drafts = _drafts(document, seen, marks)
    return Findings(
        attributions=tuple(_attribution(draft, marks, seen.conditions) for draft in drafts),
        names=tuple(seen.names),
        mentions=tuple(seen.mentions),
        times=tuple(seen.times),
        quantities=tuple(seen.quantities),
        triggers=tuple(seen.triggers),
        meanings=_meanings(seen.meanings, drafts) if meanings else (),
    )


def _drafts(document: Document, seen: _Seen, marks: Marks) -> list[Draft]:
    """All attributions, in order of their contents: in a transcript its form says who speaks."""
    settled = [_judged(draft, seen.paragraphs) for draft in _settled(document, seen.outer, marks)]
    turns = turns_in(document)
    outside, told = told_by_others(turns, settled, document.text) if turns else (settled, [])
    outer = [*outside, *spoken(turns, seen.paragraphs)]
    inner = within(outer, [_tidied(draft, marks) for draft in seen.inner], document.text)
    if turns:
        inner = [*told, *apart_from(told, told_by_others(turns, inner, document.text)[1])]
    return sorted([*outer, *inner], key=_place)


def drafts_in(document: Document, scores: Iterable[Scores], marks: Marks) -> list[Draft]:
    """Its outermost attributions as extents and with the evidence for each: what the confidence is fitted on."""
    return _settled(document, [draft for batch in _batches(scores) for draft in drafts_of(batch)], marks)


def _batches(scores: Iterable[Scores]) -> Iterator[list[Scores]]:
    """So many windows at a time: the scores of a long text would not fit into memory."""
    rows = iter(scores)
    while batch := list(islice(rows, _BATCH)):
        yield batch


def _settled(document: Document, drafts: Sequence[Draft], marks: Marks) -> list[Draft]:
    furniture = [z for z in document.zones if z.kind in ("byline", "credit", "dateline")]
    tidied = [_tidied(draft, marks) for draft in drafts if not _lies_in(furniture, draft)]
    return carry_on([d for d in tidied if not tells_nothing(d, document.text)], document.paragraphs(), marks)


def _tidied(draft: Draft, marks: Marks) -> Draft:
    """Content with its quotation marks, apart and in order, no mark alone; a cue that is only a colon is none.

    A source ends on its words: "Oduya, the mayor|," has a comma that is the sentence's. Of whom something is
    "reportedly" told is no source, but what the content begins with.
    """
    cue = draft.cue if draft.cue and words(marks.text[slice(*draft.cue)]) else None
    told = [extent for extent in draft.content if words(marks.text[slice(*extent)])] or draft.content
    content = _apart((marks.around(_trimmed(extent, marks.text)) for extent in told), marks.text)
    source = _trimmed(draft.source, marks.text) if draft.source else None
    content = _near(draft, content, marks)
    if cue and source and is_hearsay(marks.text[slice(*cue)]):
        return replace(draft, source=None, cue=cue, content=_apart((source, *content), marks.text))
    return replace(draft, source=source, cue=cue, content=content)


def _trimmed(extent: Extent, text: str) -> Extent:
    """Take off the blanks and commas at both ends."""
    start, end = extent
    inner = text[start:end].strip(_LOOSE)
    if not inner:
        return extent
    start += text[start:end].index(inner)
    return start, start + len(inner)


def _near(draft: Draft, content: tuple[Extent, ...], marks: Marks) -> tuple[Extent, ...]:
    """Leave out what stands apart from the rest: told in other words' company, it is somebody else's.

    Content that its source and cue split is told on both sides of them; a quotation may go on farther away.
    """
    groups = [[content[0]]]
    for extent in content[1:]:
        before = groups[-1][-1]
        quoted = marks.quoted(*before) or marks.quoted(*extent)
        if quoted or _words_between(draft, before[1], extent[0], marks.text) <= _FAR:
            groups[-1].append(extent)
        else:
            groups.append([extent])
    anchor = draft.cue or content[0]
    return tuple(min(groups, key=lambda group: min(max(a - anchor[1], anchor[0] - b, 0) for a, b in group)))


def _words_between(draft: Draft, start: int, end: int, text: str) -> int:
    """Count the words of [start, end) that are not the draft's own source and cue."""
    own = sum(words(text[max(start, a) : min(end, b)]) for a, b in filter(None, (draft.source, draft.cue)))
    return words(text[start:end]) - own


def _apart(extents: Iterable[Extent], text: str) -> tuple[Extent, ...]:
    """Join extents that overlap or have only blanks between them."""
    joined: list[Extent] = []
    for start, end in sorted(extents):
        between = text[joined[-1][1] : start] if joined else "\n"
        if not between.strip() and "\n" not in between:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _lies_in(zones: Sequence[Zone], draft: Draft) -> bool:
    """Whether the content stands in one of the zones (a byline, a credit line), where nobody says anything."""
    start, end = draft.content[0]
    return any(zone.start <= start and end <= zone.end for zone in zones)


def _meanings(sentences: Sequence[Meaning], drafts: Iterable[Draft]) -> tuple[Meaning, ...]:
    """What sentences and contents mean, in order; one of each kind for a stretch."""
    contents = (
        meaning_of_content(draft.content, None if draft.carried else draft.meaning, sentences) for draft in drafts
    )
    found = {(one.start, one.end, one.kind): one for one in (*contents, *sentences) if one is not None}
    return tuple(found[place] for place in sorted(found))


def _place(draft: Draft) -> tuple[Extent, ...]:
    return draft.content


def _judged(draft: Draft, paragraphs: Mapping[int, Judgement]) -> Draft:
    """A quotation that is carried over is judged by itself, where it is a paragraph of its own."""
    return replace(draft, judgement=paragraphs.get(draft.content[0][0], draft.judgement)) if draft.carried else draft


def _attribution(draft: Draft, marks: Marks, conditions: Sequence[Span]) -> Attribution:
    def span(extent: Extent | None) -> Span | None:
        return None if extent is None else Span.cut(marks.text, *extent)

    return Attribution(
        source=span(draft.source),
        cue=span(draft.cue),
        content=tuple(Span.cut(marks.text, *extent) for extent in draft.content),
        type="direct" if draft.spoken else marks.type_of(draft.content),
        carried=draft.carried,
        confidence=draft.confidence,
        judgement=draft.judgement,
        condition=condition_of(draft.content, conditions),
    )

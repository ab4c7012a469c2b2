"""Attributions within the content of others: what PolNeAR leaves unmarked, so that its silence must not teach it.

Each content of PolNeAR is read again on its own by weights that were trained on PolNeAR: there the inner attribution is
the outermost. Trees tell the same of sentences (`nested_in`). Both are silver.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.encoder import ROLES, Encoder
from onrecord.finding.finder import drafts_in
from onrecord.finding.quoting import Marks, words
from onrecord.records import Document, document_id
from training.conllu import Treebanked
from training.corpora.marked import Extent, Layer, Link, Mark, Marked
from training.treebank import nested

_LEAST = 5  # words of a content that is read again
_SURE = 0.5
_SPEAKER = frozenset(["i", "we", "he", "she", "it", "they"])  # the outer speaker again, nearly always: no other source


def with_inner(marked: Marked, teacher: Encoder) -> Marked:
    """Add layer `inner` and its links to a text whose layer `attribution` is marked."""
    contents = [m for m in marked.layers["attribution"].marks if m.kind == "content"]
    read = [m for m in contents if words(marked.text[m.start : m.end]) >= _LEAST]
    marks: list[Mark] = []
    links: dict[str, list[Link]] = {"inner_content_to_cue": [], "inner_cue_to_source": []}
    for source, cue, content in _read_again(marked.text, read, teacher):
        placed = _marks(source, cue, content)
        if all(a.end <= b.start or b.end <= a.start for a in placed for b in marks):
            marks += placed
            links["inner_content_to_cue"] += [Link(start, cue[0]) for start, _ in content]
            links["inner_cue_to_source"].append(Link(cue[0], source[0] if source else None))
    return _joined(marked, marks, links)


def _read_again(
    text: str, contents: Sequence[Mark], teacher: Encoder
) -> Iterator[tuple[Extent | None, Extent, Sequence[Extent]]]:
    """Read the contents as paragraphs of one text; yield source, cue and content found, in offsets of `text`."""
    lines = [text[m.start : m.end].replace("\n", " ") for m in contents]
    joined = "\n".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:i]) for i in range(len(lines))]
    document = Document(id=document_id(joined), text=joined)
    drafts = [d for d in drafts_in(document, teacher.scores(joined), Marks.of(joined)) if d.cue and not d.carried]
    for draft in drafts:
        spoken = joined[slice(*draft.source)].casefold() if draft.source else ""
        if (draft.confidence or 0.0) < _SURE or spoken in _SPEAKER or draft.cue is None:
            continue
        k = max(i for i, start in enumerate(starts) if start <= draft.cue[0])
        shift = contents[k].start - starts[k]
        line = starts[k], starts[k] + len(lines[k])
        told = [(max(a, line[0]), min(b, line[1])) for a, b in draft.content if a < line[1] and b > line[0]]
        if told and all(line[0] <= a and b <= line[1] for a, b in (draft.cue, draft.source or draft.cue)):
            source = _moved(draft.source, shift) if draft.source else None
            yield source, _moved(draft.cue, shift), [_moved(e, shift) for e in told]


def _moved(extent: Extent, by: int) -> Extent:
    return extent[0] + by, extent[1] + by


def _marks(source: Extent | None, cue: Extent, content: Iterable[Extent]) -> list[Mark]:
    named = [Mark(*source, "source")] if source else []
    return [*named, Mark(*cue, "cue"), *(Mark(*extent, "content") for extent in content)]


def _joined(marked: Marked, marks: list[Mark], links: dict[str, list[Link]]) -> Marked:
    layers = {**marked.layers, "inner": Layer(tuple(sorted(marks)))}
    return replace(marked, layers=layers, links={**marked.links, **{k: tuple(v) for k, v in links.items()}})


def nested_in(document: Treebanked) -> Marked:
    """A treebanked document with layer `inner`, as its trees tell it."""
    marks: list[Mark] = []
    links: dict[str, list[Link]] = {"inner_content_to_cue": [], "inner_cue_to_source": []}
    for found in nested(document):
        placed = [Mark(start, end, role) for role in ROLES for start, end in getattr(found, role)]
        if all(a.end <= b.start or b.end <= a.start for a in placed for b in marks):
            marks += placed
            cue = found.cue[0][0]
            links["inner_content_to_cue"] += [Link(start, cue) for start, _ in found.content]
            links["inner_cue_to_source"].append(Link(cue, found.source[0][0] if found.source else None))
    return _joined(Marked(document.name, document.text), marks, links)

"""Figures of corpora of quantities, each with its evidence, and right or wrong: what speaks for a figure in general.

The gold has few figures. NewsQuant's held-out sentences and GUM's held-out documents say which number has which hedge
and unit and counts what, though not all that the codebook asks; so weights are only drawn to what they tell.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from onrecord.encoder import Encoder
from onrecord.records import Document, Quantity, Span, document_id, record_id
from training.corpora import newsquant, quantity_trees
from training.corpora.marked import Layer, Mark, Marked
from training.judged_records import Judged, noted

_READERS = (newsquant.read, quantity_trees.read_gum)


def read_quantities(corpora: Path, encoder: Encoder) -> list[Judged]:
    """Return the figures of the held-out texts. Raises FileNotFoundError where a corpus is missing."""
    texts = (text for read in _READERS for text in read(corpora, "dev"))
    return [one for number, text in enumerate(texts) for one in judged(encoder, text, number)]


def judged(encoder: Encoder, text: Marked, number: int) -> Iterator[Judged]:
    """Yield the figures of one text, but for those that touch what its corpus leaves in doubt."""
    document = Document(id=document_id(text.text), text=text.text)
    findings, _, notes = noted(encoder, document)
    layer = text.layers["quantities"]
    groups = _grouped(layer)
    for quantity in findings.quantities:
        if not _in_doubt(quantity, layer):
            name = record_id(document.id, "figure", [(quantity.span.start, quantity.span.end)])
            if name in notes.of:  # resolving leaves out numbers that are no figures
                yield Judged(notes.of[name][1], is_right(quantity, groups), number)


def is_right(quantity: Quantity, groups: Iterable[Sequence[Mark]]) -> bool:
    """Whether a marked number begins where this one does and has the same parts: hedge, unit, the last word counted."""
    for group in groups:
        marks = {mark.kind: mark for mark in group}
        if marks["number"].start == quantity.number.start:
            parts = {"hedge": quantity.hedge, "unit": quantity.unit, "counted": quantity.counted}
            return all(_same(marks.get(kind), span) for kind, span in parts.items())
    return False


def _same(mark: Mark | None, span: Span | None) -> bool:
    if mark is None or span is None:
        return mark is None and span is None
    if mark.kind == "counted":
        return mark.end == span.end
    return mark.start < span.end and span.start < mark.end


def _grouped(layer: Layer) -> list[list[Mark]]:
    """Each number with the marks that are nearer to it than to any other."""
    numbers = [mark for mark in layer.marks if mark.kind == "number"]
    groups = {mark: [mark] for mark in numbers}
    for mark in layer.marks:
        if mark.kind != "number" and numbers:
            groups[min(numbers, key=lambda number: _distance(number, mark))].append(mark)
    return list(groups.values())


def _distance(one: Mark, other: Mark) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _in_doubt(quantity: Quantity, layer: Layer) -> bool:
    spans = [span for span in (quantity.span, quantity.counted) if span is not None]
    return any(span.start < end and start < span.end for span in spans for start, end in layer.unsure)

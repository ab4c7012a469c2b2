"""Score every head of the model by itself: `python -m evaluation.heads [--model FILE] [--json]`.

Held-out texts of the corpora go through the encoder and through finding, as the program reads them; what comes out is
compared with what the corpora mark. A stretch that a corpus leaves in doubt counts on neither side. `--part` reads a
third of the three longest corpora, as continuous integration does.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import islice
from pathlib import Path
from typing import Final

from evaluation.encoder import encoder_of
from evaluation.given import type_given
from evaluation.references import chains_of, conll_f1, count
from evaluation.relations import accuracy, macro_f1
from evaluation.scoring import Places, parser_of, run
from evaluation.scoring import Scores as Measures
from evaluation.spans import Span, agreement, f1
from onrecord.encoder import ROLES, Encoder
from onrecord.encoder.model import WEIGHTS
from onrecord.finding.assembly import Draft
from onrecord.finding.finder import drafts_in
from onrecord.finding.layers import mentions_in, names_in, timexes_in
from onrecord.finding.quantities import quantities_in
from onrecord.finding.quoting import Marks
from onrecord.finding.ranges import is_range
from onrecord.finding.spans import Tagged, extent_of, tagged
from onrecord.records import Document, Mention, Quantity, document_id
from training.corpora import gum, meantime, measeval, newsquant, plv, quantity_trees, re3d, timeml, uner, worldwide
from training.corpora.marked import Layer, Marked, Split
from training.polnear import marked_of, read_folder

Find = Callable[[str], list[Span]]
Read = Callable[[Path, Split], Iterator[Marked]]
_UNER = {"person": "person", "organization": "organization", "country": "location", "place": "location"}
_READERS: tuple[Read, ...] = (
    gum.read,
    meantime.read,
    measeval.read,
    newsquant.read,
    plv.read,
    quantity_trees.read_gum,
    re3d.read,
    timeml.read_tempeval,
    uner.read,
    worldwide.read,
)
_LONG: Final[frozenset[Read]] = frozenset((uner.read, worldwide.read))
_PART: Final = 3
"""One of so many texts of the long corpora, and of PolNeAR, is read where a part is asked for."""
_NEWS = frozenset(("news",))
_WORD = re.compile(r"\w+")


def score(where: Places, model: Path = WEIGHTS, *, part: bool = False) -> Measures:
    """Score each head on the held-out part of each corpus that marks it: percent, by `layer.corpus.measure`.

    `part`: on a third of the texts of the three longest. Raises FileNotFoundError where a corpus is missing.
    """
    encoder, dev = encoder_of(model), partial(_texts, where.corpora, part=part)
    out: Measures = {"names.uner": _spans(dev(uner.read), "names", partial(_names, encoder), kinds=_UNER)}
    readers = {"worldwide": worldwide.read, "gum": gum.read, "re3d": re3d.read, "meantime": meantime.read}
    for name, read in readers.items():
        out[f"names.{name}"] = _spans(dev(read), "names", partial(_names, encoder))
    for name, read in {"tempeval": timeml.read_tempeval, "meantime": meantime.read}.items():
        out |= _named(f"times.{name}", _times(dev(read), partial(_timexes, encoder)))
    readers = {"newsquant": newsquant.read, "measeval": measeval.read, "gum": quantity_trees.read_gum}
    for name, read in readers.items():
        out |= _named(f"quantities.{name}", _quantities(dev(read), encoder))
    out["mentions.gum"] = _spans(dev(gum.read), "mentions", partial(_mentions, encoder))
    out |= _named("references.gum_news", _references(dev(_gum_news), encoder))
    out |= _named("relations.plv", _relations(dev(plv.read), encoder))
    return out | _named("attribution", _roles(where, encoder, part=part))


def data_of(where: Places, *, part: bool = False) -> Iterator[tuple[str, bytes]]:
    """Yield everything that the scores rest on: each held-out text with what its reader says of it."""
    for read in _READERS:
        for text in _texts(where.corpora, read, part=part):
            marked = [(name, layer.marks, layer.unsure) for name, layer in sorted(text.layers.items())]
            told = marked, sorted(text.links.items()), text.relations
            yield f"{read.__module__}/{text.name}", f"{text.text}\n{told}".encode()
    for path in sorted((where.polnear / "dev").glob("*/*")):
        yield path.name, path.read_bytes()


def _texts(corpora: Path, read: Read, *, part: bool) -> Sequence[Marked]:
    """The held-out texts of one reader, or a part of them where they are many."""
    return _dev(corpora, read)[:: _PART if part and read in _LONG else 1]


@cache
def _dev(corpora: Path, read: Read) -> tuple[Marked, ...]:
    """The held-out texts of one reader; kept, as their digest and their scores both need them."""
    return tuple(read(corpora, "dev"))


def _gum_news(corpora: Path, split: Split) -> Iterator[Marked]:
    return gum.read(corpora, split, _NEWS)


def _named(prefix: str, scores: Measures) -> Measures:
    return {f"{prefix}.{name}": value for name, value in scores.items()}


def _spans(texts: Iterable[Marked], layer: str, find: Find, kinds: dict[str, str] | None = None, **how: bool) -> float:
    """F1 of the spans of a layer; `kinds` renames kinds, and leaves out those that it does not name."""
    counts: Counter[str] = Counter()
    for text in texts:
        if layer in text.layers:
            gold = _of(text.layers[layer])
            found = _beside_doubt(find(text.text), text.layers[layer])
            if kinds is not None:
                gold, found = ([(a, b, kinds[k]) for a, b, k in spans if k in kinds] for spans in (gold, found))
            counts += agreement(gold, found, **how)
    return f1(counts)


def _of(layer: Layer) -> list[Span]:
    return [(mark.start, mark.end, mark.kind) for mark in layer.marks]


def _beside_doubt(found: Iterable[Span], layer: Layer) -> list[Span]:
    """Without what touches a stretch that the corpus leaves in doubt."""
    return [span for span in found if all(span[1] <= a or b <= span[0] for a, b in layer.unsure)]


def _times(texts: Sequence[Marked], find: Find) -> Measures:
    """TempEval-3's measures: relaxed (an overlap counts), strict, and strict with the type."""
    return {
        "relaxed": _spans(texts, "times", find, relaxed=True, typed=False),
        "strict": _spans(texts, "times", find, typed=False),
        "type": _spans(texts, "times", find),
    }


def _quantities(texts: Sequence[Marked], encoder: Encoder) -> Measures:
    """F1 of the numbers; of the whole spans (number with hedge and unit); of the parts, each by its kind."""
    parts = partial(_parts, encoder)
    return {
        "number": _spans(texts, "quantities", parts, kinds={"number": "number"}),
        "span": _whole(texts, encoder),
        "parts": _spans(texts, "quantities", parts),
    }


def _whole(texts: Iterable[Marked], encoder: Encoder) -> float:
    counts: Counter[str] = Counter()
    for text in texts:
        layer = text.layers["quantities"]
        found = [(q.span.start, q.span.end, "") for q in _found(encoder, text.text)]
        counts += agreement(_joined(layer, text.text), _beside_doubt(found, layer))
    return f1(counts)


def _joined(layer: Layer, text: str) -> list[Span]:
    """Each number with the hedges and units that touch it, but for a blank or a hyphen between them.

    Two numbers that are the bounds of one, as finding judges it, are one figure for the codebook.
    """
    groups: list[list[tuple[int, int, str]]] = []
    for mark in layer.marks:
        if mark.kind == "counted":
            continue
        apart = not groups or text[groups[-1][-1][1] : mark.start].strip(" -\u00a0")
        second = mark.kind == "number" and groups and any(kind == "number" for _, _, kind in groups[-1])
        if apart or second:
            groups.append([])
        groups[-1].append((mark.start, mark.end, mark.kind))
    return list(_ranged(text, [group for group in groups if any(kind == "number" for _, _, kind in group)]))


def _ranged(text: str, groups: Sequence[Sequence[Span]]) -> Iterator[Span]:
    """The extents of groups with one number each, those of two bounds as one."""
    start, before = 0, None
    for k, group in enumerate(groups):
        number = next((first, last) for first, last, kind in group if kind == "number")
        start = start if before and is_range(text, before, number) else group[0][0]
        after = (
            next(((a, b) for a, b, kind in groups[k + 1] if kind == "number"), None) if k + 1 < len(groups) else None
        )
        if after is None or not is_range(text, number, after):
            yield start, group[-1][1], ""
        before = number


def _references(texts: Sequence[Marked], encoder: Encoder) -> Measures:
    """CoNLL F1 and its parts, mentions compared by the span of their base; accuracy of antecedents needs no more."""
    counts: Counter[str] = Counter()
    for text in texts:
        marks = text.layers["mentions"].marks
        place = {mark.start: k for k, mark in enumerate(marks)}
        before = {link.start: link.end for link in text.links["mention_to_antecedent"]}
        gold = [None if (end := before.get(m.start)) is None else place.get(end) for m in marks]
        found = _seen(encoder, text.text)
        counts += count(
            chains_of(gold, [(m.start, m.end) for m in marks]),
            chains_of([m.antecedent for m in found], [(m.span.start, m.span.end) for m in found]),
        )
    return conll_f1(counts)


def _relations(texts: Iterable[Marked], encoder: Encoder) -> Measures:
    """Macro-F1 and accuracy of the types of events whose two parties are given; PLV holds two of PLOVER's for one."""
    pairs = [
        (plv.as_plv(relation.type), plv.as_plv(type_given(encoder, text.text, relation.actor, relation.recipient)))
        for text in texts
        for relation in text.relations
    ]
    return {"macro": 100 * macro_f1(pairs), "accuracy": 100 * accuracy(pairs)}


def _roles(where: Places, encoder: Encoder, *, part: bool) -> Measures:
    """F1 of exact spans of each role on PolNeAR dev, first annotator, as CofeNet counts them (Wang et al. 2022).

    Spans are compared by the words that they hold, so that a quotation mark in or out is no error.
    """
    counts = {role: Counter[str]() for role in ROLES}
    for document in islice(read_folder(where.polnear / "dev"), 0, None, _PART if part else 1):
        words = [m.span() for m in _WORD.finditer(document.text)]
        gold = _of(marked_of(document)[0].layers["attribution"])
        read = Document(id=document_id(document.text), text=document.text)
        drafts = drafts_in(read, encoder.scores(read.text), Marks.of(read.text))
        found = [(*e, role) for d in drafts for role in ROLES for e in _extents(d, role)]
        for role in ROLES:
            counts[role] += agreement(*(_by_words(spans, words, role) for spans in (gold, found)))
    return {role: f1(count) for role, count in counts.items()}


def _extents(draft: Draft, role: str) -> Iterable[tuple[int, int]]:
    one = {"source": draft.source, "cue": draft.cue}
    return draft.content if role == "content" else filter(None, (one[role],))


def _by_words(spans: Iterable[Span], words: list[tuple[int, int]], role: str) -> list[Span]:
    """Number of the first word and of the last of each span of a role."""
    held = ([i for i, (a, b) in enumerate(words) if start < b and a < end] for start, end, k in spans if k == role)
    return [(inside[0], inside[-1] + 1, role) for inside in held if inside]


def _tagged(encoder: Encoder, text: str) -> list[Tagged]:
    return tagged(list(encoder.scores(text)))


def _names(encoder: Encoder, text: str) -> list[Span]:
    return [(n.span.start, n.span.end, n.kind) for one in _tagged(encoder, text) for n in names_in(one, text)]


def _timexes(encoder: Encoder, text: str) -> list[Span]:
    return [(t.span.start, t.span.end, t.type) for one in _tagged(encoder, text) for t in timexes_in(one, text)]


def _mentions(encoder: Encoder, text: str) -> list[Span]:
    return [(m.span.start, m.span.end, m.kind) for m in _seen(encoder, text)]


def _seen(encoder: Encoder, text: str) -> list[Mention]:
    found: list[Mention] = []
    for one in _tagged(encoder, text):
        found += mentions_in(one, text, len(found))
    return found


def _found(encoder: Encoder, text: str) -> list[Quantity]:
    return [quantity for one in _tagged(encoder, text) for quantity in quantities_in(one, text)]


def _parts(encoder: Encoder, text: str) -> list[Span]:
    runs = ((one.scores, run) for one in _tagged(encoder, text) for run in one.runs["quantities"])
    return [(*extent_of(scores, run), run.kind) for scores, run in runs]


def main() -> int:
    """Parse the command line, score and print."""
    parser = parser_of(__doc__)
    parser.add_argument("--model", type=Path, default=WEIGHTS, help="other weights than the package's")
    parser.add_argument("--part", action="store_true", help="a third of the three longest corpora")
    return run(parser, lambda where, given: score(where, given.model, part=given.part))


if __name__ == "__main__":
    sys.exit(main())

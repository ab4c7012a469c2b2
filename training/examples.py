"""Marked texts to examples: windows of pieces with a target for each layer, pointer and relation."""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.judgements import JUDGEMENTS
from onrecord.encoder.pieces import Pieces
from onrecord.encoder.pointers import paragraphs_within
from onrecord.encoder.tags import PLOVER, tags_of
from onrecord.encoder.windows import LIMIT, Window, windows_of
from training.corpora.marked import Extent, Layer, Marked
from training.syntax import TAUGHT

NONE = -100
_FEW_PIECES = 4
Integers = NDArray[np.int64]
Reals = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Way:
    """A kind of link: which pointer is trained by it, and the layer and kind that it leads from and to.

    A layer of None: the spans it leads from, or may lead to, are not all marked.
    """

    pointer: str
    layer: str | None
    target_layer: str | None
    target_kind: str | None = None


WAYS: Mapping[str, Way] = MappingProxyType(
    {
        "content_to_cue": Way("content_to_cue", "attribution", "attribution", "cue"),
        "cue_to_source": Way("cue_to_source", "attribution", "attribution", "source"),
        "inner_content_to_cue": Way("content_to_cue", "inner", "inner", "cue"),
        "inner_cue_to_source": Way("cue_to_source", "inner", "inner", "source"),
        "mention_to_antecedent": Way("mention_to_antecedent", "mentions", "mentions"),
        "event_to_actor": Way("event_to_actor", "events", None),
        "event_to_recipient": Way("event_to_recipient", "events", None),
    }
)
"""Links by their name in `Marked.links`; those of attributions within others train the same pointers."""


@dataclass(frozen=True, slots=True)
class Pointed:
    """The links of one way in a window: from where, to where (0: to nothing), and whether from a first piece."""

    places: Integers
    targets: Integers
    first: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Related:
    """A relation in a window: first pieces of actor and recipient, index into PLOVER, the paragraph [start, end)."""

    actor: int
    recipient: int
    type: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Valued:
    """Factuality in a window: the first piece of each predicate, and its value."""

    places: Integers
    values: Reals


@dataclass(frozen=True, slots=True)
class Stated:
    """A judged statement in a window: positions of cue and content, and for each of JUDGEMENTS its answer or NONE."""

    cue: Integers
    content: Integers
    answers: tuple[int, ...]
    sure: float


@dataclass(frozen=True, slots=True)
class Meant:
    """Stretches of a text and what each means: extents [k] of (start, end), vectors [k, width] of length one."""

    extents: tuple[Extent, ...]
    vectors: Reals


@dataclass(frozen=True, slots=True)
class Meaning:
    """A stretch of a window, the positions [start, end), and what it means: [width], of length one."""

    start: int
    end: int
    vector: Reals


@dataclass(frozen=True, slots=True)
class Example:
    """A window with its targets.

    tags: of each layer that is annotated, one tag index a position, NONE where nothing is to be learnt; unseen: of
    such a layer, the kinds that may hide behind O.
    """

    window: Window
    tags: Mapping[str, Integers]
    unseen: Mapping[str, frozenset[str]]
    pointed: Mapping[str, Pointed]
    related: tuple[Related, ...] = ()
    valued: Valued | None = None
    stated: tuple[Stated, ...] = ()
    meanings: tuple[Meaning, ...] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text cut into pieces once, for all epochs.

    readings: what several annotators say of it; meant: what its sentences mean, where that is taught.
    """

    paragraphs: list[Pieces]
    readings: tuple[Marked, ...]
    meant: Meant | None = None


def examples_of(prepared: Prepared, chance: random.Random | None = None) -> list[Example]:
    """Windows of a text with their targets; with `chance`, an annotator is drawn and so is the first window's length.

    Drawing it shifts every window's edge, so that no paragraph always stands first. Lines that do not belong together
    are windows of their own without `chance`, and with it stand in the company of a drawn number of others.
    """
    marked = chance.choice(prepared.readings) if chance else prepared.readings[0]
    if marked.together:
        first = chance.randint(40, LIMIT) if chance else None
        windows = list(windows_of(prepared.paragraphs, first=first))
    else:
        windows = [w for part in _companies(prepared.paragraphs, chance) for w in windows_of(part)]
    return [example_of(window, marked, prepared.meant) for window in windows]


def _companies(paragraphs: Sequence[Pieces], chance: random.Random | None) -> Iterator[Sequence[Pieces]]:
    start = 0
    while start < len(paragraphs):
        size = chance.randint(1, 4) if chance else 1
        yield paragraphs[start : start + size]
        start += size


def example_of(window: Window, marked: Marked, meant: Meant | None = None) -> Example:
    """One window with what is marked in it, and what its sentences mean."""
    tags = {name: tags_within(window, name, layer) for name, layer in marked.layers.items()}
    return Example(
        window=window,
        tags=tags,
        unseen={name: layer.unseen for name, layer in marked.layers.items()},
        pointed={name: _pointed(window, marked, name) for name in marked.links},
        related=tuple(_related(window, marked)),
        valued=_valued(window, marked),
        stated=tuple(_stated(window, marked)),
        meanings=tuple(_meanings(window, meant)) if meant else (),
    )


def tags_within(window: Window, name: str, layer: Layer) -> Integers:
    """The tag of each position of a window in one layer: NONE at special pieces (but in `attribution`) and if unsure.

    The attributions' tags are a chain over all positions, see `training.crf`.
    """
    names = tags_of(TAUGHT[name])
    tags = np.zeros(len(window), dtype=np.int64)
    if name != "attribution":
        tags[window.starts < 0] = NONE
    for extent in layer.unsure:
        tags[_places(window, extent)] = NONE
    for mark in layer.marks:
        place = _places(window, (mark.start, mark.end))
        tags[place] = names.index(f"I-{mark.kind}")
        tags[place[:1]] = names.index(f"B-{mark.kind}")
    return legal(tags, names)


def _places(window: Window, extent: Extent) -> Integers:
    """Positions of the pieces in an extent; they are in order, so two searches find them."""
    real = np.flatnonzero(window.starts >= 0)
    low = np.searchsorted(window.ends[real], extent[0], side="right")
    high = np.searchsorted(window.starts[real], extent[1], side="left")
    found = real[low:high]
    return found[window.starts[found] >= 0]


def legal(tags: Integers, names: tuple[str, ...]) -> Integers:
    """Overlaps and separators leave I tags with nothing before them: make them B."""
    for i in np.flatnonzero(tags > 0):
        name = names[tags[i]]
        before = names[tags[i - 1]] if i and tags[i - 1] >= 0 else "O"
        if name.startswith("I-") and before[2:] != name[2:]:
            tags[i] -= 1
    return tags


def _pointed(window: Window, marked: Marked, name: str) -> Pointed:
    layer = WAYS[name].layer
    ends = {m.start: m.end for m in marked.layers[layer].marks} if layer and layer in marked.layers else {}
    places: list[int] = []
    targets: list[int] = []
    first: list[bool] = []
    for link in marked.links[name]:
        mine = _places(window, (link.start, ends.get(link.start, link.start + 1)))
        target = 0 if link.end is None else next(iter(_places(window, (link.end, link.end + 1)).tolist()), NONE)
        if target == NONE and link.end is not None and name == "mention_to_antecedent" and _is_before(window, link.end):
            target = 0
        if len(mine) and target != NONE and window.starts[mine[0]] >= link.start:
            places += mine.tolist()
            targets += [target] * len(mine)
            first += [True] + [False] * (len(mine) - 1)
    return Pointed(np.array(places, dtype=np.int64), np.array(targets, dtype=np.int64), np.array(first, dtype=bool))


def _is_before(window: Window, offset: int) -> bool:
    """Whether an offset lies before the window: what is meant is then named for the first time in it."""
    return offset < int(window.starts[window.starts >= 0][0])


def _related(window: Window, marked: Marked) -> Iterator[Related]:
    paragraphs = paragraphs_within(window.ids)
    for relation in marked.relations:
        actor, recipient = _places(window, relation.actor), _places(window, relation.recipient)
        if len(actor) and len(recipient) and paragraphs[actor[0]] == paragraphs[recipient[0]]:
            same = np.flatnonzero((paragraphs == paragraphs[actor[0]]) & (window.starts >= 0))
            bounds = int(same[0]), int(same[-1]) + 1
            yield Related(int(actor[0]), int(recipient[0]), PLOVER.index(relation.type), *bounds)


def _valued(window: Window, marked: Marked) -> Valued | None:
    placed = [(_places(window, (v.start, v.end)), v.value) for v in marked.values]
    found = [(int(place[0]), value) for place, value in placed if len(place)]
    if not found:
        return None
    places, values = zip(*found, strict=True)
    return Valued(np.array(places, dtype=np.int64), np.array(values, dtype=np.float32))


def _stated(window: Window, marked: Marked) -> Iterator[Stated]:
    """The judged statements that begin in a window; a cue that lies outside it is as good as none."""
    for judged in marked.judged:
        content = np.concatenate([_places(window, extent) for extent in judged.content])
        if len(content) and window.starts[content[0]] <= judged.content[0][0] < window.ends[content[0]]:
            cue = np.concatenate([_places(window, extent) for extent in judged.cue] or [content[:0]])
            answers = tuple(
                NONE if said is None else JUDGEMENTS[name].index(said)
                for name, said in zip(JUDGEMENTS, (judged.act, judged.kind, judged.factuality), strict=True)
            )
            yield Stated(cue, content, answers, judged.sure)


def _meanings(window: Window, meant: Meant) -> Iterator[Meaning]:
    """The stretches that stand in a window as a whole."""
    real = window.starts >= 0
    low, high = int(window.starts[real][0]), int(window.ends[real].max())
    for (start, end), vector in zip(meant.extents, meant.vectors, strict=True):
        if low <= start and end <= high:
            place = _places(window, (start, end))
            if len(place) >= _FEW_PIECES:
                yield Meaning(int(place[0]), int(place[-1]) + 1, vector)


def merged(texts: Iterable[Marked]) -> list[Marked]:
    """Join what several readers say of the same text: a layer or link of the later ones is added if it is new."""
    found: dict[str, Marked] = {}
    for one in texts:
        held = found.get(one.text)
        if held is None:
            found[one.text] = one
            continue
        layers, links = {**one.layers, **held.layers}, {**one.links, **held.links}
        found[one.text] = Marked(
            held.name,
            held.text,
            layers,
            links,
            held.relations + one.relations,
            held.values + one.values,
            held.judged + one.judged,
            held.together,
        )
    return list(found.values())

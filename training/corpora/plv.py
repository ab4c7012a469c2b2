"""PLV (Hu et al. 2024, ACL): news sentences with a marked source and target and the PLOVER type of what passes.

PLV merges CONCEDE and RETREAT, as PLOVER did before 2021, into YIELD, and has no word marked that says what passes. Of
a YIELD the words of the table tell which of the two it is; a trigger is marked where one can be guessed.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from pathlib import Path

from onrecord.encoder.tags import PLOVER
from training.corpora.marked import Extent, Mark, Marked, Relation, Split, part_of
from training.corpora.trigger_words import Found, found_in, layer_of, nearest

HELD_OUT = 5
"""One of so many sentences is held out, with all pairs that are marked in it."""
YIELD = "YIELD"
YIELDS = ("CONCEDE", "RETREAT")
_RETREATED_FROM = re.compile(
    r"\b(?:sanctions?|embargo|blockade|boycott|tariffs?|curfew|emergency|martial law|siege)\b", re.IGNORECASE
)
"""To ease or lift these is to RETREAT in PLOVER's table of CAMEO's codes; to ease other bans is to CONCEDE."""
_TAG = re.compile(r"<(/?)([st])>")


@dataclass(frozen=True, slots=True)
class Pair:
    """What one row marks: extents of source and target, either of them perhaps absent, and PLV's own type."""

    actor: Extent | None
    recipient: Extent | None
    type: str


def read(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield PLV's sentences of one split, each once, with all pairs that are marked in it.

    Relations are whole; a row that marks only one of the two gives at most a trigger. Raises FileNotFoundError where
    PLV is missing, ValueError for a type that is none of PLOVER's.
    """
    for number, (text, pairs) in enumerate(pairs_by_sentence(corpora / "plv_relations" / "PLV_train.tsv").items()):
        if part_of(text, HELD_OUT) == split:
            marked = sentence_of(f"plv-{number}", text, pairs)
            if marked.relations or marked.layers:
                yield marked


def as_plv(type_: str) -> str:
    """A type of PLOVER as PLV has it, so that scores can be held against published ones."""
    return YIELD if type_ in YIELDS else type_


def pairs_by_sentence(path: Path) -> dict[str, list[Pair]]:
    """The pairs of each sentence, in the order of the rows."""
    sentences: dict[str, list[Pair]] = {}
    with path.open(encoding="utf8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            text, extents = unmarked(row["marked_sentence"])
            type_ = row["gold_root"]
            if type_ != YIELD and type_ not in PLOVER:
                raise ValueError(f"{path}: {type_!r} is no type of PLOVER")
            actor, recipient = closest(extents["s"], extents["t"])
            sentences.setdefault(text, []).append(Pair(actor, recipient, type_))
    return sentences


def unmarked(sentence: str) -> tuple[str, dict[str, list[Extent]]]:
    """Return a sentence without its tags, and the extents of each tag's content, blanks at its edges left out."""
    extents: dict[str, list[Extent]] = {"s": [], "t": []}
    text = ""
    opened = last = 0
    for tag in _TAG.finditer(sentence):
        text += sentence[last : tag.start()]
        last = tag.end()
        if tag[1]:
            extents[tag[2]].append(_stripped(text, opened))
        opened = len(text)
    return text + sentence[last:], extents


def _stripped(text: str, start: int) -> Extent:
    content = text[start:]
    return start + len(content) - len(content.lstrip()), start + len(content.rstrip())


def closest(sources: Sequence[Extent], targets: Sequence[Extent]) -> tuple[Extent | None, Extent | None]:
    """Of a source and a target that are each marked wherever they are named, the two that stand nearest."""
    if not sources or not targets:
        return (sources[0] if sources else None), (targets[0] if targets else None)
    return min(product(sources, targets), key=lambda pair: max(pair)[0] - min(pair)[1])


def sentence_of(name: str, text: str, pairs: Iterable[Pair]) -> Marked:
    """A sentence with the relations of its pairs, and with the layer `events` where each pair's trigger is found."""
    triggers: list[Mark | None] = []
    relations = []
    for pair in pairs:
        found, type_ = trigger_of(text, pair)
        triggers.append(Mark(found.start, found.end, type_) if found else None)
        if pair.actor and pair.recipient:
            relations.append(Relation(pair.actor, pair.recipient, type_))
    layers = {}
    if all(triggers) and _apart(marks := {mark for mark in triggers if mark}):
        layers = {"events": layer_of(found_in(text), marks)}
    return Marked(name, text, layers, relations=tuple(relations), together=False)


def trigger_of(text: str, pair: Pair) -> tuple[Found | None, str]:
    """The likeliest trigger of a pair, if any, and its type, one of PLOVER's sixteen.

    A YIELD of which no word tells more is a CONCEDE, as the unspecified code of CAMEO (080) is in PLOVER's own table.
    """
    if pair.type != YIELD:
        return nearest(text, found_in(text, pair.type), pair.type, pair.actor, pair.recipient), pair.type
    guesses = {one: nearest(text, found_in(text, one), one, pair.actor, pair.recipient) for one in YIELDS}
    likelier = YIELDS[bool(_RETREATED_FROM.search(text))]
    best = max(YIELDS, key=lambda one: (_sureness(guesses[one], one), one == likelier))
    return guesses[best], best


def _sureness(found: Found | None, type_: str) -> int:
    return 0 if found is None else 1 + (type_ in found.certain)


def _apart(marks: Iterable[Mark]) -> bool:
    ordered = sorted(marks)
    return all(one.end <= other.start for one, other in pairwise(ordered))

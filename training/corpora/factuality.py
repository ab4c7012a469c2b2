"""How far what a sentence tells is a fact: UDS, UW, MEANTIME and RP by the predicate, MegaVeridicality by the verb.

Stanovsky et al. (2017) brought these onto one scale, from -3 (certainly not so) over 0 (unknown) to 3 (certainly so).
All lie here as tokens that blanks part, each with predicates by the place of their token.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypedDict

from training.corpora.detokenise import detokenise
from training.corpora.marked import Marked, Split, Value, part_of

HELD_OUT = 5
"""Of MEANTIME, which has no held-out part of its own, one of so many groups of sentences is held out."""
GROUP = 16
"""Sentences in one text, each on a line of its own."""
_BRACKETS: Final = ("lrb", "rrb")
_STRAIGHT: Final = str.maketrans("“”‘’", "\"\"''")
_SIGNS: Final = {"_": "—", "`": "‘", "{": "[", "}": "]"}
_HYPHEN: Final = "_"  # `detokenise` joins on both sides of it, and no token is one any more
_STOPS: Final = frozenset(",.?!")


class _Target(TypedDict):
    span1: list[int]
    label: float


class _Row(TypedDict):
    text: str
    targets: list[_Target]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as running text, and the predicates in it that are valued, in order."""

    text: str
    values: tuple[Value, ...]


def read_uds(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield UDS's sentences (It Happened v2, Rudinger et al. 2018; web texts) of the corpus's own split.

    Raises FileNotFoundError where the corpus is missing.
    """
    yield from _texts("uds", sentences_of(corpora / "uds_it_happened" / f"{split}.jsonl"))


def read_uw(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield UW's sentences (Lee et al. 2015; newswire) of the corpus's own split.

    They are sentences of TempEval-3's documents, and some of `train` are of documents that `timeml.read_tempeval` holds
    out. What is learnt here is another layer, of which those documents' held-out times tell nothing.
    Raises FileNotFoundError where the corpus is missing.
    """
    yield from _texts("uw", sentences_of(corpora / "uw_factuality" / f"{split}.jsonl"))


def read_meantime_factuality(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield MEANTIME's sentences (Minard et al. 2016; Wikinews): a fifth of the groups of neighbours, by name, is dev.

    Raises FileNotFoundError where the corpus is missing.
    """
    texts = _texts("meantime-factuality", sentences_of(corpora / "meantime_factuality" / "train.jsonl"))
    return (text for text in texts if part_of(text.name, HELD_OUT) == split)


def read_verbs(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield what verbs say of the clause that they govern: RP's sentences by its own split, and in train all of MV2.

    MegaVeridicality (White et al. 2018) has sentences of a template ("Someone was told that a particular thing
    happened"), which teach the verbs and nothing else: they should weigh little.
    Raises FileNotFoundError where the corpus is missing.
    """
    folder = corpora / "megaveridicality"
    yield from _texts("rp", sentences_of(folder / f"rp.{split}.jsonl"))
    if split == "train":
        yield from _texts("mv2", sentences_of(folder / "mv2-all.jsonl"))


def sentences_of(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a file that have a predicate valued; see `sentence_of`."""
    with path.open(encoding="utf8") as lines:
        for line in lines:
            row: _Row = json.loads(line)
            sentence = sentence_of(row["text"].split(" "), row["targets"])
            if sentence.values:
                yield sentence


def sentence_of(tokens: Sequence[str], targets: Sequence[_Target]) -> Sentence:
    """A sentence as it would be printed, with its valued predicates.

    A target of several tokens is left out: in RP it is a whole clause with a modal verb ("that he could come"), and the
    value tells whether he could, not whether he came. So is a sentence whose brackets a parser wrote as letters.
    """
    if any(letters in token.casefold() for token in tokens for letters in _BRACKETS):
        return Sentence(" ".join(tokens), ())
    written = rewritten(tokens)
    text, extents = detokenise(written)
    signs = list(text.translate(_STRAIGHT))
    for token, (start, _) in zip(written, extents, strict=True):
        if token == _HYPHEN:
            signs[start] = "-"
    values = [Value(*extents[t["span1"][0]], t["label"]) for t in targets if t["span1"][1] - t["span1"][0] == 1]
    return Sentence("".join(signs), tuple(sorted(values, key=lambda value: value.start)))


def rewritten(tokens: Sequence[str]) -> list[str]:
    """The same number of tokens with today's signs, quotation marks telling their side and _HYPHEN surely joining."""
    written = [_SIGNS.get(token, token) for token in tokens]
    for place in range(len(written)):
        before, after = written[place - 1] if place else "", "".join(written[place + 1 : place + 2])
        if written[place] == after == "'":  # a mark that was cut in two
            written[place : place + 2] = ["", "''"]
        elif written[place] == ".-":  # "Fla.-based", cut wrongly
            written[place - 1 : place + 1] = [f"{before}.", _HYPHEN]
        elif written[place] == "-" == "".join(written[place + 2 : place + 3]):  # "over-the-counter"
            written[place] = written[place + 2] = _HYPHEN
        elif written[place] == "‘" and "'" in written[place:]:
            written[written.index("'", place)] = "’"
    _side(written)
    return written


def _side(tokens: list[str]) -> None:
    """Give each double quotation mark its side."""
    places = [place for place, token in enumerate(tokens) if token in ("``", "''", '"')]
    opened = False
    for place in places:
        opened = not _closes(tokens, place, opened, alone=len(places) == 1)
        tokens[place] = "“" if opened else "”"


def _closes(tokens: Sequence[str], place: int, opened: bool, *, alone: bool) -> bool:
    """Whether a quotation mark closes, `opened` telling whether one is open; the quotation may begin a sentence before.

    Some files write '' on both sides.
    """
    if tokens[place] == "``":
        return False
    if opened or not any(tokens[place + 1 :]):
        return True
    after = tokens[place + 1]
    return alone and place > 0 and tokens[place - 1] in _STOPS and after[:1].islower()


def _texts(name: str, sentences: Iterable[Sentence]) -> Iterator[Marked]:
    """Sentences as lines of texts that are named after their corpus and numbered."""
    held = list(sentences)
    for start in range(0, len(held), GROUP):
        yield text_of(f"{name}-{start // GROUP}", held[start : start + GROUP])


def text_of(name: str, sentences: Sequence[Sentence]) -> Marked:
    """One text with each sentence on a line of its own; the lines do not belong together."""
    values: list[Value] = []
    start = 0
    for sentence in sentences:
        values += [Value(start + one.start, start + one.end, one.value) for one in sentence.values]
        start += len(sentence.text) + 1
    return Marked(name, "\n".join(sentence.text for sentence in sentences), values=tuple(values), together=False)

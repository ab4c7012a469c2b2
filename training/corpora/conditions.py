"""Conditions read off Universal Dependencies trees: "if …", "unless …", "as long as …", "should these …".

A condition is an adverbial clause by its marker, or by an auxiliary before its subject; also a phrase with "in case
of".
"""

from collections.abc import Iterator
from pathlib import Path

from training.conllu import Sentence, Treebanked, Word, read_conllu
from training.corpora.marked import Layer, Mark, Marked, Split

_MARKERS = frozenset(["if", "unless", "provided", "providing", "assuming", "lest"])
_OPENINGS = (
    ("as", "long", "as"),
    ("so", "long", "as"),
    ("in", "case"),
    ("in", "the", "event"),
    ("on", "condition"),
    ("on", "the", "condition"),
    ("even", "if"),
    ("only", "if"),
)
_NOT = (("as", "if"), ("what", "if"))
_INVERTED = frozenset(["should", "had", "were"])
_LOOSE = frozenset(",.;:-–—\"'“”’‘!?")


def read_ewt(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield the English Web Treebank's documents with layer `conditions`."""
    yield from map(conditions_of, read_conllu(corpora / "ud_ewt" / f"en_ewt-ud-{split}.conllu"))


def read_gum(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield the documents of GUM's open part with layer `conditions`."""
    for path in sorted((corpora / "gum" / "open" / "dep" / split).glob("*.conllu")):
        yield from map(conditions_of, read_conllu(path))


def conditions_of(document: Treebanked) -> Marked:
    """A treebanked document with its conditions; of two of which one holds the other the outer one is marked."""
    marks: list[Mark] = []
    for sentence in document.sentences:
        for word in sentence.words:
            extent = _extent(sentence, word) if word.basic in ("advcl", "obl") else None
            if extent and all(extent[1] <= mark.start or mark.end <= extent[0] for mark in marks):
                marks.append(Mark(*extent, "condition"))
    return Marked(document.name, document.text, {"conditions": Layer(tuple(sorted(marks)))})


def _extent(sentence: Sentence, head: Word) -> tuple[int, int] | None:
    """The extent of a clause or phrase that is a condition, without punctuation at its ends."""
    words = [sentence.word(n) for n in sorted(sentence.subtree(head.number))]
    while words and words[0].form in _LOOSE:
        words.pop(0)
    while words and words[-1].form in _LOOSE:
        words.pop()
    forms = [word.form.casefold() for word in words]
    whole = bool(words) and words[-1].number - words[0].number == len(words) - 1
    if not whole or not _is_condition(sentence, head, forms):
        return None
    return words[0].start, words[-1].end


def _is_condition(sentence: Sentence, head: Word, forms: list[str]) -> bool:
    if any(tuple(forms[: len(opening)]) == opening for opening in _NOT):
        return False
    opened = any(tuple(forms[: len(opening)]) == opening for opening in _OPENINGS)
    if head.basic == "obl":
        return opened and forms[:1] == ["in"]
    marked = any(mark.form.casefold() in _MARKERS for mark in sentence.children(head.number, "mark"))
    return opened or marked or _is_inverted(sentence, head, forms)


def _is_inverted(sentence: Sentence, head: Word, forms: list[str]) -> bool:
    """Whether an auxiliary opens the clause and its subject follows: "should talks fail"."""
    if not forms or forms[0] not in _INVERTED or len(forms) < 3:
        return False
    subjects = sentence.children(head.number, "nsubj")
    verbs = [*sentence.children(head.number, "aux", "cop"), head]
    first = min((v.number for v in verbs if v.form.casefold() == forms[0]), default=0)
    return bool(subjects) and 0 < first < subjects[0].number

"""Conditions read off Universal Dependencies trees: "if …", "unless …", "as long as …", "should these …".

A condition is an adverbial clause by its marker, or by an auxiliary before its subject; also a phrase with "in case
of". It begins at its marker: "just", "especially" and brackets stand outside. What a tree leaves open (a clause that
hangs on nothing, "if any", "without saying") teaches nothing. Relations: https://universaldependencies.org/en/.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from training.conllu import Sentence, Treebanked, Word, read_conllu
from training.corpora.marked import Extent, Layer, Mark, Marked, Split

_MARKERS = frozenset(["if", "unless", "provided", "providing", "assuming"])
_PARTICIPLES = frozenset(["provided", "providing", "assuming"])
_FOCUS = frozenset(["even", "only"])
_CLAUSES = (
    ("as", "long", "as"),
    ("so", "long", "as"),
    ("in", "case"),
    ("in", "the", "event", "that"),
    ("on", "condition", "that"),
    ("on", "the", "condition", "that"),
)
_PHRASES = (
    ("in", "case", "of"),
    ("in", "the", "event", "of"),
    *(opening for opening in _CLAUSES if opening[-1] == "that"),
)
_BEFORE = 2  # words such as "just" or "but only" in front of an opening
_COMPARED = frozenset(["as", "than", "what", "like"])
_WHETHER = frozenset(["about", "for", "of", "on"])
_INVERTED = frozenset(["should", "had", "were"])
_REDUCED = frozenset(["any", "anything", "ever", "only"])
_SHORT = 3  # words of "if not downright dangerous", less the first
_MODALS = frozenset(["can", "could", "will", "would", "may", "might"])
_OPEN_CLAUSES = frozenset(["ccomp", "xcomp", "csubj", "fixed"])
_LOOSE = frozenset(",.;:-–—\"'“”’‘!?") | {"...", "…", "``", "''", "(", "[", "--"}
_CLOSING = {")": "(", "]": "["}


def read_ewt(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield the English Web Treebank's documents with layer `conditions`. Raises FileNotFoundError without it."""
    yield from map(conditions_of, read_conllu(corpora / "ud_ewt" / f"en_ewt-ud-{split}.conllu"))


def read_gum(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield the documents of GUM's open part with layer `conditions`. Raises FileNotFoundError where it is missing."""
    paths = sorted((corpora / "gum" / "open" / "dep" / split).glob("*.conllu"))
    if not paths:
        raise FileNotFoundError(f"{corpora / 'gum'}: no treebank of its open part")
    for path in paths:
        yield from map(conditions_of, read_conllu(path))


def conditions_of(document: Treebanked) -> Marked:
    """A treebanked document with its conditions; of two of which one holds the other the outer one is marked."""
    sure: list[Extent] = []
    open_: list[Extent] = []
    for sentence in document.sentences:
        for word in sentence.words:
            words, decided = _clause(sentence, word)
            if words:
                (sure if decided else open_).append((words[0].start, words[-1].end))
    kept = _outermost(sure)
    unsure = [e for e in _outermost(open_) if all(e[1] <= start or end <= e[0] for start, end in kept)]
    layer = Layer(tuple(Mark(*extent, "condition") for extent in kept), unsure=tuple(unsure))
    return Marked(document.name, document.text, {"conditions": layer})


def _outermost(extents: Sequence[Extent]) -> list[Extent]:
    kept: list[Extent] = []
    for extent in sorted(extents, key=lambda e: (e[0], -e[1])):
        if not kept or kept[-1][1] <= extent[0]:
            kept.append(extent)
    return kept


def _clause(sentence: Sentence, head: Word) -> tuple[list[Word], bool]:
    """The words of the condition that hangs on `head`, none where there is none, and whether it surely is one."""
    words = [sentence.word(n) for n in sorted(sentence.subtree(head.number))]
    while words and words[0].form in _LOOSE:
        words.pop(0)
    forms = [word.form.casefold() for word in words]
    begin = _opening(sentence, head, words, forms)
    if begin is None:
        return [], False
    whole = words[-1].number - words[begin].number == len(words) - begin - 1
    sure = whole and head.basic in ("advcl", "obl", "advmod") and not _is_doubtful(sentence, head, forms[begin:])
    return _trimmed(words[begin:]), sure


def _trimmed(words: list[Word]) -> list[Word]:
    """Take away punctuation at the end, a bracket only where it was opened before the clause."""
    while words:
        last, forms = words[-1].form, [word.form for word in words]
        opened = _CLOSING.get(last)
        if last not in _LOOSE and (opened is None or forms.count(opened) >= forms.count(last)):
            break
        words = words[:-1]
    return words


def _opening(sentence: Sentence, head: Word, words: list[Word], forms: list[str]) -> int | None:
    """Where among its words a condition begins, None where it is none."""
    if head.basic == "obl":
        return _starting(forms, _PHRASES)
    if head.basic == "advmod":  # "as long as" hangs on "long", and what must hold on that
        clausal = any(sentence.children(clause.number, "nsubj") for clause in sentence.children(head.number, "advcl"))
        return _starting(forms, _CLAUSES[:2]) if clausal else None
    if head.basic == "advcl":
        begin = _starting(forms, _CLAUSES)
        if begin is not None:
            return begin
        if head.form.casefold() in _PARTICIPLES and sentence.children(head.number, "ccomp"):
            return None if sentence.children(head.number, "nsubj", "aux", "mark") else words.index(head)
        if _is_inverted(sentence, head, forms):
            return 0
    return _marked(sentence, head, words, forms)


def _starting(forms: Sequence[str], openings: Sequence[tuple[str, ...]]) -> int | None:
    return next(
        (i for i in range(_BEFORE + 1) for opening in openings if tuple(forms[i : i + len(opening)]) == opening), None
    )


def _marked(sentence: Sentence, head: Word, words: list[Word], forms: list[str]) -> int | None:
    """Where the conjunction stands: "if" but not "as if", nor one that stands for "whether"."""
    if head.basic in _OPEN_CLAUSES or (head.basic == "conj" and sentence.word(head.head).basic in _OPEN_CLAUSES):
        return None
    known = _MARKERS | {"without"} if head.basic == "advcl" else _MARKERS
    marks = [mark for mark in sentence.children(head.number, "mark") if mark.form.casefold() in known]
    if not marks or marks[0] not in words:
        return None
    at = words.index(marks[0])
    before = sentence.word(marks[0].number - 1) if marks[0].number > 1 else None
    if before and (before.form.casefold() in _COMPARED or (before.form.casefold() in _WHETHER and before in words)):
        return None
    if forms[0] in _COMPARED | {"when"}:
        return None
    return at - 1 if at and forms[at - 1] in _FOCUS else at


def _is_doubtful(sentence: Sentence, head: Word, forms: list[str]) -> bool:
    """Whether it is open if something is meant as a condition: "if any", "most, if not all", "left without paying"."""
    if forms[0] == "without":
        ruler = sentence.word(head.head)
        helpers = sentence.children(ruler.number, "aux")
        negated = any(w.lemma in ("not", "never") for w in sentence.children(ruler.number, "advmod"))
        return not (negated and any(w.lemma in _MODALS for w in helpers))
    after = [form for form in forms[1:] if form.isalpha()]
    if forms[0] != "if" or not after:
        return False
    lesser = after[0] == "not" and 1 < len(after) <= _SHORT and head.upos not in ("VERB", "AUX")
    return lesser or after == ["that"] or (after[0] in _REDUCED and len(after) < _SHORT)


def _is_inverted(sentence: Sentence, head: Word, forms: list[str]) -> bool:
    """Whether an auxiliary opens the clause and its subject follows: "should talks fail"."""
    if not forms or forms[0] not in _INVERTED or len(forms) < 3:
        return False
    subjects = sentence.children(head.number, "nsubj")
    verbs = [*sentence.children(head.number, "aux", "cop"), head]
    first = min((v.number for v in verbs if v.form.casefold() == forms[0]), default=0)
    return bool(subjects) and 0 < first < subjects[0].number

"""Figures read off dependency trees, for layer `quantities`: silver from UD English EWT and GUM's open part.

What the trees cannot tell (how a bare numeral is meant) is left in doubt; dates, clock times, ages, years, numbers in
lists and in names are no quantities. Relations: https://universaldependencies.org/en/.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.conllu import Sentence, Treebanked, Word, read_conllu
from training.corpora.marked import Extent, Layer, Mark, Marked, Split
from training.corpora.quantity_words import VAGUE, Number, hedges_of, numbers_in, ordered
from training.corpora.unit_words import Unit, unit_of

_MONTH_NEAR = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? (?:\d{1,2},? )?$")
_MONTH_AFTER = re.compile(r"(?:st|nd|rd|th)? (?:of )?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b")
_CLOCK_AFTER = re.compile(r"(?::\d| ?[ap]\.?m\b| o[’']clock)", re.IGNORECASE)
_AGE_AFTER = re.compile(r"[ -]?(?:years?|months?|weeks?|days?|yrs?)[ -]old\b|-old\b|[ -]?y\.?o\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_GLUED = re.compile(r"[\w/:.#@-]$")
_KNOWN_GROUP = frozenset(("the", "both", "these", "those", "my", "his", "her", "its", "our", "their", "your"))
_SMALL_GROUP = 20
_ONE_OF_MANY = re.compile(r"one (?:point|time|day|night)\b", re.IGNORECASE)
_PREMODIFIERS = frozenset(("amod", "compound", "nmod", "flat", "det", "punct", "advmod", "nummod", "conj", "cc"))
_LISTED = frozenset(("list", "discourse"))
_LIKE_HEDGES = frozenset(("case", "mark", "cc", "compound", "obj"))


def read_ewt(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield the documents of UD English EWT's own split. Raises FileNotFoundError where the treebank is missing."""
    for document in read_conllu(corpora / "ud_ewt" / f"en_ewt-ud-{split}.conllu"):
        yield figures_of(document)


def read_gum(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield the documents of GUM's own split, its open part. Raises FileNotFoundError where it is missing."""
    paths = sorted((corpora / "gum" / "open" / "dep" / split).glob("GUM_*.conllu"))
    if not paths:
        raise FileNotFoundError(f"{corpora / 'gum'}: no treebank of its open part")
    for path in paths:
        for document in read_conllu(path):
            yield figures_of(document)


def figures_of(document: Treebanked) -> Marked:
    """Return a document's layer `quantities`."""
    marks: list[Mark] = []
    unsure: list[Extent] = []
    for sentence in document.sentences:
        reader = _Reader(document.text, sentence)
        marks += reader.marks()
        unsure += reader.unsure
    layer = Layer(ordered(document.text, marks), unsure=tuple(sorted(unsure)))
    return Marked(document.name, document.text, {"quantities": layer})


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number with the words that it takes up and the one of them on which the others hang."""

    number: Number
    words: tuple[Word, ...]
    top: Word


class _Reader:
    """Reads the figures of one sentence; what it cannot decide it lists in `unsure`."""

    def __init__(self, text: str, sentence: Sentence) -> None:
        self.unsure: list[Extent] = []
        self._text = text
        self._sentence = sentence

    def marks(self) -> list[Mark]:
        """All marks, numbers before what stands beside them, so that where two overlap a number stays."""
        numbers: list[Mark] = []
        beside: list[Mark] = []
        for figure in self._figures():
            found = self._parts(figure) if figure.number.value is not None else self._vague(figure)
            numbers += [mark for mark in found if mark.kind == "number"]
            beside += [mark for mark in found if mark.kind != "number"]
        taken = [(mark.start, mark.end) for mark in numbers]
        return numbers + [cut for mark in beside for cut in _cut(self._text, mark, taken)]

    def _figures(self) -> Iterator[_Figure]:
        words = self._sentence.words
        if not words:
            return
        start, end = words[0].start, words[-1].end
        text = self._text[start:end]
        vague = [Number(start + v.start(), start + v.end(), None) for v in VAGUE.finditer(text)]
        exact = [Number(start + n.start, start + n.end, n.value) for n in numbers_in(text)]
        done = start
        for number in sorted(vague + exact, key=lambda n: (n.start, -n.end)):
            covered = tuple(w for w in words if w.start < number.end and number.start < w.end)
            tops = [w for w in covered if not any(w.head == other.number for other in covered)]
            if number.start >= done and tops:
                done = number.end
                yield _Figure(number, covered, tops[-1])

    def _parts(self, figure: _Figure) -> list[Mark]:
        number = figure.number
        if self._is_no_quantity(figure):
            return []
        unit = unit_of(self._text, number.start, number.end)
        if self._is_doubtful(figure, unit):
            self.unsure.append((number.start, number.end))
            return []
        start, end = (min(number.start, unit.start), max(number.end, unit.end)) if unit else (number.start, number.end)
        marks = [Mark(number.start, number.end, "number"), *self._hedges(figure, start, end)]
        marks += [Mark(unit.start, unit.end, "unit")] if unit else []
        counted = None if unit and unit.bare else self._counted(figure, end, unit)
        return [*marks, counted] if counted else marks

    def _is_no_quantity(self, figure: _Figure) -> bool:
        """Whether a number is a date, a clock time, an age, a year, a number in a list, or glued to something."""
        text, number = self._text, figure.number
        before, written = text[max(0, number.start - 20) : number.start], text[number.start : number.end]
        if (
            _CLOCK_AFTER.match(text, number.end)
            or _AGE_AFTER.match(text, number.end)
            or re.search(r"\bage[ds]? $", before)
        ):
            return True
        if _MONTH_NEAR.search(before) or (_MONTH_AFTER.match(text, number.end) and written.isdigit()):
            return True
        if (
            _YEAR.fullmatch(written)
            and unit_of(text, number.start, number.end) is None
            and figure.top.basic != "nummod"
        ):
            return True
        if figure.top.basic in _LISTED or _GLUED.search(before) or re.match(r"[/:#@_]\w", text[number.end :]):
            return True
        return written.lower() == "one" and figure.top.basic != "nummod"

    def _is_doubtful(self, figure: _Figure, unit: Unit | None) -> bool:
        """Whether it is open how a number is meant: a bare numeral, a group known already, part of a name, "one"."""
        if unit is not None:
            loose = _ONE_OF_MANY.match(self._text, figure.number.start)
            return loose is not None or self._text[figure.number.end : figure.number.end + 1] == "-"
        head = self._head(figure)
        if figure.top.upos not in ("NUM", "NOUN", "ADJ", "DET") or figure.top.basic == "compound":
            return True
        if _YEAR.fullmatch(self._text, figure.number.start, figure.number.end):
            return True
        if head is None:
            return not self._of(figure.top) and not self._hedges(figure, figure.number.start, figure.number.end)
        known = any(w.lemma in _KNOWN_GROUP for w in self._sentence.children(head.number, "det", "nmod"))
        small = figure.number.value is not None and figure.number.value <= _SMALL_GROUP
        one = figure.number.value == 1
        name = head.upos == "PROPN" and "Plur" not in head.features
        return one or name or (known and small) or head.start < figure.number.start or not _is_noun(head)

    def _head(self, figure: _Figure) -> Word | None:
        """The noun that a number belongs to; of numbers joined by "and" or "or" that of the first."""
        word = figure.top
        if word.basic == "conj" and word.head and self._sentence.word(word.head).basic == "nummod":
            word = self._sentence.word(word.head)
        modifies = word.basic in ("nummod", "amod", "det") and word.head
        return self._sentence.word(word.head) if modifies else None

    def _of(self, word: Word) -> Word | None:
        """The noun behind "of": "dozens of people", "five percent of the voters"."""
        for noun in self._sentence.children(word.number, "nmod", "obl"):
            cases = self._sentence.children(noun.number, "case")
            if noun.start > word.end and _is_noun(noun) and any(c.lemma == "of" for c in cases):
                return noun
        return None

    def _hedges(self, figure: _Figure, start: int, end: int) -> list[Mark]:
        """The hedges beside a figure, less words that the tree has as a preposition to it all ("talk about 5 men")."""
        found = []
        for mark in hedges_of(self._text, start, end, figure.number.end):
            words = [w for w in self._sentence.words if mark.start <= w.start and w.end <= mark.end]
            if any(w.basic not in _LIKE_HEDGES for w in words) or not any(w.form.isalpha() for w in words):
                found.append(mark)
            elif any(w.basic != "case" for w in words):
                self.unsure.append((mark.start, mark.end))
        return found

    def _counted(self, figure: _Figure, end: int, unit: Unit | None) -> Mark | None:
        head = self._head(figure) if unit is None else None
        noun = head or self._of(figure.top) or self._of_unit(figure, unit)
        return self._phrase(noun, end) if noun is not None and noun.start >= end else None

    def _of_unit(self, figure: _Figure, unit: Unit | None) -> Word | None:
        inside = [w for w in self._sentence.words if unit and unit.start <= w.start < unit.end]
        return next((noun for word in inside if (noun := self._of(word))), None)

    def _phrase(self, noun: Word, after: int) -> Mark | None:
        """A noun with the modifiers before it, articles and possessives left out, behind an offset."""
        first = noun
        for child in self._sentence.children(noun.number):
            inner = [self._sentence.word(n) for n in self._sentence.subtree(child.number)]
            if after <= child.start < noun.start and child.basic in _PREMODIFIERS and child.lemma not in _KNOWN_GROUP:
                lead = min((w for w in inner if w.start >= after), key=lambda w: w.start)
                first = lead if lead.start < first.start and lead.basic not in ("case", "det", "punct") else first
        tail = [w for w in self._sentence.children(noun.number, "flat") if w.start > noun.start]
        between = self._text[first.start : noun.start]
        plain = not re.search(r"[,;:()\"“”]", between)
        return Mark(first.start if plain else noun.start, max([noun.end, *(w.end for w in tail)]), "counted")

    def _vague(self, figure: _Figure) -> list[Mark]:
        """The parts of "dozens of people" and "several people"; in doubt where nothing is counted."""
        number = figure.number
        unit = unit_of(self._text, number.start, number.end)
        noun = self._head(figure) or self._of(figure.top)
        if noun is None or noun.start < number.end or not _is_noun(noun):
            self.unsure.append((number.start, number.end))
            return []
        marks = [Mark(number.start, number.end, "number"), *self._hedges(figure, number.start, number.end)]
        if unit is not None:
            return [*marks, Mark(unit.start, unit.end, "unit")]
        counted = self._phrase(noun, number.end)
        return [*marks, counted] if counted else marks


def _is_noun(word: Word) -> bool:
    return word.upos in ("NOUN", "PROPN") and any(letter.isalpha() for letter in word.form)


def _cut(text: str, mark: Mark, taken: Sequence[Extent]) -> Iterator[Mark]:
    """What is left of a mark behind the last number within it."""
    start = max([end for begin, end in taken if begin < mark.end and mark.start < end], default=mark.start)
    while start < mark.end and not text[start].isalnum() and start != mark.start:
        start += 1
    if start < mark.end:
        yield Mark(start, mark.end, mark.kind)

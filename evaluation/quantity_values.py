"""Score figures on NewsQuant: `python -m evaluation.quantity_values [--trained] [--errors FILE] [--json]`.

NewsQuant (Almasian et al. 2023) is single news sentences with their quantities. Each sentence goes through the whole
program, and its figures are compared: `value` is the F1 of numbers that are right, `value_and_unit` of those whose
unit is right too, `value_and_bound` of those whose bound (the corpus's "change") is. CQE has 92.0, 85.6, 88.1,
quantulum3 73.0, 47.2 on all 590 sentences.

Measured is the fifth of the given half that the weights never saw (`training.corpora.newsquant`); `--trained`
measures the other four fifths, whose errors may be looked at. What the codebook leaves out and the corpus counts
(ages, "the two sides", "5G", a year's rank) counts as missed. A figure without a number ("dozens") is no prediction,
as the corpus marks none. Two bounds are one value where the words state a range. A thing that is counted is right where
the head of our phrase is a word of the corpus's. The corpus's "up" and "down" tell which way a value went, which the
codebook does not: they count as right where no hedge is read; `bound_without_trends` leaves them out.
`value_without_ages` leaves out the corpus's ages, which are no figures for the codebook.
"""

import argparse
import math
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from evaluation.encoder import reader_of
from evaluation.scoring import Places, Scores, parser_of, run
from evaluation.unit_names import ours_of
from onrecord.encoder.model import WEIGHTS
from onrecord.pipeline import Reader
from onrecord.records import Document, Figure, document_id
from onrecord.resolving.units import COUNT
from training.corpora.marked import Split
from training.corpora.newsquant import FILE, Quantity
from training.corpora.newsquant import sentences as sentences_of

_RANGE: Final = re.compile(r"(?P<low>[\d.]+(?:[Ee][+-]?\d+)?)-(?P<high>[\d.]+(?:[Ee][+-]?\d+)?)")
_CHANGES: Final[dict[str, tuple[str | None, ...]]] = {
    "=": ("exact", "range", None),
    "up": ("exact", "range", None),
    "down": ("exact", "range", None),
    "~": ("about",),
    ">": ("more_than", "at_least"),
    "<": ("less_than", "at_most"),
}
_PLAIN: Final = (COUNT, "time")
"""Units of what is only counted: the corpus has none for "1.4 times", and "count" in "78 times a minute"."""
_TRENDS: Final = ("up", "down")
_AGES: Final = ("age", "year of age")
_COUNTED: Final = ("quantities", "sentences")
_CLOSE: Final = 1e-5
"""How near two numbers are the same, as the paper's own script has it."""


class Sentence(NamedTuple):
    """A sentence and its quantities."""

    text: str
    quantities: tuple[Quantity, ...]


class Pair(NamedTuple):
    """A quantity with the figure that has its value, and whether unit and bound agree."""

    quantity: Quantity
    figure: Figure
    unit: bool
    bound: bool


def score(where: Places, model: Path = WEIGHTS, split: Split = "dev", errors: Path | None = None) -> Scores:
    """Return the F1 scores on one split; `errors` is where what is wrong is written, for `train` only.

    Raises FileNotFoundError where the corpus is missing, ModelError.
    """
    sentences = list(read(where.corpora, split))
    read_by = reader_of(model)
    figures = [figures_in(read_by, sentence.text) for sentence in sentences]
    if errors is not None and split == "train":
        lines = (line for pair in zip(sentences, figures, strict=True) for line in wrong(*pair))
        errors.write_text("\n".join(lines), encoding="utf8")
    return measured(sentences, figures)


def f1s_of(scores: Scores) -> Scores:
    """Return the measures alone, without the numbers of quantities and sentences."""
    return {name: value for name, value in scores.items() if name not in _COUNTED}


def data_of(where: Places) -> Iterator[tuple[str, bytes]]:
    """Yield the corpus. Raises FileNotFoundError where it is missing."""
    path = where.corpora / FILE
    yield path.name, path.read_bytes()


def read(corpora: Path, split: Split) -> Iterator[Sentence]:
    """Yield the sentences of one split. Raises FileNotFoundError where the corpus is missing."""
    for text, quantities in sentences_of(corpora, split):
        yield Sentence(text, tuple(quantities))


def figures_in(reader: Reader, text: str) -> list[Figure]:
    """Return the figures of a sentence that state a number."""
    record = reader.read(Document(id=document_id(text), text=text))
    return [one for one in record.figures if one.value is not None or one.bound == "range"]


def measured(sentences: Sequence[Sentence], figures: Sequence[Sequence[Figure]]) -> Scores:
    """Return the F1 scores of the figures read in each sentence, and how many quantities there are."""
    counts: Counter[str] = Counter()
    for sentence, read_in in zip(sentences, figures, strict=True):
        found = pairs(sentence.quantities, read_in)
        counts["gold"] += len(sentence.quantities)
        counts["read"] += len(read_in)
        counts["value"] += len(found)
        counts["value_and_unit"] += sum(pair.unit for pair in found)
        counts["value_and_bound"] += sum(pair.bound for pair in found)
        counts["ages"] += sum(quantity["normalized_unit"] in _AGES for quantity in sentence.quantities)
        counts["ages_found"] += sum(pair.quantity["normalized_unit"] in _AGES for pair in found)
        counts["trends"] += sum(quantity["change"] in _TRENDS for quantity in sentence.quantities)
        counts["trends_found"] += sum(pair.quantity["change"] in _TRENDS for pair in found)
        counts["plain_bound"] += sum(pair.bound and pair.quantity["change"] not in _TRENDS for pair in found)
    names = ("value", "value_and_unit", "value_and_bound")
    scores = {name: _f1(counts[name], counts["gold"], counts["read"]) for name in names}
    plain = counts["gold"] - counts["trends"], counts["read"] - counts["trends_found"]
    aged, aged_found = counts["ages"], counts["ages_found"]
    return scores | {
        "value_without_ages": _f1(counts["value"] - aged_found, counts["gold"] - aged, counts["read"] - aged_found),
        "bound_without_trends": _f1(counts["plain_bound"], *plain),
        "value.precision": 100 * counts["value"] / max(1, counts["read"]),
        "value.recall": 100 * counts["value"] / max(1, counts["gold"]),
        "quantities": float(counts["gold"]),
        "sentences": float(len(sentences)),
    }


def pairs(quantities: Iterable[Quantity], figures: Iterable[Figure]) -> list[Pair]:
    """Pair each quantity with one figure of its value, one whose unit and bound agree before another."""
    left, found = list(figures), list[Pair]()
    for quantity in quantities:
        same = [one for one in left if has_value(one, quantity["value"])]
        judged = [Pair(quantity, one, has_unit(one, quantity), has_bound(one, quantity)) for one in same]
        if judged:
            best = max(judged, key=lambda pair: (pair.unit, pair.bound))
            found.append(best)
            left.remove(best.figure)
    return found


def has_value(figure: Figure, stated: str) -> bool:
    """Whether a figure's number, or its two bounds, are those that the corpus states; a few are misspelt."""
    span = _RANGE.fullmatch(stated)
    if span is not None:
        bounds = figure.low, figure.high
        return figure.bound == "range" and all(map(_same, bounds, (float(span["low"]), float(span["high"]))))
    try:
        return _same(figure.value, float(stated))
    except ValueError:
        return False


def has_unit(figure: Figure, quantity: Quantity) -> bool:
    """Whether a figure is in the unit that the corpus states, or counts the things that it names."""
    stated = quantity["normalized_unit"]
    wanted = ours_of(stated)
    base, _, rate = (figure.unit or COUNT).partition("/")
    if figure.unit == wanted or (base in _PLAIN and wanted == (f"{COUNT}/{rate}" if rate else COUNT)):
        return True
    if base != COUNT or not figure.counted:
        return False
    named, _, per = stated.casefold().partition(" per ")
    heads = _singulars(_head(figure.counted))
    return per == rate and any(heads & _singulars(word) for word in re.findall(r"\w+", named))


def has_bound(figure: Figure, quantity: Quantity) -> bool:
    """Whether a figure's bound is the corpus's change."""
    return figure.bound in _CHANGES.get(quantity["change"], ())


def wrong(sentence: Sentence, figures: Sequence[Figure]) -> list[str]:
    """Return a line for each quantity that is not read right, and for each figure that is none of the corpus's."""
    found = pairs(sentence.quantities, figures)
    lines = []
    for quantity in sentence.quantities:
        pair = next((one for one in found if one.quantity is quantity), None)
        said = f"{quantity['change']} {quantity['value']} {quantity['normalized_unit']}"
        if pair is None:
            lines.append(f"missed\t{said}\t-\t{sentence.text}")
        elif not (pair.unit and pair.bound):
            what = "unit" if not pair.unit else "bound"
            lines.append(f"{what}\t{said}\t{_shown(pair.figure)}\t{sentence.text}")
    paired = [pair.figure for pair in found]
    return lines + [f"extra\t-\t{_shown(one)}\t{sentence.text}" for one in figures if one not in paired]


def _shown(figure: Figure) -> str:
    value = figure.value if figure.value is not None else f"{figure.low}-{figure.high}"
    return f"{figure.bound} {value} {figure.unit} {figure.counted} [{figure.span.text}]"


def _head(counted: str) -> str:
    words = re.findall(r"\w+", re.split(r" (?:of|in|for|with|to|from|on|at|by|who|that|which) ", counted.casefold())[0])
    return words[-1] if words else ""


def _singulars(word: str) -> frozenset[str]:
    """What may be the singular of a word, itself among them: "cases" is "case", "boxes" is "box"."""
    irregular = {"men": "man", "women": "woman", "children": "child"}
    endings = (("ies", "y"), ("es", ""), ("s", ""))
    shorter = {word.removesuffix(ending) + single for ending, single in endings if word.endswith(ending)}
    return frozenset({irregular.get(word, word), *shorter} - {""})


def _same(mine: float | None, stated: float) -> bool:
    return mine is not None and math.isclose(mine, stated, rel_tol=_CLOSE, abs_tol=1e-8)


def _f1(right: int, gold: int, read_: int) -> float:
    return 200 * right / (gold + read_) if gold + read_ else 0.0


def main() -> int:
    """Parse the command line, score and print."""
    parser = parser_of(__doc__)
    parser.add_argument("--model", type=Path, default=WEIGHTS, help="other weights than the package's")
    parser.add_argument("--trained", action="store_true", help="measure what the weights were trained on")
    parser.add_argument("--errors", type=Path, help="with --trained: write what is wrong here")

    def measure(where: Places, given: argparse.Namespace) -> Scores:
        return score(where, given.model, "train" if given.trained else "dev", given.errors)

    return run(parser, measure)


if __name__ == "__main__":
    sys.exit(main())

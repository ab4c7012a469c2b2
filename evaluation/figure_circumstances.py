"""Score where and as of when figures hold, on news labelled by hand: `python -m evaluation.figure_circumstances`.

The texts go the whole way of `onrecord read`. Of the labelled figures: `precision` is the share of right ones among
those that are given a place (or a time), `recall` among those that have one; a figure that is not found is a miss.
Scored are the two halves of the labels apart: rules may be written by the errors of `train`, not by those of `dev`.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable
from typing import Final

from evaluation.encoder import reader_of
from evaluation.scoring import Places, Scores, parser_of, run
from onrecord.reading import read_text
from onrecord.records import Figure, Record
from training.corpora import labelled_figures
from training.corpora.labelled_figures import Labelled, LabelledText
from training.corpora.marked import Split

_SPLITS: Final[tuple[Split, ...]] = ("train", "dev")
_ARTICLE: Final = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_WORLD: Final = re.compile(r"(?:the )?world(?:[- ]?wide)?|global(?:ly)?")


def score(where: Places) -> Scores:
    """Read the labelled texts and score them: percent, and the number of figures. Raises FileNotFoundError."""
    reader = reader_of()
    scores: Scores = {}
    for split in _SPLITS:
        texts = labelled_figures.read(where.corpora, split)
        read = ((one, reader.read(read_text(one.text, published=one.published))) for one in texts)
        scores |= {f"{split}.{name}": value for name, value in measures(read).items()}
    return scores


def measures(read: Iterable[tuple[LabelledText, Record]]) -> Scores:
    """Precision and recall of places and times in percent, and how many figures there are and are found."""
    counts: Counter[str] = Counter()
    for text, record in read:
        for figure in text.figures:
            counts += tally(figure, record)
    return {
        **{f"{name}.precision": _share(counts, f"{name}.right", f"{name}.given") for name in ("where", "as_of")},
        **{f"{name}.recall": _share(counts, f"{name}.right", f"{name}.has") for name in ("where", "as_of")},
        "figures": counts["of"],
        "found": counts["found"],
    }


def tally(labelled: Labelled, record: Record) -> Counter[str]:
    """Count one labelled figure: found; has a place and time, is given them, and the right ones."""
    found = found_at(labelled, record)
    counts = Counter({"of": 1, "found": int(found is not None)})
    given_where, given_as_of = (found.where, found.as_of) if found is not None else (None, None)
    counts += _one("where", bool(labelled.where), given_where, is_there(labelled, record, given_where))
    return counts + _one("as_of", labelled.as_of is not None, given_as_of, _is_then(labelled.as_of, given_as_of))


def _is_then(wanted: str | None, given: str | None) -> bool:
    """Whether a time is the one wanted, or an hour of that day."""
    return given == wanted or (None not in (given, wanted) and str(given).startswith(f"{wanted}T"))


def found_at(labelled: Labelled, record: Record) -> Figure | None:
    """Return the record's figure that overlaps a labelled one most."""
    start, end = labelled.extent
    near = [(min(end, one.span.end) - max(start, one.span.start), one) for one in record.figures]
    return max(near, key=lambda pair: pair[0])[1] if near and max(n for n, _ in near) > 0 else None


def is_there(labelled: Labelled, record: Record, given: str | None) -> bool:
    """Whether a place is one of the right ones, as the text has it or by the name of whatever is mentioned there."""
    text = record.document.text
    right = {plain(text[start:end]) for start, end in labelled.where}
    for entity in record.entities:
        called = [m for m in entity.mentions for a, b in labelled.where if _is_of(text, m.start, m.end, a, b)]
        right.update(plain(name) for one in called for name in (entity.name, one.text))
    return given is not None and plain(given) in right


def _is_of(text: str, start: int, end: int, first: int, last: int) -> bool:
    """Whether a mention at [start, end) is of the place at [first, last): within it, or going on behind a comma."""
    return (first <= start and end <= last) or (start == first and text[last : last + 1] == ",")


def plain(place: str) -> str:
    """A place in lower case without its article; "worldwide" is the world."""
    bare = _ARTICLE.sub("", place.strip(), count=1).casefold()
    return "world" if _WORLD.fullmatch(bare) else bare


def _one(name: str, has: bool, given: str | None, right: bool) -> Counter[str]:
    told = given is not None
    return Counter({f"{name}.has": int(has), f"{name}.given": int(told), f"{name}.right": int(has and told and right)})


def _share(counts: Counter[str], part: str, whole: str) -> float:
    return 100 * counts[part] / max(1, counts[whole])


def main() -> int:
    """Parse the command line, score and print."""
    return run(parser_of(__doc__), lambda where, given: score(where))


if __name__ == "__main__":
    sys.exit(main())

"""Score commitments: `python -m evaluation.commitments [--json]`.

Nine documents that were labelled whole (judged/commitments_whole.tsv) are read and what is printed of them compared: is
it a commitment, are all found, by whom, to whom, by when, on what condition. What samples of 214 printed over all
documents were judged to be (judged/commitments.tsv) is summed up beside it. Fifteen seconds on one core.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evaluation.encoder import reader_of
from evaluation.scoring import Places, Scores, parser_of, run
from onrecord.comparing.positions.commitments import Commitment, commitments_of
from onrecord.records import Record

JUDGED: Final = Path(__file__).with_name("judged") / "commitments.tsv"
WHOLE: Final = Path(__file__).with_name("judged") / "commitments_whole.tsv"
FIELDS: Final = ("by", "to", "due", "condition")
# A label and what is printed are of one clause if they begin so near each other and overlap.
_NEAR: Final = 60


@dataclass(frozen=True, slots=True)
class Label:
    """A commitment as it was labelled: [start, end) of a document, names, a TIMEX3 value, the condition's extent."""

    document: str
    part: str
    start: int
    end: int
    by: frozenset[str]
    to: frozenset[str]
    due: str
    condition: str


def labels(path: Path = WHOLE) -> list[Label]:
    """Return the labelled commitments."""
    return [
        Label(
            row["document"], row["part"], int(row["start"]), int(row["end"]), *_names(row), row["due"], row["condition"]
        )
        for row in judged_rows(path)
    ]


def judged_rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a judged file: lines that begin with `#` tell how it was judged."""
    lines = [line for line in path.read_text(encoding="utf8").splitlines() if not line.startswith("#")]
    header, *rows = (line.split("\t") for line in lines)
    yield from (dict(zip(header, row, strict=True)) for row in rows)


def verdicts(path: Path = JUDGED) -> Scores:
    """Return what the judged sample came to, in percent, with the counts that it is of."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in judged_rows(path):
        for field in ("is", *FIELDS):
            counts[f"{row['part']}.{field}"][row[field]] += 1
    scores: Scores = {}
    for name, count in counts.items():
        good, bad = ("yes", "no") if name.endswith(".is") else ("right", "wrong")
        if count[good] + count[bad]:
            scores[f"judged.{name}"] = _percent(count[good], count[good] + count[bad])
            scores[f"judged.{name}.of"] = count[good] + count[bad]
        if count["missing"] + count["unknown"]:
            scores[f"judged.{name}.not_found"] = count["missing"] + count["unknown"]
    return scores


def compare(wanted: Sequence[Label], found: Iterable[tuple[str, Commitment]]) -> Scores:
    """Return precision and recall of commitments, and of those found the share whose fields are right.

    `found` has each with its document's name. Of what a label has or what is printed for it, both empty is not counted.
    """
    left, printed = list(wanted), 0
    fields: Counter[str] = Counter()
    for document, one in found:
        printed += 1
        label = next((label for label in left if label.document == document and _meet(label, one)), None)
        if label is not None:
            left.remove(label)
            fields.update(_fields(label, one))
    hit = len(wanted) - len(left)
    shares = {field: _percent(fields[field], fields[f"{field}.of"]) for field in FIELDS if fields[f"{field}.of"]}
    return {"precision": _percent(hit, printed), "recall": _percent(hit, len(wanted)), **shares, "of": len(wanted)}


def data_of(where: Places) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of the labels and of the documents that they are of."""
    yield WHOLE.name, WHOLE.read_bytes()
    for name in dict.fromkeys(label.document for label in labels()):
        yield name, (where.corpora.parent / "documents" / name).read_bytes()


def score(where: Places, part: str | None = None) -> Scores:
    """Read the labelled documents and compare; of one `part` of them, or all. Raises FileNotFoundError."""
    wanted = [label for label in labels() if part in (None, label.part)]
    found = [(name, one) for name, record in _read(where, wanted) for one in commitments_of(record)]
    return compare(wanted, found)


def held(where: Places) -> Scores:
    """Return what has floors: what is of more than a few labels."""
    return {name: value for name, value in score(where).items() if name not in ("condition", "of")}


def _read(where: Places, wanted: Iterable[Label]) -> Iterator[tuple[str, Record]]:
    from onrecord.reading import read

    reader = reader_of()
    for name in dict.fromkeys(label.document for label in wanted):
        path = where.corpora.parent / "documents" / name
        yield name, reader.read(read(str(path), settings=reader.settings))


def _meet(label: Label, one: Commitment) -> bool:
    near = abs(label.start - one.words.start) < _NEAR
    return near and label.start < one.words.end and one.words.start < label.end


def _fields(label: Label, one: Commitment) -> Iterator[str]:
    """Name the fields that count, with `.of`, and those of them that are right."""
    condition = "" if one.condition is None else f"{one.condition.start}-{one.condition.end}"
    pairs = {
        "by": (label.by, frozenset(who.name for who in one.by)),
        "to": (label.to, frozenset(who.name for who in one.to)),
        "due": (label.due, "" if one.due is None else one.due.value),
        "condition": (label.condition, condition),
    }
    for field, (wanted, found) in pairs.items():
        if wanted or found:
            yield f"{field}.of"
            if wanted == found:
                yield field


def _names(row: dict[str, str]) -> tuple[frozenset[str], frozenset[str]]:
    by, to = (frozenset(filter(None, row[field].split(";"))) for field in ("by", "to"))
    return by, to


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def main() -> int:
    """Parse the command line, score and print."""
    parser = parser_of(__doc__)
    return run(
        parser,
        lambda where, _: {
            **{f"{part}.{name}": value for part in ("first", "fresh") for name, value in score(where, part).items()},
            **verdicts(),
        },
    )


if __name__ == "__main__":
    sys.exit(main())

"""Score `onrecord figures` on one thing, labelled by hand: `python -m evaluation.figure_series [--json] [--misses]`.

The documents that tell of North Korean troops in Russia (`documents/`, beside the corpora) are read by the program, and
the series "North Korean troops" is made of their figures. Of the figures that US officials gave in briefings and in
reports (`judged/troop_figures.tsv`):

- `us.found`: the share that is in the series; `us.bound`: with the right bound and number; `us.date`: said on the day
  that is labelled, and placed at a moment that may be the labelled one; `us.speaker`: by whom it was said; `us.whole`:
  with all three right.
- `all.found`, `all.whole`: the same of everybody's figures.
- `belongs`: the share of the series' figures that are of such troops; `series`: how many figures it has.

Those killed and wounded are another thing: `lost.found` is of the labelled ones in "North Korean troops lost" or
"… killed". Reading takes about a minute on one core.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evaluation.encoder import reader_of
from evaluation.scoring import Places, Scores, parser_of, run
from onrecord.comparing import ask, series_of, traces_of
from onrecord.comparing.figures.moments import Days, held_on, may_coincide, said_on
from onrecord.comparing.figures.telling import told_figures_of
from onrecord.days import days_of
from onrecord.folding import fold
from onrecord.records import Record, ToldFigure

FILE: Final = Path(__file__).with_name("judged") / "troop_figures.tsv"
ASKED: Final = "North Korean troops"
FATES: Final = ("lost", "killed", "wounded")
FOLDERS: Final = ("briefings", "reports")


@dataclass(frozen=True, slots=True)
class Label:
    """A figure as it was labelled; `document` is a path under the documents' folder."""

    document: str
    start: int
    end: int
    thing: str
    by: str
    bound: str
    numbers: tuple[float | None, float | None, float | None]
    said: str
    as_of: str
    speakers: tuple[str, ...]


def labels(path: Path = FILE) -> list[Label]:
    """Read the labelled figures."""
    lines = [line for line in path.read_text(encoding="utf8").splitlines() if not line.startswith("#")]
    return [_label(line.split("\t")) for line in lines[1:]]


def _label(fields: Sequence[str]) -> Label:
    document, start, end, thing, by, bound, value, low, high, said, as_of, speakers = fields
    numbers = (_number(value), _number(low), _number(high))
    return Label(document, int(start), int(end), thing, by, bound, numbers, said, as_of, tuple(speakers.split("|")))


def _number(said: str) -> float | None:
    return float(said) if said else None


def documents_of(where: Places) -> list[Path]:
    """The documents that are read: all briefings and reports, and what is labelled besides.

    Raises FileNotFoundError where the folder is not there.
    """
    folder = where.corpora.parent / "documents"
    if not folder.is_dir():
        raise FileNotFoundError(f"{folder}: not found")
    named = {folder / label.document for label in labels()}
    return sorted({path for name in FOLDERS for path in (folder / name).glob("*.md")} | named)


def data_of(where: Places) -> Iterator[tuple[str, bytes]]:
    """Yield each document that is read, and the labels, by name."""
    yield FILE.name, FILE.read_bytes()
    yield from ((path.name, path.read_bytes()) for path in documents_of(where))


def records(where: Places) -> list[tuple[str, Record]]:
    """Read each document, and return it with its path under the documents' folder."""
    from onrecord.reading import read

    reader, folder = reader_of(), where.corpora.parent / "documents"
    return [
        (path.relative_to(folder).as_posix(), reader.read(read(str(path), settings=reader.settings)))
        for path in documents_of(where)
    ]


def score(where: Places, *, misses: bool = False) -> Scores:
    """Read the documents, make the series and compare it with the labels; `misses` are printed."""
    return compare(records(where), labels(), misses=misses)


def shares_of(scores: Scores) -> Scores:
    """Return the shares alone: what is counted is no quality."""
    return {name: value for name, value in scores.items() if name != "series" and not name.endswith(".labelled")}


def compare(read: Sequence[tuple[str, Record]], labelled: Sequence[Label], *, misses: bool = False) -> Scores:
    """Return the measures of the series made of these records, each under its path."""
    address = {path: record.document.id for path, record in read}
    keyed = [told for _, record in read for told in _keyed(record)]
    series = _series(ASKED, keyed)
    lost = [told for fate in FATES for told in _series(f"{ASKED} {fate}", keyed)]
    counts: Counter[str] = Counter()
    for label in labelled:
        found = _found(address.get(label.document), label, series if label.thing == "troops" else lost)
        right = _right(found, label)
        groups = ["lost"] if label.thing == "lost" else ["all"]
        if label.by == "us" and label.document.startswith(FOLDERS) and label.thing == "troops":
            groups.append("us")
        for group in groups:
            counts.update([group, *(f"{group}.{name}" for name, is_right in right.items() if is_right)])
        if misses and not right["whole"]:
            print(label.document, label.start, label.thing, label.by, found and found.figure, right)
    places = {(address.get(one.document), one.start) for one in labelled if one.thing == "troops"}
    counts["belongs"] = sum(any(d == told.page.document and _over(told, s) for d, s in places) for told in series)
    return _shares(counts, len(series))


def _keyed(record: Record) -> Iterator[ToldFigure]:
    """The figures that a ledger would find by the keys of what is asked."""
    keys = traces_of(record).figures
    asked = set(ask(ASKED).keys())
    yield from (told for told in told_figures_of(record) if asked & set(keys.get(told.figure.id, ())))


def _series(asked: str, keyed: Sequence[ToldFigure]) -> list[ToldFigure]:
    return list(series_of(ask(asked), keyed).all())


def _found(document: str | None, label: Label, series: Sequence[ToldFigure]) -> ToldFigure | None:
    same = (told for told in series if told.page.document == document)
    return next((t for t in same if t.figure.span.start < label.end and label.start < t.figure.span.end), None)


def _over(told: ToldFigure, start: int) -> bool:
    return told.figure.span.start <= start < told.figure.span.end or start == told.figure.span.start


def _right(found: ToldFigure | None, label: Label) -> dict[str, bool]:
    if found is None:
        return dict.fromkeys(("found", "bound", "date", "speaker", "whole"), False)
    figure = found.figure
    bound = figure.bound == label.bound and (figure.value, figure.low, figure.high) == label.numbers
    said, held = _days(label.said), _days(label.as_of)
    date = (said is None or said_on(found) is not None) and may_coincide(said, said_on(found))
    date = date and may_coincide(held, held_on(found))
    names = {fold(name) for name in label.speakers}
    speaker = any(fold(one.name) in names for one in found.speakers)
    return {"found": True, "bound": bound, "date": date, "speaker": speaker, "whole": bound and date and speaker}


def _days(value: str) -> Days | None:
    days = days_of(value or None)
    return None if days is None else Days(*days)


def _shares(counts: Counter[str], series: int) -> Scores:
    scores: Scores = {}
    for group, names in (
        ("us", ("found", "bound", "date", "speaker", "whole")),
        ("all", ("found", "whole")),
        ("lost", ("found",)),
    ):
        total = counts[group]
        scores |= {f"{group}.{name}": 100 * counts[f"{group}.{name}"] / total if total else 0.0 for name in names}
        scores[f"{group}.labelled"] = total
    return scores | {"belongs": 100 * counts["belongs"] / series if series else 0.0, "series": series}


def main() -> int:
    """Parse the command line, score and print."""
    parser = parser_of(__doc__)
    parser.add_argument("--misses", action="store_true", help="print what is not wholly right")
    return run(parser, _score)


def _score(where: Places, given: argparse.Namespace) -> Scores:
    return score(where, misses=given.misses)


if __name__ == "__main__":
    sys.exit(main())

"""Hold every score to its floor: `python -m evaluation.floors [--full] [--raise | --lower TASK.METRIC --why REASON]`.

Scores a fixed sample of PolNeAR dev and the gold ledger with the whole program, resolving alone on the gold ledger's
spans, every head of the model on held-out texts, judgements, events, factuality and meaning on theirs, hard cases, case
tables of numbers and times, the figures of NewsQuant, a series of figures, judged passages of communiqués, and what is
read off real pages and out of wires, feeds and web archives;
compares the scores with floors.json, which also pins the data by their digest.
Exit code 0: all hold, or the corpora are not here; 1: a score is below its floor, or the data are not the pinned ones;
2: wrong usage.
"""

import argparse
import datetime
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation import (
    attribution,
    case_tables,
    commitments,
    conflicts,
    event_parties,
    events,
    extraction,
    factuality,
    figure_series,
    formats,
    hard_cases,
    heads,
    judgements,
    ledger,
    meanings,
    minimal_pairs,
    origins,
    passages,
    quantity_values,
    revisions,
    speakers,
)
from evaluation.encoder import encoder_of
from evaluation.pins import (
    DATA,
    PinError,
    Pins,
    Row,
    compare,
    digest_of,
    holds,
    lowered,
    raised,
    with_other_data,
)
from evaluation.scoring import VARIABLE, Places, Scores, places

FILE = Path(__file__).with_name("floors.json")
SAMPLE = 25
HEADS_IN_FULL = "heads_in_full"
# Of near copies: the pairs that others listed, all of them, and with those that were judged.
OF_COPIES = ("1987.f1", "2004.recall", "2004.alike", "2004.judged", "wide.recall", "wide.alike", "wide.judged")
# Of a page: what is ours, and not a count of pages or a bare trafilatura's score.
OF_PAGES = ("title", "headline", "published", "authors", "precision", "recall", "f1")


@dataclass(frozen=True, slots=True)
class Measured:
    """What one task measured, on which data."""

    digest: str
    scores: Scores


def load(path: Path = FILE) -> Pins:
    """Read the floors."""
    pins: Pins = json.loads(path.read_text(encoding="utf8"))
    return pins


def save(pins: Pins, path: Path = FILE) -> None:
    """Write the floors."""
    path.write_text(json.dumps(pins, indent=2, ensure_ascii=False) + "\n", encoding="utf8")


def measure(where: Places, *, full: bool = False) -> dict[str, Measured]:
    """Score every task; with `full`, the heads on all of their texts too.

    Tasks that read the same texts come one after the other, while the encoder keeps them.
    """
    gold = digest_of([(where.gold.name, where.gold.read_bytes())])
    pages = extraction.score(where)
    copies = origins.score(where)
    read = formats.floored(formats.score(where))
    whole = {HEADS_IN_FULL: Measured(digest_of(heads.data_of(where)), heads.score(where))} if full else {}
    return whole | {
        "ledger": Measured(gold, ledger.score(where, ledger.program())),
        "speakers": Measured(gold, speakers.score(where)),
        "heads": Measured(digest_of(heads.data_of(where, part=True)), heads.score(where, part=True)),
        "attribution": Measured(
            digest_of(_sample(where)), attribution.score(where, attribution.program(), sample=SAMPLE)
        ),
        "judgements": Measured(
            digest_of(judgements.data_of(where)), _by_program(judgements.score(where), judgements.AGREED)
        ),
        "events": Measured(digest_of(events.data_of(where)), _by_program(events.score(where), events.AGREED)),
        "event_parties": Measured(digest_of(event_parties.data_of(where)), event_parties.score(where, rest=False)),
        "factuality": Measured(digest_of(factuality.data_of(where)), factuality.score(where)),
        "minimal_pairs": Measured(_digest(minimal_pairs.FILE), minimal_pairs.share_right(encoder_of())),
        "hard_cases": Measured(_digest(hard_cases.FILE), hard_cases.score(hard_cases.answers())),
        "case_tables": Measured(digest_of(case_tables.data_of(where)), case_tables.shares_of(case_tables.score(where))),
        "quantity_values": Measured(
            digest_of(quantity_values.data_of(where)), quantity_values.f1s_of(quantity_values.score(where))
        ),
        "figure_series": Measured(
            digest_of(figure_series.data_of(where)), figure_series.shares_of(figure_series.score(where))
        ),
        "commitments": Measured(digest_of(commitments.data_of(where)), commitments.held(where)),
        "meanings": Measured(_digest(meanings.FILE), meanings.score(where)),
        "passages": Measured(digest_of(passages.data_of(where)), _by_program(passages.score(where), passages.JUDGMENT)),
        "revisions": Measured(digest_of(revisions.data_of(where)), revisions.floored(where)),
        "conflicts": Measured(digest_of(conflicts.data_of(where)), conflicts.shares_of(conflicts.score(where))),
        "origins": Measured(digest_of(origins.data_of(where)), {name: copies[name] for name in OF_COPIES}),
        "formats": Measured(digest_of(formats.data_of(where)), read),
        "extraction": Measured(digest_of(extraction.data_of(where)), {name: pages[name] for name in OF_PAGES}),
    }


def _digest(path: Path) -> str:
    return digest_of([(path.name, path.read_bytes())])


def _by_program(scores: Scores, agreed: str) -> Scores:
    """Without what tells how well people agree, or what they judged: no program can raise that."""
    return {name: value for name, value in scores.items() if not name.startswith(agreed)}


def _sample(where: Places) -> Iterator[tuple[str, bytes]]:
    folder = where.polnear / "dev"
    for path in attribution.files_of(folder, attribution.names_of(folder, SAMPLE)):
        yield path.name, path.read_bytes()


def report(pins: Pins, measured: dict[str, Measured]) -> tuple[list[Row], list[str]]:
    """Return the rows of the table, and a line for each task whose data are not the pinned ones."""
    rows: list[Row] = []
    strange: list[str] = []
    for task, found in measured.items():
        held = pins["tasks"][task]
        rows += compare(task, held, found.scores)
        if held["digest"] not in (None, found.digest):
            strange.append(f"{task}: the data changed: {found.digest} is here, {held['digest']} is pinned")
    return rows, strange


def table(rows: list[Row]) -> str:
    """Return the rows as lines for a terminal."""

    def number(value: float | None) -> str:
        return "-" if value is None else f"{value:.2f}"

    head = f"{'task':12s} {'metric':24s} {'floor':>8s} {'measured':>9s}"
    lines = [f"{r.task:12s} {r.metric:24s} {number(r.floor):>8s} {number(r.measured):>9s}  {r.verdict}" for r in rows]
    return "\n".join([head, *lines])


def changed(pins: Pins, measured: dict[str, Measured], lower: str | None, why: str, on: str) -> Pins:
    """Return the pins raised, or with one floor lowered. Raises PinError."""
    if lower is None:
        for task, found in measured.items():
            pins = raised(pins, task, found.digest, found.scores)
        return pins
    task, _, metric = lower.partition(".")
    if task not in measured:
        raise PinError(f"{task}: is no task; there are {', '.join(measured)}")
    found = measured[task]
    if metric == DATA:
        return with_other_data(pins, task, found.digest, found.scores, why, on)
    return lowered(pins, task, metric, found.scores, why, on)


def main() -> int:
    """Parse the command line, measure, compare and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    moves = parser.add_mutually_exclusive_group()
    moves.add_argument("--raise", dest="up", action="store_true", help="raise the floors to what is measured")
    moves.add_argument("--lower", metavar="TASK.METRIC", help=f"take one floor down; TASK.{DATA} pins other data")
    parser.add_argument("--why", default="", help="the reason, kept in floors.json")
    parser.add_argument("--full", action="store_true", help="score the heads on all of their texts too: minutes more")
    given = parser.parse_args()
    if given.lower and not given.why.strip():
        parser.error("--lower needs --why")
    where = places()
    if where is None:
        print(f"The floors were not checked: {VARIABLE} is not set, so the test data are not here.")
        return 0
    return _checked(where, given.full, given.up, given.lower, given.why)


def _checked(where: Places, full: bool, up: bool, lower: str | None, why: str) -> int:
    pins, began = load(), time.monotonic()
    measured = measure(where, full=full)
    if up or lower:
        try:
            pins = changed(pins, measured, lower, why, datetime.date.today().isoformat())
        except PinError as error:
            print(error, file=sys.stderr)
            return 1
        save(pins)
    rows, strange = report(pins, measured)
    print(table(rows))
    print(*strange, f"{time.monotonic() - began:.0f} s", sep="\n")
    return 0 if holds(rows) and not strange else 1


if __name__ == "__main__":
    sys.exit(main())

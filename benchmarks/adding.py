"""What one more document costs a large ledger: `python -m benchmarks.adding TEXTS FOLDER [--first N] [--json]`.

TEXTS is a folder of .txt files of real reports, FOLDER where the ledger is made. The reports are read once by the model
and varied (`benchmarks.varying`) until there are so many; then the ledger is made ten times as large, twice
(`benchmarks.multiplying`). At each size new reports are added, one transaction each, as `onrecord add` does, with what
they mean and their traces; and the questions that comparison asks are timed: the near copies of a document, the figures
and the entities under the keys of one. Times are medians in milliseconds. The model's own time stands apart, since it
is the same for any ledger.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TypeVar

from benchmarks.multiplying import multiply
from benchmarks.read_speed import texts_of
from benchmarks.varying import Words, varied
from onrecord.comparing import traces_of
from onrecord.comparing.origins.origins import origin_of
from onrecord.ledger import Ledger, Run, open_ledger
from onrecord.records import Meaning, Record, Traces

T = TypeVar("T")
R = TypeVar("R")

_SEEN: Final = datetime(2026, 1, 1, tzinfo=UTC)
_TIMES: Final = 10


@dataclass(frozen=True, slots=True)
class Read:
    """A real report as the model read it."""

    record: Record
    meanings: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class Cost:
    """Medians in milliseconds at one size, and the file's size; one in ten is added more slowly than `add_slow`.

    `add_processor` is the processor's time for `add`, which other programs on the machine do not lengthen.
    """

    documents: int
    traces: float
    add: float
    add_slow: float
    add_processor: float
    near_copies: float
    figures: float
    figures_found: float
    entities: float
    entities_found: float
    gigabytes: float


def read_all(texts: Sequence[str]) -> tuple[list[Read], float]:
    """Read the texts; return them, and the median seconds that the model takes for one."""
    from onrecord.pipeline import Reader
    from onrecord.reading import read_text

    reader, found, times = Reader(), [], []
    for number, text in enumerate(texts):
        began = time.perf_counter()
        record, meanings = reader.read_with_meanings(read_text(text, name=f"text {number}"))
        times.append(time.perf_counter() - began)
        found.append(Read(record, meanings))
    return found, statistics.median(times)


class Growing:
    """A ledger that grows by varied reports, one transaction each."""

    def __init__(self, ledger: Ledger, run: Run, base: Sequence[Read]) -> None:
        self.ledger, self._run, self._base = ledger, run, base
        self.words: Final = Words(one.record for one in base)
        self._made = 0

    def varied(self) -> Read:
        """Return the next varied report."""
        one = self._base[self._made % len(self._base)]
        self._made += 1
        return Read(varied(one.record, self.words, self._made), one.meanings)

    def add(self, one: Read, traces: Traces) -> None:
        """Add a report as `onrecord add` does."""
        self.ledger.add(one.record, run=self._run, seen=_SEEN, meanings=one.meanings, traces=traces)

    def entities_with(self, keys: Sequence[str]) -> list[int]:
        """Return the entities that have one of these keys."""
        from onrecord.ledger.traces import entities_with

        with self.ledger._reading() as connection:
            return entities_with(connection, keys)


def measure(growing: Growing, samples: int) -> Cost:
    """Time what new reports cost a ledger as large as it is."""
    size = growing.ledger.counts().documents
    new = [growing.varied() for _ in range(samples)]
    traces, tracing = _each(traces_of, [one.record for one in new])
    began = time.process_time()
    _, adding = _each(lambda one: growing.add(*one), list(zip(new, traces, strict=True)))
    processor = time.process_time() - began
    _, near = _each(lambda one: origin_of(growing.ledger, one.record.document.id), new)
    told, figures = _each(lambda keys: list(growing.ledger.figures_with(keys)), _each_keys(traces, "figures"))
    named, entities = _each(growing.entities_with, _each_keys(traces, "entities"))
    return Cost(
        documents=size,
        traces=_median(tracing),
        add=_median(adding),
        add_slow=1000 * statistics.quantiles(adding, n=10)[-1],
        add_processor=1000 * processor / samples,
        near_copies=_median(near),
        figures=_median(figures),
        figures_found=statistics.median(map(len, told)) if told else 0.0,
        entities=_median(entities),
        entities_found=statistics.median(map(len, named)) if named else 0.0,
        gigabytes=Path(growing.ledger.where).stat().st_size / 1e9,
    )


def _each(function: Callable[[T], R], given: Sequence[T]) -> tuple[list[R], list[float]]:
    """Return what a function gives for each, and how many seconds each took."""
    results: list[R] = []
    times: list[float] = []
    for one in given:
        began = time.perf_counter()
        results.append(function(one))
        times.append(time.perf_counter() - began)
    return results, times


def _each_keys(traces: Sequence[Traces], of: str) -> list[tuple[str, ...]]:
    """Return the keys of one record of each document that has any."""
    held = (getattr(one, of) for one in traces)
    return [next(iter(keys.values())) for keys in held if keys]


def _median(seconds: Sequence[float]) -> float:
    return 1000 * statistics.median(seconds) if seconds else 0.0


def costs(base: Sequence[Read], path: Path, first: int, samples: int) -> Iterator[Cost]:
    """Yield what adding costs a ledger of `first` documents, and of ten and a hundred times as many.

    Raises FileExistsError.
    """
    from onrecord.encoder import Card
    from onrecord.settings import Settings

    if path.exists():
        raise FileExistsError(f"{path}: is there already; give another folder")
    with open_ledger(path, create=True) as ledger:
        run = ledger.begin_run(Card("benchmark", "0" * 64), Settings(ledger=path))
        growing = Growing(ledger, run, base)
        for _ in range(first):
            one = growing.varied()
            growing.add(one, traces_of(one.record))
        yield measure(growing, samples)
        for _ in range(2):
            multiply(path, _TIMES, growing.words)
            yield measure(growing, samples)


def main() -> int:
    """Parse the command line, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, metavar="TEXTS")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--reports", type=int, default=100, help="vary so many of the texts")
    parser.add_argument("--first", type=int, default=1000, help="the documents of the smallest ledger")
    parser.add_argument("--samples", type=int, default=100, help="time so many new reports at each size")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    base, reading = read_all(texts_of(given.texts, given.reports))
    words = statistics.fmean(len(one.record.document.text.split()) for one in base)
    print(f"{len(base)} reports of {words:.0f} words, read in {1000 * reading:.0f} ms each (median)", file=sys.stderr)
    for cost in costs(base, given.folder / "adding.ledger", given.first, given.samples):
        print(json.dumps(asdict(cost)) if given.json else _line(cost), flush=True)
    return 0


def _line(cost: Cost) -> str:
    times = ("traces", "add", "add_slow", "add_processor", "near_copies", "figures", "entities")
    told = "  ".join(f"{name} {getattr(cost, name):.1f} ms" for name in times)
    found = f"{cost.figures_found:,.0f} figures, {cost.entities_found:,.0f} entities found"
    return f"{cost.documents:>8,} documents: {told}  {found}  {cost.gigabytes:.2f} GB"


if __name__ == "__main__":
    sys.exit(main())

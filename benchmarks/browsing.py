"""How long the ledger takes to answer what pages ask: `python -m benchmarks.browsing LEDGER [--times N] [--json]`.

LEDGER is a large one (`benchmarks.large_ledger`). Each question is put several times with other words, names and
documents; times are in milliseconds, of the wall clock and (`processor`) of the processor, which other programs on the
machine lengthen less. `first` is the first time, with what it loads.
"""

import argparse
import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from onrecord.ledger import Ledger, open_ledger
from onrecord.records import MEANING_WIDTH

# Frequent, less frequent and rare words, and forms of asking.
_WORDS: Final = ("the", "of", "people", "vote", "vote*", "campaign", "policy", '"of the"', "tax plan", "election fraud")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a question costs, in milliseconds."""

    question: str
    first: float
    median: float
    slow: float
    """95 in a hundred are quicker."""
    processor: float


def questions(ledger: Ledger, chance: random.Random) -> Iterator[tuple[str, Callable[[int], object]]]:
    """Yield what pages ask, each as a function of how often it was asked before."""
    documents = [one.copy.document for one in ledger.documents_page(limit=500).shown]
    names = [voice.name for voice in ledger.speakers(limit=500).shown]
    record = [shown.hit.statement.id for shown in ledger.browse(limit=50).shown]
    outlets = [outlet for outlet, _ in ledger.documents_page().outlet]
    rare = [word for name in names for word in name.split()]

    def vector() -> bytes:
        return bytes(chance.randrange(256) for _ in range(MEANING_WIDTH))

    yield "latest statements", lambda number: ledger.browse()
    yield "the 50th page of them", lambda number: ledger.browse(offset=1000)
    for word in _WORDS:
        yield f"words: {word}", lambda number, word=word: ledger.browse(word)  # type: ignore[misc]
    yield "words, act and outlet", lambda number: ledger.browse("the", act="deny", outlet=outlets[number % 5])
    yield "words and year", lambda number: ledger.browse("people", since="2012", until="2012")
    yield "act", lambda number: ledger.browse(act="deny")
    yield "outlet", lambda number: ledger.browse(outlet=outlets[number % len(outlets)])
    yield "a speaker's", lambda number: ledger.browse(named=names[number % len(names)])
    yield "by meaning", lambda number: ledger.browse_nearest(vector())
    yield "by meaning, narrowed", lambda number: ledger.browse_nearest(vector(), act="deny")
    yield "documents", lambda number: ledger.documents_page()
    yield "documents of an outlet", lambda number: ledger.documents_page(outlet=outlets[number % len(outlets)])
    yield "documents with a word", lambda number: ledger.documents_page(words="campaign")
    yield "speakers", lambda number: ledger.speakers()
    yield "speakers by name", lambda number: ledger.speakers(rare[number % len(rare)])
    yield "suggestions", lambda number: ledger.suggest(rare[number % len(rare)][:2])
    yield "around a document", lambda number: ledger.surroundings(documents[number % len(documents)])
    yield "where a record is", lambda number: ledger.where_is(record[number % len(record)])
    yield "a document's record", lambda number: ledger.record(documents[number % len(documents)])


def measure(question: str, ask: Callable[[int], object], times: int) -> Cost:
    """Ask so many times, and once before."""
    first, _ = _timed(ask, 0)
    costs = [_timed(ask, number) for number in range(1, times + 1)]
    walls = [wall for wall, _ in costs]
    return Cost(
        question,
        first,
        statistics.median(walls),
        statistics.quantiles(walls, n=20)[-1],
        statistics.median(processor for _, processor in costs),
    )


def _timed(ask: Callable[[int], object], number: int) -> tuple[float, float]:
    wall, processor = time.perf_counter(), time.process_time()
    ask(number)
    return 1000 * (time.perf_counter() - wall), 1000 * (time.process_time() - processor)


def main() -> int:
    """Parse the command line, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path, metavar="LEDGER")
    parser.add_argument("--times", type=int, default=10, help="put each question so many times")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    with open_ledger(given.ledger, create=False) as ledger:
        for question, ask in questions(ledger, random.Random(1)):
            cost = measure(question, ask, given.times)
            print(json.dumps(asdict(cost)) if given.json else _line(cost), flush=True)
    return 0


def _line(cost: Cost) -> str:
    times: Sequence[str] = ("first", "median", "slow", "processor")
    return f"{cost.question:<26}" + "".join(f"  {name} {getattr(cost, name):7.1f}" for name in times)


if __name__ == "__main__":
    sys.exit(main())

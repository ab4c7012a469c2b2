"""A ledger as large as a newsroom's: `python -m benchmarks.large_ledger TEXTS LEDGER [--reports N] [--documents M]`.

TEXTS is a folder of .txt files of real reports, LEDGER the file that is made. The reports are read once by the model
and varied (`benchmarks.varying`) until there are a fifth of the documents, each added as `onrecord add` does, with what
it means and its traces; then there are five times as many (`benchmarks.multiplying`). As in a newsroom's, few people
speak in many reports and many in one, few outlets publish most, some texts stand at two addresses, and some addresses
held two texts.
"""

import argparse
import random
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from benchmarks.adding import Read, read_all
from benchmarks.multiplying import multiply
from benchmarks.read_speed import texts_of
from benchmarks.varying import Words, varied
from onrecord.comparing import traces_of
from onrecord.ledger import Ledger, Run, open_ledger
from onrecord.records import Document, Record, Traces

_SEEN: Final = datetime(2026, 1, 1, tzinfo=UTC)
_OUTLETS: Final = (
    "The Lantern",
    "Harbour Post",
    "Valland Courier",
    "Radio Orm",
    "The Quay",
    "Strait Times of Port Vale",
    "Morning Ferry",
    "Tessel Observer",
    "The Evening Bell",
    "Nord Gazette",
    "Reef Weekly",
    "The Ledger of Lind",
    "Island Mirror",
    "Ostra Daily",
    "Fog Signal",
    "The Mole",
    "Channel Nine Vale",
    "Kestrel Review",
    "The Pilot",
    "Salt and Grain",
)
_AGENCIES: Final = ("Northwire", "Agence du Détroit", "Vale Press Association", None, None)
# The names of so many worlds: a person of the first speaks in hundreds of reports, one of the last in a handful.
_CASTS: Final = 120
_TIMES: Final = 5
# One text in so many is found at a second address; one in so many replaces the text that its address held before.
_COPIED, _REVISED = 25, 40


class Library:
    """Fills a ledger with varied reports, the same ones for the same base."""

    def __init__(self, ledger: Ledger, run: Run, base: Sequence[Read]) -> None:
        self._ledger, self._run, self._base = ledger, run, base
        self.words: Final = Words(one.record for one in base)

    def add(self, number: int) -> None:
        """Add the document of this number, and its copy if it has one."""
        chance = random.Random(number)
        one = self._base[number % len(self._base)]
        cast = min(int(chance.expovariate(8 / _CASTS)), _CASTS - 1)
        record = varied(one.record, self.words, number, cast=cast)
        # 39 follows on 38, and so on, at an address of their own.
        address = number - 1 if number % _REVISED == _REVISED - 1 else number
        record = _published(record, chance, f"https://vale.example/{address}.html")
        traces, seen = traces_of(record), _SEEN + timedelta(minutes=number)
        self._put(record, one, traces, seen)
        if number % _COPIED == 0:
            copy = _published(record, chance, f"https://strait.example/{number}.html")
            self._put(copy, one, traces, seen + timedelta(seconds=30))

    def _put(self, record: Record, one: Read, traces: Traces, seen: datetime) -> None:
        self._ledger.add(record, run=self._run, seen=seen, meanings=one.meanings, traces=traces)


def _published(record: Record, chance: random.Random, url: str) -> Record:
    """Return the record of a report as one outlet, drawn as often as it publishes, puts it out."""
    outlet = _OUTLETS[min(int(chance.expovariate(4 / len(_OUTLETS))), len(_OUTLETS) - 1)]
    document: Document = replace(record.document, url=url, outlet=outlet, agency=chance.choice(_AGENCIES))
    return replace(record, document=document)


def make_library(base: Sequence[Read], path: Path, documents: int) -> None:
    """Make a ledger of so many documents (a multiple of five) at `path`.

    Raises FileExistsError where something is there.
    """
    from onrecord.encoder import Card
    from onrecord.settings import Settings

    if path.exists():
        raise FileExistsError(f"{path}: is there already; give another path")
    with open_ledger(path, create=True) as ledger:
        run = ledger.begin_run(Card("benchmark", "0" * 64), Settings(ledger=path))
        library = Library(ledger, run, base)
        for number in range(documents // _TIMES):
            library.add(number)
            if number % 500 == 499:
                print(f"{number + 1:,} documents", file=sys.stderr, flush=True)
        run.finish()
    multiply(path, _TIMES, library.words)


def main() -> int:
    """Parse the command line and make the ledger."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, metavar="TEXTS")
    parser.add_argument("ledger", type=Path, metavar="LEDGER")
    parser.add_argument("--reports", type=int, default=40, help="vary so many of the texts")
    parser.add_argument("--documents", type=int, default=10_000, help="make so many documents of them")
    given = parser.parse_args()
    base, _ = read_all(texts_of(given.texts, given.reports))
    make_library(base, given.ledger, given.documents)
    return 0


if __name__ == "__main__":
    sys.exit(main())

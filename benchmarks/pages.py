"""How long the server takes for each page: `python -m benchmarks.pages LEDGER [--times N] [--only NAME] [--json]`.

LEDGER is a large one (`benchmarks.large_ledger`). Each page is asked for with other words, names and documents of the
ledger, in turn, through the whole of the room (guard, question, template, compression), without a socket. Times are in
milliseconds, of the wall clock and (`processor`) of the processor, which other programs on the machine lengthen less;
`first` is the first time, with what it loads. A part that a page fills in later stands on a line of its own.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import cycle, islice, pairwise
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlencode

from starlette.testclient import TestClient

from onrecord.cli.serve import hands_of
from onrecord.ledger import Ledger, open_ledger
from onrecord.pipeline import Reader
from onrecord.web.app import create_app

_HERE: Final = "http://127.0.0.1:8410"
_WORDS: Final = ("people", "vote", "campaign", "policy", "election fraud", '"tax plan"')
_THINGS: Final = ("people", "votes", "jobs", "soldiers", "workers", "companies")
_SAMPLE: Final = 200


@dataclass(frozen=True, slots=True)
class Cost:
    """What a page costs, in milliseconds, and how many bytes it has before compression."""

    page: str
    first: float
    median: float
    slow: float
    """95 in a hundred are quicker."""
    processor: float
    size: int


@dataclass(frozen=True, slots=True)
class _Answer:
    """One answer: milliseconds of the wall clock and of the processor, bytes."""

    wall: float
    processor: float
    size: int


def pages(ledger: Ledger) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield each page by its name, with the addresses that are asked for in turn."""
    documents = [one.copy.document for one in ledger.documents_page(limit=_SAMPLE).shown]
    voices = [voice.name for voice in ledger.speakers(limit=_SAMPLE).shown]
    outlets = [outlet for outlet, _ in ledger.documents_page().outlet]
    pairs = list(pairwise(documents))
    yield "first page", ["/"]
    yield "its part: numbers that moved", ["/parts/front/moved"]
    yield "its part: who speaks most", ["/parts/front/voices"]
    yield "search, nothing asked", ["/search"]
    yield "search, words", [_asked("/search", words=word) for word in _WORDS]
    yield "search, words and facets", [_asked("/search", words=word, act="deny") for word in _WORDS]
    yield "search, by meaning", [_asked("/search", words=word, by_meaning="true") for word in _WORDS]
    yield "suggestions", [_asked("/search/names", words=name[:3]) for name in voices]
    yield "reports", ["/documents", *(_asked("/documents", outlet=outlet) for outlet in outlets)]
    yield "a report", [f"/documents/{one}" for one in documents]
    yield "speakers", ["/speakers"]
    yield "a speaker", [f"/speakers/{quote(name, safe='')}" for name in voices]
    yield "figures", [_asked("/figures", thing=thing) for thing in _THINGS]
    yield "their chart, as a part", [_asked("/figures/chart", thing=thing) for thing in _THINGS]
    yield "compare, nothing asked", ["/compare"]
    yield "compare", [_asked("/compare", a=a, b=b) for a, b in pairs]
    yield "conflicts", ["/conflicts"]
    yield "conflicts about", [_asked("/conflicts", about=word) for word in _WORDS]
    yield "origins", ["/origins"]
    yield "a story", [f"/origins/{one}" for one in documents]
    yield "revisions", ["/revisions"]
    yield "a history", [_asked("/revisions", document=one) for one in documents]
    yield "corrections", ["/corrections"]
    yield "add", ["/add"]
    yield "a report as JSON", [f"/api/v1/documents/{one}" for one in documents]


def measure(client: TestClient, page: str, addresses: Sequence[str], times: int) -> Cost:
    """Ask for the addresses in turn, so many times in all, and once before. Raises ValueError for an answer but 200."""
    first = _timed(client, addresses[0]).wall
    all_ = [_timed(client, address) for address in islice(cycle(addresses), times)]
    walls = [one.wall for one in all_]
    return Cost(
        page,
        first,
        statistics.median(walls),
        statistics.quantiles(walls, n=20)[-1],
        statistics.median(one.processor for one in all_),
        int(statistics.median(one.size for one in all_)),
    )


def _asked(path: str, **query: str) -> str:
    return f"{path}?{urlencode(query)}"


def _timed(client: TestClient, address: str) -> _Answer:
    wall, processor = time.perf_counter(), time.process_time()
    answer = client.get(address)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    if answer.status_code != 200:
        raise ValueError(f"{address} is answered with {answer.status_code}: {answer.text[:300]}")
    return _Answer(1000 * wall, 1000 * processor, len(answer.content))


def main() -> int:
    """Parse the command line, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path, metavar="LEDGER")
    parser.add_argument("--times", type=int, default=20, help="ask for each page so many times")
    parser.add_argument("--only", metavar="NAME", action="append", help="only this page; again for another")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    with open_ledger(given.ledger, create=False) as ledger:
        app = create_app(ledger, hands_of(ledger, Reader(), public_only=True))
        with TestClient(app, base_url=_HERE) as client:
            for page, addresses in pages(ledger):
                if not given.only or page in given.only:
                    cost = measure(client, page, addresses, given.times)
                    print(json.dumps(asdict(cost)) if given.json else _line(cost), flush=True)
    return 0


def _line(cost: Cost) -> str:
    times = "".join(f"  {name} {getattr(cost, name):8.1f}" for name in ("first", "median", "slow", "processor"))
    return f"{cost.page:<26}{times}  {cost.size / 1000:7.1f} kB"


if __name__ == "__main__":
    sys.exit(main())

"""Score who is one over documents: `python -m evaluation.identities [--ledger PATH] [--classes] [--json]`.

Pairs of entities of two of the shared documents were judged by hand (`judged/same_entities.tsv`). All entities of a
ledger are put together (`groups_of`), and a pair counts as said to be one where it is in one group: precision and
recall in percent, by the part of the sample, and those of `same_one` on the pair alone. An entity that a reader no
longer finds counts as in no group. The documents lie beside the corpora (`$ONRECORD_CORPORA/../documents`); they are
read into a ledger for the moment (minutes), or taken from the one at `--ledger`, whose addresses are their paths in
that folder (a quarter of a minute). `--classes` counts the judged pairs of each class of evidence, as `chances.py` has
them.
"""

import csv
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evaluation.encoder import reader_of
from evaluation.scoring import Places, Scores, parser_of, run
from onrecord.comparing import Group, Sameness, groups_of, same_one
from onrecord.ledger import Ledger, open_ledger
from onrecord.records import Entity, EntityKey, Seen

FILE = Path(__file__).with_name("judged") / "same_entities.tsv"
PARTS: Final = ("first", "second", "fresh")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entity is mentioned: a document by its path, the entity's kind, [start, end)."""

    document: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities that were judged to be one, or two; `part` is that of the sample."""

    part: str
    one: bool
    a: Place
    b: Place


def pairs(path: Path = FILE) -> list[Pair]:
    """Read the judged pairs."""
    lines = [line for line in path.read_text(encoding="utf8").splitlines() if not line.startswith("#")]
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True)
    return [Pair(row["half"], row["verdict"] == "one", _place(row, "a"), _place(row, "b")) for row in rows]


def seen_in(ledger: Ledger) -> dict[str, list[Seen]]:
    """Return all entities of a ledger by the address of their document."""
    found: dict[str, list[Seen]] = defaultdict(list)
    for copy in list(ledger.documents()):
        keys = [(copy.document, entity.id) for entity in ledger.record(copy.document).entities]
        for one in ledger.entities(keys):
            found[one.page.url or ""].append(one)
    return found


def entity_at(place: Place, seen: Iterable[Seen]) -> Seen | None:
    """Return the entity of that kind that is mentioned nearest to a place: a mention must overlap it."""
    found = [one for one in seen if one.entity.kind == place.kind and _distance(one.entity, place) is not None]
    return min(found, key=lambda one: _distance(one.entity, place) or 0, default=None)


def measured(judged: Iterable[Pair], seen: dict[str, list[Seen]], groups: Iterable[Group]) -> Scores:
    """Score groups and pairs against the judged ones."""
    group_of: dict[EntityKey, int] = {m.key: n for n, group in enumerate(groups) for m in group.members}
    counts: Counter[str] = Counter()
    for pair in judged:
        a, b = (entity_at(place, seen.get(place.document, ())) for place in (pair.a, pair.b))
        joined = a is not None and b is not None and group_of[a.key] == group_of[b.key]
        alone = a is not None and b is not None and same_one(a, b).likely
        for part in (pair.part, "all"):
            counts[f"{part}.pairs"] += 1
            counts[f"{part}.lost"] += a is None or b is None
            _count(counts, f"{part}.groups", joined, pair.one)
            _count(counts, f"{part}.same_one", alone, pair.one)
    return dict(_shares(counts))


def classes(judged: Iterable[Pair], seen: dict[str, list[Seen]]) -> Iterator[tuple[str, int, int]]:
    """Yield each class of evidence with how many of its judged pairs are one, and how many there are."""
    found: dict[str, list[bool]] = defaultdict(list)
    for pair in judged:
        a, b = (entity_at(place, seen.get(place.document, ())) for place in (pair.a, pair.b))
        if a is not None and b is not None:
            found[_evidence(same_one(a, b))].append(pair.one)
    for name in sorted(found):
        yield name, sum(found[name]), len(found[name])


def read(documents: Path, judged: Iterable[Pair], where: Path) -> Ledger:
    """Read the judged documents of a folder into a new ledger, under their paths in it.

    Raises FileNotFoundError where one is missing.
    """
    from onrecord.pipeline import add

    wanted = sorted({place.document for pair in judged for place in (pair.a, pair.b)})
    missing = [name for name in wanted if not (documents / name).exists()]
    if missing:
        raise FileNotFoundError(
            f"{documents / missing[0]}: not found; the shared documents must lie beside the corpora"
        )
    ledger = open_ledger(where, create=True)
    with chdir(documents):
        for _ in add(wanted, ledger, reader=reader_of()):
            pass
    return ledger


def score(where: Places, ledger: Path | None = None, *, by_class: bool = False) -> Scores:
    """Return the scores of the judged pairs, or with `by_class` the share of ones in each class, in percent."""
    judged = pairs()
    with tempfile.TemporaryDirectory() as scratch:
        documents = where.corpora.parent / "documents"
        fresh = Path(scratch) / "judged.ledger"
        opened = read(documents, judged, fresh) if ledger is None else open_ledger(ledger, create=False)
        with opened:
            seen = seen_in(opened)
    if by_class:
        return {f"{name} ({right} of {all_})": 100 * right / all_ for name, right, all_ in classes(judged, seen)}
    return measured(judged, seen, groups_of([one for those in seen.values() for one in those]))


def _place(row: dict[str, str], end: str) -> Place:
    return Place(row[f"{end}_document"], row[f"{end}_kind"], int(row[f"{end}_start"]), int(row[f"{end}_end"]))


def _distance(entity: Entity, place: Place) -> int | None:
    distances = [
        abs(mention.start - place.start) + abs(mention.end - place.end)
        for mention in entity.mentions
        if mention.start < place.end and place.start < mention.end
    ]
    return min(distances, default=None)


def _evidence(sameness: Sameness) -> str:
    return sameness.evidence or "judged"


def _count(counts: Counter[str], row: str, said: bool, one: bool) -> None:
    counts[f"{row}.said"] += said
    counts[f"{row}.right"] += said and one
    counts[f"{row}.one"] += one


def _shares(counts: Counter[str]) -> Iterator[tuple[str, float]]:
    for part in (*PARTS, "all"):
        yield f"{part}.pairs", counts[f"{part}.pairs"]
        yield f"{part}.lost", counts[f"{part}.lost"]
        for rule in ("groups", "same_one"):
            row = f"{part}.{rule}"
            yield f"{row}.precision", 100 * counts[f"{row}.right"] / max(1, counts[f"{row}.said"])
            yield f"{row}.recall", 100 * counts[f"{row}.right"] / max(1, counts[f"{row}.one"])


def main() -> int:
    """Parse the command line, score and print."""
    parser = parser_of(__doc__)
    parser.add_argument("--ledger", type=Path, help="a ledger that holds the documents already")
    parser.add_argument("--classes", action="store_true", help="count the pairs of each class of evidence")
    return run(parser, lambda where, given: score(where, given.ledger, by_class=given.classes))


if __name__ == "__main__":
    sys.exit(main())

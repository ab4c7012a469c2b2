"""Score the grouping of near copies: `python -m evaluation.origins [--json]`.

Two sets of real copies, each with the pairs that somebody else listed (PAIRS.json, by the share of common runs of four
words): Reuters items of 1987 that were sent twice, and untidy copies from 2004 to 2013, tokenised. Negatives are all
other pairs of the same texts: of 1987 also the corrected items of the same weeks, of 2004 to 2013 the other reports of
the same events, and in `wide` every text of ECB+ that is there. A pair is found where both texts stand in one group,
which counts what hangs together over a third text too.

The lists hold few briefs that were cut from a long story, as what is common is a small share of all words. So the pairs
that we find and they lack were read one by one (`judged/near_copies.tsv`): `f1` is against the lists as they are,
`alike` the same for those of our pairs that have half of both texts in common, which is what the lists hold, and
`judged` is against the lists and what was judged to be copies. What nobody listed and we do not find is not known.
Takes 15 seconds on one core.
"""

import csv
import json
import re
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

from evaluation.scoring import Places, Scores, parser_of, run
from onrecord.comparing import traces_of
from onrecord.comparing.origins.copying import kinship_of
from onrecord.comparing.origins.families import Comparer, families
from onrecord.comparing.origins.stories import story_of
from onrecord.reading import read_text
from onrecord.records import Document, Page, Record

JUDGED = Path(__file__).with_name("judged") / "near_copies.tsv"
ITEMS, CORRECTED, UNTIDY = "wire_copies_1987", "corrections", "wire_copies_2004_2013"

Pair = frozenset[str]
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Shared:
    """Two texts that share hashes."""

    a: str
    b: str
    shared: int
    keys: int


class Shelf:
    """Texts by name, found by their traces as a ledger finds them."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._documents = {name: read_text(text, name=name) for name, text in texts.items()}
        self._keys = {name: set(traces_of(Record(one)).bands.items()) for name, one in self._documents.items()}
        self._holders: dict[tuple[int, bytes], list[str]] = defaultdict(list)
        for name, keys in self._keys.items():
            for key in keys:
                self._holders[key].append(name)

    def near_pairs(self) -> Iterator[Shared]:
        """Yield every pair that shares a hash, who shares most first."""
        pairs = Counter(pair for names in self._holders.values() for pair in combinations(sorted(names), 2))
        for (a, b), shared in pairs.most_common():
            yield Shared(a, b, shared, min(len(self._keys[a]), len(self._keys[b])))

    def near_to(self, document: str) -> list[Shared]:
        """Return the pairs of one text."""
        counts = Counter(name for key in self._keys[document] for name in self._holders[key] if name != document)
        size = len(self._keys[document])
        return [Shared(document, name, count, min(size, len(self._keys[name]))) for name, count in counts.most_common()]

    def text(self, document: str) -> Document:
        """Return a text as it was read."""
        return self._documents[document]

    def pages(self, document: str) -> Sequence[Page]:
        """Return its one page."""
        one = self._documents[document]
        return [Page(document=document, published=one.published, agency=one.agency)]

    def at_several_addresses(self) -> Sequence[str]:
        """Return nothing: each text is there once."""
        return ()


def score(where: Places) -> Scores:
    """Group the texts of each set and hold the pairs to the lists. Raises FileNotFoundError where a set is missing."""
    folder = where.corpora.parent / "documents"
    items = {**texts_in(folder / ITEMS), **texts_in(folder / CORRECTED)}
    untidy = texts_in(folder / UNTIDY)
    listed = listed_pairs(folder / UNTIDY)
    wide = {**corpus_texts(where.corpora / "ecb_plus"), **untidy}
    told = _scores("1987", grouped(items), listed_pairs(folder / ITEMS) | listed_pairs(folder / CORRECTED), items)
    for name, texts in (("2004", untidy), ("wide", wide)):
        found = grouped(texts)
        told |= _scores(name, found, listed, texts)
        told[f"{name}.alike"] = _f1(alike(found, texts), _there(listed, texts))
        told[f"{name}.judged"] = _f1(found, _there(listed | judged(), texts))
    return told


def data_of(where: Places) -> Iterator[tuple[str, bytes]]:
    """Yield each text and list of the sets, and the judged pairs, by name."""
    folder = where.corpora.parent / "documents"
    for name in (ITEMS, CORRECTED, UNTIDY):
        paths = [*sorted((folder / name).glob("*.txt")), folder / name / "PAIRS.json"]
        yield from ((f"{name}/{path.name}", path.read_bytes()) for path in paths if path.exists())
    yield from ((path.name, path.read_bytes()) for path in sorted((where.corpora / "ecb_plus").glob("*.tar.gz")))
    yield JUDGED.name, JUDGED.read_bytes()


def grouped(texts: Mapping[str, str]) -> set[Pair]:
    """Return every pair that stands in one group."""
    return {frozenset(pair) for group in families(Comparer(Shelf(texts))) for pair in combinations(group, 2)}


def alike(pairs: set[Pair], texts: Mapping[str, str]) -> set[Pair]:
    """Return the pairs that have half of both texts in common or more."""
    names = sorted({name for pair in pairs for name in pair})
    stories = {name: story_of(read_text(texts[name], name=name)) for name in names}
    return {pair for pair in pairs if kinship_of(*(stories[name] for name in sorted(pair))).similarity >= _HALF}


def texts_in(folder: Path) -> dict[str, str]:
    """Return the plain texts of a folder by their names. Raises FileNotFoundError."""
    if not folder.is_dir():
        raise FileNotFoundError(f"{folder}: not found")
    return {path.name: path.read_text(encoding="utf8", errors="replace") for path in sorted(folder.glob("*.txt"))}


def listed_pairs(folder: Path) -> set[Pair]:
    """Return the pairs of a folder's PAIRS.json."""
    rows = json.loads((folder / "PAIRS.json").read_text(encoding="utf8"))
    return {frozenset((row.get("a", row.get("earlier")), row.get("b", row.get("later")))) for row in rows}


def judged(path: Path = JUDGED) -> set[Pair]:
    """Return the pairs that were judged to be copies and are listed nowhere."""
    lines = [line for line in path.read_text(encoding="utf8").splitlines() if not line.startswith("#")]
    rows = csv.DictReader(lines, delimiter="\t")
    return {frozenset((row["a"], row["b"])) for row in rows if row["copies"] == "yes"}


def corpus_texts(folder: Path) -> dict[str, str]:
    """Return the texts of ECB+ in the form of the untidy copies: one sentence a line, tokens parted by blanks."""
    found: dict[str, str] = {}
    for archive in sorted(folder.glob("*.tar.gz")):
        with tarfile.open(archive) as members:
            for member in members:
                stream = members.extractfile(member) if member.name.endswith(".xml") else None
                if stream is not None:
                    found[f"{Path(member.name).stem}.txt"] = _sentences(ElementTree.parse(stream).getroot())
    return found


def _sentences(root: ElementTree.Element) -> str:
    lines: dict[int, list[str]] = defaultdict(list)
    for token in root.iter("token"):
        lines[int(token.get("sentence", "0"))].append(re.sub(r"\s", "", token.text or ""))
    return "\n".join(" ".join(words) for _, words in sorted(lines.items())) + "\n"


def _scores(name: str, found: set[Pair], listed: set[Pair], texts: Mapping[str, str]) -> Scores:
    there = _there(listed, texts)
    right = len(found & there)
    return {
        f"{name}.listed": float(len(there)),
        f"{name}.found": float(len(found)),
        f"{name}.precision": 100 * right / len(found) if found else 0.0,
        f"{name}.recall": 100 * right / len(there) if there else 0.0,
        f"{name}.f1": _f1(found, there),
    }


def _there(pairs: set[Pair], texts: Mapping[str, str]) -> set[Pair]:
    return {pair for pair in pairs if pair <= texts.keys()}


def _f1(found: set[Pair], right: set[Pair]) -> float:
    return 200 * len(found & right) / (len(found) + len(right)) if found or right else 0.0


def main() -> int:
    """Parse the command line, score and print."""
    return run(parser_of(__doc__), lambda where, given: score(where))


if __name__ == "__main__":
    sys.exit(main())

"""Score what is read off real pages: `python -m evaluation.extraction [--misses] [--json]`.

The pages and their gold lie in documents/html* beside the corpora. Of each page: is the headline that of the gold
(`title`), or the one that the page shows, as it was read by eye (`headline`; much of the gold is the title for search
engines: `judged/page_titles.tsv`); is the day of publication right, are the authors right (where gold states them);
and the F1 of the words of the body against the gold text (`f1`), of all that was read (`whole`), and of a bare
trafilatura.extract (`bare`). `--misses` names the pages where something is not right. Nothing of the texts is kept or
printed.
"""

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from evaluation.digests import digest, words_of
from evaluation.scoring import Places, Scores, judged_rows, parser_of, run
from onrecord.errors import ReadingError
from onrecord.reading import read_bytes
from onrecord.records import Document
from onrecord.settings import Settings

TITLES: Final = Path(__file__).with_name("judged") / "page_titles.tsv"
FIELDS: Final = ("title", "headline", "published", "authors", "precision", "recall", "f1", "whole", "bare")
FOLDERS = ("html", "html_fundus", "html_newspaper", "html_readability")
_GOOD: Final = 0.95
DAY = re.compile(r"(?!0001)\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Page:
    """One page and what its gold says; None where it says nothing."""

    name: str
    address: str | None
    data: bytes
    title: str | None
    day: str | None
    authors: frozenset[str] | None
    text: str | None


@dataclass(frozen=True, slots=True)
class Measured:
    """What one page measured: right or wrong, F1 from 0 to 1; None where there is no gold."""

    title: bool | None = None
    headline: bool | None = None
    published: bool | None = None
    authors: bool | None = None
    precision: float | None = None
    recall: float | None = None
    f1: float | None = None
    whole: float | None = None
    bare: float | None = None


def pages(where: Places) -> Iterator[Page]:
    """Yield every page that has a companion with its metadata."""
    for companion in files_of(where):
        stated: Mapping[str, str] = json.loads(companion.read_text(encoding="utf8"))
        path = companion.with_name(stated["file"])
        data = path.read_bytes()
        yield _page(companion.parent, stated, gzip.decompress(data) if path.suffix == ".gz" else data)


def files_of(where: Places) -> Iterator[Path]:
    """Yield the companions of the pages, in a fixed order."""
    for folder in FOLDERS:
        for path in sorted((where.corpora.parent / "documents" / folder).glob("*.json")):
            if not path.name.endswith(".gold.json"):
                yield path


def data_of(where: Places) -> Iterator[tuple[str, bytes]]:
    """Yield everything that the scores rest on: pages, companions and gold, each by folder and name, and judgements."""
    yield TITLES.name, TITLES.read_bytes()
    for folder in FOLDERS:
        for path in sorted((where.corpora.parent / "documents" / folder).iterdir()):
            if path.is_file():
                yield f"{folder}/{path.name}", path.read_bytes()


def score(where: Places, *, misses: bool = False) -> Scores:
    """Read every page as the program does, and return the scores in percent; `misses` are printed."""
    measured = list[Measured]()
    for page in pages(where):
        measured.append(measure(page))
        if misses and (line := _misses(measured[-1])):
            print(f"{page.name}: {line}")
    scores = {"pages": float(len(measured))}
    for field in FIELDS:
        values = [float(value) for one in measured if (value := getattr(one, field)) is not None]
        scores[f"{field}.pages"] = float(len(values))
        scores[field] = 100 * sum(values) / max(1, len(values))
    return scores


def measure(page: Page) -> Measured:
    """Read one page and compare it with its gold; a page that is refused has nothing right."""
    try:
        found = read_bytes(page.data, page.name, settings=Settings(), address=page.address)
    except ReadingError:
        return Measured(title=False, headline=False, f1=None if page.text is None else 0.0)
    words = _words(_without_headline(found))
    precision, recall, f1 = (None, None, None) if page.text is None else overlap(words, _words(page.text))
    title = None if page.title is None else _same_title(found.title, page.title)
    return Measured(
        title=title,
        headline=None if title is None else title or _is_shown(found.title, page.name),
        published=None if page.day is None else (found.published or "")[:10] == page.day,
        authors=None if page.authors is None else _names(found) == page.authors,
        precision=precision,
        recall=recall,
        f1=f1,
        whole=None if page.text is None else overlap(_words(found.text), _words(page.text))[2],
        bare=None if page.text is None else overlap(_words(_bare(page.data)), _words(page.text))[2],
    )


def overlap(found: Iterable[str], gold: Iterable[str]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of two bags of words."""
    one, other = Counter(found), Counter(gold)
    common = (one & other).total()
    if common == 0:
        return 0.0, 0.0, 0.0
    precision, recall = common / one.total(), common / other.total()
    return precision, recall, 2 * precision * recall / (precision + recall)


def _page(folder: Path, stated: Mapping[str, str], data: bytes) -> Page:
    name = stated.get("gold_text_file") or stated.get("gold_file")
    gold = folder / name if name and (folder / name).exists() else None
    title, published, authors, text = stated["title"], stated["published"], None, None
    if gold is not None and gold.suffix == ".json":
        version = json.loads(gold.read_text(encoding="utf8")).get(stated.get("gold_version_key") or "")
        if version is not None:
            title, published, text = version["title"], version["publishing_date"], _sections(version["body"])
            authors = frozenset(name.casefold() for name in version["authors"])
    elif gold is not None:
        text = _shown(gold.read_text(encoding="utf8"), is_page=gold.suffix == ".html")
    if stated.get("byline"):
        authors = frozenset({stated["byline"].casefold()})
    # Some companions give the day on which the page was crawled: no gold.
    day = DAY.match(published or "") if "crawled" not in (published or "") else None
    return Page(stated["file"], stated.get("original_address"), data, title, day[0] if day else None, authors, text)


def _sections(body: Mapping[str, list[str] | list[Mapping[str, list[str]]]]) -> str:
    lines = list(body["summary"])
    for section in body["sections"]:
        if not isinstance(section, str):
            lines += [*section["headline"], *section["paragraphs"]]
    return "\n".join(map(str, lines))


def _shown(source: str, *, is_page: bool) -> str:
    if not is_page:
        return source
    from lxml.html import fromstring

    return "\n".join(map(str, fromstring(source).itertext()))


def _bare(data: bytes) -> str:
    from trafilatura import extract

    return extract(data, include_comments=False) or ""


def _without_headline(document: Document) -> str:
    """The gold texts are bodies; captions, which most of them leave out too, are left out with the headline."""
    kept = [zone for zone in document.zones if zone.kind not in {"headline", "caption"}]
    return "\n".join(document.text[zone.start : zone.end] for zone in kept)


def _same_title(found: str | None, gold: str) -> bool:
    """Gold from a page's `title` ends with the outlet: what it begins with is compared."""
    one, other = _words(found or ""), _words(gold)
    return bool(one) and other[: len(one)] == one


def _is_shown(title: str | None, page: str) -> bool:
    return title is not None and _shown_titles().get(page) == digest(words_of(title))


@cache
def _shown_titles() -> dict[str, str]:
    return {row["file"]: row["title"] for row in judged_rows(TITLES)}


def _misses(one: Measured) -> str:
    wrong = [name for name in ("headline", "published", "authors") if getattr(one, name) is False]
    low = one.f1 is not None and one.f1 < _GOOD
    return ", ".join([*(f"{name} wrong" for name in wrong), *([f"F1 {100 * (one.f1 or 0):.1f}"] if low else [])])


def _names(document: Document) -> frozenset[str]:
    """Gold counts an agency among the authors."""
    names = (*document.authors, *filter(None, [None if document.authors else document.agency]))
    return frozenset(name.casefold() for name in names)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def main() -> int:
    """Parse the command line, score and print."""
    parser = parser_of(__doc__)
    parser.add_argument("--misses", action="store_true", help="name the pages where something is not right")
    return run(parser, _score)


def _score(where: Places, given: argparse.Namespace) -> Scores:
    return score(where, misses=given.misses)


if __name__ == "__main__":
    sys.exit(main())

"""Score how real files of wires, feeds and web archives are read: `python -m evaluation.formats [--misses] [--json]`.

What each file holds was judged by reading the file itself (`judged/formats.tsv`); its texts are kept there as digests
of their words. Of every document: is the outcome right (`outcome`: read, or refused with a reason); of those that
are to be read, are the headline, the body, the day of publication and the agency right, and all of them (`whole`). A
body is right where all of its paragraphs are there and next to nothing else; `words` is the F1 of its words.
`once` is the percentage of files that end in as many outcomes as they hold documents, each a document or a reason.

The same of each format (`ninjs.title`, …). `--misses` prints what is not right, with the reason of each refusal.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evaluation.digests import NOTHING, covered, digest, words_of
from evaluation.scoring import Places, Scores, judged_rows, parser_of, run
from onrecord.reading import Ended, How, Keeper, read_all
from onrecord.records import Document
from onrecord.settings import Settings

FILE: Final = Path(__file__).with_name("judged") / "formats.tsv"
FIELDS: Final = ("title", "body", "day", "agency")
# What stands beside the story and was judged by fields of its own, or not at all.
_BESIDE: Final = frozenset(("headline", "caption", "byline", "credit", "label"))
_SPARE: Final = 0.95
# A feed may point to pages that are long gone: no score depends on them.
_SETTINGS: Final = Settings(fetch_timeout=2)


@dataclass(frozen=True, slots=True)
class Judged:
    """One document of a file as it was judged; `title`, `body` and `beside` are digests of words."""

    file: str
    format: str
    outcome: str
    title: frozenset[str]
    day: frozenset[str]
    agency: frozenset[str]
    body: tuple[str, ...]
    beside: frozenset[str]


@dataclass(frozen=True, slots=True)
class Measured:
    """What is right of one document; None where nothing was judged. `said` tells what was read, or why it was not."""

    judged: Judged
    outcome: bool
    right: Mapping[str, bool]
    words: float | None
    said: str


def judged(path: Path = FILE) -> list[Judged]:
    """Read the judgements."""

    def parts(field: str) -> tuple[str, ...]:
        return tuple(field.split("|")) if field else ()

    return [
        Judged(
            file=row["file"],
            format=row["format"],
            outcome=row["outcome"],
            title=frozenset(parts(row["title"])),
            day=frozenset(parts(row["day"])),
            agency=frozenset(name.casefold() for name in parts(row["agency"])),
            body=parts(row["body"]),
            beside=frozenset(parts(row["beside"])),
        )
        for row in judged_rows(path)
    ]


def data_of(where: Places) -> Iterator[tuple[str, bytes]]:
    """Yield the judgements and every file that they are of, by name. Raises FileNotFoundError where one is missing."""
    yield FILE.name, FILE.read_bytes()
    for file in dict.fromkeys(one.file for one in judged()):
        yield file, (_folder(where) / file).read_bytes()


def score(where: Places, *, misses: bool = False) -> Scores:
    """Read every file as the program does and hold it against the judgements, in percent; `misses` are printed."""
    of_file: dict[str, list[Judged]] = defaultdict(list)
    for one in judged():
        of_file[one.file].append(one)
    measured, once = list[Measured](), list[bool]()
    with Keeper() as keeper:
        for file, rows in of_file.items():
            ended = list(read_all(str(_folder(where) / file), How(settings=_SETTINGS, keeper=keeper)))
            once.append(len(ended) == len(rows))
            measured += held_against(rows, ended)
            if misses:
                print(*_misses(rows, ended, measured[-len(rows) :]), sep="", end="")
    groups = {"": measured}
    for found in measured:
        groups.setdefault(f"{found.judged.format}.", []).append(found)
    scores = {f"{name}{key}": value for name, group in groups.items() for key, value in shares(group).items()}
    return {"once": 100 * sum(once) / len(once)} | scores


def floored(scores: Scores) -> Scores:
    """Return what is held to floors: the shares of all files together."""
    return {name: value for name, value in scores.items() if "." not in name and name != "documents"}


def held_against(rows: Sequence[Judged], ended: Sequence[Ended]) -> list[Measured]:
    """Compare a file's documents with the judgements, in their order; what did not end at all is not right."""
    return [measure(one, ended[k] if k < len(ended) else None) for k, one in enumerate(rows)]


def measure(one: Judged, end: Ended | None) -> Measured:
    """Compare one document, or what kept it from being read, with its judgement."""
    document = None if end is None else end.document
    ending = "read" if document is not None else "refused" if end is not None else ""
    outcome = ending == one.outcome or (one.outcome == "either" and ending != "")
    said = _said(end, document)
    if one.outcome != "read":
        return Measured(one, outcome, {}, None, said)
    if document is None:
        return Measured(one, outcome, dict.fromkeys(FIELDS, False), 0.0, said)
    body = covered(story_of(document), one.body, one.beside)
    right = {
        "title": digest(words_of(document.title or "")) in one.title,
        "body": body.recall == 1 and body.precision >= _SPARE,
        "day": ((document.published or "")[:10] or NOTHING) in one.day,
        "agency": (document.agency or NOTHING).casefold() in one.agency,
    }
    return Measured(one, outcome, right, body.f1, said)


def story_of(document: Document) -> list[str]:
    """Return the words of a document's story, without headline, byline, captions and credits."""
    told = [document.text[zone.start : zone.end] for zone in document.zones if zone.kind not in _BESIDE]
    return [word for part in told for word in words_of(part)]


def shares(measured: Sequence[Measured]) -> Scores:
    """Return the shares right, in percent, and how many documents there are."""
    read = [one for one in measured if one.right]
    found: Scores = {"documents": len(measured), "outcome": _percent(one.outcome for one in measured)}
    if read:
        found |= {name: _percent(one.right[name] for one in read) for name in FIELDS}
        found["whole"] = _percent(all(one.right.values()) for one in read)
        found["words"] = 100 * sum(one.words or 0.0 for one in read) / len(read)
    return found


def _percent(right: Iterable[bool]) -> float:
    listed = list(right)
    return 100 * sum(listed) / len(listed)


def _folder(where: Places) -> Path:
    return where.corpora.parent / "documents"


def _said(end: Ended | None, document: Document | None) -> str:
    if end is None:
        return "no outcome"
    if document is None:
        return f"refused: {end.error or end.passed}"
    return f"read: {document.published}, {document.agency}, {document.title!r}"


def _misses(rows: Sequence[Judged], ended: Sequence[Ended], measured: Sequence[Measured]) -> Iterator[str]:
    if len(rows) != len(ended):
        yield f"{rows[0].file}: {len(ended)} outcomes of {len(rows)} documents\n"
    for one in measured:
        wrong = [name for name, right in one.right.items() if not right]
        if wrong or not one.outcome:
            wrong = wrong if one.outcome else ["outcome"]
            words_right = "" if one.words is None else f" (words {100 * one.words:.0f})"
            yield f"{one.judged.file}: {', '.join(wrong)} wrong{words_right}; {one.said}\n"


def main() -> int:
    """Parse the command line, score and print."""
    parser = parser_of(__doc__)
    parser.add_argument("--misses", action="store_true", help="print what is not right")
    return run(parser, _score)


def _score(where: Places, given: argparse.Namespace) -> Scores:
    return score(where, misses=given.misses)


if __name__ == "__main__":
    sys.exit(main())

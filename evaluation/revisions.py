"""Score what is told of revised texts: `python -m evaluation.revisions [--part dev|held|fresh] [--wrong] [--json]`.

On pairs of versions whose changed claims were labelled by hand (`judged/revisions.tsv`), each read by the whole
program: `found`, the share of the changed claims that are told, with the right kind and direction at their place;
`right`, the share of what is told that was labelled; `invented`, how many claims are told of pairs that only the
layout tells apart. `layout`: the claims told between a text and itself in another layout (straight marks, other
dashes, wrapped lines, a page's controls). On corrections that came as items of their own (`judged/corrections.tsv`):
`linked`, the share that are linked with the item they correct and nothing else; `named`, the share of the corrected
facts that are marked as declared.
"""

import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

from evaluation.encoder import reader_of
from evaluation.scoring import Places, Scores, parser_of, run
from onrecord import reading
from onrecord.asking.histories import histories
from onrecord.comparing import Revised, Revision, revised
from onrecord.ledger import open_ledger
from onrecord.records import Document, Record, Span, document_id
from onrecord.settings import Settings

JUDGED = Path(__file__).with_name("judged")
PARTS = ("dev", "held", "fresh")
FLOORED = frozenset(("found", "right", "sound", "linked", "links_right", "named"))
# Texts that are laid out anew: short ones that no rule was made on.
LAYOUT_FOLDER, LAYOUT_TEXTS = "readouts", 12

Extent = tuple[int, int] | None


class Label(NamedTuple):
    """A changed claim: what may be told of it, and where it stands in either text."""

    of: frozenset[str]
    change: frozenset[str]
    a: Extent
    b: Extent
    either: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts by their paths, and what changed between them; no labels where nothing that is claimed did."""

    before: str
    after: str
    labels: tuple[Label, ...]


def score(where: Places, parts: Sequence[str] = PARTS, *, wrong: bool = False) -> Scores:
    """Score the parts, the layouts and the corrections; with `wrong`, print what is missed and what is not labelled.

    Raises FileNotFoundError where a document is missing.
    """
    texts = _Texts(where.corpora.parent / "documents")
    scores: Scores = {}
    for part in parts:
        scores |= {f"{part}.{name}": value for name, value in _part(texts, pairs_of(part), wrong=wrong).items()}
    return scores | _layouts(texts) | _corrections(texts, wrong=wrong)


def floored(where: Places) -> Scores:
    """The scores that are held to floors: without the part that rules were made on, and without counts."""
    scores = score(where, ("held", "fresh"))
    return {name: value for name, value in scores.items() if name.rpartition(".")[2] in FLOORED}


def pairs_of(part: str) -> list[Pair]:
    """Return the labelled pairs of a part, in order."""
    found: dict[tuple[str, str], list[Label]] = {}
    for row in _rows("revisions.tsv"):
        if row["part"] == part:
            labels = found.setdefault((row["before"], row["after"]), [])
            if row["of"] != "none":
                labels.append(_label(row))
    return [Pair(before, after, tuple(labels)) for (before, after), labels in found.items()]


def data_of(where: Places) -> Iterator[tuple[str, bytes]]:
    """Yield the judgements and every text that they are of, by name."""
    folder = where.corpora.parent / "documents"
    for name in ("revisions.tsv", "corrections.tsv"):
        yield name, (JUDGED / name).read_bytes()
    pairs = [(row["before"], row["after"]) for row in _rows("revisions.tsv")]
    pairs += [(row["earlier"], row["later"]) for row in _rows("corrections.tsv")]
    for path in dict.fromkeys(path for pair in pairs for path in pair):
        yield path, (folder / path).read_bytes()


class _Texts:
    """The documents, each read once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.reader = reader_of()
        self.record = cache(self._record)

    def _record(self, path: str) -> Record:
        document = self.document(path)
        return self.reader.read(document)

    def document(self, path: str) -> Document:
        return replace(reading.read(str(self.folder / path), settings=self.reader.settings), url=path)

    def read_as(self, path: str, text: str) -> Record:
        """Read other words in a document's place."""
        document = self.document(path)
        return self.reader.read(replace(document, id=document_id(text), text=text, zones=()))


def _part(texts: _Texts, pairs: Sequence[Pair], *, wrong: bool) -> Scores:
    counts: Counter[str] = Counter(pairs=len(pairs))
    for pair in pairs:
        told = revised(texts.record(pair.before), texts.record(pair.after)).claims
        changed = [label for label in pair.labels if not label.either]
        missed = [label for label in changed if not any(_meets(label, change) for change in told)]
        strange = [change for change in told if not any(_meets(label, change) for label in pair.labels)]
        counts.update(claims=len(changed), found=len(changed) - len(missed), told=len(told))
        counts.update(right=len(told) - len(strange), invented=0 if pair.labels else len(told))
        if wrong:
            print(*_complaints(pair, missed, strange), sep="\n", file=sys.stderr)
    return {
        "pairs": counts["pairs"],
        "claims": counts["claims"],
        "found": _percent(counts["found"], counts["claims"]),
        "right": _percent(counts["right"], counts["told"]),
        "invented": counts["invented"],
    }


def _complaints(pair: Pair, missed: Sequence[Label], strange: Sequence[Revision]) -> Iterator[str]:
    for label in missed:
        yield f"{pair.after}: missed {'|'.join(sorted(label.of))} at {label.a}, {label.b}"
    for one in strange:
        ours, theirs = (None if span is None else span.text for span in (one.ours, one.theirs))
        yield f"{pair.after}: not labelled: {one.of} {one.change}: {ours!r} -> {theirs!r}"


def _meets(label: Label, change: Revision) -> bool:
    """Whether a change is what a label says: its kind and direction, at a place that both have in one text."""
    there = _overlap(label.a, change.ours) or _overlap(label.b, change.theirs)
    return change.of in label.of and _direction(change) & label.change != set() and there


def _direction(change: Revision) -> frozenset[str]:
    """A statement that words were put into was altered, and so were words; both are told by where words are lacking."""
    told = {change.change}
    if change.of == "statement" and change.change == "altered":
        told |= {"added"} if change.ours is None else {"removed"} if change.theirs is None else set()
    return frozenset(told)


def _overlap(label: Extent, span: Span | None) -> bool:
    return label is not None and span is not None and label[0] < span.end and span.start < label[1]


# Layouts


def _layouts(texts: _Texts) -> Scores:
    paths = sorted((texts.folder / LAYOUT_FOLDER).glob("*.md"), key=lambda path: path.stat().st_size)[:LAYOUT_TEXTS]
    told = [_told_of_layout(texts, f"{LAYOUT_FOLDER}/{path.name}") for path in paths]
    sound = sum(claims == 0 for claims in told)
    return {"layout.texts": len(told), "layout.invented": sum(told), "layout.sound": _percent(sound, len(told))}


def _told_of_layout(texts: _Texts, path: str) -> int:
    before = texts.record(path)
    return len(revised(before, texts.read_as(path, laid_out_anew(before.document.text))).claims)


def laid_out_anew(text: str) -> str:
    """Return the same words as another page might set them."""
    marks = str.maketrans("“”‘’", "\"\"''")
    dashed = text.translate(marks).replace(" — ", " -- ").replace("—", " -- ").replace("–", "-").replace("\u00a0", " ")
    paragraphs = [line for line in dashed.split("\n") if line.strip()]
    story = "\n\n".join(_wrapped(line) for line in paragraphs)
    return f"Skip to content\n\n{story}\n\nShare this story\n\nSign up\n\nRead more\n"


def _wrapped(line: str, width: int = 72) -> str:
    lines, room = [""], width
    for word in re.split(r"[ \t]+", line.strip()):
        if len(word) + 1 > room and lines[-1]:
            lines.append("")
            room = width
        lines[-1] += f" {word}" if lines[-1] else word
        room -= len(word) + 1
    return "\n".join(lines)


# Corrections


def _corrections(texts: _Texts, *, wrong: bool) -> Scores:
    facts: dict[tuple[str, str], defaultdict[str, list[tuple[Extent, Extent]]]] = {}
    for row in _rows("corrections.tsv"):
        of_pair = facts.setdefault((row["earlier"], row["later"]), defaultdict(list))
        of_pair[row["fact"]].append(_places(row))
    linked = {(step.before.url, step.after.url): step for step in _linked(texts)}
    right = [pair for pair in facts if pair in linked]
    named = of = 0
    for pair, of_pair in facts.items():
        declared = linked[pair].corrected if pair in linked else ()
        for number, places in of_pair.items():
            met = any(_overlap(a, one.ours) or _overlap(b, one.theirs) for one in declared for a, b in places)
            named, of = named + met, of + 1
            if wrong and not met:
                print(f"{pair[1]}: fact {number} is not named", file=sys.stderr)
    return {
        "corrections.pairs": len(facts),
        "corrections.facts": of,
        "corrections.linked": _percent(len(right), len(facts)),
        "corrections.links_right": _percent(len(right), len(linked)),
        "corrections.named": _percent(named, of),
    }


def _linked(texts: _Texts) -> Iterator[Revised]:
    """Yield every correction that a ledger of all the items of the collection tells of."""
    paths = sorted((texts.folder / "corrections").glob("*.txt"))
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db", create=True) as ledger:
        run_ = ledger.begin_run(texts.reader.model.card, Settings())
        for path in paths:
            ledger.add(texts.record(f"corrections/{path.name}"), run=run_, seen=datetime.now(UTC))
        run_.finish()
        yield from (step for history in histories(ledger) for step in history.steps)


# The judged files


@cache
def _rows(name: str) -> Sequence[dict[str, str]]:
    lines = [line for line in (JUDGED / name).read_text(encoding="utf8").splitlines() if not line.startswith("#")]
    head = lines[0].split("\t")
    return [dict(zip(head, line.split("\t"), strict=True)) for line in lines[1:]]


def _label(row: dict[str, str]) -> Label:
    a, b = _places(row)
    return Label(frozenset(row["of"].split("|")), frozenset(row["change"].split("|")), a, b, row["verdict"] == "either")


def _places(row: dict[str, str]) -> tuple[Extent, Extent]:
    a = (int(row["a_start"]), int(row["a_end"])) if row["a_start"] else None
    b = (int(row["b_start"]), int(row["b_end"])) if row["b_start"] else None
    return a, b


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def main() -> int:
    """Parse the command line, score and print."""
    parser = parser_of(__doc__)
    parser.add_argument("--part", choices=PARTS, help="only this part of the pairs")
    parser.add_argument("--wrong", action="store_true", help="print what is missed and what is not labelled")
    return run(parser, lambda where, given: score(where, (given.part,) if given.part else PARTS, wrong=given.wrong))


if __name__ == "__main__":
    sys.exit(main())

"""What persons corrected in a ledger, as labelled statements and figures.

`onrecord corrections --format jsonl` writes the lines; they lie in the folder `corrections` beside the corpora, in
files of any name that ends in `.jsonl`. Of what stands a person vouches for the whole record, whether it was accepted
or amended. What was rejected or withdrawn labels nothing: nobody said what stands there instead. Entities, times and
events teach nothing yet: a text holds more of these than were corrected, and that nobody corrected them must not be
learnt as if there were none.
"""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Final, cast

from onrecord.exporting.corrections import Example
from onrecord.records import FigureJson, StatementJson
from onrecord.records.span import SpanJson
from training.corpora.labelled_figures import Labelled, LabelledText
from training.corpora.marked import Extent, Judged, Marked, Split, part_of

FOLDER: Final = "corrections"
HELD_OUT: Final = 5
"""One of so many texts is held out."""


def read(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield the texts of one split with the statements that persons vouch for: act, kind and factuality.

    Raises FileNotFoundError where there is no such file.
    """
    for text, examples in _by_text(_vouched(corpora, "statement", split)):
        yield Marked(text, examples[0]["document"]["text"], judged=tuple(map(_judged, examples)))


def read_figures(corpora: Path, split: Split) -> Iterator[LabelledText]:
    """Yield the texts of one split with the figures that persons vouch for: where they hold, and as of when.

    A text of an unknown day is passed over, and so is a figure of which the place is not named in the text. Raises
    FileNotFoundError where there is no such file.
    """
    for _, examples in _by_text(_vouched(corpora, "figure", split)):
        document = examples[0]["document"]
        figures = tuple(found for one in examples if (found := _labelled(one, document["text"])) is not None)
        if document["published"] is not None and figures:
            yield LabelledText(document["text"], document["published"], figures)


def _vouched(corpora: Path, layer: str, split: Split) -> Iterator[Example]:
    """Yield what stands of a layer, without those that say the same of the same place as an earlier one."""
    paths = sorted((corpora / FOLDER).glob("*.jsonl"))
    if not paths:
        raise FileNotFoundError(f"{corpora / FOLDER}: holds no .jsonl that onrecord corrections wrote")
    seen: set[str] = set()
    for one in (cast(Example, json.loads(line)) for path in paths for line in path.read_text("utf8").splitlines()):
        name = json.dumps([one["document"]["id"], one["record"]])
        wanted = one["stands"] and one["person"] is not None and one["layer"] == layer
        if wanted and name not in seen and part_of(one["document"]["id"], HELD_OUT) == split:
            seen.add(name)
            yield one


def _by_text(examples: Iterable[Example]) -> Iterator[tuple[str, list[Example]]]:
    ordered = sorted(examples, key=_text_of)
    return ((text, list(group)) for text, group in groupby(ordered, key=_text_of))


def _text_of(example: Example) -> str:
    return example["document"]["id"]


def _judged(example: Example) -> Judged:
    told = cast(StatementJson, example["person"])
    cue = () if told["cue"] is None else (_extent(told["cue"]),)
    return Judged(cue, tuple(map(_extent, told["content"])), told["act"], told["kind"], told["factuality"])


def _labelled(example: Example, text: str) -> Labelled | None:
    told = cast(FigureJson, example["person"])
    where = () if told["where"] is None else tuple(_places(told["where"], text))
    if told["where"] is not None and not where:
        return None
    start, end = told["span"]
    return Labelled((start, end), where, told["as_of"])


def _places(name: str, text: str) -> Iterator[Extent]:
    """Yield where a text names a place: any of these is right."""
    return (match.span() for match in re.finditer(rf"\b{re.escape(name)}\b", text))


def _extent(span: SpanJson) -> Extent:
    start, end = span["span"]
    return start, end

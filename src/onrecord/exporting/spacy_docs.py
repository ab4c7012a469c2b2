"""spaCy's DocBin: documents as spaCy tokenises them, with a group of spans for each layer of a record."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, TypedDict

from onrecord.errors import UsageError
from onrecord.exporting.json_lines import json_line
from onrecord.records import Record, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

# A DocBin is in memory as a whole: so many documents to a file keep that small.
_TO_A_FILE: Final = 500
# In the order of `_labelled`.
GROUPS: Final = ("sources", "cues", "contents", "conditions", "figures", "times", "events", "entities")


class Labelled(NamedTuple):
    """A span of a record for one of the groups, what spaCy calls its label, and the id of the record."""

    group: str
    label: str
    id: str
    span: Span


class Moved(TypedDict):
    """A span that a Doc holds at other offsets: which of its group it is (`None`: no token holds it), and its own."""

    group: str
    id: str
    place: int | None
    start: int
    end: int


def write_spacy(records: Iterable[Record], folder: Path) -> None:
    """Write records into .spacy files in an empty folder, at most 500 documents to a file, numbered in their order.

    Raises UsageError where spaCy is not installed, OSError where the folder cannot be written to.
    """
    blank = _blank()
    from spacy.tokens import DocBin

    every = iter(records)
    number = 0
    while several := list(islice(every, _TO_A_FILE)):
        number += 1
        docs = DocBin(attrs=["ORTH", "SPACY"], store_user_data=True)
        for record in several:
            docs.add(doc_of(record, blank))
        docs.to_disk(folder / f"{number:05}.spacy")


def doc_of(record: Record, blank: "Language") -> "Doc":
    """Return a record as a Doc of a language's tokenizer: `doc.text` is the document's text.

    A span that is no whole tokens is moved to those that hold it, and listed with its own offsets as a `Moved` in
    `user_data["moved"]`. `user_data["record"]` is the record as the codebook's JSON.
    """
    doc = blank.tokenizer(record.document.text)
    moved: list[Moved] = []
    groups: dict[str, list[Tokens]] = {group: [] for group in GROUPS}
    for group, label, id_, span in _labelled(record):
        found = doc.char_span(span.start, span.end, label=label, alignment_mode="expand", span_id=id_)
        if found is None or (found.start_char, found.end_char) != (span.start, span.end):
            place = None if found is None else len(groups[group])
            moved.append({"group": group, "id": id_, "place": place, "start": span.start, "end": span.end})
        if found is not None:
            groups[group].append(found)
    for group, spans in groups.items():
        doc.spans[group] = spans
    doc.user_data |= {"record": json_line(record.to_json()), "moved": moved}
    return doc


def _labelled(record: Record) -> Iterator[Labelled]:
    for one in record.statements:
        parts = (
            ("sources", "SOURCE", one.source),
            ("cues", "CUE", one.cue),
            ("conditions", "CONDITION", one.condition),
        )
        yield from (Labelled(group, label, one.id, span) for group, label, span in parts if span is not None)
        yield from (Labelled("contents", one.type.upper(), one.id, span) for span in one.content)
    yield from (Labelled("figures", "FIGURE", figure.id, figure.span) for figure in record.figures)
    yield from (Labelled("times", time.type, time.id, time.span) for time in record.times)
    yield from (Labelled("events", event.type, event.id, event.trigger) for event in record.events)
    for entity in record.entities:
        yield from (Labelled("entities", entity.kind.upper(), entity.id, mention) for mention in entity.mentions)


def _blank() -> "Language":
    try:
        import spacy
    except ImportError:
        raise UsageError("spacy", "needs spaCy", "install it with pip install 'onrecord[spacy]'") from None
    return spacy.blank("en")

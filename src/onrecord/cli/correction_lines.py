"""Corrections for eyes: who said what of which record, and what it was before."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, cast

from rich.text import Text

from onrecord.cli.lines import indented
from onrecord.records import Correction, Document
from onrecord.records.items import own_spans
from onrecord.records.matching import versions_of
from onrecord.telling.clean import counted, one_line

_INDENT: Final = 5
# Follows from the span beside it.
_DERIVED: Final = "text"


def correction_lines(found: Sequence[tuple[Correction, Document, bool]], width: int) -> Iterator[Text]:
    """Yield the lines of corrections, each with its document and whether it stands; `width` is in cells."""
    for one, document, stands in found:
        yield from _lines(one, document, stands, width)
        yield Text()
    yield Text(counted(len(found), "correction") + "." if found else "Nothing was corrected.", style="dim")


def _lines(one: Correction, document: Document, stands: bool, width: int) -> Iterator[Text]:
    machine, _ = versions_of(one, document.text)
    spans = own_spans(machine)
    at = f"{document.url or document.id} ¶{document.paragraph_number(spans[0].start)}"
    head = Text(one_line(one.who), style="bold") + Text(f" {one.verdict} the {one.layer} {one.record}")
    head += Text(f" — {one.made.partition('T')[0]} — {one_line(at)}" + ("" if stands else " — replaced"), style="dim")
    first, *others = indented(head, width, _INDENT)
    yield Text(f"{one.number:>3}. ", style="dim") + first[_INDENT:]
    yield from others
    yield from indented(Text(one_line(" … ".join(span.text for span in spans))), width, _INDENT)
    for field, value in one.changes.items():
        if field != _DERIVED:
            before = _told(cast(Mapping[str, object], one.machine)[field], one, document.text)
            line = Text(f"{field}: ", style="dim") + Text(f"{before} → {_told(value, one, document.text)}")
            yield from indented(line, width, _INDENT, _INDENT + 2)
    if one.why:
        yield from indented(Text(one_line(one.why), style="italic"), width, _INDENT)


def _told(value: object, one: Correction, text: str) -> str:
    """Write a value for people: a span as its words, an entity as its name."""
    if isinstance(value, Mapping):
        return one_line(str(value["text"] if "span" in value else _office(value)))
    if isinstance(value, list) and len(value) == 2 and all(isinstance(end, int) for end in value):
        return one_line(text[value[0] : value[1]])
    if isinstance(value, list):
        return "; ".join(_told(item, one, text) for item in value) or "none"
    names = {entity["id"]: entity["name"] for entity in (*one.named, *one.added)}
    return "none" if value is None else one_line(names.get(str(value), str(value)))


def _office(role: Mapping[str, object]) -> str:
    return f"{role['title']} of {role['of']}" if role["of"] else str(role["title"])

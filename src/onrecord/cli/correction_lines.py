"""Corrections for eyes: who said what of which record, and what it was before."""

from collections.abc import Iterable, Iterator
from typing import Final

from rich.text import Text

from onrecord.asking.corrections import Said
from onrecord.cli.lines import indented
from onrecord.records.items import own_spans
from onrecord.records.matching import versions_of
from onrecord.telling.clean import counted, one_line
from onrecord.telling.corrections import altered

_INDENT: Final = 5


def correction_lines(found: Iterable[Said], width: int) -> Iterator[Text]:
    """Yield the lines of corrections; `width` is in cells."""
    number = 0
    for number, said in enumerate(found, 1):  # noqa: B007 - the last one is told
        yield from _lines(said, width)
        yield Text()
    yield Text(counted(number, "correction") + "." if number else "Nothing was corrected.", style="dim")


def _lines(said: Said, width: int) -> Iterator[Text]:
    one, document, stands = said.correction, said.document, said.stands
    machine, _ = versions_of(one, document.text)
    spans = own_spans(machine)
    at = f"{document.url or document.id} ¶{document.paragraph_number(spans[0].start)}"
    head = Text(one_line(one.who), style="bold") + Text(f" {one.verdict} the {one.layer} {one.record}")
    head += Text(f" — {one.made.partition('T')[0]} — {one_line(at)}" + ("" if stands else " — replaced"), style="dim")
    first, *others = indented(head, width, _INDENT)
    yield Text(f"{one.number:>3}. ", style="dim") + first[_INDENT:]
    yield from others
    yield from indented(Text(one_line(" … ".join(span.text for span in spans))), width, _INDENT)
    for field, before, after in altered(one, document.text):
        line = Text(f"{field}: ", style="dim") + Text(f"{before} → {after}")
        yield from indented(line, width, _INDENT, _INDENT + 2)
    if one.why:
        yield from indented(Text(one_line(one.why), style="italic"), width, _INDENT)

"""A series for eyes: its plot, then each figure with who said it, when, where, in which words, and why it belongs."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from rich.text import Text

from onrecord.cli.lines import indented
from onrecord.cli.strip import strip
from onrecord.records import ToldFigure
from onrecord.telling.amounts import drawn
from onrecord.telling.clean import counted, flat, one_line
from onrecord.telling.speakers import UNKNOWN, entity_line
from onrecord.telling.values import in_words

if TYPE_CHECKING:
    from onrecord.comparing import Point, Series

_INDENT: Final = 5
# Of a long sentence as much is shown as tells what is counted: letters before the figure, and behind it.
_BEFORE, _BEHIND = 100, 140


def series_lines(series: "Series", width: int) -> Iterator[Text]:
    """Yield the lines of a series; `width` is in cells of the terminal."""
    if series.points:
        yield from strip(series.points, width)
        yield Text()
    for number, point in enumerate(series.points, 1):
        yield from _point(number, point, width)
        yield Text()
    yield from indented(Text(_closing(series), style="dim"), width, 0)
    for fate, count in series.fates:
        hint = f"Apart: {counted(count, 'figure')} of them {fate}; ask for “{series.asked.words} {fate}”."
        yield from indented(Text(hint, style="dim"), width, 0)
    if series.vague:
        yield Text(f"Apart: {counted(series.vague, 'figure')} without a number (“several”).", style="dim")


def _point(number: int, point: "Point", width: int) -> Iterator[Text]:
    told = point.told
    head = Text(f"{drawn(told.figure)}  ", style="bold") + _who(told) + Text(f" — {_when(told)}", style="dim")
    first, *others = indented(head, width, _INDENT)
    yield Text(f"{number:>3}. ", style="dim") + first[_INDENT:]
    yield from others
    yield from indented(_words(told), width, _INDENT)
    for line in _notes(point):
        yield from indented(Text(line, style="dim"), width, _INDENT, _INDENT + 2)


def _who(told: ToldFigure) -> Text:
    """Who says it: speakers with their offices; a source that nobody knows in its own words; else the report itself."""
    if told.speakers:
        return Text("; ".join(one_line(entity_line(speaker)) for speaker in told.speakers), style="cyan")
    if told.statement is None:
        return Text(f"{told.page.outlet or 'the report'}, on its own word")
    source = told.statement.statement.source
    if source is None:
        return Text(UNKNOWN, style="yellow")
    return Text(one_line(source.text), style="italic").append(f" ({UNKNOWN})", style="yellow")


def _when(told: ToldFigure) -> str:
    said = "date unknown" if told.said is None else f"said {in_words(told.said.partition('T')[0])}"
    as_of = told.figure.as_of
    return said if as_of is None or as_of == told.said else f"{said}, as of {in_words(as_of)}"


def _words(told: ToldFigure) -> Text:
    """The figure in the words around it, cut between words where they are many."""
    text, start = flat(told.paragraph.text), told.figure.span.start - told.paragraph.start
    end = start + len(told.figure.span.text)
    a, b = max(0, start - _BEFORE), min(len(text), end + _BEHIND)
    a = a and text.find(" ", a, start) + 1
    b = b if b == len(text) else max(end, text.rfind(" ", end, b))
    words = Text("… " if a else "") + Text(text[a:start]) + Text(text[start:end], style="bold yellow")
    return words + Text(text[end:b]) + Text(" …" if b < len(text) else "")


def _notes(point: "Point") -> Iterator[str]:
    told = point.told
    place = told.figure.where
    address = flat(told.page.url or told.page.document)
    outlet = f"{one_line(told.page.outlet)}, " if told.page.outlet and told.statement is not None else ""
    yield f"{outlet}{address}" + (f" — {one_line(place)}" if place else "")
    if point.why:
        yield "belongs: " + "; ".join(map(one_line, point.why))
    if point.again:
        yield f"said again {counted(len(point.again), 'time')} in it"
    if point.copies:
        others = list(dict.fromkeys(flat(copy.page.url or copy.page.document) for copy in point.copies))
        yield f"word for word in {others[0]}" + (f" and {len(others) - 1:,} more" if len(others) > 1 else "")


def _closing(series: "Series") -> str:
    points = series.points
    if not points:
        return "Nothing found."
    documents = {told.page.document for point in points for told in point.all()}
    return f"{counted(len(points), 'figure')} in {counted(len(documents), 'document')}."

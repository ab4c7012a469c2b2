"""What a record holds beside its statements, for eyes: figures, times and events, by their words and paragraphs."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final

from rich.text import Text

from onrecord.cli.clean import one_line
from onrecord.cli.lines import indented
from onrecord.records import Event, Figure, Record, Span, Time

_READING: Final = "cyan"
_BOUNDS: Final = {
    "about": "about ",
    "at_most": "at most ",
    "at_least": "at least ",
    "more_than": "more than ",
    "less_than": "less than ",
}


def layers(record: Record, width: int, indent: int) -> Iterator[Text]:
    """Yield a heading and lines for each layer that holds something: nothing for the others.

    `width` is in cells of the terminal, `indent` how far the words are indented. Raises KeyError for a party that is
    no entity of the record (`Record.check`).
    """
    names = {entity.id: entity.name for entity in record.entities}
    yield from _layer(
        "Figures", ((figure.span, figure_line(figure)) for figure in record.figures), record, width, indent
    )
    yield from _layer("Times", _by_paragraph(record), record, width, indent)
    yield from _layer("Events", ((e.trigger, event_line(e, names)) for e in record.events), record, width, indent)


def figure_line(figure: Figure) -> Text:
    """Return a figure's words, what is counted, and how it is read: "some 1,200 (seals) — about 1,200"."""
    counted = f" ({one_line(figure.counted)})" if figure.counted else ""
    words = Text.assemble(one_line(figure.span.text), (counted, "dim"))
    return _read(words, amount(figure), (figure.change, figure.as_of, figure.where))


def amount(figure: Figure) -> str:
    """Return a figure's number with its bound and unit, such as "at most 8,000" or "5 to 8 percent"."""
    numbers = [_number(one) for one in (figure.low, figure.high) if one is not None]
    if figure.value is not None:
        said = _BOUNDS.get(figure.bound or "", "") + _number(figure.value)
    elif len(numbers) > 1:
        said = " to ".join(numbers)
    else:
        said = f"at least {numbers[0]}" if figure.low is not None else ""
    unit = "" if figure.unit in (None, "count") else f" {figure.unit}"
    return said + unit if said else ""


def time_line(time: Time) -> Text:
    """Return a time's words and, where it is known, its value."""
    return _read(Text(one_line(time.span.text)), time.value or "", ())


def event_line(event: Event, names: Mapping[str, str]) -> Text:
    """Return an event's word, its type, and who did it to whom: "sent — AID: Norvanna → Oresk"."""
    actors, recipients = (", ".join(one_line(names[one]) for one in ids) for ids in (event.actors, event.recipients))
    parties = " ".join(filter(None, (actors, f"→ {recipients}" if recipients else "")))
    reading = f"{event.type}: {parties}" if parties else event.type
    return _read(Text(one_line(event.trigger.text)), reading, (event.status, event.time, event.where))


def _read(words: Text, reading: str, notes: Iterable[str | None]) -> Text:
    known = ", ".join(one_line(note) for note in notes if note)
    told = " ".join(filter(None, (reading, f"[{known}]" if known else "")))
    return Text.assemble(words, (f" — {told}", _READING)) if told else words


def _number(value: float) -> str:
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.10g}"


def _by_paragraph(record: Record) -> Iterator[tuple[Span, Text]]:
    """The times of each paragraph on one line: they are many, and short."""
    for _, times in groupby(record.times, key=lambda time: record.document.paragraph_number(time.span.start)):
        here = list(times)
        yield here[0].span, Text(" · ").join(map(time_line, here))


def _layer(heading: str, lines: Iterable[tuple[Span, Text]], record: Record, width: int, indent: int) -> Iterator[Text]:
    for number, (span, line) in enumerate(lines):
        if not number:
            yield Text()
            yield Text(heading, style="dim")
        paragraph = f"     ¶{record.document.paragraph_number(span.start)}"
        first, *others = indented(line, width, indent)
        yield Text(paragraph.ljust(indent), style="dim") + first[indent:]
        yield from others

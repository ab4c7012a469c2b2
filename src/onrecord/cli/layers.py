"""What a record holds beside its statements, for eyes: figures, times and events, by their words and paragraphs."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from rich.text import Text

from onrecord.cli.entities import entities
from onrecord.cli.lines import heading, listed
from onrecord.cli.options import Layer
from onrecord.cli.speakers import speaker_line
from onrecord.records import Event, Figure, Record, Span, Statement, Time
from onrecord.telling.clean import one_line
from onrecord.telling.readings import event_reading, figure_reading, time_reading

_READING: Final = "cyan"
# Where those who acted say so themselves they are not named twice.
OWN_WORD: Final = "their own word"


@dataclass(frozen=True, slots=True)
class Told:
    """What figures and events point at: the record's entities' names and its statements, both by id."""

    names: Mapping[str, str]
    statements: Mapping[str, Statement]

    @classmethod
    def of(cls, record: Record) -> "Told":
        """Collect what is pointed at in a record."""
        names = {entity.id: entity.name for entity in record.entities}
        return cls(names, {statement.id: statement for statement in record.statements})


def layers(record: Record, shown: Collection[Layer], width: int, indent: int) -> Iterator[Text]:
    """Yield a heading and lines for each layer of `shown` that holds something: nothing for the others.

    `width` is in cells of the terminal, `indent` how far the words are indented. Raises KeyError for a party or
    statement that is none of the record (`Record.check`).
    """
    for layer, lines in _LAYERS.items():
        rows = [(record.document.paragraph_number(span.start), line) for span, line in lines(record, Told.of(record))]
        if layer in shown and rows:
            yield from heading(layer.title())
            yield from listed(rows, width, indent)
    if Layer.ENTITIES in shown and record.entities:
        yield from heading(Layer.ENTITIES.title())
        yield from entities(record, width, indent)


def figure_line(figure: Figure, told: Told) -> Text:
    """Return a figure's words, what is counted, how it is read, and whose it is.

    "some 1,200 (seals) = about 1,200 [Oresk, as of 2031-05-05] — Una Quill"; what the words say already is left out.
    """
    counted = f" ({one_line(figure.counted)})" if figure.counted else ""
    known = _apart(figure_reading(figure))
    return Text.assemble(one_line(figure.span.text), (counted, "dim"), known, _claim(figure.statement, told))


def time_line(time: Time) -> Text:
    """Return a time's words and its value, "?" where it is not known; nothing where the words say it already."""
    return Text.assemble(one_line(time.span.text), _apart(time_reading(time)))


def event_line(event: Event, told: Told) -> Text:
    """Return an event's word, its type, who did it to whom, what else is known, and whose claim it is.

    "sent — AID: Norvanna → Oresk [expected, 2031-06] — Una Quill". That it happened goes without saying; where it is
    not known what became of it stands "?".
    """
    known = _apart(event_reading(event, told.names))
    return Text.assemble(one_line(event.trigger.text), known, _claim(event.statement, told, event.actors))


def _figures(record: Record, told: Told) -> Iterator[tuple[Span, Text]]:
    return ((figure.span, figure_line(figure, told)) for figure in record.figures)


def _times(record: Record, told: Told) -> Iterator[tuple[Span, Text]]:
    """The times of each paragraph on one line: they are many, and short. What stands there twice is said once."""
    for _, times in groupby(record.times, key=lambda time: record.document.paragraph_number(time.span.start)):
        here, lines = list(times), dict[str, Text]()
        for line in map(time_line, here):
            lines.setdefault(line.plain.casefold(), line)
        yield here[0].span, Text(" · ").join(lines.values())


def _events(record: Record, told: Told) -> Iterator[tuple[Span, Text]]:
    return ((event.trigger, event_line(event, told)) for event in record.events)


_LAYERS: Final[Mapping[Layer, Callable[[Record, Told], Iterator[tuple[Span, Text]]]]] = {
    Layer.FIGURES: _figures,
    Layer.TIMES: _times,
    Layer.EVENTS: _events,
}


def _apart(reading: str) -> tuple[str, str]:
    return (f" {reading}" if reading else "", _READING)


def _claim(statement: str | None, told: Told, actors: Collection[str] = ()) -> Text:
    """Whose word it is, where it stands in a statement."""
    if statement is None:
        return Text()
    said = told.statements[statement]
    if said.speakers and set(said.speakers) == set(actors):
        return Text.assemble(" — ", (OWN_WORD, "bold"))
    return Text(" — ") + speaker_line([told.names[one] for one in said.speakers], said)

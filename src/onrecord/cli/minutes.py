"""A record as a clerk's minutes: who spoke, in what office, by what act, in which exact words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.text import Text

from onrecord.cli.layers import layers
from onrecord.cli.lines import indented
from onrecord.cli.options import EVERYDAY, Layer
from onrecord.cli.speakers import speaker_line
from onrecord.quotation import quotations
from onrecord.records import Document, Entity, Record, Statement
from onrecord.telling.clean import counted, flat
from onrecord.telling.documents import imprint, title_of
from onrecord.telling.speakers import entity_line
from onrecord.telling.statements import act_words, closing, exact_words

_INDENT = 10


@dataclass(frozen=True, slots=True)
class _Page:
    """What every entry needs: the document, its entities by id, the width, and how far the words are indented.

    `introduced` is the number of the statement that is each speaker's first.
    """

    document: Document
    entities: Mapping[str, Entity]
    introduced: Mapping[str, int]
    width: int
    indent: int


def minutes(record: Record, width: int, shown: Sequence[Layer] = EVERYDAY) -> Iterator[Text]:
    """Yield the lines of the minutes of one document: a heading, what there is of the layers `shown`, a closing line.

    `width` is in cells of the terminal. Raises KeyError for a speaker, party or statement that is none of the record
    (`Record.check`).
    """
    page = _page(record, width)
    yield from _heading(page)
    if Layer.STATEMENTS in shown:
        for number, statement in enumerate(record.statements, 1):
            yield Text()
            yield from _entry(number, statement, page)
    yield from layers(record, shown, width, page.indent)
    yield Text()
    for line in closing_lines(record, shown):
        yield from indented(Text(line, style="dim"), width, 0)


def closing_lines(record: Record, shown: Sequence[Layer]) -> list[str]:
    """Sum up what is shown of a record: the statements on a line, how many there are of the rest on another."""
    sizes = {
        Layer.FIGURES: counted(len(record.figures), "figure"),
        Layer.TIMES: counted(len(record.times), "time"),
        Layer.EVENTS: counted(len(record.events), "event"),
        Layer.ENTITIES: counted(len(record.entities), "entity", "entities"),
    }
    rest = [size for layer, size in sizes.items() if layer in shown and not size.startswith("0 ")]
    lines = [closing(record)] if Layer.STATEMENTS in shown else []
    if rest:
        lines.append(f"{', '.join(rest)}.")
    return lines or [f"No {' and no '.join(shown)}."]


def act_line(statement: Statement) -> Text:
    """Return the act of saying: the cue's own words, then what is known of act, belief, factuality and time."""
    return Text(act_words(statement), style="cyan")


def words_line(statement: Statement) -> Text:
    """Return the exact words with their marks, parts that stand apart joined by " … ", quotations in green."""
    line = Text(exact_words(statement))
    for quotation in quotations(line.plain):
        line.stylize("green", quotation.start, quotation.end)
    return line


def _page(record: Record, width: int) -> _Page:
    numbered = list(enumerate(record.statements, 1))
    # Backwards: the last word on a speaker is that of the first statement.
    introduced = {speaker: number for number, statement in reversed(numbered) for speaker in statement.speakers}
    widest = _margin(len(record.statements), len(record.document.paragraphs()))
    entities = {entity.id: entity for entity in record.entities}
    return _Page(record.document, entities, introduced, width, max(_INDENT, len(widest) + 1))


def _introduced(speaker: Entity, number: int, page: _Page) -> str:
    """A speaker with the offices where they speak first, by the name alone from then on."""
    return entity_line(speaker) if page.introduced[speaker.id] == number else speaker.name


def _heading(page: _Page) -> Iterator[Text]:
    document = page.document
    yield from indented(Text(title_of(document), style="bold"), page.width, 0)
    yield from indented(Text(" · ".join(imprint(document)), style="dim"), page.width, 0)
    if document.title and document.url:
        yield from indented(Text(flat(document.url), style="dim"), page.width, 0)


def _entry(number: int, statement: Statement, page: _Page) -> Iterator[Text]:
    paragraph = page.document.paragraph_number(statement.content[0].start)
    margin = Text(_margin(number, paragraph).ljust(page.indent), style="dim")
    act = act_line(statement)
    speakers = [_introduced(page.entities[speaker], number, page) for speaker in statement.speakers]
    lead = Text.assemble(speaker_line(speakers, statement), " — " if act else "", act)
    first, *others = indented(lead, page.width, page.indent)
    yield margin + first[page.indent :]
    yield from others
    yield from indented(words_line(statement), page.width, page.indent)


def _margin(number: int, paragraph: int) -> str:
    return f"{number:>3}. ¶{paragraph}"

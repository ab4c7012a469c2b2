"""A record as a clerk's minutes: who spoke, in what office, by what act, in which exact words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rich.text import Text

from onrecord.cli.layers import layers
from onrecord.cli.lines import indented
from onrecord.cli.options import EVERYDAY, Layer
from onrecord.cli.speakers import UNKNOWN, entity_line, speaker_line
from onrecord.quotation import quotations
from onrecord.records import Document, Entity, Record, Statement
from onrecord.telling.clean import counted, flat, one_line
from onrecord.telling.values import in_words

_INDENT = 10
# How far the source commits, in plain words; what is certain goes without saying.
_COMMITMENTS: Final = {
    "CT-": "not so",
    "PR+": "probable",
    "PR-": "probably not so",
    "PS+": "possible",
    "PS-": "possibly not so",
    "Uu": "open",
}


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


def closing(record: Record) -> str:
    """Sum up the statements in one line: how many, how many speakers, what is not known."""
    statements = record.statements
    if not statements:
        return "No statements."
    speakers = {speaker for statement in statements for speaker in statement.speakers}
    parts = [counted(len(statements), "statement"), counted(len(speakers), "speaker")]
    unknown = sum(not statement.speakers for statement in statements)
    if unknown:
        parts.append(f"{unknown} with an {UNKNOWN}")
    return ", ".join(parts) + "."


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
    if statement.cue is not None:
        words = one_line(statement.cue.text)
    else:
        words = "continued" if statement.how == "carried" else ""
    held = "held, not said" if statement.kind == "held" else None
    condition = "on a condition" if statement.condition else None
    time = statement.time and in_words(statement.time)
    notes = [statement.act, held, _COMMITMENTS.get(statement.factuality or ""), condition, time]
    known = ", ".join(note for note in notes if note)
    return Text(" ".join(filter(None, (words, f"[{known}]" if known else ""))), style="cyan")


def words_line(statement: Statement) -> Text:
    """Return the exact words with their marks, parts that stand apart joined by " … ", quotations in green."""
    line = Text(" … ".join(one_line(span.text) for span in statement.content))
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
    title = document.title or document.url or document.id
    yield from indented(Text(one_line(title), style="bold"), page.width, 0)
    yield from indented(Text(" · ".join(_imprint(document)), style="dim"), page.width, 0)
    if document.title and document.url:
        yield from indented(Text(flat(document.url), style="dim"), page.width, 0)


def _imprint(document: Document) -> Iterator[str]:
    if document.authors:
        yield one_line("by " + ", ".join(document.authors))
    # An outlet that prints its own agency's report is named once.
    yield from map(one_line, dict.fromkeys(filter(None, (document.outlet, document.agency))))
    if document.dateline is not None and document.dateline.place:
        yield one_line(document.dateline.place)
    yield in_words(document.published) if document.published else "date unknown"
    if document.language not in (None, "en"):
        yield f"language {document.language}"
    yield counted(len(document.text.split()), "word")


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

"""Conflicts for eyes: how two records differ, then each with who said it, when, where, and in which words."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from rich.text import Text

from onrecord.cli.lines import indented
from onrecord.cli.speakers import speaker_line
from onrecord.comparing.conflicts.frames import sentence_around
from onrecord.records import Span, ToldFigure
from onrecord.telling.amounts import amount
from onrecord.telling.clean import counted, flat, one_line

if TYPE_CHECKING:
    from onrecord.comparing.conflicts.conflict import Conflict, Told

_INDENT: Final = 5
_FURTHER: Final = 8
_KINDS: Final = {
    "contradicts": ("contradiction", "bold red"),
    "restated": ("restated", "bold yellow"),
    "denied": ("denied", "bold red"),
    "updated": ("updated", "bold"),
}
# Of what was said only so much is shown, around what it is about.
_LONGEST: Final = 360


def pair_lines(found: Sequence["Conflict"], width: int) -> Iterator[Text]:
    """Yield the lines of conflicts in their order; what is no conflict stands under a line of its own."""
    conflicts = sum(one.kind != "updated" for one in found)
    for number, one in enumerate(found, 1):
        if one.kind == "updated" and number == conflicts + 1:
            yield from indented(Text("Updated later: no conflict", style="dim"), width, 0)
            yield Text()
        yield from _pair(number, one, width)
        yield Text()
    yield Text(_total(conflicts, len(found) - conflicts), style="dim")


def _total(conflicts: int, updates: int) -> str:
    if not conflicts and not updates:
        return "No conflict found."
    told = [counted(conflicts, "conflict")] if conflicts or not updates else []
    return ", ".join([*told, *([counted(updates, "update")] if updates else [])]) + "."


def _pair(number: int, conflict: "Conflict", width: int) -> Iterator[Text]:
    name, style = _KINDS[conflict.kind]
    head = Text(name, style=style)
    head.append(f" {conflict.confidence:.2f}", style="dim")
    head.append(" — one speaker" if conflict.one_voice and conflict.a.speakers else "", style="dim")
    first, *others = indented(head, width, _INDENT)
    yield Text(f"{number:>3}. ", style="dim") + first[_INDENT:]
    yield from others
    yield from _side(conflict.a, width)
    yield from _side(conflict.b, width)
    yield from indented(Text(f"met: {'; '.join(conflict.why)}", style="dim"), width, _INDENT)


def _side(told: "Told", width: int) -> Iterator[Text]:
    yield from indented(_who(told), width, _INDENT, _FURTHER)
    yield from indented(_figure_words(told) if isinstance(told, ToldFigure) else _words(told.evidence), width, _FURTHER)


def _who(told: "Told") -> Text:
    """Who said it; where nobody did, the report itself, and when, and where it stands."""
    within = told.statement if isinstance(told, ToldFigure) else told
    statement = None if within is None else within.statement
    names = [one.name for one in told.speakers]
    who = Text("the report itself", style="bold") if statement is None else speaker_line(names, statement)
    day = told.said.partition("T")[0] if told.said else "date unknown"
    who.append(f" — {day} — {flat(told.page.url or told.page.document)}", style="dim")
    return who


def _figure_words(told: ToldFigure) -> Text:
    """The sentence of a figure with the figure marked, and before it the number, where the words do not say it so."""
    sentence = sentence_around(told.paragraph, told.figure.span.start)
    start = told.figure.span.start - sentence.start
    end = start + len(told.figure.span.text)
    first, last = _window(sentence.text, start, end)
    text = Text("… " if first else "")
    text.append(flat(sentence.text[first:start])).append(flat(sentence.text[start:end]), style="bold yellow")
    text.append(flat(sentence.text[end:last])).append(" …" if last < len(sentence.text) else "")
    number = amount(told.figure)
    shown = Text(" ").join(word for word in text.split(" ") if word)
    return (
        shown if not number or number == one_line(told.figure.span.text) else shown.append(f" = {number}", style="dim")
    )


def _words(evidence: Span) -> Text:
    words = one_line(evidence.text)
    return Text(words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()} …")


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of a long sentence that lies around the figure, cut between words."""
    if len(text) <= _LONGEST:
        return 0, len(text)
    room = max(0, _LONGEST - (end - start)) // 2
    first = 0 if start <= room else text.rfind(" ", 0, start - room) + 1
    last = len(text) if len(text) - end <= room else text.find(" ", end + room)
    return first, len(text) if last < 0 else last

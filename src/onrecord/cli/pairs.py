"""Conflicts for eyes: how two records differ, then each with who said it, when, where, and in which words."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from rich.text import Text

from onrecord.cli.lines import indented
from onrecord.cli.speakers import speaker_line
from onrecord.comparing.conflicts.frames import sentence_around
from onrecord.records import ToldFigure
from onrecord.telling.clean import flat
from onrecord.telling.conflicts import KINDS, differing, figure_in, number_beside, total
from onrecord.telling.cutting import begun
from onrecord.telling.values import day_in_words

if TYPE_CHECKING:
    from onrecord.comparing.conflicts.conflict import Conflict, Told

_INDENT: Final = 5
_FURTHER: Final = 8
_STYLES: Final = {"contradicts": "bold red", "restated": "bold yellow", "denied": "bold red", "updated": "bold"}
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
    yield Text(total(conflicts, len(found) - conflicts), style="dim")


def _pair(number: int, conflict: "Conflict", width: int) -> Iterator[Text]:
    head = Text(KINDS[conflict.kind], style=_STYLES[conflict.kind])
    head.append(f" {conflict.confidence:.2f}", style="dim")
    if isinstance(conflict.a, ToldFigure) and isinstance(conflict.b, ToldFigure):
        head.append(f" — {differing(conflict.a.figure, conflict.b.figure, conflict.kind)}")
    head.append(" — one speaker" if conflict.one_voice and conflict.a.speakers else "", style="dim")
    first, *others = indented(head, width, _INDENT)
    yield Text(f"{number:>3}. ", style="dim") + first[_INDENT:]
    yield from others
    yield from _side(conflict.a, width)
    yield from _side(conflict.b, width)
    yield from indented(Text(f"met: {'; '.join(conflict.why)}", style="dim"), width, _INDENT)


def _side(told: "Told", width: int) -> Iterator[Text]:
    yield from indented(_who(told), width, _INDENT, _FURTHER)
    yield from indented(
        _figure_words(told) if isinstance(told, ToldFigure) else Text(begun(told.evidence.text, _LONGEST)),
        width,
        _FURTHER,
    )


def _who(told: "Told") -> Text:
    """Who said it; where nobody did, the report itself, and when, and where it stands."""
    within = told.statement if isinstance(told, ToldFigure) else told
    statement = None if within is None else within.statement
    names = [one.name for one in told.speakers]
    who = Text("the report itself", style="bold") if statement is None else speaker_line(names, statement)
    who.append(f" — {day_in_words(told.said)} — {flat(told.page.url or told.page.document)}", style="dim")
    return who


def _figure_words(told: ToldFigure) -> Text:
    """The sentence of a figure with the figure marked, and behind it the number, where the words do not say it so."""
    sentence = sentence_around(told.paragraph, told.figure.span.start)
    before, words, behind = figure_in(sentence, told.figure, _LONGEST)
    text = Text(before).append(words, style="bold yellow").append(behind)
    number = number_beside(told.figure)
    shown = Text(" ").join(word for word in text.split(" ") if word)
    return shown.append(f" = {number}", style="dim") if number else shown

"""Commitments, for eyes: who to whom, when, by when, in which words, on what condition, and what was said later."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from rich.text import Text

from onrecord.cli.lines import indented
from onrecord.telling.clean import counted, flat, one_line
from onrecord.telling.commitments import FATES, commitment_notes
from onrecord.telling.speakers import names_line
from onrecord.telling.values import day_in_words

if TYPE_CHECKING:
    from onrecord.comparing.positions.aftermath import Later
    from onrecord.comparing.positions.promises import Promised

_INDENT: Final = 5
_COLOURS: Final = {"reaffirmed": "green", "denied": "red", "said_done": "cyan", "dropped": "red"}


def commitment_lines(
    shown: "Sequence[Promised]", later: "Mapping[str, Sequence[Later]]", found: int, width: int
) -> Iterator[Text]:
    """Yield the lines of commitments, `later` what was said of each by its id; `found` is how many there are in all."""
    for number, one in enumerate(shown, 1):
        yield from _commitment(number, one, later[one.commitment.id], width)
        yield Text()
    yield Text(_closing(len(shown), found), style="dim")


def _closing(shown: int, found: int) -> str:
    if not found:
        return "Nothing found."
    more = f"; {found - shown:,} more with --limit" if found > shown else ""
    return f"{counted(shown, 'commitment')}{more}."


def _commitment(number: int, promised: "Promised", later: "Sequence[Later]", width: int) -> Iterator[Text]:
    one = promised.commitment
    head = Text(names_line(who.name for who in one.by), style="bold" if one.by else "yellow")
    if one.to:
        head.append(f" → {names_line(who.name for who in one.to)}", style="bold")
    notes = commitment_notes(one.form, one.said, None if one.due is None else one.due.value)
    head.append(f" — {notes}", style="cyan")
    first, *others = indented(head, width, _INDENT)
    yield Text(f"{number:>3}. ", style="dim") + first[_INDENT:]
    yield from others
    yield from indented(Text(one_line(one.words.text)), width, _INDENT)
    if one.condition is not None:
        yield from indented(Text(f"on condition: {one_line(one.condition.text)}", style="yellow"), width, _INDENT)
    where = flat(one.page.url or one.page.document)
    many = f" · in {promised.documents:,} documents" if promised.documents > 1 else ""
    yield from indented(Text(where + many, style="dim"), width, _INDENT)
    for told in later:
        yield from indented(_later(told), width, _INDENT, _INDENT + 2)


def _later(told: "Later") -> Text:
    day = day_in_words(told.by.said)
    line = Text(f"{FATES[told.fate]} {day}", style=_COLOURS[told.fate])
    line.append(f" — {names_line(told.by.speakers)}: “{one_line(told.by.text)}” ", style="")
    return line.append(flat(told.by.ref.url or told.by.ref.document), style="dim")

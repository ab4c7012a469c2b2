"""Commitments, for eyes: who to whom, when, by when, in which words, on what condition, and what was said later."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from rich.text import Text

from onrecord.cli.lines import indented
from onrecord.cli.speakers import UNKNOWN
from onrecord.telling.clean import counted, flat, one_line
from onrecord.telling.values import in_words

if TYPE_CHECKING:
    from onrecord.comparing.positions.aftermath import Later
    from onrecord.comparing.positions.commitments import Commitment
    from onrecord.comparing.positions.promises import Promised

_INDENT: Final = 5
_FATES: Final = {
    "reaffirmed": ("reaffirmed", "green"),
    "denied": ("denied", "red"),
    "said_done": ("said to be done", "cyan"),
    "dropped": ("said to be dropped", "red"),
}


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
    head = Text("; ".join(one_line(who.name) for who in one.by) or UNKNOWN, style="bold" if one.by else "yellow")
    if one.to:
        head.append(f" → {'; '.join(one_line(who.name) for who in one.to)}", style="bold")
    head.append(f" — {_notes(one)}", style="cyan")
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


def _notes(one: "Commitment") -> str:
    said = one.said.partition("T")[0] if one.said else "date unknown"
    due = "" if one.due is None else f", due {in_words(one.due.value)}"
    return f"{one.form}, {said}{due}"


def _later(told: "Later") -> Text:
    words, colour = _FATES[told.fate]
    by = "; ".join(map(one_line, told.by.speakers)) or UNKNOWN
    day = (told.by.said or "").partition("T")[0]
    line = Text(f"{words} {day}", style=colour).append(f" — {by}: “{one_line(told.by.text)}” ", style="")
    return line.append(flat(told.by.ref.url or told.by.ref.document), style="dim")

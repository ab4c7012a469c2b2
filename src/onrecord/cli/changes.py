"""What became of a text, for eyes: its versions with their dates, what each changed, and what it owns up to."""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Final

from rich.text import Text

from onrecord.cli.lines import indented
from onrecord.telling.clean import counted, flat
from onrecord.telling.cutting import both_ends

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.asking.histories import History
    from onrecord.comparing import Revised, Revision
    from onrecord.ledger import Version
    from onrecord.records import Span

_INDENT: Final = 5
_COLUMN: Final = 25
# Longer words are cut in the middle: the JSON has them whole.
_LONGEST: Final = 280
_STYLES: Final = {"added": "green", "removed": "red", "altered": "yellow", "hardened": "yellow", "softened": "yellow"}
_ID: Final = 15
# Characters of the sentence that are shown on either side of a change; of a sentence that is mostly change, none.
_AROUND: Final = 60
_WHOLE: Final = 0.7


def history_lines(history: "History", width: int) -> Iterator[Text]:
    """Yield the lines of one history; `width` is in cells of the terminal."""
    yield from _heading(history, width)
    for number, version in enumerate(history.versions, 1):
        yield from _version(history, number, version, width)
    if not history.steps:
        yield Text("     No other version is held.", style="dim")
    for number, step in enumerate(history.steps, 1):
        yield Text()
        yield Text(f"  {number} → {number + 1}", style="dim")
        yield from _step(step, width)
    yield Text()


def total(told: int) -> Iterator[Text]:
    """Yield the last line of a list of histories."""
    yield Text(counted(told, "history", "histories") + "." if told else "Nothing changed.", style="dim")


def _heading(history: "History", width: int) -> Iterator[Text]:
    url = history.versions[-1].url or history.versions[-1].document
    yield from indented(Text(flat(url), style="bold"), width, 0, 5)


def _version(history: "History", number: int, version: "Version", width: int) -> Iterator[Text]:
    seen = version.seen.strftime("%Y-%m-%d %H:%M")
    words = Text(f"{number:>3}. seen {seen}  {version.document[:_ID]}", style="dim")
    if history.linked:
        words.append(f"  {flat(version.url)}", style="dim")
    yield from indented(words, width, 0, 5)


def _step(step: "Revised", width: int) -> Iterator[Text]:
    for context, changes in groupby(step.told, key=lambda change: change.context):
        together = list(changes)
        for change in together:
            yield from _change(change, width)
        if context is not None:
            yield from _context(context, together, width)
    if not step.claims:
        yield Text("     No claim changed.", style="dim")
    if step.cosmetic:
        yield Text(f"     {counted(len(step.cosmetic), 'cosmetic change')}.", style="dim")


def _change(change: "Revision", width: int) -> Iterator[Text]:
    if change.is_notice:
        label, words = Text("declares", style="cyan"), Text(_said(change.theirs), style="cyan")
    else:
        label, words = Text(f"{change.of} {change.change}", style=_STYLES[change.change]), _words(change)
        if change.declared is not None:
            words.append("  (declared)", style="cyan")
    first, *others = indented(words, width, _COLUMN)
    yield Text(" " * _INDENT).append_text(label).append(" " * max(1, _COLUMN - _INDENT - len(label))) + first[_COLUMN:]
    yield from others


def _context(context: "Span", changes: "Sequence[Revision]", width: int) -> Iterator[Text]:
    """The sentence around the words that were changed, unless it is not much more than those words."""
    spans = [one for change in changes if not change.is_notice for one in (change.theirs or change.ours,) if one]
    if not spans or sum(len(span.text) for span in spans) > _WHOLE * len(context.text):
        return
    start = max(context.start, min(span.start for span in spans) - _AROUND)
    end = min(context.end, max(span.end for span in spans) + _AROUND)
    line = Text("… " if start > context.start else "", style="dim")
    line.append(flat(context.text[start - context.start : end - context.start]))
    for span in spans:
        line.stylize("not dim", len(line) - (end - start) + span.start - start, len(line) - end + span.end)
    line.append(" …" if end < context.end else "")
    yield from indented(Text(" ").join(word for word in line.split(" ") if word), width, _COLUMN)


def _words(change: "Revision") -> Text:
    before, after = _said(change.ours), _said(change.theirs)
    if change.ours is None or change.theirs is None:
        return Text(before or after, style="red" if change.theirs is None else "green")
    return Text(before, style="red").append(" → ", style="dim").append(after, style="green")


def _said(span: "Span | None") -> str:
    return "" if span is None else both_ends(span.text, _LONGEST)

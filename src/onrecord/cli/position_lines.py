"""The line of a speaker, for eyes: when, by what act, in which exact words, where, why on topic, and what changed."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from rich.text import Text

from onrecord.cli.lines import indented
from onrecord.cli.minutes import act_line, words_line
from onrecord.comparing.positions.positions import Position, is_dated
from onrecord.telling.clean import flat, one_line
from onrecord.telling.positions import line_summed_up, why_on_topic
from onrecord.telling.speakers import names_line
from onrecord.telling.values import day_in_words

if TYPE_CHECKING:
    from onrecord.comparing.positions.topics import Topic

_INDENT: Final = 5
_COLOURS: Final = {"hardened": "red", "softened": "cyan"}


def position_lines(name: str, topic: "Topic", line: Sequence[Position], spoken: int, width: int) -> Iterator[Text]:
    """Yield the lines of what `name`, of whom `spoken` statements are known, said on a topic.

    `width` is in cells of the terminal.
    """
    yield from indented(Text(f"{one_line(name)} on {one_line(topic.text)}", style="bold"), width, 0)
    numbers = {position.uttered.told.statement.id: number for number, position in enumerate(line, 1)}
    for number, position in enumerate(line, 1):
        yield Text()
        yield from _position(number, position, numbers, name, width)
    yield Text()
    yield from indented(Text(closing(line, spoken), style="dim"), width, 0)


def closing(line: Sequence[Position], spoken: int) -> str:
    """Sum up a line: how many statements of how many, how many changed, how many nobody knows the date of."""
    changes = [one.changed.change for one in line if one.changed is not None]
    return line_summed_up(
        len(line),
        spoken,
        hardened=changes.count("hardened"),
        softened=changes.count("softened"),
        undated=sum(not is_dated(one.uttered) for one in line),
    )


def _position(number: int, position: Position, numbers: dict[str, int], name: str, width: int) -> Iterator[Text]:
    told = position.uttered.told
    names = [one.name for one in told.speakers]
    who = "" if names == [name] else f" — {names_line(names)}"
    head = Text(day_in_words(told.said), style="bold") + Text(who) + Text(" — ") + act_line(told.statement)
    first, *others = indented(head, width, _INDENT)
    yield Text(f"{number:>3}. ", style="dim") + first[_INDENT:]
    yield from others
    yield from indented(words_line(told.statement), width, _INDENT)
    if position.changed is not None:
        yield from indented(_changed(position, numbers), width, _INDENT)
    yield from indented(
        Text(f"{_where(position)} · {why_on_topic(position.why.words, position.why.similarity)}", style="dim"),
        width,
        _INDENT,
    )


def _changed(position: Position, numbers: dict[str, int]) -> Text:
    """What it was before, where it differs: the earlier claim's words."""
    assert position.changed is not None  # the caller asks only then
    before, change = position.changed.before, position.changed.change
    number = numbers.get(before.of.told.statement.id)
    since = f" since {number}.: " if number is not None else ": "
    return Text(f"{change}{since}", style=_COLOURS[change]).append(f"“{one_line(before.span.text)}”", style="dim")


def _where(position: Position) -> str:
    told = position.uttered.told
    where = f"{flat(told.page.url or told.page.document)} ¶{position.uttered.paragraph}"
    return where if position.documents == 1 else f"{where} · in {position.documents:,} reports"

"""Near copies, for eyes: who wrote the story, where it is printed, and what each copy cut or added."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from rich.text import Text

from onrecord.cli.lines import indented
from onrecord.records import Page
from onrecord.telling.clean import counted, flat, one_line
from onrecord.telling.copies import changes_line, worth_showing
from onrecord.telling.cutting import shortened
from onrecord.telling.speakers import UNKNOWN
from onrecord.telling.values import day_in_words

if TYPE_CHECKING:
    from onrecord.comparing.origins.chains import Strand
    from onrecord.comparing.origins.origins import NearCopy, Origin

_INDENT: Final = 6
# Passages shown of each copy.
_PASSAGES: Final = 10


def stories(found: Iterable["Origin"], width: int, *, whole: bool = False) -> Iterator[Text]:
    """Yield the lines of stories and their copies; `whole`: with the passages that each copy cut or added.

    `width` is in cells of the terminal.
    """
    number = copies = 0
    for number, story in enumerate(found, 1):
        copies += len(story.copies)
        yield from _heading(number, _summary(story), width)
        for copy in story.copies:
            yield from _copy(copy, story, width)
            if whole:
                yield from _passages(copy, width)
        yield Text()
    told = f"{counted(number, 'story', 'stories')}, {counted(copies, 'copy', 'copies')}."
    yield Text(told if number else "No near copies.", style="dim")


def strands(found: Sequence["Strand"], width: int) -> Iterator[Text]:
    """Yield the lines of the origins of one statement or figure, each with its chain and its reports."""
    reports = sum(len(strand.origin.copies) for strand in found)
    if not found:
        yield Text("No report carries it.", style="dim")
        return
    told = f"In {counted(reports, 'report')}, of {counted(len(found), 'independent origin')}."
    yield from indented(Text(told, style="bold"), width, 0)
    for number, strand in enumerate(found, 1):
        yield Text()
        yield from _heading(number, _chain(strand), width)
        if strand.words:
            yield from indented(Text(shortened(strand.words), style="italic"), width, _INDENT)
        for copy in strand.origin.copies:
            first = len(strand.origin.copies) > 1 and copy.page.document == strand.origin.earliest
            yield from indented(_where(copy.page, first=first), width, _INDENT, _INDENT + 2)


def _heading(number: int, title: Text, width: int) -> Iterator[Text]:
    first, *others = indented(title, width, _INDENT)
    yield Text(f"{number:>4}. ", style="dim") + first[_INDENT:]
    yield from others


def _summary(story: "Origin") -> Text:
    who = Text(story.agency, style="bold") if story.agency else Text("no wire service named", style="yellow")
    return who.append(f" — {counted(len(story.copies), 'copy', 'copies')}", style="dim")


def _chain(strand: "Strand") -> Text:
    """The links by which it came to the reader: "Una Quill told → Gull Wire → 3 outlets"."""
    outlets = counted(strand.outlets, "outlet") if strand.outlets else counted(len(strand.origin.copies), "report")
    links = [Text(one_line(strand.told), style="bold")] if strand.told else [Text(UNKNOWN, style="yellow")]
    if strand.relay:
        links.append(Text(strand.relay))
    return Text(" → ").join([*links, Text(outlets)])


def _copy(copy: "NearCopy", story: "Origin", width: int) -> Iterator[Text]:
    line = Text(f"{copy.similarity:.2f}  ", style="dim")
    first = len(story.copies) > 1 and copy.page.document == story.earliest
    line.append_text(_where(copy.page, first=first))
    if copy.page.document != story.model:
        line.append(f" — {changes_line(copy.how, copy.cut, copy.added)}")
    yield from indented(line, width, _INDENT, _INDENT + 6)


def _where(page: Page, *, first: bool) -> Text:
    line = Text(flat(page.url or page.document))
    if page.outlet:
        line.append(f", {one_line(page.outlet)}")
    line.append(f" — {day_in_words(page.published)}", style="dim")
    return line.append(" — earliest", style="green") if first else line


def _passages(copy: "NearCopy", width: int) -> Iterator[Text]:
    """The passages that were cut and added, the small ones counted only."""
    small = 0
    for mark, spans, style in (("−", copy.cut, "red"), ("+", copy.added, "green")):
        shown, left = worth_showing(spans, _PASSAGES)
        for span in shown:
            line = Text(f"{mark} {shortened(span.text)}", style=style)
            yield from indented(line, width, _INDENT + 6, _INDENT + 8)
        small += left
    if small:
        yield Text(f"{' ' * (_INDENT + 6)}… {counted(small, 'more passage')}", style="dim")

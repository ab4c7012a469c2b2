"""Two documents as a redline, for eyes: what is gone first, then what was said more strongly or less, then the rest."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rich.text import Text

from onrecord.cli.lines import heading, indented
from onrecord.comparing.redline.redline import Kind, Pair
from onrecord.records import Document, Span
from onrecord.telling.clean import flat
from onrecord.telling.values import day_in_words

_INDENT: Final = 6
_GONE: Final = "red strike"
_NEW: Final = "green"
_COUNTED: Final[tuple[Kind, ...]] = ("dropped", "reworded", "moved", "added", "kept")
_TITLES: Final[tuple[Kind, ...]] = ("reworded", "moved", "added", "kept")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What every entry needs: both documents, the width, and whether changes are marked by signs, not by colour."""

    a: Document
    b: Document
    width: int
    marks: bool


def redline(
    a: Document, b: Document, pairs: Sequence[Pair], width: int, *, whole: bool = False, marks: bool = True
) -> Iterator[Text]:
    """Yield the lines of a redline of two documents; with `whole` also what was kept.

    `width` is in cells of the terminal. With `marks` what is gone stands in `[-…-]` and what is new in `{+…+}`.
    """
    sheet = _Sheet(a, b, width, marks)
    for sign, document in (("-", a), ("+", b)):
        yield from indented(Text(f"{sign} ") + _named(document), width, 0, 2)
    yield from indented(Text(_counted(pairs), style="dim"), width, 0)
    yield from _section("Dropped", (pair for pair in pairs if pair.kind == "dropped"), sheet)
    shifted = [pair for pair in pairs if pair.shifts]
    yield from _section("Softened or hardened", shifted, sheet)
    for kind in _TITLES if whole else _TITLES[:-1]:
        yield from _section(kind.title(), (pair for pair in pairs if pair.kind == kind and not pair.shifts), sheet)


def _named(document: Document) -> Text:
    title = Text(flat(document.title), style="bold") + Text(" — ") if document.title else Text()
    return title + Text(f"{day_in_words(document.published)} — {flat(document.url or document.id)}", style="dim")


def _counted(pairs: Iterable[Pair]) -> str:
    numbers = Counter(pair.kind for pair in pairs)
    softened = Counter(shift.change for pair in pairs for shift in pair.shifts)
    told = [f"{numbers[kind]:,} {kind}" for kind in _COUNTED]
    told += [f"{number:,} {change}" for change, number in sorted(softened.items(), reverse=True)]
    return " · ".join(told)


def _section(title: str, pairs: Iterable[Pair], sheet: _Sheet) -> Iterator[Text]:
    listed = list(pairs)
    if not listed:
        return
    yield from heading(title)
    for pair in listed:
        yield from _entry(pair, sheet)


def _entry(pair: Pair, sheet: _Sheet) -> Iterator[Text]:
    moved = ", moved" if pair.kind == "moved" and pair.shifts else ""
    line = Text(f"{_place(pair, sheet)}{moved}  ", style="dim") + _wording(pair, sheet)
    yield from indented(line, sheet.width, 2, _INDENT)
    for shift in pair.shifts:
        told = f"{shift.change}: {shift.before} → {shift.after}"
        yield from indented(Text(told, style="bold yellow"), sheet.width, _INDENT)


def _place(pair: Pair, sheet: _Sheet) -> str:
    places = [
        f"¶{document.paragraph_number(span.start)}"
        for document, span in ((sheet.a, pair.a), (sheet.b, pair.b))
        if span is not None
    ]
    return " → ".join(places)


def _wording(pair: Pair, sheet: _Sheet) -> Text:
    """The passage with what is gone and what is new in their places."""
    if pair.a is None or pair.b is None:
        return _tidy(Text(flat((pair.a or pair.b or _NOTHING).text)))
    line, at = Text(), pair.a.start
    for edit in pair.edits:
        line.append(flat(sheet.a.text[at : edit.a]))
        gone, new = flat(sheet.a.text[edit.a : edit.a_end]), flat(sheet.b.text[edit.b : edit.b_end])
        _append(line, gone, _GONE, "[-{}-]" if sheet.marks else "{}")
        _append(line, new, _NEW, "{{+{}+}}" if sheet.marks else "{}", apart=not (gone and sheet.marks))
        at = edit.a_end
        if new and sheet.a.text[at : at + 1].isalnum():
            line.append(" ")
    return _tidy(line.append(flat(sheet.a.text[at : pair.a.end])))


def _append(line: Text, words: str, style: str, form: str, *, apart: bool = True) -> None:
    """Add words that are gone or new, a blank before them where they would touch a word."""
    if not words:
        return
    if apart and line.plain and not line.plain[-1].isspace() and line.plain[-1] not in "([“‘\"'":
        line.append(" ")
    line.append(form.format(words), style=style)


def _tidy(line: Text) -> Text:
    return Text(" ").join(word for word in line.split(" ") if word)


_NOTHING: Final = Span(0, 1, " ")

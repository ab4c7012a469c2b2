"""What a search found, for eyes: who said it, when, where, and the words in their place with the hits marked."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from rich.text import Text

from onrecord.cli.clean import counted, flat
from onrecord.cli.lines import indented
from onrecord.cli.minutes import speaker_line

if TYPE_CHECKING:
    from onrecord.ledger import Hit

_INDENT: Final = 5
_HIT: Final = "bold yellow"
_WORD: Final = re.compile(r"[^\W_]+")
_TERM: Final = re.compile(r'["“”„«»](?P<phrase>[^"“”„«»]*)["“”„«»]?(?P<begin>\*?)|(?P<bare>[^\s"“”„«»]+)')

# The words of a term, and whether the last may be only the beginning of a word.
_Wanted = tuple[tuple[str, ...], bool]


def hits(found: Sequence["Hit"], words: str, width: int) -> Iterator[Text]:
    """Yield the lines of what `ledger.search(words)` found; `width` is in cells of the terminal."""
    for number, hit in enumerate(found, 1):
        yield from _hit(number, hit, words, width)
        yield Text()
    yield Text(counted(len(found), "statement") + "." if found else "Nothing found.", style="dim")


def marked(text: str, words: str) -> list[tuple[int, int]]:
    """Return where in `text` the words of a query stand, as [start, end); case and accents do not count.

    `words` is what `Ledger.search` takes: words, `begin*` and `"a phrase"`.
    """
    places = [match.span() for match in _WORD.finditer(text)]
    folded = [_folded(text[start:end]) for start, end in places]
    found: list[tuple[int, int]] = []
    for wanted in _wanted(words):
        size = len(wanted[0])
        matches = (i for i in range(len(folded) - size + 1) if _fits(folded[i : i + size], wanted))
        found.extend((places[i][0], places[i + size - 1][1]) for i in matches)
    return sorted(found)


def _hit(number: int, hit: "Hit", words: str, width: int) -> Iterator[Text]:
    who = speaker_line(hit.speakers, hit.statement)
    where = f"{hit.ref.url or hit.ref.document} ¶{hit.paragraph}"
    day = hit.said.partition("T")[0] if hit.said else "date unknown"
    about = Text(f" — {day} — {flat(where)}", style="dim")
    first, *others = indented(who + about, width, _INDENT)
    yield Text(f"{number:>3}. ", style="dim") + first[_INDENT:]
    yield from others
    yield from indented(_in_place(hit, words), width, _INDENT)


def _in_place(hit: "Hit", words: str) -> Text:
    """The stretch of the report that holds the statement: its content plain with the hits marked, the rest dim."""
    start = hit.ref.span.start
    line = Text(flat(hit.ref.span.text), style="dim")
    for span in hit.statement.content:
        line.stylize("not dim", span.start - start, span.end - start)
        for a, b in marked(span.text, words):
            line.stylize(_HIT, span.start - start + a, span.start - start + b)
    return Text(" ").join(word for word in line.split(" ") if word)


def _wanted(words: str) -> Iterator[_Wanted]:
    for match in _TERM.finditer(words):
        term = match["bare"] or match["phrase"] or ""
        parts = tuple(_folded(word) for word in _WORD.findall(term))
        if parts:
            yield parts, bool(match["begin"]) or term.endswith("*")


def _fits(here: Sequence[str], wanted: _Wanted) -> bool:
    words, begins = wanted
    last = here[-1].startswith(words[-1]) if begins else here[-1] == words[-1]
    return last and tuple(here[:-1]) == words[:-1]


def _folded(word: str) -> str:
    bare = (c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return "".join(bare).casefold()

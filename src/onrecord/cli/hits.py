"""What a search found, for eyes: who said it, when, where, and the words in their place with the hits marked."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from rich.text import Text

from onrecord.cli.lines import indented
from onrecord.cli.speakers import speaker_line
from onrecord.folding import fold
from onrecord.ledger.words import Term
from onrecord.telling.clean import counted, flat
from onrecord.telling.values import day_in_words

if TYPE_CHECKING:
    from onrecord.ledger import Hit

_INDENT: Final = 5
_HIT: Final = "bold yellow"
_WORD: Final = re.compile(r"[^\W_]+")


def hits(found: Sequence["Hit"], terms: Sequence[Term], width: int) -> Iterator[Text]:
    """Yield the lines of what a search for these terms found, none of them where it was by meaning.

    `width` is in cells of the terminal.
    """
    for number, hit in enumerate(found, 1):
        yield from _hit(number, hit, terms, width)
        yield Text()
    yield Text(counted(len(found), "statement") + "." if found else "Nothing found.", style="dim")


def marked(text: str, terms: Sequence[Term]) -> list[tuple[int, int]]:
    """Return where in `text` the words of a search stand, as [start, end); case and accents do not count."""
    folded = [(word, match.span()) for match in _WORD.finditer(text) for word in fold(match.group()).split()]
    words, places = [word for word, _ in folded], [place for _, place in folded]
    found: list[tuple[int, int]] = []
    for term in terms:
        wanted = fold(term.text).split()
        if not wanted:  # a mark that counts as a letter and folds to nothing
            continue
        size = len(wanted)
        matches = (i for i in range(len(words) - size + 1) if _fits(words[i : i + size], wanted, begins=term.prefix))
        found.extend((places[i][0], places[i + size - 1][1]) for i in matches)
    return sorted(found)


def _hit(number: int, hit: "Hit", terms: Sequence[Term], width: int) -> Iterator[Text]:
    near = "" if hit.similarity is None else f"{hit.similarity:.2f}  "
    who = Text(near, style="dim") + speaker_line(hit.speakers, hit.statement)
    where = f"{hit.ref.url or hit.ref.document} ¶{hit.paragraph}"
    about = Text(f" — {day_in_words(hit.said)} — {flat(where)}", style="dim")
    first, *others = indented(who + about, width, _INDENT)
    yield Text(f"{number:>3}. ", style="dim") + first[_INDENT:]
    yield from others
    yield from indented(_in_place(hit, terms), width, _INDENT)


def _in_place(hit: "Hit", terms: Sequence[Term]) -> Text:
    """The stretch of the report that holds the statement: its content plain with the hits marked, the rest dim."""
    start = hit.ref.span.start
    line = Text(flat(hit.ref.span.text), style="dim")
    for span in hit.statement.content:
        line.stylize("not dim", span.start - start, span.end - start)
        for a, b in marked(span.text, terms):
            line.stylize(_HIT, span.start - start + a, span.start - start + b)
    return Text(" ").join(word for word in line.split(" ") if word)


def _fits(here: Sequence[str], wanted: Sequence[str], *, begins: bool) -> bool:
    last = here[-1].startswith(wanted[-1]) if begins else here[-1] == wanted[-1]
    return last and here[:-1] == wanted[:-1]

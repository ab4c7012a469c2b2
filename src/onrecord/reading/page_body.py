"""The story on a page, as paragraphs: extraction by trafilatura (Barbaresi 2021)."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from onrecord.reading.paragraphs import one_line

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

# A line's words, and the element it was: p, head (a heading), item, quote, row, …
Extracted = tuple[str, str]

# Elements of the extraction that are a line of their own.
_BLOCKS: Final = frozenset({"p", "head", "item", "quote", "row", "code", "list", "table", "div", "lb"})
# The precise setting now and then keeps a fragment; below this many characters the balanced one is asked too.
_SHORT: Final = 2_000
# Shorter paragraphs, and such as end in no mark, are links and labels rather than sentences.
_SENTENCES: Final = 60
_ENDS: Final = (".", "?", "!", "”", '"', "’", "»")


def page_paragraphs(tree: "HtmlElement") -> list[Extracted]:
    """Return the paragraphs of a page's story in order, without comments, captions and menus.

    The precise setting of trafilatura, unless the balanced one finds more than twice as much on a page of
    which the precise one keeps little; with the sentences that only the balanced one has between two of the precise
    one's. Empty where there is none.
    """
    precise, balanced = _extracted(tree, precise=True), _extracted(tree, precise=False)
    if _size(precise) < _SHORT and _size(balanced) > 2 * _size(precise):
        return balanced
    return list(_with_sentences_between(precise, balanced))


def _with_sentences_between(kept: Sequence[Extracted], more: Sequence[Extracted]) -> Iterator[Extracted]:
    """Put the paragraphs of whole sentences that only `more` has back where they stood between two that are kept.

    The precise setting leaves out a paragraph with a link or two now and then in the middle of a story.
    """
    known = {words for words, _ in kept}
    place: dict[str, int] = {}
    for index, (words, _) in enumerate(more):
        place.setdefault(words, index)
    before: int | None = None
    for line in kept:
        here = place.get(line[0])
        if here is not None:
            if before is not None:
                yield from (one for one in more[before + 1 : here] if one[0] not in known and _is_sentences(one))
            before = here
        yield line


def _is_sentences(line: Extracted) -> bool:
    words, tag = line
    return tag == "p" and len(words) >= _SENTENCES and words.endswith(_ENDS)


def _size(lines: Iterable[Extracted]) -> int:
    return sum(len(words) for words, _ in lines)


def _extracted(tree: "HtmlElement", *, precise: bool) -> list[Extracted]:
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(tree, favor_precision=precise, include_comments=False)
    # A heuristic over foreign markup: whatever it stumbles over, the page only has no story then.
    except Exception:
        return []
    # As asked for here it is a Document of theirs, or None; only `as_dict` makes it a dict.
    lines = [] if found is None or isinstance(found, dict) else _lines(found.body)
    return [(line, tag) for words, tag in lines if (line := one_line(words))]


def _lines(body: "_Element") -> Iterator[Extracted]:
    """Flatten the extraction's tree: one line for each paragraph, heading, list item and table row."""
    from lxml.etree import iterwalk

    words: list[str] = []
    tag, rows = "p", 0
    for event, element in iterwalk(body, events=("start", "end")):
        # In a table the row is the line, whatever its cells hold.
        if element.tag == "row" or (element.tag in _BLOCKS and rows == 0):
            yield "".join(words), tag
            words, tag = [], element.tag if event == "start" else "p"
        rows += (element.tag == "row") * (1 if event == "start" else -1)
        if event == "end" and element.tag == "cell" and element.getnext() is not None:
            words.append(" | ")
        words.append((element.text if event == "start" else element.tail) or "")
    yield "".join(words), tag

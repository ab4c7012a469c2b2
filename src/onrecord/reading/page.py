"""An HTML page into a story: headline, captions and body in reading order, and nothing else."""

import logging
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from onrecord.errors import NoStory
from onrecord.reading.captions import Caption, captions_of
from onrecord.reading.furniture import Block, is_promise, without_furniture
from onrecord.reading.layout import Layout, squeezed, survey
from onrecord.reading.markup import printable
from onrecord.reading.metadata import Story
from onrecord.reading.page_body import page_paragraphs
from onrecord.reading.page_head import read_page_head
from onrecord.reading.paragraphs import Line, compose

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Fewer letters, or no paragraph of this many, is a notice ("Access denied"), a menu or a list of headlines.
_FEWEST_LETTERS: Final = 120
_ONE_PARAGRAPH: Final = 60
# In XHTML these may close themselves; an HTML parser would take the rest of the page as their content.
_SELF_CLOSED: Final = re.compile(
    r"<(script|title|style|textarea|iframe|noscript|div|span|p|a|canvas|video|audio|i|b|em|strong)\b([^<>]*)/>",
    re.IGNORECASE,
)
_XHTML: Final = re.compile(r"\s*<\?xml|\s*<!DOCTYPE[^>]*XHTML", re.IGNORECASE)
_QUIET: Final = ("trafilatura", "htmldate", "courlan", "justext")


def read_page(text: str, name: str, address: str | None = None) -> Story:
    """Read a decoded HTML or XHTML page.

    `address` is where it came from, if known: a date may stand in it, and links are relative to it. Raises
    NoStory, naming the page, where no story can be found on it.
    """
    _keep_quiet()
    tree = _tree(text)
    if tree is None:
        raise NoStory(name)
    metadata = read_page_head(tree, address)
    layout = survey(tree)
    blocks = _own_blocks(tree, layout, metadata.title)
    if not _is_story(blocks):
        raise NoStory(name)
    words = [block.words for block in blocks]
    captions = captions_of(layout, words, layout.places(words))
    composed, marks = compose(_lines(metadata.title, blocks, captions))
    return Story(text=composed, metadata=metadata, marks=marks)


def _keep_quiet() -> None:
    """A logger without a handler prints; what these have to say of foreign markup is not for the user."""
    for logger in map(logging.getLogger, _QUIET):
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


def _tree(text: str) -> "HtmlElement | None":
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    text = printable(text)
    if _XHTML.match(text):
        text = _SELF_CLOSED.sub(r"<\1\2></\1>", text)
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        return document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError):
        return None


def _own_blocks(tree: "HtmlElement", layout: Layout, title: str | None) -> list[Block]:
    """Return the body's paragraphs; the headline is put before them, so it is not repeated."""
    lines = page_paragraphs(tree)
    places = layout.places([words for words, _ in lines])
    blocks = [
        Block(words, _linked(layout, words, place), tag) for (words, tag), place in zip(lines, places, strict=True)
    ]
    kept = without_furniture(blocks)
    return [block for index, block in enumerate(kept) if index > 3 or block.words != title]


def _linked(layout: Layout, words: str, place: int | None) -> float:
    size = len(squeezed(words))
    return 0.0 if place is None else layout.linked(place, place + size) / size


def _is_story(blocks: Sequence[Block]) -> bool:
    letters = [sum(map(str.isalpha, block.words)) for block in blocks]
    return sum(letters) >= _FEWEST_LETTERS and max(letters, default=0) >= _ONE_PARAGRAPH


def _lines(title: str | None, blocks: Sequence[Block], captions: Iterable[Caption]) -> Iterator[Line]:
    if title:
        yield "headline", title
    before: defaultdict[int, list[str]] = defaultdict(list)
    for caption in captions:
        if not is_promise(caption.words):
            before[caption.before].append(caption.words)
    for index in range(len(blocks) + 1):
        yield from (("caption", words) for words in before[index])
        if index < len(blocks):
            yield None, blocks[index].words

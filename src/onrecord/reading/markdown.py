"""Markdown into a story: front matter is metadata, wrapped lines are joined, markup is dropped."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING, Final

from onrecord.reading.front_matter import split_front_matter
from onrecord.reading.metadata import Story
from onrecord.reading.paragraphs import Line, compose, one_line

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# A comment or script that is never closed takes the rest.
_TAG: Final = re.compile(r"<!--(?:.*?-->|.*)|</?[A-Za-z][^<>]*>", re.DOTALL)
_BREAK: Final = re.compile(r"<(?:br|/?p|/?div|/?li|/?h[1-6]|/?tr)\b[^<>]*>", re.IGNORECASE)
_UNSEEN: Final = re.compile(r"<(script|style)\b(?:.*?</\1\s*>|.*)", re.DOTALL | re.IGNORECASE)
# Where a line was wrapped: U+0000, which a text cannot hold.
_WRAP: Final = "\0"
# A word that was wrapped at its hyphen; not "mid-" before "and long-term".
_WRAPPED_HYPHEN: Final = re.compile(rf"(?<=[^\W\d_])-{_WRAP}(?!(?:and|or|to)\b)(?=[a-z])")
# A line that breaks in mid-sentence was wrapped, though two spaces at its end ask for a new line.
_WRAPPED_BREAK: Final = re.compile(r"(?<=[a-z,])\n(?=[a-z])")
# The parser takes a tenth of a millisecond for each bracket that opens no link; no report has so many.
_MOST_BRACKETS: Final = 20_000
# Image descriptions of fewer words are file names and labels.
_CAPTION_WORDS: Final = 5


def read_markdown(text: str) -> Story:
    """Read a Markdown document as CommonMark with tables.

    One paragraph, heading, list item, table row or line of code becomes one line. The headline is the title
    from the front matter, else a heading with which the document begins.
    """
    front = split_front_matter(text)
    crowded = front.text.count("[") > _MOST_BRACKETS
    source = front.text.replace("[", r"\[") if crowded else front.text
    lines = list(_lines(_parser().parse(source)))
    title = front.metadata.title
    if title is None and lines and lines[0][0] == "headline":
        title = one_line(lines[0][1])
    composed, marks = compose(_headed(lines, title))
    brackets = f"it has more than {_MOST_BRACKETS:,} brackets, so its links were read as text" if crowded else None
    warnings = tuple(one for one in (front.warning, brackets) if one is not None)
    return Story(text=composed, metadata=replace(front.metadata, title=title), marks=marks, warnings=warnings)


def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    # In reports four spaces begin a paragraph, not a program.
    parser = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])
    return parser.disable("code")


def _headed(lines: Iterable[Line], title: str | None) -> Iterator[Line]:
    """Put the headline first, once; a caption that repeats what was said says nothing new."""
    seen = set()
    if title is not None:
        seen.add(one_line(title))
        yield "headline", title
    for kind, words in lines:
        known = one_line(words)
        if known in seen and (kind is not None or len(seen) == 1):
            continue
        seen.add(known)
        yield (kind if kind == "caption" else None), words


def _lines(tokens: Iterable["Token"]) -> Iterator[Line]:
    """Yield the document's lines; the kind of a heading is headline, of an image's description caption."""
    cells: list[str] | None = None
    heading = False
    for token in tokens:
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            yield None, " | ".join(cells)
            cells = None
        elif token.type in {"heading_open", "heading_close"}:
            heading = token.type == "heading_open"
        elif token.type == "inline" and cells is not None:
            cells.append(one_line(_words(token)))
        elif token.type == "inline":
            yield from _paragraph(token, heading=heading)
        elif token.type in {"fence", "html_block"}:
            words = token.content if token.type == "fence" else _without_tags(token.content)
            yield from ((None, line) for line in words.split("\n"))


def _paragraph(token: "Token", *, heading: bool) -> Iterator[Line]:
    words = _words(token)
    if words.strip():
        yield from (("headline" if heading else None, line) for line in words.split("\n"))
        return
    for child in token.children or ():
        if child.type == "image" and len(child.content.split()) >= _CAPTION_WORDS:
            yield "caption", child.content


def _words(token: "Token") -> str:
    """Return the words of a paragraph, without markup and images, a line feed where a line ends on purpose."""
    words = "".join(map(_word, token.children or ()))
    return _WRAPPED_BREAK.sub(" ", _WRAPPED_HYPHEN.sub("-", words).replace(_WRAP, " "))


def _word(token: "Token") -> str:
    if token.type == "softbreak":
        return _WRAP
    if token.type == "hardbreak":
        return "\n"
    if token.type == "html_inline":
        return "\n" if _BREAK.match(token.content) else ""
    return "" if token.type == "image" else token.content


def _without_tags(markup: str) -> str:
    return unescape(_TAG.sub("", _BREAK.sub("\n", _UNSEEN.sub("", markup))))

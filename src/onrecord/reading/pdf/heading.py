"""What is known by how it is set: the headline, largest at the head of the first page, and captions at pictures."""

import re
from collections.abc import Sequence
from typing import Final

from onrecord.reading.layout import squeezed
from onrecord.reading.pdf.flow import Paragraph
from onrecord.reading.pdf.page import Box, Page

# A headline is so much larger than the text.
_LARGER: Final = 1.15
_LONGEST: Final = 300
# How many paragraphs of the first page may stand above it: a letterhead, a date, a number.
_ABOVE: Final = 12
# What a press office writes large above a headline.
_LABEL: Final = re.compile(
    r"(?:for )?(?:immediate )?(?:press|news|media)?\s*(?:releases?|statements?|communiqu[ée]s?|notices?|briefings?|"
    r"advisory|transcripts?|bulletins?|newsletter|news|fact sheet|speech(?:es)?|report|remarks)",
    re.IGNORECASE,
)


def headline_of(paragraphs: Sequence[Paragraph], size: float, title: str | None) -> Paragraph | None:
    """Return the headline, or None where nothing on the first page is set as one.

    `title` is what the document's metadata say it is: a paragraph with these very words is the headline.
    """
    head = [one for one in paragraphs[: 2 * _ABOVE] if one.page == paragraphs[0].page and not one.is_row]
    if title is not None:
        same = [one for one in head if _same(one.text, title)]
        if same:
            return max(same, key=lambda one: one.size)
    large = [one for one in head[:_ABOVE] if one.size >= _LARGER * size and _may_be(one.text)]
    return max(large, key=lambda one: round(one.size, 1), default=None)


def _same(words: str, title: str) -> bool:
    return squeezed(words).casefold() == squeezed(title).casefold()


def _may_be(words: str) -> bool:
    return len(words.split()) > 2 and len(words) <= _LONGEST and _LABEL.fullmatch(words.strip(" :.-–—")) is None


def is_caption(one: Paragraph, page: Page, size: float) -> bool:
    """Tell whether a paragraph is a picture's caption: small, and right below or above it, no wider than it is."""
    if one.size > 0.95 * size or one.is_row or len(one.text) > 2 * _LONGEST:
        return False
    return any(_is_at(one, picture, size) for picture in page.pictures if _is_picture(picture, page))


def _is_picture(box: Box, page: Page) -> bool:
    """Whether it is neither a logo or a rule, nor the background of the page."""
    width, height = box.x1 - box.x0, box.y1 - box.y0
    return min(width, height) > 50 and width * height < 0.8 * page.width * page.height


def _is_at(one: Paragraph, picture: Box, size: float) -> bool:
    below = -0.5 * size < picture.y0 - one.top - 0.7 * one.size < 2 * size
    above = -0.5 * size < one.low - picture.y1 < 1.2 * size
    return (below or above) and one.x0 > picture.x0 - size and one.x1 < picture.x1 + size

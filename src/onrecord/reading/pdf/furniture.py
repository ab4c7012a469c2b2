"""What stands on the pages but belongs to no story: running heads and feet, page numbers, watermarks."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.reading.pdf.page import Page, Strip

# Running heads and feet stand in this part of a page, above and below.
_MARGIN: Final = 0.13
_Places = defaultdict[tuple[str, int], list[tuple[int, Strip]]]
# A page's number is what stands outermost in this part of it.
_OUTER: Final = 0.2
# How far the same thing may be moved from page to page, in points.
_MOVED: Final = 4.0
_NUMBERS: Final = re.compile(r"\d+")
_ROMAN: Final = r"[ivxl]{1,7}"
_PAGE_NUMBER: Final = re.compile(
    rf"(?:page|p\.?|seite|página|страница)?\s*[-–—\[(|·•]?\s*(?:\d{{1,4}}|{_ROMAN})\s*[-–—\])|·•]?"
    r"(?:\s*(?:of|/|von|de|из|\|)\s*\d{1,4})?",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"(?:https?|file)://\S+")
# "1/2": browsers print it beside the address.
_OF_SO_MANY: Final = re.compile(r"\d{1,4}/\d{1,4}")
_CLOCK: Final = re.compile(
    r"\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d{2}(?:\s?[AP]M)?.*|\d{1,2}\.\d{1,2}\.\d{2,4}, \d{1,2}:\d{2}.*"
)


def without_furniture(pages: Sequence[Page]) -> str | None:
    """Take running heads and feet, page numbers and watermarks out of pages.

    Returns the address that a browser printed at the foot of each page, if it did.
    """
    address = _printed_by_browser(pages)
    repeated = _repeated(pages)
    for page in pages:
        page.strips = [one for one in page.strips if id(one) not in repeated]
    for page in pages:
        _drop_number(page, len(pages))
    return address


def _repeated(pages: Sequence[Page]) -> set[int]:
    """Return the ids of strips that stand on several pages at the same place.

    In the margins their numbers may differ, and a third of the pages is enough: left and right pages have heads of
    their own. Elsewhere only what is the same, word for word, on half of the pages is furniture: a watermark, a form.
    """
    margins: _Places = defaultdict(list)
    fields: _Places = defaultdict(list)
    for page in pages:
        for one in page.strips:
            words, size = one.text.casefold(), round(one.size)
            if in_margin(page, one):
                margins[_NUMBERS.sub("#", words), size].append((page.number, one))
            else:
                fields[words, size].append((page.number, one))
    return {
        *_same(margins, max(2.0, len(pages) / 3), sideways=math.inf),
        *_same(fields, max(3.0, len(pages) / 2), sideways=_MOVED),
    }


def _same(places: _Places, needed: float, sideways: float) -> Iterator[int]:
    """Yield the ids of what stands on at least `needed` pages at one height, moved `sideways` at most."""
    for group in places.values():
        if len(group) < needed:
            continue
        for _, one in group:
            near = {
                number
                for number, other in group
                if abs(other.base - one.base) < _MOVED and abs(other.x0 - one.x0) < sideways
            }
            if len(near) >= needed:
                yield id(one)


def in_margin(page: Page, one: Strip) -> bool:
    """Whether a strip stands where heads and feet run."""
    return one.base > (1 - _MARGIN) * page.height or one.top < _MARGIN * page.height


def _drop_number(page: Page, pages: int) -> None:
    """Take a page's number out: what stands alone at its head or foot, and is nothing but a number."""
    for edge in (max, min):
        level = edge((one.base for one in page.strips), default=0.0)
        row = [one for one in page.strips if abs(one.base - level) < 2]
        outer = level > (1 - _OUTER) * page.height if edge is max else level < _OUTER * page.height
        if outer and len(row) == 1 and is_page_number(row[0].text, pages):
            page.strips = [one for one in page.strips if one is not row[0]]


def is_page_number(words: str, pages: int) -> bool:
    """Tell whether words are nothing but the number of a page; a lone large number is none."""
    match = _PAGE_NUMBER.fullmatch(words.strip())
    return match is not None and (pages > 1 or len(words.strip()) <= 12)


def _printed_by_browser(pages: Sequence[Page]) -> str | None:
    """Take out the head and foot that browsers print, and return the address in the foot."""
    found: list[str | None] = []
    for page in pages:
        if not page.strips:
            continue
        low = min(one.base for one in page.strips)
        foot = [one for one in page.strips if one.base < low + 2 and in_margin(page, one)]
        address = next((one.text for one in foot if _ADDRESS.fullmatch(one.text)), None)
        counted = any(_OF_SO_MANY.fullmatch(one.text) for one in foot)
        if address is None or not counted:
            return None
        found.append(address)
        high = max(one.base for one in page.strips)
        head = [one for one in page.strips if one.base > high - 2 and in_margin(page, one)]
        clock = any(_CLOCK.fullmatch(one.text) for one in head)
        gone = {id(one) for one in foot + (head if clock else [])}
        page.strips = [one for one in page.strips if id(one) not in gone]
    return next((one for one in found if one and one.startswith("http")), None)

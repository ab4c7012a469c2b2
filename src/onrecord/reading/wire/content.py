"""What an item of NewsML carries as its text: XHTML, NITF, bare paragraphs, or markup and plain text in characters."""

from typing import TYPE_CHECKING

from onrecord.reading.fragments import lines_in, lines_in_html, lines_in_text
from onrecord.reading.paragraphs import Line
from onrecord.reading.wire.item import Wired
from onrecord.reading.wire.nitf import item_in

if TYPE_CHECKING:
    from lxml.etree import _Element


def content_in(element: "_Element", content_type: str = "") -> Wired:
    """Return the parts of the text that an element holds; `content_type` is what is stated of it.

    NITF states more than its body; of all else only the body is known.
    """
    nitf = element if element.tag == "nitf" else next(element.iterfind(".//nitf"), None)
    if nitf is not None:
        return item_in(nitf)
    return Wired(body=tuple(_lines(element, content_type)))


def _lines(element: "_Element", content_type: str) -> list[Line]:
    if next(element.iterchildren("*"), None) is not None:
        body = next(element.iterfind(".//body"), element)
        return lines_in(body)
    text = element.text or ""
    return lines_in_text(text) if content_type == "text/plain" else lines_in_html(text)

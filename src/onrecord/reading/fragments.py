"""The text of HTML, XHTML and NITF that lies in other formats: its paragraphs, and which of them are captions."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import TYPE_CHECKING, Final

from onrecord.lexicon import word_set
from onrecord.reading.breaks import BREAK, paragraphs_in, paragraphs_of_text
from onrecord.reading.markup import parse_fragment
from onrecord.reading.paragraphs import Line, one_line
from onrecord.records import ZoneKind

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNSEEN: Final = word_set(
    "head script style template noscript iframe object svg form button nav note media-reference "
    "media-metadata media-object nitf-table-metadata"
)
# What belongs to the item, not to its story; dpa sets its subjects in such a list.
_UNSEEN_CLASSES: Final = word_set("genre notepad publicationdate slugline")
_BLOCKS: Final = word_set(
    "address article aside block blockquote body body.content body.end bq byttl caption center credit dd dir div dl dt "
    "fieldset figcaption figure fn footer h1 h2 h3 h4 h5 h6 header hl1 hl2 hr html li main media media-caption "
    "media-producer nitf ol p pre section tagline ul"
)
_TABLES: Final = word_set("table nitf-table")
_KINDS: Final[dict[str, ZoneKind]] = {
    "figure": "credit",
    "figcaption": "caption",
    "media-caption": "caption",
    "media-producer": "credit",
    "tagline": "credit",
}
# A cell that holds more is no cell: the table only sets its parts side by side.
_LONGEST_CELL: Final = 400
_HIDDEN: Final = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_MARKUP_ONLY: Final = re.compile(r"(?:\s*<[A-Za-z/][^<>]*>)+\s*")
_STILL_ESCAPED: Final = re.compile(r"&(?:amp|apos|quot|lt|gt|nbsp|#\d{1,6}|#x[0-9a-f]{1,5});", re.IGNORECASE)
_TAGS: Final = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,20}(?:\s[^<>]*)?/?>")


def lines_in(element: "_Element") -> list[Line]:
    """Return the paragraphs of an element, in order, each with its kind where the markup tells it.

    Names of elements are taken without their namespaces. A row of a table is one paragraph, its cells parted by ` | `;
    so is an item of a list. A first heading of the highest rank, and those right below it, are headlines.
    """
    writer = _Writer()
    writer.element(element)
    writer.flush()
    return writer.lines


def lines_in_html(text: str) -> list[Line]:
    """Return the paragraphs of a fragment of HTML, or of plain text if it holds no tags."""
    if not _TAGS.search(text):
        return lines_in_text(unescape(text))
    root = parse_fragment(text)
    return [] if root is None else lines_in(root)


def lines_in_text(text: str) -> list[Line]:
    """Return the paragraphs of plain text."""
    return [(None, words) for one in paragraphs_of_text(text) if (words := _settled(one))]


def words_in(element: "_Element") -> str:
    """Return the words of an element on one line, parts that stand apart parted by spaces."""
    return " ".join(words for _, words in lines_in(element))


class _Writer:
    """Goes through a tree once and writes its paragraphs down."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._pieces: list[str] = []
        self._kind: ZoneKind | None = None
        self._above: set[ZoneKind | None] = set()

    def element(self, element: "_Element") -> None:
        tag = _name(element)
        if not tag:
            self._pieces.append(_referred(element))
            return
        if tag in _UNSEEN or _is_hidden(element):
            return
        if tag == "br":
            self._pieces.append(BREAK)
        elif tag in _TABLES:
            self.flush()
            self._table(element)
        elif tag == "pre":
            self.flush()
            self._write(paragraphs_of_text("".join(map(str, element.itertext()))))
        elif tag in _BLOCKS:
            self._block(element, tag)
        else:
            self._inline(element)

    def flush(self) -> None:
        words, self._pieces = "".join(self._pieces), []
        if words.strip():
            self._write(paragraphs_in(words))

    def _block(self, element: "_Element", tag: str) -> None:
        self.flush()
        outer, self._kind = self._kind, self._kind_of(tag)
        self._inside(element)
        self.flush()
        self._kind = outer

    def _kind_of(self, tag: str) -> ZoneKind | None:
        if tag in {"h1", "hl1"} and self._above <= {"headline"}:
            return "headline"
        if tag in {"h2", "hl2"} and self._above == {"headline"}:
            return "headline"
        return _KINDS.get(tag, self._kind)

    def _inline(self, element: "_Element") -> None:
        before = element.getprevious()
        # Two marked spans that touch are two things: a section and an agency, a place and a date.
        if before is not None and not before.tail and {_name(element), _name(before)} == {"span"}:
            one, other = before.get("class"), element.get("class")
            self._pieces.append(" " if one and other and one != other else "")
        self._inside(element)

    def _inside(self, element: "_Element") -> None:
        self._pieces.append(element.text or "")
        for child in element:
            self.element(child)
            self._pieces.append(child.tail or "")

    def _table(self, table: "_Element") -> None:
        for child in table:
            if _name(child) == "caption":
                self._block(child, "caption")
        rows = [[cell for cell in row if _name(cell) in {"td", "th"}] for row in _rows(table)]
        if _is_layout([[_length(cell) for cell in row] for row in rows]):
            for cell in (cell for row in rows for cell in row):
                self._inside(cell)
                self.flush()
        else:
            self._write(" | ".join(filter(None, map(words_in, row))) for row in rows)

    def _write(self, paragraphs: Iterable[str]) -> None:
        for one in paragraphs:
            words = _settled(one)
            if words and not _MARKUP_ONLY.fullmatch(words):
                self.lines.append((self._kind, words))
                self._above.add(self._kind)


def _is_hidden(element: "_Element") -> bool:
    classes = (element.get("class") or "").lower().split()
    return not _UNSEEN_CLASSES.isdisjoint(classes) or _HIDDEN.search(element.get("style") or "") is not None


def _referred(element: "_Element") -> str:
    """Return the character of a reference that the parser left, which only the format's own definition resolves."""
    from lxml.etree import Entity

    return unescape(element.text or "") if element.tag is Entity else ""


def _rows(table: "_Element") -> Iterator["_Element"]:
    """Yield the rows of a table, but not those of tables in its cells."""
    for child in table:
        if _name(child) in {"tr", "nitf-tr"}:
            yield child
        elif _name(child) in {"tbody", "thead", "tfoot"}:
            yield from (row for row in child if _name(row) == "tr")


def _is_layout(lengths: Sequence[Sequence[int]]) -> bool:
    """Tell a table that only sets its parts below or beside one another, by how much its cells hold."""
    most = max((length for row in lengths for length in row), default=0)
    return most > _LONGEST_CELL or all(sum(length > 0 for length in row) < 2 for row in lengths)


def _length(cell: "_Element") -> int:
    return sum(len("".join(piece.split())) for piece in map(str, cell.itertext()))


def _name(element: "_Element") -> str:
    """Return an element's name without its namespace, in small letters; none for comments and the like."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _settled(words: str) -> str:
    """Return a paragraph on one line, without the characters that were escaped once too often."""
    line = one_line(words.replace(BREAK, " "))
    return one_line(unescape(line)) if _STILL_ESCAPED.search(line) else line

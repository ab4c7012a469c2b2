"""NITF (News Industry Text Format), as a document of its own and inside NewsML and ninjs."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.reading.fragments import lines_in, words_in
from onrecord.reading.head import Head
from onrecord.reading.paragraphs import Line
from onrecord.reading.source import Piece, Pieces, Source
from onrecord.reading.wire.item import Wired, first_date, story, with_warnings
from onrecord.reading.wire.parties import agency_of, outlet_of
from onrecord.reading.wire.tree import first, inside, stated, tree_of, words_at

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "NITF"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def tells(head: Head) -> bool:
    """Tell an NITF document from its root element."""
    return head.root is not None and head.root.name == "nitf"


def pieces(source: Source) -> Pieces:
    """Yield the one document of an NITF file. Raises DamagedFile, TooLarge."""
    root, warnings = tree_of(source.data(), source.name)
    item = with_warnings(item_in(root), warnings)
    yield Piece(name=source.name, read=lambda: story(item, source.name))


def item_in(nitf: "_Element") -> Wired:
    """Return the parts of an `nitf` element; names in its tree are without namespaces."""
    head, top = first(nitf, "body/body.head", "body.head"), first(nitf, "head")
    docdata = first(top, "docdata")
    return Wired(
        title=_title(top, head),
        decks=tuple(_decks(head, docdata)),
        bylines=tuple(_bylines(head)),
        dateline=words_at(head, "dateline"),
        body=tuple(_body(nitf)),
        credits=tuple(_credits(nitf)),
        outlet=outlet_of(_outlets(top, head, docdata)),
        agency=agency_of(_agencies(top, head, docdata)),
        published=first_date(_dates(top, docdata, head)),
        language=nitf.get("baselang") or nitf.get(_LANGUAGE),
        status=docdata.get("management-status") if docdata is not None else None,
    )


def _title(top: "_Element | None", head: "_Element | None") -> str | None:
    return words_at(head, "hedline/hl1") or words_at(head, "hedline") or words_at(top, "title")


def _decks(head: "_Element | None", docdata: "_Element | None") -> Iterator[str]:
    """Yield the lines below the headline; some agencies put the slug there, which is a keyword of the item too."""
    slugs = set(stated(docdata, "key-list/keyword", "key"))
    yield from (words for one in inside(head, "hedline/hl2") if (words := words_in(one)) and words not in slugs)


def _bylines(head: "_Element | None") -> Iterator[str]:
    for one in inside(head, "byline"):
        yield from (words for _, words in lines_in(one))


def _body(nitf: "_Element") -> Iterator[Line]:
    for content in inside(nitf, ".//body.content"):
        if all(above.tag not in {"note", "body.content"} for above in content.iterancestors()):
            yield from lines_in(content)


def _credits(nitf: "_Element") -> Iterator[str]:
    for end in inside(nitf, "body/body.end"):
        yield from (words for kind, words in lines_in(end) if kind == "credit")


def _outlets(top: "_Element | None", head: "_Element | None", docdata: "_Element | None") -> Iterator[str | None]:
    yield words_at(head, "distributor")
    yield from stated(docdata, "doc.rights", "agent", "owner")
    yield words_at(head, "rights/rights.owner")
    yield from stated(docdata, "doc.copyright", "holder")
    yield from stated(top, "pubdata", "name")
    yield from stated(docdata, "del-list/from-src", "src-name")
    yield from stated(docdata, "doc-id", "regsrc")


def _agencies(top: "_Element | None", head: "_Element | None", docdata: "_Element | None") -> Iterator[str | None]:
    yield from _bylines(head)
    yield from stated(docdata, "doc.copyright", "holder")
    yield from _outlets(top, head, docdata)


def _dates(
    top: "_Element | None", docdata: "_Element | None", head: "_Element | None"
) -> Iterator[tuple[str, str | None]]:
    places = (
        (top, "pubdata", "date.publication"),
        (docdata, "pubdata", "date.publication"),
        (docdata, "date.release", "norm"),
        (docdata, "date.issue", "norm"),
        (head, "dateline/story.date", "norm"),
    )
    for element, path, attribute in places:
        yield from ((path, value) for value in stated(element, path, attribute))

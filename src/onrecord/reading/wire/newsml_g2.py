"""NewsML-G2: items on their own, or several in a message."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from onrecord.reading.head import Head
from onrecord.reading.source import Passed, Piece, Pieces, Source
from onrecord.reading.wire.content import content_in
from onrecord.reading.wire.item import Wired, first_date, names_in, story, web_address, with_warnings
from onrecord.reading.wire.parties import agency_of, outlet_of
from onrecord.reading.wire.tree import first, inside, stated, tree_of, words_at

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "NewsML-G2"
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
# Items of the family that are no report, and what they are.
_OTHERS: Final = {
    "packageItem": "is a package: a list of other items",
    "conceptItem": "is an entry of a vocabulary, no report",
    "knowledgeItem": "is a vocabulary, no report",
    "planningItem": "is a plan of coverage, no report",
    "catalogItem": "is a list of vocabularies, no report",
}
_ITEMS: Final = frozenset({"newsItem", *_OTHERS})
# "contentSet" is an item of which only the content was kept.
_ROOTS: Final = _ITEMS | {"newsMessage", "contentSet"}
# How the class of an item is coded ("ninat:picture", "icls:text"), and what it is then.
_CLASSES: Final = {
    "picture": "is a picture",
    "graphic": "is a graphic",
    "animated": "is a graphic that moves",
    "video": "is a video",
    "audio": "is a sound recording",
    "composite": "is a composition of other items",
}


def tells(head: Head) -> bool:
    """Tell NewsML-G2 from the root element, whatever its namespace is: some writers lose it."""
    if head.root is None or head.root.name not in _ROOTS:
        return False
    return head.root.name != "contentSet" or "inlineXML" in head.text or "inlineData" in head.text


def pieces(source: Source) -> Pieces:
    """Yield the reports among the items, and what the others are. Raises DamagedFile, TooLarge."""
    root, warnings = tree_of(source.data(), source.name)
    items = [root] if root.tag in _ITEMS or root.tag == "contentSet" else list(inside(root, "itemSet/*"))
    sent = words_at(root, "header/sent")
    for element, name in zip(items, names_in(source.name, [one.get("guid") for one in items]), strict=True):
        reason = _passed(element)
        if reason is not None:
            yield Passed(name, reason)
            continue
        item = with_warnings(_item(element, sent), warnings)
        yield Piece(name=name, read=partial(story, item, name))


def _passed(element: "_Element") -> str | None:
    if element.tag not in _ITEMS and element.tag != "contentSet":
        return f"is no report but {element.tag}" if isinstance(element.tag, str) else "is no report"
    if element.tag in _OTHERS:
        return _OTHERS[element.tag]
    kind = next(stated(element, "itemMeta/itemClass", "qcode", "literal", "uri"), "")
    return _CLASSES.get(kind.rpartition(":")[2].rpartition("/")[2].lower())


def _item(element: "_Element", sent: str | None) -> Wired:
    meta, about = first(element, "itemMeta"), first(element, "contentMeta")
    text = _content(element)
    return replace(
        text,
        title=words_at(about, "headline") or text.title or words_at(meta, "title"),
        bylines=tuple(_bylines(about)) or text.bylines,
        dateline=words_at(about, "dateline") or text.dateline,
        outlet=outlet_of((*_outlets(element), text.outlet)),
        agency=agency_of(_agencies(element)) or text.agency,
        published=first_date(_dates(meta, about, sent)) or text.published,
        canonical=next(filter(None, map(web_address, _addresses(element, meta))), None),
        language=_language(element, about) or text.language,
        status=next(stated(meta, "pubStatus", "qcode", "uri"), None) or text.status,
        elsewhere=first(element, "contentSet/remoteContent") is not None,
    )


def _content(element: "_Element") -> Wired:
    """Return the best of the renditions of an item's text: the first that holds any."""
    contents = element if element.tag == "contentSet" else first(element, "contentSet")
    parts = [*inside(contents, "inlineXML"), *inside(contents, "inlineData")]
    found = (content_in(part, part.get("contenttype") or "") for part in parts)
    return next((one for one in found if one.body), Wired())


def _bylines(about: "_Element | None") -> Iterator[str]:
    yield from (words for one in inside(about, "by") if (words := words_at(one, ".")))


def _names(element: "_Element", path: str) -> Iterator[str | None]:
    """Yield what the parties at a path are called: by a name beside their code, by literal, or by code."""
    for party in inside(element, path):
        yield words_at(party, "name")
        yield from stated(party, ".", "literal", "qcode", "uri")


def _outlets(element: "_Element") -> Iterator[str | None]:
    yield from _names(element, "itemMeta/provider")
    yield from _names(element, "rightsInfo/copyrightHolder")


def _agencies(element: "_Element") -> Iterator[str | None]:
    """Yield who may have written it: who gets the credit, else the sources, else the sender."""
    credited = words_at(element, "contentMeta/creditline")
    if credited:
        yield credited
        return
    named = [*_names(element, "contentMeta/infoSource"), *_names(element, "contentMeta/creator")]
    yield from named
    yield from _outlets(element)


def _dates(meta: "_Element | None", about: "_Element | None", sent: str | None) -> Iterator[tuple[str, str | None]]:
    yield "versionCreated", words_at(meta, "versionCreated")
    yield "firstCreated", words_at(meta, "firstCreated")
    yield "contentCreated", words_at(about, "contentCreated")
    yield "sent", sent


def _addresses(element: "_Element", meta: "_Element | None") -> Iterator[str | None]:
    for link in inside(meta, "link"):
        if (link.get("rel") or "").rpartition(":")[2].lower() in {"canonical", "alternate"}:
            yield link.get("href")
    yield element.get("guid")


def _language(element: "_Element", about: "_Element | None") -> str | None:
    return next(stated(about, "language", "tag"), None) or element.get(_LANGUAGE)

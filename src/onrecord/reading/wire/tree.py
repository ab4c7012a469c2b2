"""XML as the readers of wire formats go through it: names without namespaces, nothing but elements and text."""

from collections.abc import Iterator
from contextlib import suppress
from html import unescape
from typing import TYPE_CHECKING

from onrecord.reading.markup import parse_xml
from onrecord.reading.paragraphs import one_line

if TYPE_CHECKING:
    from lxml.etree import _Element


def tree_of(data: bytes, name: str) -> "tuple[_Element, tuple[str, ...]]":
    """Return the root of an XML document and what to tell the user of it. Raises DamagedFile.

    Agencies wrap one format in another and name the namespaces of neither reliably, so all are dropped.
    """
    from lxml.etree import Comment, strip_elements

    root, warnings = parse_xml(data, name)
    strip_elements(root, Comment, with_tail=False)
    _resolve_references(root)
    for element in root.iter("*"):
        # What was mended may have names that are none; they are nobody's.
        with suppress(ValueError):
            element.tag = element.tag.rpartition("}")[2]
    return root, warnings


def _resolve_references(root: "_Element") -> None:
    """Put characters for the references that only the format's own definition resolves; HTML's names are theirs."""
    from lxml.etree import Entity

    for reference in list(root.iter(Entity)):
        parent, before = reference.getparent(), reference.getprevious()
        if parent is None:
            continue
        # References that follow one another are taken at once: one by one, their text would be copied for each.
        words: list[str] = []
        after = reference
        while after is not None and after.tag is Entity:
            words += (unescape(after.text or ""), after.tail or "")
            here, after = after, after.getnext()
            parent.remove(here)
        if before is None:
            parent.text = (parent.text or "") + "".join(words)
        else:
            before.tail = (before.tail or "") + "".join(words)


def inside(element: "_Element | None", path: str) -> "Iterator[_Element]":
    """Yield what a path leads to from an element; nothing from none."""
    if element is not None:
        yield from element.iterfind(path)


def first(element: "_Element | None", *paths: str) -> "_Element | None":
    """Return what the first of several paths leads to that leads anywhere, or None."""
    return next((found for path in paths for found in inside(element, path)), None)


def words_at(element: "_Element | None", path: str) -> str | None:
    """Return the words of the first element at a path that holds any, on one line, or None."""
    found = (one_line("".join(map(str, one.itertext()))) for one in inside(element, path))
    return next(filter(None, found), None)


def stated(element: "_Element | None", path: str, *attributes: str) -> "Iterator[str]":
    """Yield what elements at a path state in one of several attributes, each the first that is not empty."""
    for one in inside(element, path):
        value = next((value for name in attributes if (value := (one.get(name) or "").strip())), None)
        if value:
            yield value

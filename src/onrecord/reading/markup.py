"""XML and fragments of HTML that lie in other formats, parsed without trust."""

import re
from typing import TYPE_CHECKING, Final

from onrecord.errors import DamagedFile
from onrecord.reading.decode import decode

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element

# What an editor's mistake leaves behind is mended by the parser; entities are another matter.
_ENTITY: Final = re.compile(rb"<!ENTITY\b(?P<harmless>\s+%\s+[\w.:-]+\s+(?:SYSTEM|PUBLIC)\b)?")
_ENCODING: Final = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w:.-]{2,40})[\"']", re.IGNORECASE)
# Raw or by number, these make no XML text, and what reads markup gives up on a whole page for one of them.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_REFERENCE: Final = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|(\d{1,8}));?")


def parse_xml(data: bytes, name: str) -> "tuple[_Element, tuple[str, ...]]":
    """Return the root of an XML document, and what to tell the user of how it was come by.

    Nothing is fetched, and no entity of the document's own is expanded. What is not well-formed is mended as far as the
    parser can, with a warning. Raises DamagedFile where there is no root, and for documents that define entities.
    """
    from lxml import etree

    if _defines_entities(data):
        raise DamagedFile(name, "is XML that defines entities of its own", "get it without them")
    if _is_utf8_that_denies_it(data):
        data = _decoded(data, name)
    try:
        root = etree.fromstring(data, _parser(recover=False))
        _refuse_entities(root, name)
        return root, ()
    except etree.XMLSyntaxError as error:
        fault = str(error)
    except ValueError as error:
        raise DamagedFile(name, f"is no XML ({error})") from None
    root = etree.fromstring(_decoded(data, name), _parser(recover=True))
    if root is None:
        raise DamagedFile(name, f"is no well-formed XML ({fault})")
    _refuse_entities(root, name)
    return root, (f"it is not well-formed XML and was mended ({fault})",)


def parse_fragment(text: str) -> "_Element | None":
    """Return the root of the page that a fragment of HTML, or a page of it, makes; None where it makes none."""
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    data = printable(text).encode("utf-8", "replace")
    try:
        return document_fromstring(data, parser=parser)
    except (LxmlError, ValueError):
        return None


def printable(text: str) -> str:
    """Return markup without the characters, raw or by number, that XML has no place for."""
    return _REFERENCE.sub(_legal, _CONTROL.sub(" ", text))


def _legal(reference: re.Match[str]) -> str:
    """Return a character reference, or nothing for a control, a surrogate or a number that is no character."""
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    legal = number in {0x9, 0xA, 0xD} or 0x20 <= number < 0xD800 or 0xE000 <= number < 0xFFFE
    return reference[0] if legal or 0x10000 <= number < 0x110000 else ""


def _parser(*, recover: bool) -> "XMLParser":
    from lxml.etree import XMLParser as Parser

    return Parser(
        recover=recover, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
    )


def _defines_entities(data: bytes) -> bool:
    """Tell whether the part before the root defines an entity, in any encoding that holds ASCII.

    A parameter entity that only names the file of a definition, as NewsML's do that hold NITF, is none: no such file is
    looked at.
    """
    head = data[:65536].replace(b"\0", b"")
    start = head.find(b"<!DOCTYPE")
    return start >= 0 and any(not one["harmless"] for one in _ENTITY.finditer(head, start))


def _refuse_entities(root: "_Element", name: str) -> None:
    """Raise DamagedFile for entities that the look at the first bytes missed: behind a long comment, or in UTF-7."""
    own = root.getroottree().docinfo.internalDTD
    if own is not None and any(one.content is not None for one in own.iterentities()):
        raise DamagedFile(name, "is XML that defines entities of its own", "get it without them")


def _is_utf8_that_denies_it(data: bytes) -> bool:
    """Whether a document states another encoding but is UTF-8: text in another one hardly ever looks like it."""
    stated = _ENCODING.match(data)
    if stated is None or stated[1].lower() in {b"utf-8", b"utf8"} or data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decoded(data: bytes, name: str) -> bytes:
    """Return the document as UTF-8 that says so, whatever it stated: wrong encodings are the most common mistake."""
    text = printable(decode(data, name, page=True).text)
    if text.lstrip().startswith("<?xml"):
        text = text[text.index("?>") + 2 :] if "?>" in text else text
    return b"<?xml version='1.0' encoding='utf-8'?>" + text.lstrip().encode("utf-8", "replace")

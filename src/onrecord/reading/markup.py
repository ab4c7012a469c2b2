"""XML and fragments of HTML that lie in other formats, parsed without trust."""

from typing import TYPE_CHECKING, Final

from onrecord.errors import DamagedFile
from onrecord.reading.decode import decode

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element

# What an editor's mistake leaves behind is mended by the parser; entities are another matter.
_HOSTILE: Final = "ENTITY"


def parse_xml(data: bytes, name: str) -> "tuple[_Element, tuple[str, ...]]":
    """Return the root of an XML document, and what to tell the user of how it was come by.

    Nothing is fetched, and no entity of the document's own is expanded. What is not well-formed is mended as far as the
    parser can, with a warning. Raises DamagedFile where there is no root, and for documents that define entities.
    """
    from lxml import etree

    if _defines_entities(data):
        raise DamagedFile(name, "is XML that defines entities of its own", "get it without them")
    try:
        return etree.fromstring(data, _parser(recover=False)), ()
    except etree.XMLSyntaxError as error:
        fault = str(error)
    except ValueError as error:
        raise DamagedFile(name, f"is no XML ({error})") from None
    root = etree.fromstring(_decoded(data, name), _parser(recover=True))
    if root is None:
        raise DamagedFile(name, f"is no well-formed XML ({fault})")
    return root, (f"it is not well-formed XML and was mended ({fault})",)


def _parser(*, recover: bool) -> "XMLParser":
    from lxml.etree import XMLParser as Parser

    return Parser(
        recover=recover, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
    )


def _defines_entities(data: bytes) -> bool:
    """Tell whether the part before the root holds a declaration of an entity, in any encoding that holds ASCII."""
    head = data[:65536].replace(b"\0", b"")
    start = head.find(b"<!DOCTYPE")
    return start >= 0 and b"<!" + _HOSTILE.encode() in head[start:]


def _decoded(data: bytes, name: str) -> bytes:
    """Return the document as UTF-8 that says so, whatever it stated: wrong encodings are the most common mistake."""
    text = decode(data, name, page=True).text
    if text.lstrip().startswith("<?xml"):
        text = text[text.index("?>") + 2 :] if "?>" in text else text
    return b"<?xml version='1.0' encoding='utf-8'?>" + text.lstrip().encode("utf-8", "replace")

"""OPML lists of feeds (http://opml.org/spec2.opml): each feed is read in the place of its line."""

from onrecord.reading.head import Head
from onrecord.reading.markup import parse_xml
from onrecord.reading.source import Elsewhere, Passed, Pieces, Source


def is_opml(head: Head) -> bool:
    """Tell whether a file is an OPML outline."""
    return head.root is not None and head.root.name.lower() == "opml"


def opml_pieces(source: Source) -> Pieces:
    """Yield the feeds on a list, in its order, each once; lines that name no feed are passed over.

    Raises DamagedFile for what is no XML.
    """
    root, _ = parse_xml(source.data(), source.name)
    seen: set[str] = set()
    for number, outline in enumerate(root.iter("{*}outline"), 1):
        attributes = {str(name).lower(): str(value).strip() for name, value in outline.attrib.items()}
        name, address = f"{source.name}#{number}", attributes.get("xmlurl", "")
        if address in seen:
            yield Passed(name, f"is given twice: {address}")
        elif address:
            seen.add(address)
            yield Elsewhere(name, address)
        elif not len(outline):
            yield Passed(name, f"names no feed: {attributes.get('text', '')}")

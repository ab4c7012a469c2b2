"""What Ritzau's news service answers: reports as HTML in XML."""

from functools import partial
from typing import TYPE_CHECKING

from onrecord.reading.fragments import lines_in_html
from onrecord.reading.head import Head
from onrecord.reading.source import Piece, Pieces, Source
from onrecord.reading.wire.item import Wired, first_date, names_in, story, with_warnings
from onrecord.reading.wire.parties import agency_of
from onrecord.reading.wire.tree import inside, tree_of, words_at

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "Ritzau's XML"


def tells(head: Head) -> bool:
    """Tell an answer of the service from its root element."""
    return head.root is not None and head.root.name == "XMLNewsQueuedResponse"


def pieces(source: Source) -> Pieces:
    """Yield the reports in an answer. Raises DamagedFile, TooLarge."""
    root, warnings = tree_of(source.data(), source.name)
    items = list(inside(root, ".//RBNews"))
    for element, name in zip(items, names_in(source.name, [words_at(one, "NewsID") for one in items]), strict=True):
        yield Piece(name=name, read=partial(story, with_warnings(_item(element), warnings), name))


def _item(element: "_Element") -> Wired:
    # "Via Ritzau" stands with what others wrote.
    origin = words_at(element, "origin")
    deck, byline = words_at(element, "subtitle"), words_at(element, "byLine")
    return Wired(
        title=_plain(words_at(element, "headline")),
        decks=(_plain(deck) or "",) if deck else (),
        bylines=(byline,) if byline else (),
        body=tuple(lines_in_html(words_at(element, "content") or "")),
        outlet="Ritzau",
        agency=agency_of((origin,)),
        published=first_date((("PublishDate", words_at(element, "PublishDate")),)),
        status="cancelled" if words_at(element, "Annuleret") == "true" else None,
    )


def _plain(words: str | None) -> str | None:
    lines = lines_in_html(words or "")
    return " ".join(line for _, line in lines) or None

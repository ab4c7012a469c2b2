"""NewsML 1: items that are trees of components, each with lines, metadata and content of its own."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from onrecord.lexicon import word_set
from onrecord.reading.fragments import words_in
from onrecord.reading.head import Head
from onrecord.reading.source import Passed, Piece, Pieces, Source
from onrecord.reading.wire.content import content_in
from onrecord.reading.wire.item import Wired, first_date, names_in, story, with_warnings
from onrecord.reading.wire.parties import agency_of, outlet_of
from onrecord.reading.wire.tree import first, inside, stated, tree_of, words_at

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "NewsML 1"
# Roles of components that are the story; one without a role is too.
_STORY: Final = word_set("article body main story text")
_CAPTION: Final = "caption"
# What a content item may be that is not text.
_NOT_TEXT: Final = word_set("audio graphic icon image jpeg photo picture video")
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def tells(head: Head) -> bool:
    """Tell NewsML 1 from its root element."""
    return head.root is not None and head.root.name == "NewsML"


def pieces(source: Source) -> Pieces:
    """Yield the items of a NewsML document, each one report. Raises DamagedFile, TooLarge."""
    root, warnings = tree_of(source.data(), source.name)
    envelope = first(root, "NewsEnvelope")
    items = list(inside(root, ".//NewsItem"))
    for element, name in zip(items, names_in(source.name, list(map(_identity, items))), strict=True):
        item = with_warnings(_item(element, envelope), warnings)
        if not item.body and _is_of_pictures(element):
            yield Passed(name, "is a picture, graphic or recording")
            continue
        yield Piece(name=name, read=partial(story, item, name))


def _identity(element: "_Element") -> str | None:
    place = "Identification/NewsIdentifier"
    return words_at(element, f"{place}/PublicIdentifier") or words_at(element, f"{place}/NewsItemId")


def _is_of_pictures(element: "_Element") -> bool:
    kinds = [kind.lower() for kind in stated(element, ".//ContentItem/MediaType", "FormalName")]
    return bool(kinds) and all(kind in _NOT_TEXT for kind in kinds)


def _item(element: "_Element", envelope: "_Element | None") -> Wired:
    parts = list(_parts(element))
    stories = [content for role, content in parts if role in _STORY] or [content for role, content in parts if not role]
    text = _joined(stories)
    lines = _Lines(element)
    management = first(element, "NewsManagement")
    return replace(
        text,
        title=lines.title or text.title,
        bylines=lines.bylines or text.bylines,
        dateline=lines.dateline or text.dateline,
        captions=tuple(words for role, one in parts if role == _CAPTION for _, words in one.body),
        outlet=outlet_of((*_parties(element, "Provider"), text.outlet, *_senders(envelope, element))),
        agency=agency_of((*lines.credits, *_parties(element, "Source"), *_parties(element, "Provider"), text.outlet)),
        published=first_date(_dates(element, management, envelope)) or text.published,
        language=_language(element) or text.language,
        status=next(stated(management, "Status", "FormalName"), None) or text.status,
    )


class _Lines:
    """The lines for readers that an item's components carry: the first of each kind in the tree counts."""

    def __init__(self, element: "_Element") -> None:
        self.title = words_at(element, ".//NewsLines/HeadLine")
        self.dateline = words_at(element, ".//NewsLines/DateLine")
        self.bylines = tuple(words for one in inside(element, ".//NewsLines/ByLine") if (words := words_in(one)))[:1]
        self.credits = tuple(words for one in inside(element, ".//NewsLines/CreditLine") if (words := words_in(one)))


def _parts(element: "_Element", role: str = "") -> Iterator[tuple[str, Wired]]:
    """Yield (role, text) of the content items below an element, in order; of components that say the same, one."""
    for item in inside(element, "ContentItem"):
        text = _text(item)
        if text.body:
            yield role, text
    for component in inside(element, "NewsComponent"):
        own = next(stated(component, "Role", "FormalName"), role).lower()
        found = list(_parts(component, own))
        yield from found
        if found and _holds_alternatives(element):
            return


def _holds_alternatives(element: "_Element") -> bool:
    """Whether the components of one are the same in several languages or forms."""
    choices = (words_at(one, ".") or "" for one in inside(element, "BasisForChoice"))
    return element.get("EquivalentsList") == "yes" or any("Language" in choice for choice in choices)


def _text(item: "_Element") -> Wired:
    data = first(item, "DataContent", "Encoding/DataContent")
    kind = next(stated(item, "MediaType", "FormalName"), "").lower()
    if data is None or kind in _NOT_TEXT:
        return Wired()
    return content_in(data, next(stated(item, "MimeType", "FormalName"), "").lower())


def _joined(texts: list[Wired]) -> Wired:
    """Return the parts of a text that stands in several content items: the first says what all of it is."""
    if not texts:
        return Wired()
    return replace(texts[0], body=tuple(line for one in texts for line in one.body))


def _parties(element: "_Element", role: str) -> Iterator[str | None]:
    for party in inside(element, f".//AdministrativeMetadata/{role}/Party"):
        yield from stated(party, ".", "FormalName")


def _senders(envelope: "_Element | None", element: "_Element") -> Iterator[str | None]:
    yield from stated(envelope, "SentFrom/Party", "FormalName")
    yield words_at(element, "Identification/NewsIdentifier/ProviderId")


def _dates(
    element: "_Element", management: "_Element | None", envelope: "_Element | None"
) -> Iterator[tuple[str, str | None]]:
    yield "ThisRevisionCreated", words_at(management, "ThisRevisionCreated")
    yield "FirstCreated", words_at(management, "FirstCreated")
    yield "DateId", words_at(element, "Identification/NewsIdentifier/DateId")
    yield "DateAndTime", words_at(envelope, "DateAndTime")


def _language(element: "_Element") -> str | None:
    named = stated(element, ".//DescriptiveMetadata/Language", "FormalName")
    return next(named, None) or element.get(_LANGUAGE)

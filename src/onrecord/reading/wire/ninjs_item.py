"""One item of ninjs into its story."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from onrecord.errors import ReadingError
from onrecord.reading.fragments import lines_in_html, lines_in_text
from onrecord.reading.metadata import Story
from onrecord.reading.wire.item import Wired, first_date, story, web_address, with_warnings
from onrecord.reading.wire.nitf import item_in
from onrecord.reading.wire.parties import agency_of, outlet_of
from onrecord.reading.wire.tree import tree_of
from onrecord.reading.wire.values import Values, objects_at, text_at

# What a rendition of the body may be, the richest first; others are not read.
_HTML: Final = "html"
_NITF: Final = "nitf"
_PLAIN: Final = "text"
_PICTURES: Final = frozenset({"picture", "graphic", ""})


def ninjs_story(values: Values, name: str, warnings: tuple[str, ...] = ()) -> Story:
    """Return the story of an item, its names in small letters. Raises NoStory where it has no body."""
    text = _body(values, name)
    item = replace(
        text,
        title=_headline(values) or text.title,
        bylines=tuple(_bylines(values)) or text.bylines,
        captions=tuple(_captions(values)),
        outlet=outlet_of((*_outlets(values), text.outlet)),
        agency=agency_of((*_sources(values), *_outlets(values), text.agency)),
        published=first_date((field, text_at(values, field)) for field in ("versioncreated", "firstcreated")),
        canonical=next(filter(None, map(web_address, _addresses(values))), None),
        language=text_at(values, "language") or text.language,
        status=text_at(values, "pubstatus"),
        elsewhere=bool(values.get("renditions")),
    )
    return story(with_warnings(item, warnings), name)


def _body(values: Values, name: str) -> Wired:
    """Return the richest rendition of the body that holds words."""
    renditions = list(_renditions(values))
    for form in (_HTML, _NITF, _PLAIN):
        for stated, value in renditions:
            if stated == form and (text := _read(form, value, name)).body:
                return text
    return Wired()


def _renditions(values: Values) -> Iterator[tuple[str, str]]:
    """Yield (form, text): versions 1 and 2 call them `body_html`, `body_text`; later ones list `bodies`."""
    for key, value in values.items():
        if key.startswith("body_") and isinstance(value, str):
            yield _form(key), value
    for body in objects_at(values, "bodies"):
        value = text_at(body, "value")
        if value:
            yield _form(f"{text_at(body, 'role') or ''} {text_at(body, 'contenttype') or ''}"), value


def _form(stated: str) -> str:
    stated = stated.lower()
    return next((form for form in (_HTML, _NITF, _PLAIN) if form in stated), _PLAIN if not stated.strip() else "")


def _read(form: str, value: str, name: str) -> Wired:
    if form == _NITF:
        try:
            return item_in(tree_of(value.encode("utf-8", "replace"), name)[0])
        except ReadingError:
            return Wired()
    return Wired(body=tuple(lines_in_html(value) if form == _HTML else lines_in_text(value)))


def _headline(values: Values) -> str | None:
    stated = list(objects_at(values, "headlines"))
    stated.sort(key=lambda one: text_at(one, "role") != "main")
    plain = (text_at(one, "value") for one in stated)
    found = text_at(values, "headline") or next(filter(None, plain), None) or text_at(values, "title")
    return " ".join(words for _, words in lines_in_html(found or "")) or None


def _bylines(values: Values) -> Iterator[str]:
    stated = [text_at(one, "by", "name") for one in objects_at(values, "bylines")]
    yield from filter(None, stated or [text_at(values, "by", "byline")])


def _captions(values: Values) -> Iterator[str]:
    """Yield what stands below the pictures that go with the item."""
    for one in objects_at(values, "associations"):
        if (text_at(one, "type") or "") in _PICTURES:
            plain = text_at(one, "description_text", "description_caption")
            listed = (text_at(description, "value") for description in objects_at(one, "descriptions"))
            words = plain or next(filter(None, listed), None)
            yield from (line for _, line in lines_in_html(words or ""))


def _sources(values: Values) -> Iterator[str | None]:
    yield text_at(values, "source", "creditline")
    for one in objects_at(values, "infosource", "infosources"):
        yield text_at(one, "name")


def _outlets(values: Values) -> Iterator[str | None]:
    yield text_at(values, "provider")
    yield text_at(values, "copyrightholder")


def _addresses(values: Values) -> Iterator[str | None]:
    for link in objects_at(values, "links"):
        if (text_at(link, "rel") or "").lower() == "canonical":
            yield text_at(link, "href")
    # An address with a query is where a service answers, not where a reader finds the report.
    yield from (one for one in (text_at(values, "uri"), text_at(values, "guid")) if one and "?" not in one)

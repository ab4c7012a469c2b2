"""One item of a wire, taken apart by its format's reader, and the story that its parts make."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from onrecord.agencies import agency_named
from onrecord.errors import NoStory
from onrecord.reading.dates import iso
from onrecord.reading.metadata import Metadata, StatedDate, Story
from onrecord.reading.paragraphs import Line, compose, one_line
from onrecord.reading.people import bylines

# How far into the body a headline, byline or dateline is looked for that a format gives on its own too.
_HEAD: Final = 5
_DASHED: Final = re.compile(r".*[^\s\d].*\s?[-–—]+")
# "By" in the languages of agencies: German "Von" begins a name in English.
_BY: Final = {
    "en": "by",
    "da": "af",
    "de": "von",
    "es": "por",
    "fr": "par",
    "it": "di",
    "nb": "av",
    "nl": "door",
    "no": "av",
    "pt": "por",
    "sv": "av",
}
_BY_ANY: Final = re.compile(rf"(?:{'|'.join(_BY.values())})\s+", re.IGNORECASE)
# Editors sign with initials below the story: "xx/yy/zz", "AFP xy", "==Kyodo".
_INITIALS: Final = re.compile(r"[a-z]{1,4}(?:[/-][a-z]{1,4}){1,5}")
_SIGNED: Final = re.compile(r"[=\s]*(?P<agency>[^=]{2,40}?)(?:\s[a-z]{1,4}(?:/[a-z]{1,4})*)?")
_KEY: Final = re.compile(r"\w+")
# "Withdrawn" in the words of several vocabularies; British and American spelling.
_WITHDRAWN: Final = frozenset({"canceled", "cancelled", "withheld", "embargoed"})
_NO_TEXT: Final = "holds no text of a report, only what describes it"
_ELSEWHERE: Final = "holds no text of a report: the text is in a file that it links to"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wired:
    """The parts of an item as its format gives them.

    `decks` are the lines below the headline, `captions` those of pictures that stand with the item and not in its
    body. `bylines` and `dateline` are as printed. `credits` stand below the body. `status` is what the sender says of
    its use; `elsewhere` tells that it links to its text.
    """

    title: str | None = None
    decks: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    dateline: str | None = None
    body: tuple[Line, ...] = ()
    credits: tuple[str, ...] = ()
    outlet: str | None = None
    agency: str | None = None
    published: tuple[StatedDate, ...] = ()
    canonical: str | None = None
    language: str | None = None
    status: str | None = None
    elsewhere: bool = False
    warnings: tuple[str, ...] = ()


def story(item: Wired, name: str) -> Story:
    """Return the story of an item. Raises NoStory, with the source's `name`, where it has no body."""
    if not any(kind is None for kind, _ in item.body):
        if item.elsewhere:
            raise NoStory(name, _ELSEWHERE, "get that file and give it")
        raise NoStory(name, _NO_TEXT, "give the item that carries the text")
    text, marks = compose(_lines(item))
    names = bylines(_without_by(one, item.language) for one in item.bylines)
    metadata = Metadata(
        title=item.title,
        outlet=item.outlet,
        agency=names.agency or item.agency,
        authors=names.authors,
        published=item.published,
        canonical=item.canonical,
        language=item.language,
    )
    return Story(text=text, metadata=metadata, marks=marks, warnings=(*item.warnings, *_status_warning(item.status)))


def first_date(fields: Iterable[tuple[str, str | None]]) -> tuple[StatedDate, ...]:
    """Return the date of the first field, given as (name, what it states), that states one.

    One is enough: versions of an item lie days apart, and what is published is the version at hand.
    """
    dated = (StatedDate(day, where) for where, value in fields if value and (day := iso(value)))
    return next(((one,) for one in dated), ())


def web_address(address: str | None) -> str | None:
    """Return what is stated if it is an address of a page, or None."""
    found = (address or "").strip()
    return found if re.match(r"https?://[^\s/]+\.[^\s/]+", found) else None


def names_in(source: str, identities: Sequence[str | None], *, whole: bool = True) -> list[str]:
    """Return what the items of a source are called: as the source if there is one, else each by what identifies it.

    The name of a source that is not `whole` is that of what is missing.
    """
    if len(identities) == 1 and whole:
        return [source]
    often = Counter(identities)
    # Two versions of one item have one identity.
    return [
        f"{source}#{identity}" if identity and often[identity] == 1 else f"{source}#{number}"
        for number, identity in enumerate(identities, 1)
    ]


def without_title(lines: Sequence[Line], told: Iterable[str | None]) -> Iterator[Line]:
    """Yield a body's lines but for those at its head that say again what stands above it."""
    known = {_key(words) for words in told if words}
    for index, (kind, words) in enumerate(lines):
        if index >= _HEAD or _key(words) not in known:
            yield kind, words


def _lines(item: Wired) -> Iterator[Line]:
    body = list(without_title(item.body, (item.title, *item.decks)))
    above = [words for kind, words in body[:_HEAD] if kind in {None, "byline"}]
    yield "headline", item.title or ""
    yield from (("headline", words) for words in item.decks if _key(words) != _key(item.title or ""))
    while body and body[0][0] == "headline":
        yield body.pop(0)
    shown = {_key(words) for kind, words in body if kind == "caption"}
    yield from (("caption", words) for words in item.captions if _key(words) not in shown)
    own = {_key(words) for words in above}
    if any(map(_is_byline, item.bylines)):
        yield from (("byline", one) for one in item.bylines if not own & _said(one))
    yield from _with_dateline(item.dateline, _signed_off(body))
    yield from (("credit", words) for words in item.credits)


def _with_dateline(dateline: str | None, body: Sequence[Line]) -> Iterator[Line]:
    """Put a dateline that stands apart where it is printed: before the first paragraph, if it ends in a dash."""
    at = next((index for index, (kind, _) in enumerate(body) if kind is None), len(body))
    words = one_line(dateline or "")
    if not words or not any(map(str.isalpha, words)) or words[0].isdigit() or _begins_with(body[at : at + 3], words):
        yield from body
        return
    yield from body[:at]
    if _DASHED.fullmatch(words) and at < len(body):
        yield None, f"{words} {body[at][1]}"
        at += 1
    else:
        yield "dateline", words
    yield from body[at:]


def _begins_with(body: Sequence[Line], dateline: str) -> bool:
    parts = _KEY.findall(dateline.casefold())
    return any(set(parts) <= set(_KEY.findall(words[: 2 * len(dateline) + 60].casefold())) for _, words in body)


def _signed_off(body: list[Line]) -> list[Line]:
    """Mark the last paragraph as a credit where it is only the sign of who wrote and edited."""
    if len(body) > 1 and body[-1][0] is None and _is_sign_off(body[-1][1]):
        return [*body[:-1], ("credit", body[-1][1])]
    return body


def _is_sign_off(words: str) -> bool:
    signed = _SIGNED.fullmatch(words) if len(words) <= 60 else None
    return _INITIALS.fullmatch(words) is not None or (signed is not None and agency_named(signed["agency"]) is not None)


def _without_by(byline: str, language: str | None) -> str:
    word = _BY.get((language or "en")[:2].lower(), "by")
    return byline[len(word) :].strip() if byline.lower().startswith(f"{word} ") else byline


def _is_byline(words: str) -> bool:
    """Whether words are for readers: "By Jane Doe", not an editor's initials or the name of a system."""
    return words.lower().startswith("by ") or bool(bylines([words]).authors)


def _said(byline: str) -> set[str]:
    return {_key(byline), _key(_BY_ANY.sub("", byline, count=1)), _key(f"By {byline}")}


def _key(words: str) -> str:
    return " ".join(_KEY.findall(words.casefold()))


def _status_warning(status: str | None) -> tuple[str, ...]:
    bare = (status or "").rpartition(":")[2].strip()
    return (f"its sender marked it as {bare.lower()}",) if bare.lower() in _WITHDRAWN else ()


def with_warnings(item: Wired, warnings: tuple[str, ...]) -> Wired:
    """Return an item with what else the user is to be told of it."""
    return replace(item, warnings=(*warnings, *item.warnings))

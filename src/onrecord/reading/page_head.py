"""What a page's head says of its story: title, outlet, authors, date, address, language."""

import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from onrecord.reading.dates import iso
from onrecord.reading.jsonld import DescribedArticle, described_article
from onrecord.reading.layout import words_of
from onrecord.reading.metadata import Metadata, StatedDate
from onrecord.reading.paragraphs import one_line
from onrecord.reading.people import bylines

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Names of `meta` elements, the most telling first.
_OUTLET: Final = [
    "og:site_name",
    "article:publisher",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "application-name",
    "cre",
    "twitter:site",
]
_AUTHOR: Final = [
    "author",
    "article:author",
    "byl",
    "byline",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "og:article:author",
]
_PUBLISHED: Final = [
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date.published",
    "date_published",
    "publishdate",
    "publish-date",
    "publication_date",
    "pubdate",
    "ptime",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "cxenseparse:recs:publishtime",
    "rbpubdate",
    "displaydate",
    "originalpublicationdate",
    "analyticsattributes.articledate",
]
# Where a page shows who wrote, the most telling first; not beside other stories.
_HERE: Final = "[not(ancestor::aside or ancestor::footer or ancestor::nav)]"
_BYLINES: Final = (
    "//*[@rel='author' or @itemprop='author' or contains(@class, 'byline__name') or contains(@class, 'author-name') "
    "or contains(@class, 'author_name') or contains(@class, 'authorName') "
    f"or contains(concat(' ', normalize-space(@class), ' '), ' author ')]{_HERE}",
    f"//*[contains(@class, 'byline') or @id='byline']{_HERE}",
)
_TIMES: Final = (
    "//*[@itemprop='datePublished']/@content | //*[@itemprop='datePublished']/@datetime | //time[@pubdate]/@datetime"
)
_MOST_BYLINES: Final = 5
_LONGEST_BYLINE: Final = 150
# "Headline | Outlet", "Headline - Outlet": what a browser's tab shows.
_TAB: Final = re.compile(r"\s+[|•·–—»«:-]+\s+")
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Head:
    tree: "HtmlElement"
    article: DescribedArticle
    meta: dict[str, str]

    def first(self, names: Iterable[str]) -> str | None:
        return next((self.meta[name] for name in names if name in self.meta), None)


def read_page_head(tree: "HtmlElement", address: str | None) -> Metadata:
    """Return what the page states of itself: JSON-LD first, then `meta`, then what it shows.

    A date that no field states is looked for by htmldate (Barbaresi 2020) in the page and its address.
    """
    scripts = tree.xpath("//script[contains(@type, 'ld+json')]/text()")
    head = _Head(tree, described_article(map(str, scripts)), dict(_meta(tree)))
    outlet = _outlet(head)
    written = bylines(_authors(head))
    return Metadata(
        title=_title(head, outlet),
        outlet=outlet,
        agency=written.agency,
        authors=tuple(name for name in written.authors if not _is_outlet(name, outlet)),
        published=tuple(_published(head, address)),
        canonical=_canonical(head, address),
        language=tree.get("lang") or tree.get("xml:lang") or head.article.language or head.meta.get("og:locale"),
    )


def _meta(tree: "HtmlElement") -> Iterator[tuple[str, str]]:
    """Yield name and content of each `meta`, the last of a name first, so that a dict keeps the first."""
    for element in reversed(tree.xpath("//meta[@content]")):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = one_line(element.get("content") or "")
        if name and content:
            yield name.strip().lower(), content


def _title(head: _Head, outlet: str | None) -> str | None:
    """Return the headline as the page shows it, where one of its headings is what the head states."""
    tab = one_line(" ".join(head.tree.xpath("//head/title[1]//text()")))
    stated = [head.article.headline, head.meta.get("og:title"), head.meta.get("twitter:title"), tab]
    titles = [one_line(title) for title in stated if title]
    shown = [words_of(heading) for heading in head.tree.xpath("//h1")]
    for heading in shown:
        if _key(heading) != _key(outlet or "") and any(_begins_with(title, heading) for title in titles):
            return heading
    if titles:
        return _without_outlet(titles[0], outlet)
    return shown[0] or None if len(shown) == 1 else None


def _begins_with(title: str, heading: str) -> bool:
    words, start = _WORD.findall(title.lower()), _WORD.findall(heading.lower())
    return len(start) >= 2 and words[: len(start)] == start


def _without_outlet(title: str, outlet: str | None) -> str:
    pieces = _TAB.split(title)
    if len(pieces) > 1 and outlet and _same(pieces[-1], outlet):
        return title[: title.rindex(pieces[-1])].rstrip(" |•·–—»«:-")
    return title


def _is_outlet(name: str, outlet: str | None) -> bool:
    """Tell "CNN Business" of CNN and "Business Insider" of Business Insider Deutschland from a person."""
    if not outlet:
        return False
    one, other = name.casefold().split(), outlet.casefold().split()
    return one == other[: len(one)] or other == one[: len(other)]


def _same(one: str, other: str) -> bool:
    bare, name = _key(one), _key(other)
    return bool(bare) and bool(name) and (bare in name or name in bare)


def _key(words: str) -> str:
    return "".join(_WORD.findall(words.lower()))


def _outlet(head: _Head) -> str | None:
    first, *others = (head.meta.get(name) for name in _OUTLET)
    stated = filter(None, (first, head.article.publisher, *others))
    return next((name for name in stated if len(name) <= 80 and "://" not in name and name[0] != "@"), None)


def _authors(head: _Head) -> Iterator[str]:
    """Yield the author fields of the best place that names somebody."""
    metas = [head.meta[name] for name in _AUTHOR if name in head.meta]
    for stated in (list(head.article.authors), metas):
        names = [one for one in stated if "://" not in one]
        if bylines(names) != bylines(()):
            yield from names
            return
    yield from _shown_authors(head.tree)


def _shown_authors(tree: "HtmlElement") -> Iterator[str]:
    for place in _BYLINES:
        naming = [(element, names) for element in tree.xpath(place)[:_MOST_BYLINES] if (names := _names_in(element))]
        if naming:
            # Co-authors stand side by side; elsewhere stand those of other stories.
            beside = naming[0][0].getparent()
            yield from (name for element, names in naming if element.getparent() is beside for name in names)
            return


def _names_in(element: "HtmlElement") -> list[str]:
    # In "By <a>Mara Ellin</a>, 22 Dec, 651 comments" the link is the name.
    linked = [words_of(link) for link in element.iter("a")]
    stated = linked if bylines(linked).authors else [words_of(element)]
    names = [words for words in stated if len(words) <= _LONGEST_BYLINE]
    return names if bylines(names) != bylines(()) else []


def _published(head: _Head, address: str | None) -> Iterator[StatedDate]:
    """Yield what JSON-LD and `meta` state; where both are silent, the first date that the page shows or hints at."""
    name = next((name for name in _PUBLISHED if name in head.meta), "")
    fields = [("JSON-LD", head.article.published), (name, head.meta.get(name))]
    stated = [StatedDate(day, where) for where, one in fields if one and (day := iso(one))]
    if stated:
        yield from stated
        return
    shown = [*map(str, head.tree.xpath(_TIMES)), head.article.created or ""]
    day = next((day for one in shown if (day := iso(one))), None) or _found_date(head.tree, address)
    if day:
        yield StatedDate(day, "the page")


def _found_date(tree: "HtmlElement", address: str | None) -> str | None:
    from htmldate import find_date

    with warnings.catch_warnings():
        # Its date parser warns of time zones it does not know; the day is all that is taken.
        warnings.simplefilter("ignore")
        try:
            found = find_date(tree, url=address, original_date=True, extensive_search=False)
        # A heuristic over foreign markup: whatever it stumbles over, the page only has no date then.
        except Exception:
            return None
    return iso(found) if found else None


def _canonical(head: _Head, address: str | None) -> str | None:
    links = head.tree.xpath("//link[translate(@rel, 'CANOIL', 'canoil')='canonical']/@href")
    for link in (*map(str, links), head.meta.get("og:url", "")):
        try:
            whole = urljoin(address or "", link.strip())
            parts = urlsplit(whole)
        except ValueError:
            continue
        if parts.scheme in {"http", "https"} and parts.netloc:
            return whole
    return None

"""The article that a page describes in JSON-LD (schema.org), as far as a Document needs it."""

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Final

from onrecord.lexicon import word_set

# A node of the graph; what a value is, is looked at when it is taken.
Node = Mapping[str, object]

_ARTICLES: Final = word_set(
    "article newsarticle analysisnewsarticle askpublicnewsarticle backgroundnewsarticle opinionnewsarticle "
    "reportagenewsarticle reviewnewsarticle report blogposting liveblogposting socialmediaposting techarticle "
    "scholarlyarticle medicalscholarlyarticle advertisercontentarticle satiricalarticle"
)
# Where a page's own article may stand. Not "itemListElement" or "mentions": those hold other articles.
_DOORS: Final = ("@graph", "mainEntity", "mainEntityOfPage")
_WRAPPING: Final = re.compile(r"^\s*(?://\s*)?<!\[CDATA\[|(?://\s*)?\]\]>\s*;?\s*$|^\s*<!--|-->\s*$")
_TAG: Final = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
# No page describes itself in more nodes; a page that does is hostile.
_MOST_NODES: Final = 2_000


@dataclass(frozen=True, slots=True)
class DescribedArticle:
    """What JSON-LD says of the page's article, as stated; empty where it says nothing."""

    headline: str | None = None
    published: str | None = None
    created: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    language: str | None = None


def described_article(scripts: Iterable[str]) -> DescribedArticle:
    """Return what the first article in a page's JSON-LD scripts says; scripts that are broken are passed over."""
    nodes = list(_nodes(scripts))
    article = next((node for node in nodes if _is_article(node)), None)
    if article is None:
        return DescribedArticle()
    by_id = {one: node for node in nodes if isinstance(one := node.get("@id"), str) and len(node) > 1}
    return DescribedArticle(
        headline=_text(article.get("headline")) or _text(article.get("name")),
        published=_text(article.get("datePublished")),
        created=_text(article.get("dateCreated")),
        authors=tuple(name for one in _each(article.get("author")) if (name := _name(one, by_id))),
        publisher=next((name for one in _each(article.get("publisher")) if (name := _name(one, by_id))), None),
        language=_text(article.get("inLanguage")),
    )


def _nodes(scripts: Iterable[str]) -> Iterator[Node]:
    waiting = deque(parsed for script in scripts if (parsed := _parsed(script)) is not None)
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            yield value
            waiting.extend(value[door] for door in _DOORS if door in value)


def _parsed(script: str) -> object:
    bare = _WRAPPING.sub("", _WRAPPING.sub("", script)).strip()
    try:
        # Not strict: pages leave raw line feeds in strings.
        return json.loads(bare, strict=False)
    except (ValueError, RecursionError):
        return None


def _is_article(node: Node) -> bool:
    kinds = {kind.lower().rpartition("/")[2] for kind in _each(node.get("@type")) if isinstance(kind, str)}
    return bool(kinds & _ARTICLES) and any(key in node for key in ("headline", "datePublished", "author"))


def _name(value: object, by_id: Mapping[str, Node]) -> str | None:
    if isinstance(value, dict):
        known = value if "name" in value else by_id.get(str(value.get("@id")), value)
        return next((name for one in _each(known.get("name")) if (name := _text(one))), None)
    return _text(value)


def _each(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _text(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, str):
        return None
    # Many pages put HTML into their JSON.
    return _TAG.sub("", unescape(value)).strip() or None

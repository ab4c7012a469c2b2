"""Where on a page things stand: its text without white space, with its links and captions by offset."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from onrecord.lexicon import word_set
from onrecord.reading.paragraphs import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Elements within a word or sentence; any other one sets its text apart from what stands around it.
_INLINE: Final = word_set("a abbr b bdi em font i mark q s strong sub sup u wbr")
_UNSEEN: Final = word_set("head noscript script style template")
_CAPTION_CLASSES: Final = word_set("article-caption caption image-caption media-caption photo-caption wp-caption-text")
# Where the pictures of other stories stand.
_ELSEWHERE: Final = word_set("a aside footer form li nav")
# How much of a paragraph is looked up.
_KEY: Final = 200


def squeezed(words: str) -> str:
    """Return the words without white space: extraction moves white space, so it is no mark to go by."""
    return "".join(words.split())


def words_of(element: "HtmlElement") -> str:
    """Return an element's visible text on one line; parts in elements of their own are set apart."""
    return one_line("".join(words for words, _, _ in _walk(element)))


@dataclass(frozen=True, slots=True)
class Layout:
    """A page's text without white space; `links` are [start, end) in it, `captions` (offset, words)."""

    text: str
    links: tuple[tuple[int, int], ...]
    captions: tuple[tuple[int, str], ...]

    def places(self, paragraphs: Sequence[str]) -> list[int | None]:
        """Return where each paragraph begins, looked up in order; None for one that is not found."""
        places: list[int | None] = []
        reached = 0
        for words in paragraphs:
            key = squeezed(words[: 2 * _KEY])[:_KEY]
            place = self.text.find(key, reached)
            places.append(place if place >= 0 else None)
            reached = place + len(key) if place >= 0 else reached
        return places

    def linked(self, start: int, end: int) -> int:
        """Return how many characters of [start, end) stand in links."""
        first = bisect_left(self.links, start, key=lambda link: link[1])
        last = bisect_left(self.links, end, key=lambda link: link[0])
        return sum(min(right, end) - max(left, start) for left, right in self.links[first:last])


@dataclass(slots=True)
class _Survey:
    pieces: list[str] = field(default_factory=list)
    links: list[tuple[int, int]] = field(default_factory=list)
    captions: list[tuple[int, str]] = field(default_factory=list)
    size: int = 0

    def add(self, words: str, *, linked: bool) -> None:
        bare = squeezed(words)
        if linked and bare:
            self.links.append((self.size, self.size + len(bare)))
        self.pieces.append(bare)
        self.size += len(bare)


def survey(tree: "HtmlElement") -> Layout:
    """Go through a page once, in the order of its text."""
    found = _Survey()
    for words, element, linked in _walk(tree):
        if element is not None and _is_caption(element):
            found.captions.append((found.size, words_of(element)))
        found.add(words, linked=linked)
    return Layout("".join(found.pieces), tuple(found.links), tuple(found.captions))


def _walk(root: "HtmlElement") -> Iterator[tuple[str, "HtmlElement | None", bool]]:
    """Yield (text, the element that begins with it or None, whether it stands in a link), in document order."""
    from lxml.etree import iterwalk

    unseen = links = 0
    for event, element in iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        step = 1 if event == "start" else -1
        unseen += step * (tag in _UNSEEN)
        links += step * (tag == "a")
        gap = "" if tag in _INLINE else " "
        if event == "start" and tag and not unseen:
            yield gap + (element.text or ""), element, links > 0
        elif event == "end" and not unseen and element is not root:
            yield gap + (element.tail or ""), None, links > 0


def _is_caption(element: "HtmlElement") -> bool:
    classes = (element.get("class") or "").lower().split()
    if element.tag != "figcaption" and _CAPTION_CLASSES.isdisjoint(classes):
        return False
    return all(above.tag not in _ELSEWHERE for above in element.iterancestors())

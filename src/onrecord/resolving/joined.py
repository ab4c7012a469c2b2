"""Phrases that are joined: "doctors and experts", "soldiers, pilots and the guild" are several who do one thing."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from onrecord.records import Span

_AND: Final = frozenset((" and ", ", and ", " & ", " as well as ", ", as well as ", " or "))
_COMMA: Final = ", "
# What may stand between the word that joins and a mention: a mention often leaves its article out.
_OPENS: Final = ("the ", "a ", "an ", "his ", "her ", "its ", "their ", "our ", "other ", "both ")
_MOST: Final = 8  # members of one list


class Joined:
    """The phrases of a text for who can act, and which of them are joined to one."""

    def __init__(self, text: str, phrases: Iterable[Span]) -> None:
        self._text = text
        self._spans = sorted(phrases, key=lambda span: (span.start, -span.end))
        self._starts = [span.start for span in self._spans]
        self._whole = {span.end: span for span in reversed(self._spans)}

    def first_from(self, offset: int, reach: int) -> Span | None:
        """Return the first phrase that begins in [offset, reach), None where none does."""
        place = bisect_left(self._starts, offset)
        return self._spans[place] if place < len(self._spans) and self._starts[place] < reach else None

    def to(self, span: Span) -> tuple[Span, ...]:
        """Return the phrases that a list holds beside `span`, which is one of its members; none where it is alone.

        The last two of a list are joined by "and"; commas alone join nothing.
        """
        span = self._whole.get(span.end, span)
        before, after = self._back(span), self._on(span)
        links = [self._link(a, b) for a, b in pairwise([*before, span, *after])]
        return (*before, *after) if links and _is_list(links) else ()

    def _on(self, span: Span) -> list[Span]:
        found: list[Span] = []
        last = span
        while len(found) < _MOST:
            following = self.first_from(last.end, last.end + 24)
            link = self._link(last, following) if following else ""
            if following is None or (link not in _AND and link != _COMMA):
                break
            found.append(following)
            last = following
            if link in _AND:
                break
        return found if found and self._link(found[-2] if len(found) > 1 else span, found[-1]) in _AND else []

    def _back(self, span: Span) -> list[Span]:
        found: list[Span] = []
        first = span
        while len(found) < _MOST:
            place = bisect_left(self._starts, first.start) - 1
            if place < 0:
                break
            link = self._link(self._spans[place], first)
            if (link not in _AND and link != _COMMA) or (link in _AND and found):
                break
            first = self._spans[place]
            found.insert(0, first)
        return found

    def _link(self, one: Span, other: Span) -> str:
        """What stands between two phrases, without the article of the second."""
        between = self._text[one.end : other.start] if one.end <= other.start else ""
        for opening in _OPENS:
            if between.endswith(" " + opening):
                return between[: -len(opening)]
        return between


def _is_list(links: Sequence[str]) -> bool:
    """Whether the last link joins: ", and" does behind another comma only, else a clause of its own begins with it."""
    return links[-1] in _AND and (not links[-1].startswith(",") or len(links) > 1)

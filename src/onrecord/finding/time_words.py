"""Time expressions whole: what a tagger cuts off before and behind one, joined to it by its words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from onrecord.records import Span, Timex

_ONES: Final = "one|two|three|four|five|six|seven|eight|nine"
_TENS: Final = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNITS: Final = r"(?:second|minute|hour|day|week|month|quarter|year|decade)s?|century|centuries|weekend|moment|future"
_OPENING: Final = re.compile(
    r"(?:(?:the|an?|this|that|these|those|its|last|next|past|coming|every|each|about|almost|nearly|around|at least"
    r"|at most|more than|less than|over|some|just|only|up to|right|early|late|mid|another)(?:[ -]|$))+",
    re.IGNORECASE,
)
"""What only opens an expression: alone it is none."""
_ALONE: Final = re.compile(r"(?:the )?past\b|last(?=[.,;:)])", re.IGNORECASE)
"""What is an expression for all that: "this year as last"."""
_GAP: Final = re.compile(r"[ \u00a0-]?")
_OPENED: Final = re.compile(
    rf"[ -]?(?:(?:first|same|crucial|critical|foreseeable|near|immediate|distant|single|entire|whole) )?(?:{_UNITS})\b"
    r"|(?<=some) time\b|(?<=a) long time\b",
    re.IGNORECASE,
)
"""The noun that such an opening stands before."""
_GOES_ON: Final = re.compile(
    rf"(?<=ty)-(?:{_ONES})\b"
    rf"|(?<=teen)[ -](?:{_TENS}|hundred)(?:-(?:{_ONES}))?\b"
    rf"|(?<=year) two thousand(?: and)?(?: (?:{_ONES}|ten))?\b"
    r"|(?:(?<=minute)|(?<=hour)|(?<=day)|(?<=week)|(?<=month)|(?<=year)|(?<=decade)|(?<=century)) and a half\b"
    r"|(?:(?<=week)|(?<=month)|(?<=year))(?:['’]s |-)end\b|(?<=['’]s) end\b|(?<=year-)end\b",
    re.IGNORECASE,
)
"""What a number, a length or "year's" goes on with."""


def whole_times(text: str, found: Iterable[Timex]) -> Iterator[Timex]:
    """Yield the expressions found in a text in their order, each whole; none that only opens another.

    "the" and "1990s", "nearly" and "five months" are one expression; "nineteen ninety" goes on with "-one".
    """
    opening: Timex | None = None
    for one in found:
        if opening is not None and _GAP.fullmatch(text, opening.span.end, one.span.start):
            one = replace(one, span=Span.cut(text, opening.span.start, one.span.end))
        elif opening is not None:
            yield from _opened(text, opening)
        opening = one if _OPENING.fullmatch(one.span.text) else None
        if opening is None:
            yield _longer(text, one, _GOES_ON.match(text, one.span.end))
    if opening is not None:
        yield from _opened(text, opening)


_HOW_OFTEN: Final = re.compile(r"\b(?:annual(?:ly)?|yearly|monthly|weekly|daily)\b")
"""Words that say how often wherever they stand in lower case (codebook: "annual" is P1Y); in capitals they name."""


def with_sets(text: str, found: Sequence[Timex], start: int, end: int) -> list[Timex]:
    """Return the expressions found in [start, end) of a text in order, and the words for how often that were not."""
    words = [match.span() for match in _HOW_OFTEN.finditer(text, start, end)]
    free = (word for word in words if not any(t.span.start < word[1] and word[0] < t.span.end for t in found))
    sets = (Timex("SET", Span.cut(text, *word)) for word in free)
    return sorted([*found, *sets], key=lambda one: one.span.start)


def _opened(text: str, opening: Timex) -> Iterator[Timex]:
    """What only opens an expression, with the noun that was not found behind it; nothing where there is none."""
    noun = _OPENED.match(text, opening.span.end)
    alone = _ALONE.match(text, opening.span.start)
    if noun or (alone and alone.end() == opening.span.end):
        yield _longer(text, opening, noun)


def _longer(text: str, one: Timex, more: re.Match[str] | None) -> Timex:
    return one if more is None else replace(one, span=Span.cut(text, one.span.start, more.end()))

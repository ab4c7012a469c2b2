"""Who is named where in one document."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from onrecord.folding import fold
from onrecord.lexicon import word_set
from onrecord.records import Entity, Record

# Who can promise, or be promised something.
PARTIES: Final = frozenset({"person", "organization", "country", "group"})
_POINTING: Final = word_set("this that these those it which who what")
# Between a subject and its verb: brackets, an aside between commas, adverbs, auxiliaries.
BETWEEN: Final = (
    r"(?:\s*\([^()]*\))?(?:,[^,;]{1,80},)?\s*(?:(?:also|both|each|all|further|jointly|hereby|have|has|had|is|are|was|were"
    r"|am|today|now|then|again|therefore|remains?|and|do|does|did|recently|once|\w+ly)\s+){0,6}"
)
_TO_VERB: Final = re.compile(BETWEEN, re.IGNORECASE)
_TO_NEXT: Final = re.compile(r"\s*\(|\)?(?:\s*\([^()]*\))?,?\s*(?:(?:and|&)\s+)?(?:the\s+)?", re.IGNORECASE)
# A name behind one of these is not the subject: "the ministers of A", "talks with B".
_OBLIQUE: Final = re.compile(r"\b(?:of|with|by|to|for|from|in|between|among|against|on)\s+(?:the\s+)?$", re.IGNORECASE)
_POSSESSIVE: Final = ("'s", "’s")
_LONGEST_PREPOSITION: Final = 16


class Mentions:
    """The mentions of a document's entities, by where they end."""

    def __init__(self, record: Record) -> None:
        self._text = record.document.text
        self._entities = {one.id: one for one in record.entities}
        self._sorted = sorted((span.end, span.start, one.id) for one in record.entities for span in one.mentions)
        self._ends = [end for end, _, _ in self._sorted]

    def at(self, start: int, end: int) -> tuple[Entity, ...]:
        """Return whom exactly these characters mention."""
        return tuple(self._entities[one] for last, first, one in self._back_from(end) if (first, last) == (start, end))

    def within(self, start: int, end: int) -> tuple[Entity, ...]:
        """Return the parties named in [start, end), in order; what stands in brackets or in another name is none."""
        inside = [(first, last, one) for last, first, one in self._sorted if start <= first and last <= end]
        whole = [
            (first, one)
            for first, last, one in inside
            if self._text[first - 1 : first] != "("
            and not any(a <= first and last <= b and (a, b) != (first, last) for a, b, _ in inside)
        ]
        named = dict.fromkeys(self._entities[one] for _, one in sorted(whole))
        return tuple(one for one in named if one.kind in PARTIES)

    def subject_before(self, offset: int, since: int) -> tuple[Entity, ...]:
        """Return whom the subject names that ends before a verb at `offset`: one party, or several joined by "and"."""
        found: list[Entity] = []
        limit = offset
        for end, start, one in self._back_from(offset):
            joined = _TO_NEXT if found else _TO_VERB
            if start < since or (found and end > limit):
                break
            if joined.fullmatch(self._text, end, limit) is None:
                if found:
                    break
                continue
            if not self._is_subject(self._entities[one], start, end):
                break
            if _OBLIQUE.search(self._text, max(since, start - _LONGEST_PREPOSITION), start):
                break
            found.append(self._entities[one])
            limit = start
        return tuple(dict.fromkeys(reversed(found)))

    def _is_subject(self, entity: Entity, start: int, end: int) -> bool:
        pointing = fold(self._text[start:end]) in _POINTING
        return entity.kind in PARTIES and not pointing and self._text[end : end + 2] not in _POSSESSIVE

    def _back_from(self, offset: int) -> Iterator[tuple[int, int, str]]:
        for number in range(bisect_right(self._ends, offset) - 1, -1, -1):
            yield self._sorted[number]

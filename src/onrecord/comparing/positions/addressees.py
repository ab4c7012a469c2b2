"""To whom something is promised, where the text names them: "promised the islanders", "commitment to Valland"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.comparing.positions.commissives import Wording
from onrecord.comparing.positions.mentions import PARTIES
from onrecord.records import Entity, Record

# What follows one of these is done to somebody else, or against whom it names.
_ELSE: Final = re.compile(
    r"\b(?:prevent\w*|restrict\w*|stop\w*|counter|against|limit\w*|deny\w*|curtail\w*|target\w*|oppos\w+|condemn\w*|third"
    r"|those|who|which|where|deter|deters|urg\w+|call\w*|press\w*|threat\w*)\b",
    re.IGNORECASE,
)
_FAR: Final = r"(?:[\w'’.,&%$€£-]+\s+){0,10}?"
# Verbs of giving with "to" (Levin, English Verb Classes and Alternations, 1993, 13: change of possession), what is
# given with "to" or "for", whom one helps, with whom one works: "provide boats to", "aid for", "defend", "work with".
_TOWARDS: Final = re.compile(
    r"\b(?:(?:provid|provision|giv|deliver|sen[dt]|transfer|suppl|offer|donat|grant|extend|contribut|lend|pay|channel)\w*"
    rf"\s+{_FAR}to"
    r"|(?:assistance|aid|support|help|funding|guarantees?|relief|equipment|weapons)\s+(?:to|for)"
    r"|(?:support|help|assist|defend|protect|aid|arm|train|equip|provide|give|sell|offer|send|lend|grant)(?:ing)?"
    r"|(?:defen[cs]e|security|protection|reconstruction)\s+of"
    r"|(?:work|working|cooperat\w+|partner\w*|consult\w*|collaborat\w+|coordinat\w+|engag\w+|together|share|dialogue"
    r"|talks|relations\w*)\s+(?:\w+\s+){0,2}?with"
    r"|commit\w*\s+to)"
    r"\s+(?:the\s+|(?:the\s+)?(?:people|government)\s+of\s+(?:the\s+)?)?(?:most\s+\w+\s+)?$",
    re.IGNORECASE,
)
# "Valland's", "the Valland-Oresk accord": a name within another's.
_NOT_THEY: Final = re.compile(r"['’]s\b|[-–]\w")
_JOINED: Final = frozenset("-–")
_BESIDE: Final = re.compile(
    r"\bin\s+(?:\w+\s+)?(?:partnership|cooperation|collaboration|coordination|consultation)\s+with\b", re.I
)
_AND: Final = re.compile(r",?\s*(?:and\s+)?(?:the\s+)?")


class Addressees:
    """Who is promised something in one document."""

    def __init__(self, record: Record) -> None:
        self._text = record.document.text
        self._entities = {one.id: one for one in record.entities}
        self._sorted = sorted((span.start, span.end, one.id) for one in record.entities for span in one.mentions)
        self._starts = [start for start, _, _ in self._sorted]

    def of(self, words: Wording, by: Sequence[Entity]) -> tuple[Entity, ...]:
        """Return those to whom these words promise, who are not the promisers themselves.

        They stand behind a word of giving, helping or working together, alone or in a list.
        """
        found: list[Entity] = []
        last = -1
        for start, end, entity in self._within(words):
            before = self._text[words.start : start]
            listed = last >= 0 and _AND.fullmatch(self._text, last, start) is not None
            if listed or (_TOWARDS.search(before) and not _ELSE.search(before) and not _BESIDE.search(before)):
                found.append(entity)
                last = end
        promisers = {one.id for one in by}
        return tuple(one for one in dict.fromkeys(found) if one.id not in promisers)

    def _within(self, words: Wording) -> Iterator[tuple[int, int, Entity]]:
        """Yield the parties named in a clause, where they stand."""
        for start, end, one in self._sorted[bisect_left(self._starts, words.start) :]:
            if start >= words.end:
                return
            entity = self._entities[one]
            within = self._text[start - 1 : start] in _JOINED or _NOT_THEY.match(self._text, end) is not None
            if end <= words.end and entity.kind in PARTIES and not within:
                yield start, end, entity

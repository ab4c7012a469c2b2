"""To whom something is promised, where the text names them: "promised the islanders", "commitment to Valland"."""

import re
from collections.abc import Sequence
from typing import Final

from onrecord.comparing.commissives import Wording
from onrecord.records import Entity, Record

_PARTIES: Final = frozenset({"person", "organization", "country", "group"})
# Of what is promised, who receives it: by the event's own recipients, for what helps or gives.
_GIVING: Final = frozenset({"AID"})
# What follows one of these is done to somebody else, or against whom it names.
_ELSE: Final = re.compile(
    r"\b(?:prevent|restrict|stop|counter|against|limit|deny|curtail|target|oppos|condemn|third|those|who|which|where|deter"
    r"|urg|call|press|threat)\w*\b",
    re.IGNORECASE,
)
# "provide boats to Valland", "assistance for Valland", "defend Valland", "work with Valland", "security of Valland".
_TOWARDS: Final = re.compile(
    r"(?:\b(?:provid|provision|giv|deliver|sen[dt]|transfer|suppl|offer|donat|grant|extend|contribut|lend|pay|channel)\w*\s+"
    r"(?:[\w'’.,&%$€£-]+\s+){0,10}?to"
    r"|\b(?:assistance|aid|support|help|funding|guarantees?|relief|equipment|weapons)\s+(?:to|for)"
    r"|\b(?:support|help|assist|defend|protect|aid|arm|train|equip|provide|give|sell|offer|send|lend|grant)(?:ing)?"
    r"|\b(?:defen[cs]e|security|protection|reconstruction)\s+of"
    r"|\b(?:work|working|cooperat\w+|partner\w*|consult\w*|collaborat\w+|coordinat\w+|engag\w+|together|share|dialogue|talks|relations\w*)"
    r"\s+(?:\w+\s+){0,2}?with"
    r"|\bcommit\w*\s+to|\binvest(?:ing|ment|ments)?\s+(?:[\w'’.,&%$€£-]+\s+){0,6}?in"
    r")\s+(?:the\s+|(?:the\s+)?(?:people|government)\s+of\s+(?:the\s+)?)?(?:most\s+\w+\s+)?$",
    re.IGNORECASE,
)
_GIVEN: Final = re.compile(
    r"\b(?:to|for|help\w*|support\w*|assist\w*)\s+(?:the\s+)?(?:\w+\s+of\s+(?:the\s+)?)?$", re.IGNORECASE
)


class Addressees:
    """Who is promised something in one document."""

    def __init__(self, record: Record) -> None:
        self._text = record.document.text
        self._entities = {one.id: one for one in record.entities}
        self._events = record.events
        self._mentions = sorted((span.start, span.end, one.id) for one in record.entities for span in one.mentions)

    def of(self, words: Wording, by: Sequence[Entity]) -> tuple[Entity, ...]:
        """Return those to whom these words promise, who are not the promisers themselves."""
        found = [*self._by_events(words), *self._by_words(words)]
        promisers = {one.id for one in by}
        return tuple(one for one in dict.fromkeys(found) if one.id not in promisers)

    def _by_events(self, words: Wording) -> list[Entity]:
        inside = [
            one
            for one in self._events
            if words.verb_end <= one.trigger.start and one.trigger.end <= words.end and one.type in _GIVING
        ]
        ours = [one for one in inside if not _ELSE.search(self._text[words.verb_end : one.trigger.start])]
        named = [self._entities[who] for one in ours for who in one.recipients]
        return [one for one in named if self._stands_in(one, words)]

    def _by_words(self, words: Wording) -> list[Entity]:
        found = []
        for start, end, one in self._mentions:
            if words.start <= start and end <= words.end and self._entities[one].kind in _PARTIES:
                before = self._text[words.start : start]
                if (
                    _TOWARDS.search(before)
                    and not _ELSE.search(before)
                    and not re.match(r"['’]s\b|-led\b", self._text[end : end + 4])
                ):
                    found.append(self._entities[one])
        return found

    def _stands_in(self, entity: Entity, words: Wording) -> bool:
        """Whether it is named between these words as a receiver: else it comes from elsewhere, or is spoken of."""
        inside = (span for span in entity.mentions if words.start <= span.start and span.end <= words.end)
        return any(_GIVEN.search(self._text[words.start : span.start]) for span in inside)

"""Which earlier item a correction corrects, where it came as an item of its own: under another address, days later.

The two tell one story in much the same words; the correction declares itself, and cannot come before what it corrects.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from onrecord.comparing.revisions.cosmetic import FUNCTION_WORDS
from onrecord.comparing.revisions.matching import blocks_of
from onrecord.comparing.revisions.notices import notices_in
from onrecord.comparing.revisions.wording import Wording
from onrecord.lexicon import word_set
from onrecord.records import Document, Record

# Words in a row that two texts of one story share and two of one subject do not.
_RUN: Final = 3
# Of the shorter text: a correction may cut the story to its first paragraphs, or retell its table.
_ENOUGH: Final = 0.35
_DAYS: Final = 62
_TERMS: Final = 24
_SHORTEST: Final = 3
_SLUG_WORDS: Final = word_set("corrected correction correcting corrects clarification clarified refile rpt repeat")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PRINTED: Final = re.compile(
    r"(?P<month>[A-Za-z]{3})[A-Za-z]*\.?\s+(?P<day>\d{1,2})\b|(?P<first>\d{1,2})\s+(?P<then>[A-Za-z]{3})"
)
_YEAR_OF_DAYS: Final = 12 * 31


@dataclass(frozen=True, slots=True)
class Kinship:
    """How far two texts are one story: the share of the shorter one that stands in the other in runs of words."""

    share: float

    @property
    def close(self) -> bool:
        """Whether it is enough to be the same item."""
        return self.share >= _ENOUGH


def story_terms(record: Record) -> tuple[str, ...]:
    """Return the words by which other texts of the same story are found: of the headline, names, long numbers.

    At most two dozen, those of the headline first; none that only says that something was corrected.
    """
    document = record.document
    head = [word.key for word in Wording(_head(document)).words]
    names = [word.key for entity in record.entities for word in Wording(entity.name).words]
    numbers = [word.key for word in Wording(document.text).words if len(word.key) > _SHORTEST and word.key.isdigit()]
    wanted = (key for key in (*head, *names, *numbers) if _distinguishes(key))
    return tuple(dict.fromkeys(wanted))[:_TERMS]


def kinship(one: Document, other: Document) -> Kinship:
    """Return how far two texts are one story."""
    a, b = Wording(one.text), Wording(other.text)
    shortest = min(len(a.words), len(b.words))
    shared = sum(block.size for block in blocks_of(a.keys, b.keys) if block.size >= _RUN)
    return Kinship(shared / shortest if shortest else 0.0)


def earlier_item(correction: Record, candidates: Sequence[Record]) -> Record | None:
    """Return the item among the candidates that a text corrects, if it declares a correction and one of them fits.

    A candidate fits that tells the same story, did not come later (by publication, else by dateline; where neither is
    known any may), and does not declare the same correction itself. The nearest in words is taken.
    """
    notices = notices_in(correction.document.text)
    if not notices:
        return None
    own = {" ".join(notice.span.text.split()) for notice in notices}
    fitting = [
        (kinship(one.document, correction.document).share, -number, one)
        for number, one in enumerate(candidates)
        if one.document.id != correction.document.id
        and _may_precede(one.document, correction.document)
        and not own <= {" ".join(notice.span.text.split()) for notice in notices_in(one.document.text)}
    ]
    close = [one for one in fitting if one[0] >= _ENOUGH]
    return max(close, key=lambda one: one[:2])[2] if close else None


def _head(document: Document) -> str:
    for zone in document.zones:
        if zone.kind == "headline":
            return document.text[zone.start : zone.end]
    return document.title or next(iter(document.text.strip().splitlines()), "")


def _distinguishes(key: str) -> bool:
    return len(key) >= _SHORTEST and key not in FUNCTION_WORDS and key not in _SLUG_WORDS


def _may_precede(one: Document, correction: Document) -> bool:
    """Whether a text can be what another corrects, by when both came; what is not known speaks against nothing."""
    days = [_published(document) for document in (one, correction)]
    if None not in days:
        first, then = (day.toordinal() for day in days if day is not None)
        return 0 <= then - first <= _DAYS
    printed = [list(_printed(document)) for document in (one, correction)]
    if all(printed):
        return (printed[1][0] - printed[0][0]) % _YEAR_OF_DAYS <= _DAYS
    return True


def _published(document: Document) -> date | None:
    try:
        return None if document.published is None else date.fromisoformat(document.published[:10])
    except ValueError:  # a year or a month alone
        return None


def _printed(document: Document) -> Iterator[int]:
    """The day of a dateline, counted from the beginning of a year of months of 31 days, as it has no year."""
    match = _PRINTED.search((document.dateline and document.dateline.date) or "")
    if match is not None:
        month, day = (match["month"], match["day"]) if match["month"] else (match["then"], match["first"])
        if month.casefold() in _MONTHS:
            yield 31 * _MONTHS.index(month.casefold()) + int(day)

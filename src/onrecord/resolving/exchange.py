"""Whose turn follows whose in a transcript: whom "you" addresses, and who answers as "A" in an interview."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Final

from onrecord.lexicon import word_set
from onrecord.records import Attribution
from onrecord.resolving.answers import Answer
from onrecord.resolving.cast import Cast, Referent
from onrecord.resolving.page import Page
from onrecord.resolving.turn_labels import description_in

YOU: Final = frozenset(("you", "your", "yours", "yourself"))
# Who only hands the word on is not asked.
_HANDS_ON: Final = word_set("moderator operator aide staff staffer interpreter translator announcer crowd audience all")
# How many turns away the one who is addressed may stand.
_NEAR: Final = 6
_INTERVIEW: Final = re.compile(
    r"\b(?:interview(?:s|ed|ing)?(?: (?:with|of))?|conversation with|speaks? (?:to|with)|talks? (?:to|with)"
    r"|questions for|q ?& ?a:?(?: with)?|sat down with)\s+(?P<by>by\b)?",
    re.IGNORECASE,
)
_REACH: Final = 120
_HEAD: Final = 1500


class Exchange:
    """The turns of one transcript in order; of a text without turns nobody is addressed.

    `answer` gives whom the attribution of a number means.
    """

    def __init__(
        self, page: Page, cast: Cast, attributions: Sequence[Attribution], answer: Callable[[int], Answer]
    ) -> None:
        self._page = page
        self._cast = cast
        self._all = attributions
        self._answer = answer
        sources = ((a.source, n) for n, a in enumerate(attributions) if a.source is not None)
        self._turns = sorted((s.start, n) for s, n in sources if page.is_label(s.start, s.end))

    def addressed(self, outer: int) -> tuple[Referent, ...]:
        """Return whom "you" means in what attribution `outer` tells: who speaks next after a question, else before.

        Where there is nobody on that side, the other one. A moderator is passed over, and so is whoever speaks.
        """
        here = bisect_right(self._turns, (self._all[outer].content[0].start, len(self._all))) - 1
        if here < 0:
            return ()
        own = self._answer(self._turns[here][1])
        if not own.speakers:
            return ()
        after, before = range(here + 1, here + 1 + _NEAR), range(here - 1, here - 1 - _NEAR, -1)
        asked = own.asking or "?" in "".join(span.text for span in self._all[outer].content)
        sides = (after, before) if asked else (before, after)
        return next((found for side in sides if (found := self._other(side, own))), ())

    def _other(self, places: Iterable[int], own: Answer) -> tuple[Referent, ...]:
        """The first one in those turns who is no moderator, and speaks to the one whose turn it is."""
        for place in places:
            if not 0 <= place < len(self._turns):
                break
            number = self._turns[place][1]
            there, source = self._answer(number), self._all[number].source
            described = description_in(source.text) if source is not None else None
            hands_on = described is not None and not _HANDS_ON.isdisjoint(described.split())
            if not hands_on and there.speakers and there.speakers != own.speakers:
                return there.speakers
        return ()

    @cached_property
    def interviewed(self) -> Referent | None:
        """Whom the title, or what stands before the first turn, says is interviewed; else the title's only person."""
        head = self._page.text[: min(self._turns[0][0], _HEAD)] if self._turns else ""
        for text in (self._page.document.title or "", head):
            for found in _INTERVIEW.finditer(text):
                beside = text[: found.start()] if found["by"] else text[found.end() : found.end() + _REACH]
                who = _first_named(self._cast, beside)
                if who is not None:
                    return who
        named = _named_in(self._cast, self._page.document.title or "")
        return named[0] if len({referent.number for referent in named}) == 1 else None


def _first_named(cast: Cast, words: str) -> Referent | None:
    """The person whose name stands first in `words`, under the longest of the names there."""
    return next(iter(_named_in(cast, words)), None)


def _named_in(cast: Cast, words: str) -> list[Referent]:
    """The persons whose names stand in `words`, in their order there."""
    persons = [referent for referent in cast.referents if referent.kind == "person"]
    places = [(words.find(name), -len(name), r.number) for r in persons for name in (r.name, *r.aliases)]
    return [cast.referents[number] for place, _, number in sorted(places) if place >= 0]

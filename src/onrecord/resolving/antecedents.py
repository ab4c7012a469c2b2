"""Back from a phrase to somebody known, by the links that were found between phrases: "she" … "the mayor" … "Orlin"."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from onrecord.records import Mention
from onrecord.resolving.cast import Cast, Form, Referent, Sighting
from onrecord.resolving.page import Page
from onrecord.resolving.pronouns import PRONOUNS, gender_said, may_mean
from onrecord.resolving.words import POSSESSIVES

# No name with its titles is longer than this.
_LONGEST: Final = 200
# How sure a chain must be to answer for a pronoun that no rule does, to outweigh a rule, and for a description: what
# served best on GUM's train split and did no harm on the gold.
ANSWERS: Final = 0.3
OVERRULES: Final = 0.6
DESCRIBES: Final = 0.2
# A chain that is likelier than not is enough to list a mention.
_LIKELY: Final = 0.5
_STANDING: Final[frozenset[Form]] = frozenset(("name", "capital", "thing", "title", "pronoun"))


class Link(NamedTuple):
    """Who is meant, and how sure that is: as sure as the weakest link of the chain."""

    referent: Referent
    sure: float


class Antecedents:
    """The mentions of one text with their links, and whom those of them mean that the cast knows."""

    def __init__(self, page: Page, cast: Cast, mentions: Sequence[Mention]) -> None:
        self._page = page
        self._cast = cast
        self._mentions = mentions
        self._at = {mention.span.start: n for n, mention in enumerate(mentions)}

    def meant(self, start: int, end: int) -> Link | None:
        """Return the nearest one known that the phrase at [start, end) goes back to; None where no link leads to any.

        A chain that comes from "he" to "she" leads nowhere. No link leads out of its window.
        """
        number, sure, gender = self._head(start, end), 1.0, ""
        while number is not None:
            mention = self._mentions[number]
            said = gender_said(mention.span.text.casefold())
            if said and gender and said != gender:
                return None
            gender = gender or said
            sure = min(sure, 1.0 if mention.sure is None else mention.sure)
            number = mention.antecedent
            referent = None if number is None else self._known(self._mentions[number])
            if referent is not None:
                return Link(referent, sure)
        return None

    def see_all(self) -> None:
        """Let the cast see all mentions that likely go back to one of it and are not noted yet, in the text's order."""
        for mention in self._mentions:
            start, end = mention.span.start, mention.span.end
            if mention.antecedent is None or self._page.is_silent(start) or self._known(mention) is not None:
                continue
            link, word = self.meant(start, end), mention.span.text.casefold()
            fits = link is not None and (not gender_said(word) or may_mean(word, link.referent))
            if link is not None and fits and link.sure >= _LIKELY:
                self._cast.see(link.referent, start, end, "pronoun" if word in PRONOUNS else "title")

    def _head(self, start: int, end: int) -> int | None:
        """The first mention in [start, end) that owns nothing: "coach" in "Ruritania's coach" and in "her coach"."""
        for index in self._page.tokens_in(start, end):
            number = self._at.get(self._page.tokens[index].start)
            if number is not None and not self._owns(self._mentions[number], end):
                return number
        return None

    def _owns(self, mention: Mention, end: int) -> bool:
        possessive = mention.span.text.casefold() in POSSESSIVES and mention.span.end < end
        return possessive or self._page.text.startswith(("'s", "’s", "' ", "’ "), mention.span.end)

    def _known(self, mention: Mention) -> Referent | None:
        """Who stands where a mention's last letter is, under the longest of the names there."""
        found = list(self._over(mention.span.end - 1))
        if not found:
            return None
        referent = self._cast.of(min(found, key=lambda sighting: (sighting.start, -sighting.end)))
        return referent if _alike(mention, referent) else None

    def _over(self, offset: int) -> Iterator[Sighting]:
        for sighting in self._cast.back_from(offset + 1, offset - _LONGEST):
            if sighting.form in _STANDING and sighting.end > offset:
                yield sighting


def _alike(mention: Mention, referent: Referent) -> bool:
    """Whether somebody can be what the mention is said to be: nobody is both a person and none."""
    if referent.kind == "group":
        return True
    return (mention.kind == "person") == (referent.kind == "person")

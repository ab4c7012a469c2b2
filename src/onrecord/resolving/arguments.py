"""Whom a phrase means that says nothing itself: a name, an office, a pronoun, a country's government or army.

Nobody is added to the cast here: who is not in it is not resolved.
"""

import re
from collections.abc import Sequence
from typing import Final

from onrecord.lexicon import word_set
from onrecord.organizations import GOVERNMENTS
from onrecord.records import Attribution, Mention, Span
from onrecord.resolving import holders, parties
from onrecord.resolving.answers import Answer
from onrecord.resolving.cast import Referent, Sighting
from onrecord.resolving.descriptions import Description, describe
from onrecord.resolving.pronouns import PRONOUNS, Outer, meant_by
from onrecord.resolving.scene import Scene
from onrecord.resolving.sources import Part, parts_of

# What acts as its country (codebook, events): its government and its arms.
_STATE: Final = GOVERNMENTS | word_set(
    "administration authorities army armies military navy troops troop forces force soldiers soldier warplanes jets "
    "warships submarines artillery"
)
_AHEAD: Final = 120  # characters in which whoever is met "with" is named
_LED: Final = re.compile(r"(?:(?!(?:of|in|at|on|to|for|from|with|and|or|by)\b)[\w.’'-]+ ){0,5}")
_BETWEEN: Final = re.compile(r"\bbetween (?:the )?$")
# A link that is less likely than not is none.
_SURE: Final = 0.5

Referents = tuple[Referent, ...]


class Arguments:
    """The phrases of one document, each resolved by its own words, else by what it goes back to."""

    def __init__(
        self,
        scene: Scene,
        attributions: Sequence[Attribution],
        answers: Sequence[Answer],
        mentions: Sequence[Mention],
        lists: Sequence[tuple[Sighting, ...]] = (),
    ) -> None:
        self._scene = scene
        self._attributions = attributions
        self._answers = answers
        self._mentions = mentions
        self._lists = {member.end: members for members in lists for member in members}
        self._numbers = {(m.span.start, m.span.end): n for n, m in enumerate(mentions)}

    def meant(self, span: Span, within: int | None) -> Referents:
        """Return whom `span` means, nobody where the text does not tell; `within` is the attribution around it."""
        return self._by_words(span, within) or self._by_link(span)

    def listed_with(self, span: Span) -> Referents:
        """Return all whose names are joined to the one that `span` ends with: of "Norway" in "Norway and Peru" both.

        Nobody where something is between them: to "the ties between Norway and Peru" each of the two is another.
        """
        members = self._lists.get(span.end, ())
        if members and _BETWEEN.search(self._scene.page.text, max(0, members[0].start - _AHEAD), members[0].start):
            return ()
        return self._listed(span.end)

    def _listed(self, end: int) -> Referents:
        return tuple(self._scene.cast.of(member) for member in self._lists.get(end, ()))

    def named_at(self, offset: int) -> Referents:
        """Return whoever is named at `offset`, behind an article or an office, with those who are listed with him."""
        cast, page = self._scene.cast, self._scene.page
        for sighting in cast.between(offset, min(len(page.text), offset + _AHEAD)):
            if sighting.form == "adjective":
                continue
            led = _LED.fullmatch(page.text, offset, sighting.start) is not None
            owns = page.text.startswith(("'s", "’s"), sighting.end)
            if not led or owns or sighting.form not in ("name", "capital", "title"):
                return ()
            return self._listed(sighting.end) or (cast.of(sighting),)
        return ()

    def is_beside(self, span: Span, other: Span) -> bool:
        """Whether two phrases stand in one sentence."""
        return self._scene.page.sentence_of(span.start) == self._scene.page.sentence_of(other.start)

    def _by_words(self, span: Span, within: int | None) -> Referents:
        noted = self._scene.cast.at(span.start, span.end)
        if noted is not None:
            return (noted,)
        word = span.text.replace("’", "'").casefold().partition("'")[0]
        if word in PRONOUNS:
            return meant_by(self._scene, span, self._outer(within))
        found = [r for part in parts_of(self._scene.page, self._scene.cast, span) for r in self._of_part(part)]
        return tuple({referent.number: referent for referent in found}.values())

    def _outer(self, within: int | None) -> Outer | None:
        if within is None:
            return None
        around = self._attributions[within]
        return Outer(self._answers[within].speakers, around.content[0].start, around.type == "direct")

    def _by_link(self, span: Span) -> Referents:
        """Go back from mention to mention until the own words of one tell; no link leads out of its window."""
        number = self._numbers.get((span.start, span.end))
        found: Referents = ()
        while number is not None and not found:
            number = self._antecedent(number)
            if number is not None and self._mentions[number].span.text.casefold() not in PRONOUNS:
                found = self._by_words(self._mentions[number].span, None)
        return found

    def _antecedent(self, number: int) -> int | None:
        mention = self._mentions[number]
        return mention.antecedent if mention.sure is None or mention.sure >= _SURE else None

    def _of_part(self, part: Part) -> Referents:
        if part.named is not None:
            return (part.named,)
        scene = self._scene
        described = describe(scene.page, scene.cast, part.first, part.last)
        offset = described.start
        if parties.are_states(described):
            return parties.states(scene, described, offset)
        if holders.is_plural(described):
            return holders.holders(scene, described, offset)
        if described.head in _STATE:
            return self._state(described)
        if holders.is_known_office(scene, described):
            held = holders.holder(scene, described, offset)
            return () if held is None else (held,)
        return parties.body_called(scene, described, offset) or ()

    def _state(self, described: Description) -> Referents:
        """Return the country of "North Korean troops", "the government of Syria"; of "US-backed forces" nobody."""
        before = self._right_before(described.start)
        whose = {r.number: r for r in (*described.holders, *described.authors)}
        whose |= {s.number: self._scene.cast.of(s) for s in before}
        sightings = [*before, *self._scene.cast.between(described.start, described.end)]
        compound = any(self._is_compound(s) for s in sightings if s.number in whose)
        states = tuple(whose.values())
        return states if len(states) == 1 and states[0].kind == "country" and not compound else ()

    def _right_before(self, start: int) -> list[Sighting]:
        """The adjective that a phrase follows: a mention is cut where the one that is nested in it ends."""
        page = self._scene.page
        sentence = page.sentences[page.sentence_of(start)]
        last = next(iter(self._scene.cast.back_from(start, sentence)), None)
        follows = last is not None and last.form == "adjective" and page.text[last.end : start] == " "
        return [last] if last is not None and follows else []

    def _is_compound(self, sighting: Sighting) -> bool:
        text = self._scene.page.text
        return text[sighting.end : sighting.end + 1] == "-" or text[max(0, sighting.start - 1) : sighting.start] == "-"

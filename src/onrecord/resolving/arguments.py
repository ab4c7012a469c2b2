"""Whom a phrase means that says nothing itself: a name, an office, a pronoun, a country's government or army.

Of whom nothing else in the text tells is a group of the words that describe it: "protesters", "130 people".
"""

import re
from collections.abc import Sequence
from typing import Final

from onrecord.lexicon import word_set
from onrecord.organizations import GOVERNMENTS
from onrecord.records import Attribution, Mention, NameKind, Span, Trigger
from onrecord.resolving import holders, parties
from onrecord.resolving.answers import Answer
from onrecord.resolving.cast import Referent, Sighting
from onrecord.resolving.descriptions import Description, describe
from onrecord.resolving.event_grammar import REACH, is_owner
from onrecord.resolving.groups import Groups
from onrecord.resolving.joined import Joined
from onrecord.resolving.pronouns import PRONOUNS, Outer, meant_by
from onrecord.resolving.scene import Scene
from onrecord.resolving.sources import Part, parts_of
from onrecord.resolving.words import POSSESSIVES
from onrecord.titles import bare, is_head, singular

# What acts as its country (codebook, events): its government and its arms.
_STATE: Final = GOVERNMENTS | word_set(
    "administration authorities army armies military navy troops troop forces force soldiers soldier warplanes jets "
    "warships submarines artillery"
)
_LEADING: Final = 30
_AHEAD: Final = 120  # characters in which whoever is met "with" is named
_LED: Final = re.compile(r"(?:(?!(?:of|in|at|on|to|for|from|with|and|or|by)\b)[\w.’'-]+ ){0,5}")
_BETWEEN: Final = re.compile(r"\bbetween (?:the )?$")
# A mention that is cut where the name within it begins leaves only these.
_OPENINGS: Final = word_set("the a an these those this that former late then both all two three four five")
_QUANTITIES: Final = word_set(
    "more approximately thousands hundreds dozens lot number itself himself herself themselves"
)
_SUFFIXES: Final = frozenset(("jr", "jr.", "sr", "sr."))
_NOBODY: Final = word_set(
    """
    other others some those one ones many few all most none each both which who there anybody anyone somebody someone
    everybody everyone nobody yourself yourselves ourselves myself oneself
    """
)
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
        groups: Groups,
        lists: Sequence[tuple[Sighting, ...]] = (),
    ) -> None:
        self._scene = scene
        self._attributions = attributions
        self._answers = answers
        self._mentions = mentions
        self._groups = groups
        self._named = {s.end: s.start for s in reversed(list(scene.cast.all())) if s.form == "name"}
        self.joined = Joined(scene.page.text, [self._named_phrase(m.span) for m in mentions if _may_join(m)])
        self._lists = {member.end: members for members in lists for member in members}
        self._kinds = {(m.span.start, m.span.end): m.kind for m in mentions}
        self._numbers = {(m.span.start, m.span.end): n for n, m in enumerate(mentions)}

    def meant(self, span: Span, within: int | None) -> Referents:
        """Return whom `span` means, nobody where the text does not tell; `within` is the attribution around it."""
        return self._by_words(span, within) or self._by_link(span) or self._unnamed(span)

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

    def phrase_at(self, offset: int, around: int | None) -> Referents:
        """Return whom the phrase at `offset`, or behind an article there, means, and those joined to it."""
        span = self.joined.first_from(offset, offset + _LEADING)
        if span is None or not _LED.fullmatch(self._scene.page.text, offset, span.start):
            return self.named_at(offset)
        found = (self.meant(one, around) for one in (span, *self.joined.to(span)))
        return tuple({referent.number: referent for referents in found for referent in referents}.values())

    def owner(self, trigger: Trigger) -> Referents:
        """Return whose act a noun names: the name or nationality before it."""
        text, cast = self._scene.page.text, self._scene.cast
        for sighting in cast.back_from(trigger.span.start, max(0, trigger.span.start - REACH)):
            if sighting.end > trigger.span.start or sighting.form not in ("adjective", "name", "capital"):
                continue
            owns = text.startswith(("'s", "’s"), sighting.end)
            if not (owns or sighting.form == "adjective") or not is_owner(text, sighting.end, trigger):
                return ()
            return self._joined_by_hyphen(sighting)
        return ()

    def _joined_by_hyphen(self, sighting: Sighting) -> Referents:
        """Return whom a name means together with the one that a hyphen joins to it: "Norwegian-Peruvian"."""
        text, cast = self._scene.page.text, self._scene.cast
        joined = text[sighting.start - 1 : sighting.start] in ("-", "–")
        for other in cast.back_from(sighting.start, max(0, sighting.start - REACH)) if joined else ():
            if other.end == sighting.start - 1:
                return (cast.of(other), cast.of(sighting))
        return (cast.of(sighting),)

    def object_of(self, trigger: Trigger) -> Span | None:
        """Return the phrase that a verb has as its object: it begins right behind it, or behind an article."""
        end = trigger.span.end
        span = self.joined.first_from(end + 1, end + _LEADING)
        if span is None or not _LED.fullmatch(self._scene.page.text, end + 1, span.start):
            return None
        whole = self._following(span) or span
        return None if whole.text.casefold() in _QUANTITIES else whole

    def sentence_start(self, offset: int) -> int:
        """Return where the sentence of `offset` begins."""
        page = self._scene.page
        return page.sentences[page.sentence_of(offset)]

    def is_beside(self, span: Span, other: Span) -> bool:
        """Whether two phrases stand in one sentence."""
        return self._scene.page.sentence_of(span.start) == self._scene.page.sentence_of(other.start)

    def _by_words(self, span: Span, within: int | None) -> Referents:
        noted = self._scene.cast.at(span.start, span.end) or self._titled(span)
        if noted is not None:
            return (noted,)
        word = span.text.replace("’", "'").casefold().partition("'")[0]
        if word in _OPENINGS:
            behind = self._named_behind(span)
            return self._opened(span, within) if behind is None else (behind,)
        if word in PRONOUNS:
            return meant_by(self._scene, span, self._outer(within))
        found = [r for part in parts_of(self._scene.page, self._scene.cast, span) for r in self._of_part(part)]
        return tuple({referent.number: referent for referent in found}.values())

    def _titled(self, span: Span) -> Referent | None:
        """Return who is named by a longer name around the words: "Orlin" in "Mr. Orlin", "Secretary" before hers."""
        reach = max(0, span.start - _AHEAD)
        for sighting in self._scene.cast.back_from(span.start + 1, reach):
            referent = self._scene.cast.of(sighting)
            tail = sighting.end == span.end
            if sighting.form == "name" and sighting.end >= span.end and (tail or referent.kind == "person"):
                return referent
        return None

    def _unnamed(self, span: Span) -> Referents:
        """Return the people or the group that a phrase describes; nobody for a pronoun, or for words without a noun.

        What cannot act stands for whose it is: "a Norwegian bomber".
        """
        page, cast = self._scene.page, self._scene.cast
        tokens = page.tokens_in(span.start, span.end)
        if not tokens or span.text.casefold() in PRONOUNS | _NOBODY | _SUFFIXES:
            return ()
        described = describe(page, cast, tokens.start, tokens.stop)
        if self._kinds.get((span.start, span.end)) == "other":
            return described.holders
        people = parties.people(self._scene, tokens.start, tokens.stop) or self._apposed(span)
        if people is None and described.head in _NOBODY and len(tokens) == 1:
            return ()
        start = described.end - len(described.text)
        who = cast.at(start, described.end) or people or self._stranger(span, tokens, described)
        who = who or self._groups.described(described)
        cast.see(who, start, described.end, "title")
        return (who,)

    def _stranger(self, span: Span, tokens: range, described: Description) -> Referent | None:
        """Return whoever a phrase names in capitals that nothing else in the text tells of."""
        page = self._scene.page
        words = [page.tokens[i] for i in tokens if i >= page.first_token(described.end - len(described.text))]
        named = all(token.capital for token in words) and not page.begins_sentence(tokens.start)
        office = is_head(singular(bare(words[-1].word))) if words else True
        if not named or office or all(page.is_plain(token.word) for token in words):
            return None
        kind = self._kinds.get((span.start, span.end))
        called: NameKind | None = None if kind is None or kind == "other" else kind
        return self._groups.stranger(described.text, described.article == "the", "", called)

    def _apposed(self, span: Span) -> Referent | None:
        """Return who or what is named right behind the phrase: "the airline Orlin Air"."""
        named = self._named_behind(span)
        return named if named is not None and named.kind in ("person", "organization") else None

    def _named_behind(self, span: Span) -> Referent | None:
        """Return whose name begins right behind a phrase."""
        sightings = self._scene.cast.between(span.end + 1, span.end + _AHEAD)
        behind = sightings[0] if sightings and sightings[0].start == span.end + 1 else None
        return self._scene.cast.of(behind) if behind is not None and behind.form == "name" else None

    def _opened(self, span: Span, within: int | None) -> Referents:
        """Return whom the words mean that a mention was cut off from: "troops" behind "these North Korean"."""
        following = self._following(span)
        if following is None or following.text.casefold() in _OPENINGS:
            return ()
        return self._by_words(following, within) or self._unnamed(following)

    def _named_phrase(self, span: Span) -> Span:
        """Return the words of a mention with the title that stands before its name."""
        named = self._named.get(span.end)
        return span if named is None or named >= span.start else Span.cut(self._scene.page.text, named, span.end)

    def _following(self, span: Span) -> Span | None:
        """Return the words that "the", "these" or "former" stand before: a mention ends where one in it begins."""
        last = None
        while (following := self.joined.first_from((last or span).end + 1, (last or span).end + 2)) is not None:
            last = following
        return last

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


def _may_join(mention: Mention) -> bool:
    return mention.kind != "other" and mention.span.text.casefold() not in POSSESSIVES

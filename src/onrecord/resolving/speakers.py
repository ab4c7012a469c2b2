"""Who speaks in each attribution: names, then titles and descriptions, pronouns, lists, and what is carried over."""

from collections.abc import Sequence
from typing import Final

from onrecord.countries import country_at
from onrecord.lexicon import word_set
from onrecord.people import is_given, is_variant, surname
from onrecord.records import Attribution, How, Span
from onrecord.resolving import holders, parties
from onrecord.resolving.answers import NOBODY, Answer
from onrecord.resolving.antecedents import ANSWERS, DESCRIBES, OVERRULES, Antecedents
from onrecord.resolving.authors import authors, is_read, issuer_of
from onrecord.resolving.cast import Form, Referent
from onrecord.resolving.cues import asks, is_participle
from onrecord.resolving.descriptions import Description, describe, may_describe
from onrecord.resolving.exchange import YOU, Exchange
from onrecord.resolving.groups import Groups
from onrecord.resolving.naming import Naming
from onrecord.resolving.nesting import outer_of
from onrecord.resolving.pronouns import PRONOUNS, Outer, gender_said, may_mean, meant_by
from onrecord.resolving.roster import Roster
from onrecord.resolving.scene import Scene, Spoken
from onrecord.resolving.sources import Part, parts_of
from onrecord.resolving.turn_labels import ANSWERERS, QUESTIONERS, description_in, named_in_title, office_in
from onrecord.resolving.words import POSSESSIVES
from onrecord.tokens import words_of

# Nouns that speak in headlines only: nobody is behind them.
_NOBODY: Final = word_set(
    "development developments speculation rumor rumors rumour rumours allegations concerns fears doubts questions"
)


class Speakers:
    """The answers for one document's attributions, each found once, in the order of the text."""

    def __init__(
        self,
        scene: Scene,
        roster: Roster,
        attributions: Sequence[Attribution],
        naming: Naming,
        antecedents: Antecedents,
    ) -> None:
        self._scene = scene
        self._naming = naming
        self._antecedents = antecedents
        self._roster = roster
        self._page = scene.page
        self._all = attributions
        self._outer = outer_of(attributions)
        self._order = sorted(range(len(attributions)), key=lambda n: anchor(attributions[n]))
        self._before = self._predecessors()
        self._answers: dict[int, Answer] = {}
        self._groups = Groups(scene)
        self._exchange = Exchange(self._page, scene.cast, attributions, self._answer)

    def answers(self) -> list[Answer]:
        """Return the answer for each attribution, in their order."""
        for n in self._order:
            self._answer(n)
        return [self._answers[n] for n in range(len(self._all))]

    def _predecessors(self) -> dict[int, int]:
        """The attribution before each one that is told at the same level: by the report, or inside the same other."""
        before: dict[int, int] = {}
        last: dict[int | None, int] = {}
        for n in self._order:
            if self._outer[n] in last:
                before[n] = last[self._outer[n]]
            last[self._outer[n]] = n
        return before

    def _answer(self, n: int) -> Answer:
        """Return the answer for attribution `n`; whom it is told inside of comes first."""
        if n in self._answers:
            return self._answers[n]
        self._answers[n] = NOBODY
        attribution, outer = self._all[n], self._outer[n]
        around = None if outer is None else self._around(outer, self._answer(outer))
        if attribution.source is None:
            answer = self._carried(n)
        elif outer is not None and _word_of(attribution.source) in YOU:
            addressed = self._exchange.addressed(outer)
            answer = Answer(addressed, "pronoun") if addressed else NOBODY
        else:
            answer = self._of_source(attribution, attribution.source, around)
        self._answers[n] = answer
        self._scene.note(Spoken(anchor(attribution), answer.speakers, outer is not None, asks(attribution.cue)))
        return answer

    def _around(self, outer: int, told: Answer) -> Outer:
        attribution = self._all[outer]
        turn = attribution.cue is None and self._page.has_turns()
        addressed = self._exchange.addressed(outer) if turn else ()
        return Outer(told.speakers, attribution.content[0].start, attribution.type == "direct", turn, addressed)

    def _carried(self, n: int) -> Answer:
        """Carry over the speakers of the attribution before, where the text carries on: a quotation, a participle."""
        before = self._before.get(n)
        if before is None or not (self._all[n].carried or self._goes_on(n, before)):
            return NOBODY
        told = self._answer(before)
        return told._replace(how="carried") if told.speakers else NOBODY

    def _goes_on(self, n: int, before: int) -> bool:
        """Whether attribution `n` is a participle in the same sentence: "…, she said, adding that …"."""
        here, there = anchor(self._all[n]), anchor(self._all[before])
        same = self._page.sentence_of(here) == self._page.sentence_of(there)
        return same and is_participle(self._all[n].cue)

    def _of_source(self, attribution: Attribution, source: Span, outer: Outer | None) -> Answer:
        text = _word_of(source)
        cue = attribution.cue.text if attribution.cue is not None else ""
        if text in PRONOUNS:
            return self._of_pronoun(source, text, cue, outer)
        labelled = self._of_label(source)
        if labelled is not None:
            return labelled
        parts = parts_of(self._page, self._scene.cast, source)
        answers = [self._of_member(part, cue, outer) if len(parts) > 1 else self._of_part(part, cue) for part in parts]
        if not answers or any(not answer.speakers for answer in answers):
            return NOBODY
        if len(answers) == 1:
            return answers[0]
        return Answer(_distinct([r for answer in answers for r in answer.speakers]), "list")

    def _of_label(self, source: Span) -> Answer | None:
        """Answer a label of a transcript that holds no name; None where it holds one, and where it is no label."""
        if source.text.strip(" :.").casefold() in QUESTIONERS:
            asking = self._groups.stranger("reporters", False, "")
            return self._seen(asking, source.start, source.end, "name", "name")._replace(asking=True)
        if not self._page.is_label(source.start, source.end):
            return None
        if source.text.strip(" :.").casefold() in ANSWERERS:
            asked = self._exchange.interviewed
            return NOBODY if asked is None else self._seen(asked, source.start, source.end, "title", "name")
        described = description_in(source.text)
        if described is not None:
            return self._seen(self._groups.stranger(described, False, ""), source.start, source.end, "title", "name")
        office = office_in(source.text)
        held = self._in_title(office) if office is not None else None
        return None if held is None else self._seen(held, source.start, source.end, "title", "title")

    def _in_title(self, office: str) -> Referent | None:
        """Return whom the document's title names as the holder of an office."""
        title = self._page.document.title or ""
        found = named_in_title(title, office, [word for word in words_of(title) if is_given(word)])
        if found is None:
            return None
        names, role = found
        known = self._roster.called(names[-1], len(self._page.text)) or self._roster.named(names)
        known = known or self._groups.stranger(" ".join(names), False, "", "person")
        known.hold(role)
        return known

    def _of_pronoun(self, source: Span, word: str, cue: str, outer: Outer | None) -> Answer:
        speakers: tuple[Referent, ...] = ()
        if word == "it" and outer is None and is_read(cue):
            speakers = authors(self._scene, self._groups, source.start)
        speakers = speakers or self._linked(source, word, meant_by(self._scene, source, outer), outer)
        if len(speakers) == 1:
            self._scene.cast.see(speakers[0], source.start, source.end, "pronoun")
            # Whoever has been "he" is no "she" later.
            speakers[0].gender = speakers[0].gender or gender_said(word)
        return Answer(speakers, "pronoun") if speakers else NOBODY

    def _linked(
        self, source: Span, word: str, found: tuple[Referent, ...], outer: Outer | None
    ) -> tuple[Referent, ...]:
        """Whom a pronoun means after its antecedents were asked too: `found`, unless those firmly tell of another."""
        link = self._antecedents.meant(source.start, source.end)
        if link is None or not may_mean(word, link.referent):
            return found
        # In a transcript nobody is "he" to himself, nor to whom he answers.
        if outer is not None and outer.turn and link.referent in (*outer.speakers, *outer.addressed):
            return found
        named = [referent for referent in found if referent.kind != "group"]
        return (link.referent,) if link.sure >= (OVERRULES if named else ANSWERS) else found

    def _of_member(self, part: Part, cue: str, outer: Outer | None) -> Answer:
        """Answer one of several who speak together, which may be a pronoun: "Orlin and I"."""
        first = self._page.tokens[part.first]
        if part.last - part.first == 1 and first.word.casefold() in PRONOUNS:
            span = Span.cut(self._page.text, first.start, first.end)
            return self._of_pronoun(span, first.word.casefold(), cue, outer)
        return self._of_part(part, cue)

    def _of_part(self, part: Part, cue: str) -> Answer:
        if part.named is not None:
            return Answer((part.named,), "name")
        described = describe(self._page, self._scene.cast, part.first, part.last)
        offset = described.start
        several = self._several(described, offset)
        if several is not None:
            return several
        found = self._single(described, offset)
        if found is not None:
            return found
        people = self._people(part)
        if people is not None:
            return self._seen(people, described.start, described.end, "title", "name")
        pointed = self._pointed(described)
        return self._one(pointed, described) if pointed is not None else self._unknown(described, cue)

    def _pointed(self, described: Description) -> Referent | None:
        """Return whom a description that points back goes back to, by its antecedents: "the city" … "Orlin"."""
        owned = described.text.partition(" ")[0].casefold() in POSSESSIVES
        if not (described.definite or owned) or described.number is not None:
            return None
        link = self._antecedents.meant(described.start, described.end)
        if link is None or link.sure < DESCRIBES or not may_describe(described, link.referent):
            return None
        first = described.start + len(described.text.partition(" ")[0])
        owner = self._antecedents.meant(described.start, first) if owned else None
        # Nobody is his own father.
        return None if owner is not None and owner.referent is link.referent else link.referent

    def _unknown(self, described: Description, cue: str) -> Answer:
        """Answer a source that nothing in the text tells of: a name, or those whom it describes."""
        if described.head in _NOBODY:
            return NOBODY
        start = described.end - len(described.text)
        noted = self._scene.cast.at(start, described.end)
        if noted is not None:
            return Answer((noted,), "name")
        if self._is_name(described, start):
            words = words_of(described.text)
            if len(words) == 1 and self._roster.is_doubtful(words[0]):
                return NOBODY
            who = self._roster.called(words[0], start) if len(words) == 1 else self._roster.named(words)
            who = who or self._spelt_otherwise(described.text, start)
            called = self._naming.kind_at(start, described.end)
            who = who or self._groups.stranger(described.text, described.article == "the", cue, called)
            return self._seen(who, start, described.end, "name", "name")
        return self._seen(self._groups.described(described), start, described.end, "title", "name")

    def _is_name(self, described: Description, start: int) -> bool:
        """Whether a source's noun is written as a name: a capital that does not only begin the sentence."""
        first = self._page.first_token(start)
        word = self._page.tokens[first].word
        return described.capital or (word.isupper() and len(word) > 1) or self._is_initial_name(described, first)

    def _is_initial_name(self, described: Description, first: int) -> bool:
        alone = described.text == self._page.tokens[first].word and self._page.tokens[first].capital
        return alone and described.text[-1] != "s" and not self._page.is_plain(described.text)

    def _spelt_otherwise(self, word: str, offset: int) -> Referent | None:
        """Return the one person present whose surname is written otherwise here."""
        present = self._scene.present(offset)
        near = [r for r in present if r.kind == "person" and is_variant(word, surname(r.words))]
        return near[0] if len(near) == 1 else None

    def _several(self, described: Description, offset: int) -> Answer | None:
        """Answer "the two governments", "the presidents"; None where the words are of another kind."""
        if parties.are_states(described):
            found = parties.states(self._scene, described, offset)
        elif holders.is_plural(described):
            found = holders.holders(self._scene, described, offset)
        else:
            return None
        return Answer(found, "title") if found else None

    def _single(self, described: Description, offset: int) -> Answer | None:
        """Answer an office, a government, an organization by its noun; None where the words are of another kind."""
        state = parties.government(described)
        if state is not None:
            return self._seen(state, offset, described.end, "title", "name")
        if holders.is_known_office(self._scene, described):
            return self._one(holders.holder(self._scene, described, offset), described)
        issuer = issuer_of(described)
        if issuer is not None:
            return Answer((issuer,), "title")
        called = parties.body_called(self._scene, described, offset)
        if called is not None:
            return self._one(called[0] if called else None, described)
        return None

    def _one(self, referent: Referent | None, described: Description) -> Answer:
        if referent is None:
            return NOBODY
        return self._seen(referent, described.start, described.end, "title", "title")

    def _people(self, part: Part) -> Referent | None:
        """Return the country that "the Saudis" are, None for other words."""
        if part.last - part.first != 2 or self._page.tokens[part.first].word.casefold() != "the":
            return None
        match = country_at(self._page.tokens, part.first + 1)
        return self._scene.body(match.value.country) if match and match.value.form == "people" else None

    def _seen(self, referent: Referent, start: int, end: int, form: Form, how: How) -> Answer:
        self._scene.cast.mean(referent, start, end, form)
        return Answer((referent,), how)


def anchor(attribution: Attribution) -> int:
    """Return the place of an attribution in the text: of its source, else its cue, else its content."""
    return (attribution.source or attribution.cue or attribution.content[0]).start


def _word_of(source: Span) -> str:
    """Return the source in lower case without what stands around it, of "you’ve" or "Orlin's" what owns or does."""
    return source.text.strip(" \t\n\"“”'’.,:").replace("’", "'").casefold().partition("'")[0]


def _distinct(referents: Sequence[Referent]) -> tuple[Referent, ...]:
    return tuple({referent.number: referent for referent in referents}.values())

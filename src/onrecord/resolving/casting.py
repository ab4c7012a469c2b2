"""From the text to its cast: persons, then organizations, then countries, each by the names they have."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from onrecord.countries import country_at
from onrecord.organizations import organization_at
from onrecord.people import gender_of
from onrecord.records import Attribution, Name, Role
from onrecord.resolving import bodies
from onrecord.resolving.assembly import Assembly
from onrecord.resolving.bodies import Body
from onrecord.resolving.cast import Cast, Sighting
from onrecord.resolving.lists import lists_in, outermost, with_counterparts
from onrecord.resolving.naming import Naming
from onrecord.resolving.nations import see_countries
from onrecord.resolving.page import Page
from onrecord.resolving.papers import see_papers
from onrecord.resolving.persons import Person, persons_in
from onrecord.resolving.phrases import Phrase, phrases
from onrecord.resolving.places import see_others
from onrecord.resolving.roster import Roster
from onrecord.resolving.words import PLACING
from onrecord.titles import LABELS, bare

NAMED: Final = 1
ORGANIZED: Final = 2
PLACED: Final = 3
_WITHIN: Final = frozenset(("at", "in", "on"))


class Casting:
    """The reading of names in one text. `cast`, `roster`, `naming`, `lists` (of names, in order) are what comes."""

    def __init__(self, page: Page, attributions: Sequence[Attribution], names: Sequence[Name] = ()) -> None:
        self.page = page
        self.cast = Cast()
        self.roster = Roster(page, self.cast)
        self.lists: list[tuple[Sighting, ...]] = []
        self._assembly = Assembly(page, self.cast)
        self.naming = Naming(page, names)
        # Which tokens are part of the name of a person, an organization, a place.
        self._use = bytearray(len(page.tokens))
        self._voices = {a.source.start: a.source.end for a in attributions if a.source is not None}

    def read(self) -> None:
        """Fill the cast with everything that is named."""
        found = [p for p in phrases(self.page) if not self.page.is_silent(self.page.tokens[p.first].start)]
        rest = self._persons(found)
        rest = self._organizations(rest)
        for phrase in rest:
            self._surnames(phrase)
        self._known_again(rest)
        self._called_bodies()
        self._known_again(rest)
        self._mark_places()
        see_countries(self.page, self.cast, self._use)
        see_others(self.page, self.cast, self.naming, self._taken())
        see_papers(self.page, self.cast)
        self.cast.settle()
        sightings = list(outermost(self.cast.all()))
        lists = lists_in(self.page.text, sightings)
        # Before counterparts are in: theirs is another country.
        for members in lists:
            self._share_country(members)
        self.lists = with_counterparts(self.page.text, sightings, lists)

    def _persons(self, found: Sequence[Phrase]) -> list[Phrase]:
        persons: list[Person] = []
        rest: list[Phrase] = []
        for phrase in found:
            found_here = persons_in(self.page, phrase, self._speaks(phrase))
            here = [self._trimmed(p) for p in found_here if not self.naming.denies(p.first, p.last, "person")]
            persons.extend(here)
            rest.extend(_left(self.page, phrase, here))
        for person in persons:
            self._enter_full(person)
        for person in persons:
            if person.last - person.first == 1:
                self.roster.enter_short(person)
        self._called_persons()
        return rest

    def _trimmed(self, person: Person) -> Person:
        """The person without the words in capitals that only stand before the name: "Mathematician | Ada Orlin"."""
        first, last = self.naming.across(person.first, person.last, "person")
        return person._replace(first=first) if last == person.last and person.first < first < last - 1 else person

    def _enter_full(self, person: Person) -> None:
        self._mark(person.first, person.last, NAMED)
        if person.last - person.first > 1:
            self.roster.enter_full(person)

    def _called_persons(self) -> None:
        """Enter whom only the names found in the text tell of; a single name only where it is nobody's surname."""
        called = [c for c in self.naming.of_kind("person") if not any(self._use[c.first : c.last])]
        persons = [_untitled(self.page, c.first, c.last) for c in called]
        for person in persons:
            if person.last - person.first > 1:
                self._enter_full(person)
        for person in persons:
            if person.last - person.first == 1 and self._is_new(person):
                self._mark(person.first, person.last, NAMED)
                self.roster.enter_short(person)

    def _is_new(self, person: Person) -> bool:
        word = self.page.tokens[person.first].word
        if self.roster.is_doubtful(word) or self.roster.called(word, person.start) is not None:
            return False
        return not self.roster.is_variant(word) and organization_at(self.page.tokens, person.first) is None

    def _called_bodies(self) -> None:
        """Enter the organizations that only the names found in the text tell of."""
        for called in self.naming.of_kind("organization"):
            if not any(self._use[called.first : called.last]):
                first = self._with_country(called.first)
                self._mark(first, called.last, ORGANIZED)
                self._assembly.enter(Body(first, called.last, None))

    def _with_country(self, first: int) -> int:
        """Where the name begins with the country that is written before it: "U.S. Tide Command"."""
        before = first - 1
        if not self.page.next_to(first) or self._use[before]:
            return first
        initials = self.page.tokens[before].word.replace(".", "").isupper()
        return before if initials and country_at(self.page.tokens, before) is not None else first

    def _speaks(self, phrase: Phrase) -> bool:
        """Whether the phrase is the source of an attribution, or the source's name before an apposition."""
        end = self._voices.get(self.page.tokens[phrase.first].start)
        if end is None:
            return False
        stop = self.page.tokens[phrase.last - 1].end
        return stop >= end or self.page.text[stop] in ",("

    def _organizations(self, rest: Sequence[Phrase]) -> list[Phrase]:
        left: list[Phrase] = []
        for phrase in rest:
            found = [] if self._is_surname(phrase) else list(bodies.bodies_in(self.page, phrase, self._speaks(phrase)))
            found = [self._whole(b) for b in found if not self.naming.denies(b.first, b.last, "organization")]
            for body in found:
                self._mark(body.first, body.last, ORGANIZED)
                self._assembly.enter(body)
            if not found:
                left.append(phrase)
        return left

    def _whole(self, body: Body) -> Body:
        """The organization with all of its name: "Union of Surgeons | and Nurses"."""
        first, last = self.naming.across(body.first, body.last, "organization")
        free = last > body.last and not any(self._use[first:last])
        # "the Tide Institute at Orlin University" is the institute.
        within = free and self.page.tokens[body.last].word in _WITHIN
        return Body(min(first, body.first), last, None) if free and not within else body

    def _is_surname(self, phrase: Phrase) -> bool:
        """Whether a single word is somebody's surname, and no organization's name."""
        token = self.page.tokens[phrase.first]
        if phrase.last - phrase.first > 1 or organization_at(self.page.tokens, phrase.first):
            return False
        return self.roster.called(token.word, token.start) is not None

    def _surnames(self, phrase: Phrase) -> None:
        if self.page.in_heading(self.page.tokens[phrase.first].start):
            for place in range(phrase.first, phrase.last):
                self._surname(place, place + 1)
        else:
            self._surname(self._past_labels(phrase), phrase.last)

    def _past_labels(self, phrase: Phrase) -> int:
        first = phrase.first
        while first < phrase.last - 1 and bare(self.page.tokens[first].word) in LABELS:
            first += 1
        return first

    def _surname(self, first: int, last: int) -> None:
        """See the person whom the words [first, last) name once more: a bare surname, or the full name."""
        token = self.page.tokens[first]
        if self.naming.denies(first, last, "person"):
            referent = None
        elif last - first > 1:
            referent = self.roster.named([self.page.tokens[i].word for i in range(first, last)])
        elif self.page.next_to(first) and self.page.tokens[first - 1].word in PLACING and not token.owns:
            referent = None
        else:
            referent = self.roster.called(token.word, token.start)
        if referent is not None:
            self._mark(first, last, NAMED)
            self.roster.saw(referent, token.start)
            self.cast.see(referent, token.start, self.page.tokens[last - 1].end)

    def _known_again(self, rest: Sequence[Phrase]) -> None:
        """See organizations by the acronym that was given in brackets, and companies by their first word."""
        for phrase in rest:
            for place in range(phrase.first, phrase.last):
                alone = phrase.last - phrase.first == 1
                if not self._use[place] and self._assembly.see_again(place, alone):
                    self._mark(place, place + 1, ORGANIZED)

    def _mark_places(self) -> None:
        """Mark the places of several words, so that "New Ruritania Bay" does not speak of Ruritania."""
        for called in self.naming.of_kind("place"):
            if called.last - called.first > 1 and not any(self._use[called.first : called.last]):
                self._mark(called.first, called.last, PLACED)

    def _taken(self) -> frozenset[int]:
        return frozenset(place for place, use in enumerate(self._use) if use in (NAMED, ORGANIZED))

    def _share_country(self, members: Sequence[Sighting]) -> None:
        """In "the Ruritanian foreign minister Orlin and defense minister Vane" both are of one country."""
        for before, after in pairwise(members):
            former, latter = self.cast.of(before), self.cast.of(after)
            of = former.roles[0].of if former.kind == "person" and former.roles else None
            printed = self.page.text[after.start : after.end]
            if of is None or latter.kind != "person":
                continue
            for role in [role for role in latter.roles if role.of is None and role.title in printed]:
                latter.hold(Role(role.title, of))

    def _mark(self, first: int, last: int, use: int) -> None:
        for place in range(first, last):
            self._use[place] = use


def _untitled(page: Page, first: int, last: int) -> Person:
    words = [page.tokens[i].word for i in range(first, last)]
    return Person(page.tokens[first].start, page.tokens[last - 1].end, first, last, (), gender_of(words))


def _left(page: Page, phrase: Phrase, persons: Sequence[Person]) -> list[Phrase]:
    """What of a phrase is left for other names, once the person in it is taken out: no "of" at its beginning."""
    if not persons:
        return [phrase]
    person = persons[0]
    after = person.last
    while after < phrase.last and page.tokens[after].word.islower():
        after += 1
    parts = (Phrase(phrase.first, person.first), Phrase(after, phrase.last))
    return [part for part in parts if part.first < part.last]

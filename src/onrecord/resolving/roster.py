"""Which names are one person's: full names first, then the surnames that a report goes on with."""

from bisect import bisect_left, insort
from collections.abc import Sequence
from typing import Final

from onrecord.lexicon import word_set
from onrecord.people import core, is_given, is_variant, plain, same_person, surname
from onrecord.records import Role
from onrecord.resolving.cast import Cast, Referent
from onrecord.resolving.page import Page
from onrecord.resolving.persons import Person
from onrecord.titles import LABELS, bare, is_head

# How many paragraphs back somebody is still present to the reader.
_PRESENT: Final = 1
_ACRONYM: Final = 4
_KIN: Final = word_set("wife husband son daughter brother sister mother father widow widower niece nephew cousin")


class Roster:
    """The persons of one report, found again by what they are called."""

    def __init__(self, page: Page, cast: Cast) -> None:
        self._page = page
        self._cast = cast
        self._by_surname: dict[str, list[Referent]] = {}
        self._by_first: dict[str, list[Referent]] = {}
        self._seen: dict[int, list[int]] = {}

    def enter_full(self, person: Person) -> Referent:
        """Enter somebody who is named by two words or more, or find whom they already name."""
        words = person.words(self._page)
        known = [r for r in self._by_surname.get(surname(words), []) if _agrees(r, words, person.gender)]
        referent = self._latest(known) if known else self._new(words, person.name(self._page))
        if known and _is_fuller(words, referent.words):
            referent.words = words
            referent.rename(person.name(self._page))
        self._note(referent, person)
        return referent

    def enter_short(self, person: Person) -> Referent | None:
        """Enter a titled surname ("President Orlin"); None where two persons of that name are in question."""
        words = person.words(self._page)
        namesakes = [r for r in self._by_surname.get(surname(words), []) if _may_be(r, person.gender)]
        known = [r for r in namesakes if self._may_hold(r, person)]
        if not known:
            referent: Referent | None = self._by_family_name(person) or self._new(words, person.name(self._page))
        else:
            holders = [r for r in known if _holds(r, person)]
            referent = self.choose(holders or known, person.start)
        if referent is not None:
            self._note(referent, person)
        return referent

    def _by_family_name(self, person: Person) -> Referent | None:
        """Return who holds the office that stands before a name, where that is the first of his names.

        "Adviser Oru" is the adviser "Oru Takemi": where the family name stands first, and no table knows it.
        """
        first = self._by_first.get(surname(person.words(self._page)), [])
        holders = [r for r in first if _holds(r, person) and _may_be(r, person.gender)]
        return holders[0] if len(holders) == 1 else None

    def called(self, word: str, offset: int) -> Referent | None:
        """Return whom a single bare name at `offset` names: by surname, else by given name; None if in doubt."""
        key = plain(bare(word))
        known = self._by_surname.get(key)
        if known:
            return self.choose(known, offset)
        given = self._by_first.get(key, [])
        return given[0] if len(given) == 1 else None

    def named(self, words: Sequence[str]) -> Referent | None:
        """Return the person whose full name `words` are, in any of its forms; None if there are none or two."""
        known = [r for r in self._by_surname.get(surname(words), []) if _agrees(r, words, "")]
        return known[0] if len(known) == 1 else None

    def saw(self, referent: Referent, offset: int) -> None:
        """Note that somebody is present at `offset`."""
        insort(self._seen.setdefault(referent.number, []), offset)

    def choose(self, known: Sequence[Referent], offset: int) -> Referent | None:
        """Of persons with one name, return the one meant at `offset`: the one present, else the last one named.

        None where two are present, in this paragraph and the one before, or none has been named yet.
        """
        if len(known) == 1:
            return known[0]
        # Whoever is never named in full goes by the surname; the others of that name are told apart from him.
        bare_names = [r for r in known if len(r.words) == 1]
        if len(bare_names) == 1:
            return bare_names[0]
        start = self._reach(offset)
        present = [r for r in known if self._is_seen(r, start, offset)]
        if present:
            return present[0] if len(present) == 1 else None
        return max(known, key=lambda r: self._last_before(r, start)) if self._any_before(known, start) else None

    def is_doubtful(self, word: str) -> bool:
        """Whether the word is the surname of several."""
        return len(self._by_surname.get(plain(bare(word)), [])) > 1

    def is_variant(self, word: str) -> bool:
        """Whether the word is another spelling of somebody's surname."""
        return any(is_variant(word, known) for known in self._by_surname)

    def _any_before(self, known: Sequence[Referent], offset: int) -> bool:
        return any(self._last_before(referent, offset) >= 0 for referent in known)

    def _last_before(self, referent: Referent, offset: int) -> int:
        seen = self._seen.get(referent.number, [])
        place = bisect_left(seen, offset)
        return seen[place - 1] if place else -1

    def _may_hold(self, referent: Referent, person: Person) -> bool:
        """Whether the office of a titled surname can be that of somebody who is named in full elsewhere.

        Who holds an office of the kind does, and who is known by none may. The holder of another must have been
        named in full before, as where a report introduces somebody; and a first lady, a wife, a son are introduced
        beside the one whose name they have.
        """
        if not person.roles or len(referent.words) == 1 or _holds(referent, person):
            return True
        if _KIN & referent.nouns or any(role.title.casefold().endswith("lady") for role in referent.roles):
            return False
        return not referent.roles or self._seen.get(referent.number, [person.start])[0] <= person.start

    def _is_seen(self, referent: Referent, start: int, end: int) -> bool:
        seen = self._seen.get(referent.number, [])
        return bisect_left(seen, start) < bisect_left(seen, end)

    def _reach(self, offset: int) -> int:
        """Where the paragraphs begin that are still present at `offset`."""
        paragraphs = self._page.document.paragraphs()
        here = self._page.document.paragraph_number(offset) - 1
        return paragraphs[max(0, here - _PRESENT)][0] if paragraphs else 0

    def _latest(self, known: Sequence[Referent]) -> Referent:
        return max(known, key=lambda referent: self._seen.get(referent.number, [0])[-1])

    def _new(self, words: tuple[str, ...], name: str) -> Referent:
        # A transcript's label is in capitals: "MR. ORLIN".
        referent = self._cast.add("person", name.title() if name.isupper() else name, words)
        self._by_surname.setdefault(surname(words), []).append(referent)
        if len(words) > 1:
            first = plain(bare(words[0]))
            if first != surname(words):
                self._by_first.setdefault(first, []).append(referent)
        return referent

    def _note(self, referent: Referent, person: Person) -> None:
        referent.gender = referent.gender or person.gender
        referent.nouns.update(_labels(self._page, person))
        for role in person.roles:
            referent.hold(_in_plain_letters(role))
        name = person.name(self._page)
        referent.call(name.title() if name.isupper() else name)
        self.saw(referent, person.start)
        self._cast.see(referent, person.start, person.end)


def _in_plain_letters(role: Role) -> Role:
    """The role as it is written outside of a transcript's label: "PRESIDENT" is "President", and "CEO" stays."""
    shouted = role.title.isupper() and len(role.title) > _ACRONYM
    return Role(role.title.title(), role.of) if shouted else role


def _is_fuller(words: Sequence[str], known: Sequence[str]) -> bool:
    """Whether `words` are the fuller name; a word before the given name makes none ("Rival | Ada Orlin")."""
    longer, shorter = core(words), core(known)
    if longer[1:] == shorter and len(longer) > 2 and is_given(known[0]):
        return is_given(words[0])
    if shorter[1:] == longer and len(shorter) > 2 and is_given(words[0]):
        return not is_given(known[0])
    return len(longer) > len(shorter)


def _labels(page: Page, person: Person) -> set[str]:
    """What stands with a name and is no office: a party's label ("Republican"), what somebody is to another."""
    begin = max(0, page.first_token(person.start) - 1)
    return {bare(page.tokens[i].word) for i in range(begin, person.first)} & (LABELS | _KIN)


def _agrees(referent: Referent, words: Sequence[str], gender: str) -> bool:
    if not _may_be(referent, gender):
        return False
    return len(referent.words) == 1 or same_person(referent.words, words)


def _may_be(referent: Referent, gender: str) -> bool:
    return not gender or not referent.gender or gender == referent.gender


def _holds(referent: Referent, person: Person) -> bool:
    """Whether the referent is known by an office of the kind that the titled name gives."""
    given = {_head(role.title) for role in person.roles}
    return bool(given & {_head(role.title) for role in referent.roles})


def _head(title: str) -> str:
    words = [bare(word) for word in title.split()]
    heads = [word for word in words if is_head(word)]
    return heads[-1] if heads else words[-1]

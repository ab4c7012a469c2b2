"""Persons in a text: which capitalised phrases name one, with what titles, and on what evidence."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from onrecord.countries import country_at
from onrecord.lexicon import word_set
from onrecord.organizations import HEADS, THINGS, organization_at
from onrecord.people import gender_of, is_family_first, is_given
from onrecord.records import Role
from onrecord.resolving import appositions, offices
from onrecord.resolving.offices import Office
from onrecord.resolving.page import Page
from onrecord.resolving.phrases import Phrase
from onrecord.resolving.words import PARTICLES
from onrecord.titles import LABELS, MODIFIERS, PORTFOLIOS, bare, gender_in, is_head

_LONGEST: Final = 5
# Titles that in capitals begin other names as well ("Executive Order"): a surname alone does not follow them.
_LOOSE: Final = word_set("Executive Official Resident Student Teacher Head Host Legal Technical Deputy Partner Critic")
# Words of organizations, places and things; a few of them are family names too ("Ada Park").
_NO_SURNAMES: Final = (HEADS | THINGS) - word_set("church park post wing guard day lake law hall banks")


class Person(NamedTuple):
    """A person named at [start, end) (titles included) by the tokens [first, last)."""

    start: int
    end: int
    first: int
    last: int
    roles: tuple[Role, ...]
    gender: str

    def words(self, page: Page) -> tuple[str, ...]:
        """Return the words of the name."""
        return tuple(page.tokens[i].word for i in range(self.first, self.last))

    def name(self, page: Page) -> str:
        """Return the name as it is printed."""
        return page.text[page.tokens[self.first].start : page.tokens[self.last - 1].end]


def persons_in(page: Page, phrase: Phrase, speaks: bool) -> Iterator[Person]:
    """Yield the person that a phrase names, if anything shows that it is one.

    The evidence: a title before the name, an apposition with an office after it, a given name or a family name
    that stands first, or that the phrase is the source of an attribution (`speaks`) and no organization's name.
    """
    first = _name_start(page, phrase)
    titled = first > phrase.first
    if not titled:
        first = _past_labels(page, phrase)
    last = _name_end(page, first, phrase.last)
    if not _could_be(page, first, last):
        return
    if page.in_heading(page.tokens[first].start) and not _sure_in_heading(page, first, last, titled):
        return
    before = _office_before(page, phrase, first, titled)
    after = appositions.office_after(page, last)
    if not (before or _shows(page, first, last, after, speaks)):
        return
    yield _person(page, first, last, before, after)


def _name_start(page: Page, phrase: Phrase) -> int:
    """Return the first token after the last title in the phrase, or the phrase's first where it holds none."""
    for head in range(phrase.last - 2, phrase.first - 1, -1):
        if is_head(page.tokens[head].word) and not offices.is_given_then_name(page, head):
            return _past_office(page, head + 1, phrase.last) or phrase.first
    return phrase.first


def _past_office(page: Page, index: int, last: int) -> int:
    """Skip what an office is of ("of State", "of Ruritania", "to Ruritania"); 0 where no name is left."""
    if page.tokens[index].word not in ("of", "for", "to"):
        return index
    place = index + 2 if index + 1 < last and page.tokens[index + 1].word == "the" else index + 1
    known = country_at(page.tokens, place) or organization_at(page.tokens, place) if place < last else None
    end = place + known.width if known is not None else place
    while known is None and end < last and bare(page.tokens[end].word) in PORTFOLIOS | {"the", "and"}:
        end += 1
    if end == place:
        end = next((i for i in range(place + 1, last - 1) if is_given(page.tokens[i].word)), last)
    # "Director of the Ruritania Institute": one word that is left is no name unless it is known as one.
    return end if end < last - 1 or (end < last and known is None) else 0


def _past_labels(page: Page, phrase: Phrase) -> int:
    first = phrase.first
    while first < phrase.last - 1 and (bare(page.tokens[first].word) in LABELS or _only_begins(page, first)):
        first += 1
    country = country_at(page.tokens, first)
    if country is not None and country.value.form == "adjective" and first + country.width < phrase.last:
        first += country.width
    return first


def _only_begins(page: Page, index: int) -> bool:
    """Whether a word is a capital only because it begins the sentence: "Rival | Ada Orlin"."""
    word = page.tokens[index].word
    plain = page.begins_sentence(index) and not is_given(word) and page.is_plain(word)
    return plain and is_given(page.tokens[index + 1].word)


def _name_end(page: Page, first: int, last: int) -> int:
    for i in range(first, last):
        if page.tokens[i].word.islower() and page.tokens[i].word not in PARTICLES:
            return i
    return last


def _could_be(page: Page, first: int, last: int) -> bool:
    """Whether the words can be a person's name at all."""
    words = [page.tokens[i].word for i in range(first, last)]
    if not 0 < len(words) <= _LONGEST or any(word[0].isdigit() for word in words):
        return False
    if len(words) == 1 and first > 0 and page.tokens[first - 1].word in _LOOSE and page.next_to(first):
        return False
    ending, given = bare(words[-1]), is_given(words[0])
    if len(words[-1].rstrip(".")) < 2:
        return False
    if any(bare(word) in _NO_SURNAMES for word in words) or ending in LABELS or ending.rstrip("s") in LABELS:
        return False
    if (is_head(words[0]) or is_head(words[-1])) and not given:
        return False
    if all(bare(word) in PORTFOLIOS | MODIFIERS for word in words):
        return False
    known = country_at(page.tokens, first) or organization_at(page.tokens, first)
    return known is None or (known.width < len(words) and given) or (given and len(words) > 1)


def _sure_in_heading(page: Page, first: int, last: int, titled: bool) -> bool:
    """In a headline every word is a capital: only a known given name tells where the name is, a small word its end."""
    words = [page.tokens[i].word for i in range(first, last)]
    if not (is_given(words[0]) or is_family_first(words)) or len(words) < 2:
        return False
    ends = last >= len(page.tokens) or not page.next_to(last) or page.tokens[last].word.islower()
    short = len(words) == 2 or is_family_first(words) or len(words[1]) == 2
    return ends and (titled or short)


def _office_before(page: Page, phrase: Phrase, first: int, titled: bool) -> Office | None:
    """Join what stands before the name: in the phrase, before the phrase in lower case, before a comma."""
    capital = offices.office_in(page, phrase.first, first) if titled else None
    begin = phrase.first if titled else first
    outer = offices.office_before(page, begin) or _before_comma(page, begin)
    if capital is None:
        return outer
    if outer is None:
        former = offices.prefix_before(page, begin)
        return capital if former == begin else _former(page, capital, former)
    return Office(outer.first, capital.last, capital.roles + outer.roles, f"{outer.title} {capital.title}")


def _former(page: Page, office: Office, begin: int) -> Office:
    words = page.text[page.tokens[begin].start : page.tokens[office.first].start]
    roles = tuple(Role(words + role.title, role.of) for role in office.roles)
    return Office(begin, office.last, roles, office.title)


def _before_comma(page: Page, index: int) -> Office | None:
    """Read "the Ruritanian foreign minister, | Ada Orlin"."""
    if index == 0 or page.gap(index) != ", ":
        return None
    return appositions.office_before_comma(page, index)


def _shows(page: Page, first: int, last: int, after: Office | None, speaks: bool) -> bool:
    """Whether something other than a title before it shows that the name is a person's."""
    words = [page.tokens[i].word for i in range(first, last)]
    if after is not None and (len(words) > 1 or after.roles[0].of is not None):
        return True
    if len(words) == 1:
        return False
    if is_given(words[0]) or is_family_first(words) or appositions.age_after(page, last):
        return True
    named = speaks or page.speaks_again(words[-1])
    return named and not _is_articled(page, first) and not any(word.isupper() and len(word) > 2 for word in words)


def _is_articled(page: Page, first: int) -> bool:
    return page.next_to(first) and page.tokens[first - 1].word.casefold() in ("the", "a", "an")


def _person(page: Page, first: int, last: int, before: Office | None, after: Office | None) -> Person:
    words = [page.tokens[i].word for i in range(first, last)]
    held = before.roles if before else ()
    of = appositions.country_after(page, last)
    roles = tuple(Role(role.title, role.of or of) for role in held) + (after.roles if after else ())
    told = gender_in(before.title) if before else ""
    told = told or (gender_in(after.title) if after else "")
    begin = before.first if before else first
    start, end = page.tokens[begin].start, page.tokens[last - 1].end
    return Person(start, end, first, last, roles, told or gender_of(words))

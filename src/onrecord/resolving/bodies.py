"""Organizations in a text: known ones, capitalised phrases that end as organizations do, and their acronyms."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from onrecord.countries import country_at, skipped_at
from onrecord.organizations import (
    DESCRIBING,
    HEADS,
    STATE_BODIES,
    THINGS,
    WEAK_HEADS,
    Organization,
    organization_at,
)
from onrecord.resolving.page import Page
from onrecord.resolving.phrases import Phrase
from onrecord.resolving.words import DETERMINERS
from onrecord.titles import MODIFIERS, bare, is_head

_ACRONYM: Final = 8


class Body(NamedTuple):
    """An organization named by the tokens [first, last); `known` is what the table says of it."""

    first: int
    last: int
    known: Organization | None


def bodies_in(page: Page, phrase: Phrase, speaks: bool) -> Iterator[Body]:
    """Yield the organizations that a capitalised phrase (with no person's name in it) names."""
    if phrase.first + skipped_at(page.tokens, phrase.first) == phrase.last:
        return
    whole = _known_whole(page, phrase)
    if whole is not None:
        yield whole
        return
    if not page.in_heading(page.tokens[phrase.first].start):
        named = _by_head(page, phrase, speaks)
        if named is None and described_before(page, phrase.first):
            named = Body(phrase.first, phrase.last, None)
        if named is not None:
            yield named
            return
    yield from _known_parts(page, phrase)


def _known_whole(page: Page, phrase: Phrase) -> Body | None:
    """A known organization that is the whole phrase, or all of it after "U.S."."""
    match = organization_at(page.tokens, phrase.first)
    if match is not None:
        end = _past_country(page, phrase.first + match.width, phrase.last)
        if end >= phrase.last:
            return Body(phrase.first, end, match.value)
    country = country_at(page.tokens, phrase.first)
    if country is None or country.value.country != "United States":
        return None
    place = phrase.first + country.width
    match = organization_at(page.tokens, place) if place < phrase.last else None
    if match is not None and place + match.width == phrase.last:
        return Body(phrase.first, phrase.last, match.value)
    return None


def _past_country(page: Page, index: int, last: int) -> int:
    """Skip "of Ruritania" after a name."""
    if index >= last or page.tokens[index].word != "of":
        return index
    country = country_at(page.tokens, index + 1)
    return index if country is None else index + 1 + country.width


def _by_head(page: Page, phrase: Phrase, speaks: bool) -> Body | None:
    """A phrase that ends as an organization's name does, or whose head goes on with "of" and "for"."""
    words = [bare(page.tokens[i].word) for i in range(phrase.first, phrase.last)]
    if len(words) < 2 or words[-1] in THINGS or is_head(words[-1]) or (words[0] in THINGS and words[1] == "of"):
        return None
    country = country_at(page.tokens, phrase.first)
    if country is not None and phrase.first + country.width >= phrase.last:
        return None
    weak_too = speaks or _is_articled(page, phrase.first)
    last = len(words)
    for n in range(last - 1, -1, -1):
        governs = n + 1 < last and words[n + 1] in ("of", "for")
        if words[n] in HEADS and (governs or (n > 0 and (weak_too or words[n] not in WEAK_HEADS))):
            end = last if governs else n + 1
            return Body(phrase.first, phrase.first + end, None) if end > 1 else None
    return None


def _is_articled(page: Page, first: int) -> bool:
    return page.next_to(first) and page.tokens[first - 1].word.casefold() in DETERMINERS


def _known_parts(page: Page, phrase: Phrase) -> Iterator[Body]:
    """Known organizations inside a phrase that is something else: before a title, before the name of a thing."""
    place = phrase.first
    while place < phrase.last:
        match = organization_at(page.tokens, place)
        end = place + match.width if match is not None else place + 1
        if match is not None and end <= phrase.last and _stands_alone(page, phrase, end):
            yield Body(place, end, match.value)
        place = end + skipped_at(page.tokens, end) if end < phrase.last else end


def _stands_alone(page: Page, phrase: Phrase, end: int) -> bool:
    if end >= phrase.last:
        return True
    following = page.tokens[end].word
    return following.islower() or is_head(following) or bare(following) in MODIFIERS | THINGS


def acronym_after(page: Page, last: int) -> int | None:
    """Return the index of an acronym in brackets right after the name that ends before token `last`."""
    if last >= len(page.tokens) or page.gap(last) not in (" (", " (“", ' ("'):
        return None
    word = page.tokens[last].word
    shaped = word.isupper() or sum(letter.isupper() for letter in word) > 1
    closed = page.after(last)[:2].lstrip('”"').startswith(")")
    return last if shaped and closed and 1 < len(word.replace(".", "")) <= _ACRONYM else None


def key_of(page: Page, body: Body) -> tuple[str | None, tuple[str, ...]]:
    """Return what makes two names one organization's: whose it is, where the name says so, and its other words.

    "U.S. Coast Guard" is (United States, (coast, guard)), as is "Coast Guard of the United States".
    """
    if body.known is not None:
        return None, (body.known.name,)
    first, last, nation = body.first, body.last, None
    country = country_at(page.tokens, first)
    if country is not None and first + country.width < last:
        first, nation = first + country.width, country.value.country
    for place in range(first + 1, last - 1):
        if page.tokens[place].word == "of":
            begin = place + 2 if page.tokens[place + 1].word == "the" and place + 2 < last else place + 1
            country = country_at(page.tokens, begin)
            if country is not None and begin + country.width == last:
                last, nation = place, country.value.country
                break
    return nation, tuple(page.tokens[i].word.casefold() for i in range(first, last))


def described_before(page: Page, first: int) -> str:
    """Return the noun that tells what is named at token `first`: "the airline | Orlin Air"; "" where none does."""
    if not page.next_to(first):
        return ""
    noun = page.tokens[first - 1].word
    return noun if noun in DESCRIBING else ""


def state_body(page: Page, index: int) -> int:
    """Return where "army", "foreign ministry" … ends that stands at `index`, after a nation's adjective; else 0."""
    end = index
    while end < len(page.tokens) and page.next_to(end) and page.tokens[end].word in MODIFIERS - STATE_BODIES:
        end += 1
    stands = end < len(page.tokens) and page.next_to(end) and page.tokens[end].word in STATE_BODIES
    return end + 1 if stands else 0

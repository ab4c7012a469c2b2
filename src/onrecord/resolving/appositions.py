"""Offices that a comma parts from a name: "Ada Orlin, the foreign minister of Ruritania", and the other way round."""

from typing import Final

from onrecord.countries import country_at
from onrecord.records import Role
from onrecord.resolving.offices import (
    Office,
    ends_in_head,
    is_title_word,
    may_begin,
    office_in,
    owner_of,
    owner_start,
)
from onrecord.resolving.page import Page
from onrecord.resolving.phrases import begins_name
from onrecord.resolving.words import PREPOSITIONS
from onrecord.sentences import COMMON
from onrecord.titles import MODIFIERS, bare, is_head

_FARTHEST: Final = 8
_OPENERS: Final = frozenset(("the", "a", "an", "his", "her", "its", "their", "former"))


def office_after(page: Page, last: int) -> Office | None:
    """Read the apposition after the name whose last token is before `last`: ", the foreign minister of Ruritania"."""
    if age_after(page, last):
        last += 1
    if last >= len(page.tokens) or page.gap(last) not in (", ", ",\u00a0", " (", " – ", " — "):
        return None
    head = _head_after(page, last)
    if head is None:
        return None
    while head + 1 < len(page.tokens) and page.next_to(head + 1) and is_head(page.tokens[head + 1].word):
        head += 1
    first = head
    while first > last and may_begin(page.tokens[first - 1].word) and page.next_to(first):
        first -= 1
    title = page.text[page.tokens[first].start : page.tokens[head].end]
    begin = max(owner_start(page, first), last)
    holder = owner_of(page, begin, first)
    end, of = _what_of(page, head + 1)
    if end < len(page.tokens) and page.next_to(end) and begins_name(page, end):
        return None  # the title of the next person in a list
    return Office(last, end, (Role(title, holder or of),), title)


def country_after(page: Page, last: int) -> str | None:
    """Return the country that follows a name: "President Ada Orlin | of the Republic of Chile"."""
    if last + 1 >= len(page.tokens) or not page.next_to(last) or page.tokens[last].word != "of":
        return None
    place = last + 2 if page.tokens[last + 1].word == "the" and last + 2 < len(page.tokens) else last + 1
    country = country_at(page.tokens, place)
    return None if country is None or country.value.form == "capital" else country.value.country


def age_after(page: Page, last: int) -> bool:
    """Whether an age in commas follows a name: "Ada Orlin, 41, …"."""
    if last + 1 >= len(page.tokens) or page.gap(last) != ", ":
        return False
    age = page.tokens[last].word
    return age.isdigit() and 1 <= len(age) <= 3 and page.after(last).startswith(",")


def _head_after(page: Page, first: int) -> int | None:
    """The head of an apposition that begins at `first`, or None where it is none."""
    for i in range(first, min(first + _FARTHEST, len(page.tokens))):
        word = page.tokens[i].word
        if i > first and not (page.next_to(i) or page.tokens[i - 1].owns):
            return None
        if is_head(word) and (i > first or may_begin(word)):
            return i
        if word in ("the", "a", "an", "his", "her", "its", "their") and i == first:
            continue
        if word.casefold() in COMMON | PREPOSITIONS or (i == first and not _opens(page, i)):
            return None
    return None


def _opens(page: Page, index: int) -> bool:
    token = page.tokens[index]
    return token.owns or token.capital or bare(token.word) in MODIFIERS


def _what_of(page: Page, index: int) -> tuple[int, str | None]:
    """Read "of Ruritania", "for the Foreign Ministry", "at Orlin University" after an office's head."""
    if index + 1 >= len(page.tokens) or page.tokens[index].word not in ("of", "for", "at", "with", "in"):
        return index, None
    place = index + 2 if page.tokens[index + 1].word == "the" and index + 2 < len(page.tokens) else index + 1
    if not page.next_to(place) or not begins_name(page, place):
        return index, None
    country = country_at(page.tokens, place)
    if country is not None:
        return place + country.width, country.value.country
    end = place + 1
    while end < len(page.tokens) and page.next_to(end) and not page.tokens[end - 1].owns and _goes_on(page, end):
        end += 1
    return end, page.text[page.tokens[place].start : page.tokens[end - 1].end]


def _goes_on(page: Page, index: int) -> bool:
    if begins_name(page, index):
        return True
    following = index + 1 < len(page.tokens) and page.next_to(index + 1) and begins_name(page, index + 1)
    return page.tokens[index].word in ("of", "for") and following


def office_before_comma(page: Page, index: int) -> Office | None:
    """Read the title that a comma parts from the name at `index`: "the court's chief judge, | Ada Orlin".

    It must be a noun phrase of its own: an article, an owner or a nationality opens it, or it opens the sentence.
    """
    first = index
    while first > 0 and index - first < _FARTHEST and (first == index or page.next_to(first)):
        word = page.tokens[first - 1].word
        same_case = word.islower() == page.tokens[index - 1].word.islower()
        if not (is_title_word(word) and same_case) or page.tokens[first - 1].owns:
            break
        first -= 1
    while first < index and not may_begin(page.tokens[first].word):
        first += 1
    if first == index or not ends_in_head(page, first, index):
        return None
    begin = owner_start(page, first)
    holder = owner_of(page, begin, first)
    if begin == first and not page.begins_sentence(begin) and page.tokens[begin - 1].word.casefold() not in _OPENERS:
        return None
    office = office_in(page, first, index)
    return Office(begin, index, tuple(Role(role.title, role.of or holder) for role in office.roles), office.title)

"""Offices as they stand beside a name: before it in capitals or not, after a comma, with what they are of."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from onrecord.countries import country_at
from onrecord.organizations import HEADS, organization_at
from onrecord.people import is_given
from onrecord.records import Role
from onrecord.resolving.adjectives import place_of
from onrecord.resolving.page import Page
from onrecord.resolving.phrases import begins_name
from onrecord.titles import HONORIFICS, LABELS, MODIFIERS, PORTFOLIOS, RANKS, bare, is_head

_FARTHEST: Final = 8
_EARLIER: Final = frozenset(("former", "retired", "then"))


class Office(NamedTuple):
    """Roles that the tokens [first, last) give to whoever is named beside them, and the title's own words."""

    first: int
    last: int
    roles: tuple[Role, ...]
    title: str


def office_in(page: Page, first: int, last: int) -> Office:
    """Read the tokens [first, last), a title before a name with what it is of: "US Secretary of State"."""
    opening = first
    while opening < last - 1 and bare(page.tokens[opening].word) in _EARLIER:
        opening += 1
    holder, begin = owner_in(page, opening, last)
    end, of_end = _object(page, begin, last)
    words = [page.tokens[i].word for i in range(begin, end)]
    if not words:
        return Office(first, last, (), "")
    earlier = page.text[page.tokens[first].start : page.tokens[opening].start]
    title = earlier + page.text[page.tokens[begin].start : page.tokens[end - 1].end]
    if all(bare(word) in HONORIFICS and bare(word) != "dr" for word in words):
        return Office(first, last, (), title)
    return Office(first, last, _roles(words, title, holder or of_end), title)


def _roles(words: Sequence[str], title: str, of: str | None) -> tuple[Role, ...]:
    """The roles in a title: two where a rank follows an office ("Secretary of State Gen.")."""
    heads = [n for n, word in enumerate(words) if is_head(word)]
    if len(heads) > 1 and heads[-1] == len(words) - 1 and bare(words[-1]) in RANKS and len(words) > 2:
        office, _, rank = title.rpartition(" ")
        return Role(office.rstrip(","), of), Role(rank, None)
    return (Role(title, of),)


def owner_in(page: Page, first: int, last: int) -> tuple[str | None, int]:
    """Return what [first, last) says an office is of, where that stands first, and where the title begins."""
    begin, of = first, None
    while begin < last and bare(page.tokens[begin].word) in LABELS | {"the", "a", "an"}:
        if organization_at(page.tokens, begin):
            break
        begin += 1
    country = country_at(page.tokens, begin) if begin < last else None
    if country is not None and begin + country.width <= last:
        of, begin = country.value.country, begin + country.width
    known = organization_at(page.tokens, begin) if begin < last else None
    if known is not None and begin + known.width < last:
        of = page.text[page.tokens[begin].start : page.tokens[begin + known.width - 1].end]
        begin += known.width
    title = next((i for i in range(begin, last) if is_title_word(page.tokens[i].word)), begin)
    if title > begin:
        of, begin = _named(page, begin, title, of), title
    return of, begin


def _named(page: Page, first: int, last: int, country: str | None) -> str | None:
    """What unknown words before a title say: an organization ("Orlin Institute director"), or a state."""
    words = page.text[page.tokens[first].start : page.tokens[last - 1].end]
    organized = any(bare(page.tokens[i].word) in HEADS for i in range(first, last))
    if organized:
        return words
    return country or place_of(page, words) or words


def _object(page: Page, first: int, last: int) -> tuple[int, str | None]:
    """Part "President of Russia" into where the title ends and the country it is of."""
    for i in range(first + 1, last - 1):
        if page.tokens[i].word == "of":
            place = i + 2 if page.tokens[i + 1].word == "the" else i + 1
            country = country_at(page.tokens, place) if place < last else None
            if country is not None and place + country.width == last:
                return i, country.value.country
    return last, None


def is_title_word(word: str) -> bool:
    """Whether the word can be part of a title."""
    return is_head(word) or bare(word) in MODIFIERS or bare(word) in PORTFOLIOS


def office_before(page: Page, index: int) -> Office | None:
    """Read the lower-case title that ends right before the token at `index`: "foreign minister | Ada Orlin"."""
    first = _title_start(page, index)
    if first == index or not ends_in_head(page, first, index):
        return None
    begin = owner_start(page, first)
    holder = owner_of(page, begin, first)
    office = office_in(page, first, index)
    roles = tuple(Role(role.title, role.of or holder) for role in office.roles[:1]) + office.roles[1:]
    return Office(begin, index, roles, office.title)


def prefix_before(page: Page, index: int) -> int:
    """Return where words such as "former" or "then" begin that stand before a capitalised title at `index`."""
    first = index
    while first > 0 and page.next_to(first) and bare(page.tokens[first - 1].word) in ("former", "acting", "interim"):
        first -= 1
    return first


def _title_start(page: Page, index: int) -> int:
    first = index
    while first > 0 and page.next_to(first) and index - first < _FARTHEST:
        word = page.tokens[first - 1].word
        inner = word == "of" and first < index and bare(page.tokens[first].word) in PORTFOLIOS
        # "Foreign minister Orlin": the first word of a sentence is a capital in any case.
        plain = word.islower() or (first < index and page.begins_sentence(first - 1))
        if not (inner or (plain and is_title_word(word))) or page.tokens[first - 1].owns:
            break
        first -= 1
    while first < index and not may_begin(page.tokens[first].word):
        first += 1
    return first


def may_begin(word: str) -> bool:
    """Whether a title can begin with the word: not with what an office is of ("State", "Treasury")."""
    return is_head(word) or bare(word) in MODIFIERS


def ends_in_head(page: Page, first: int, last: int) -> bool:
    """Whether the tokens [first, last) end as titles do: "foreign minister", "chief of staff"."""
    words = [page.tokens[i].word for i in range(first, last)]
    if is_head(words[-1]):
        return True
    return len(words) > 2 and words[-2] == "of" and is_head(words[-3])


def owner_start(page: Page, first: int) -> int:
    """Return where the capitalised words begin that say what a title at `first` is of; `first` if none do.

    They stand right before it: a country or an organization ("Russian", "State Department"), or anybody who owns
    it ("Ada Orlin's").
    """
    begin = first
    while begin > 0 and first - begin < _FARTHEST and _holds(page, begin, first):
        begin -= 1
    while begin < first and not begins_name(page, begin):
        begin += 1
    if begin == first:
        return first
    if page.tokens[first - 1].owns or _is_known(page, begin, first):
        return begin
    country = _country_end(page, begin, first)
    return first if country is None else country


def owner_of(page: Page, begin: int, first: int) -> str | None:
    """Return what the words [begin, first) before a title say that it is of: a country, or the owner's name."""
    if begin == first:
        return None
    country = country_at(page.tokens, begin)
    if country is not None and begin + country.width == first:
        return country.value.country
    # "President Ada Orlin's spokesman" is the spokesman of Ada Orlin.
    title = max((i for i in range(begin, first - 1) if is_head(page.tokens[i].word)), default=begin - 1)
    return page.text[page.tokens[title + 1].start : page.tokens[first - 1].end]


def _holds(page: Page, begin: int, first: int) -> bool:
    token = page.tokens[begin - 1]
    near = page.next_to(begin) or (token.owns and begin == first and len(page.gap(begin)) <= 3)
    return near and (token.capital or (token.word in ("of", "the", "for") and begin < first))


def _is_known(page: Page, begin: int, end: int) -> bool:
    match = organization_at(page.tokens, begin)
    if match is not None and begin + match.width == end:
        return True
    return end - begin > 1 and bare(page.tokens[end - 1].word) in HEADS


def _country_end(page: Page, begin: int, end: int) -> int | None:
    """Where within [begin, end) a country's name begins that ends at `end`."""
    for place in range(begin, end):
        match = country_at(page.tokens, place)
        if match is not None and place + match.width == end and match.value.form != "people":
            return place
    return None


def is_given_then_name(page: Page, index: int) -> bool:
    """Whether a given name at `index`, rather than a title, begins a name ("Dean Orlin", not "Dean Ada Orlin")."""
    following = page.tokens[index + 1].word if index + 1 < len(page.tokens) else ""
    return is_given(page.tokens[index].word) and not is_given(following)

"""Countries in a text: which words name one, and when a capital stands for its government."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from onrecord.countries import CountryName, country_at, country_names, skipped_at
from onrecord.gazetteer import Match
from onrecord.organizations import GOVERNMENTS
from onrecord.resolving.bodies import state_body
from onrecord.resolving.cast import Cast, Form, Referent
from onrecord.resolving.page import Page
from onrecord.resolving.words import PLACING
from onrecord.tokens import Token

# A country and a first name, a surname, a state: only the company of its other names makes it a country.
_DOUBTFUL: Final = frozenset(("Georgia", "Jordan", "Chad"))
_HALVES: Final = {"North": "North Korea", "South": "South Korea"}


class Nation(NamedTuple):
    """A country's word at [start, end)."""

    start: int
    end: int
    country: str
    form: Form


def see_countries(page: Page, cast: Cast, use: bytearray) -> None:
    """Note every country that the text names; `use` marks the tokens (not 0) that are part of other names.

    What is named only by its capital or inside another name ("British Army") is no country that the report
    speaks of, but once it is named, those refer to it too. A capital after "in" or "to" is a place.
    """
    found = list(_nations(page, use))
    named = {nation.country for nation in found if nation.form in ("name", "adjective")}
    named -= {name for name in named & _DOUBTFUL if not _supported(name, found)}
    referents: dict[str, Referent] = {}
    for nation in found:
        if nation.country in named and not (nation.form == "capital" and is_place(page, nation.start)):
            referent = referents.get(nation.country) or cast.add("country", nation.country)
            referents[nation.country] = referent
            _see(page, cast, referent, nation)
    _see_bodies(page, cast, found)


def _see_bodies(page: Page, cast: Cast, found: list[Nation]) -> None:
    """Note what a nation's adjective makes an organization of: "the Ruritanian foreign ministry"."""
    known: dict[str, Referent] = {}
    for nation in found:
        index = page.first_token(nation.end)
        end = state_body(page, index) if nation.form == "adjective" else 0
        if end:
            stop = page.tokens[end - 1].end
            name = page.text[nation.start : stop]
            referent = known.get(name.casefold()) or cast.add("organization", name)
            known[name.casefold()] = referent
            cast.see(referent, nation.start, stop)


def _see(page: Page, cast: Cast, referent: Referent, nation: Nation) -> None:
    cast.see(referent, nation.start, nation.end, nation.form)
    if nation.form in ("name", "capital"):
        referent.call(page.text[nation.start : nation.end])


def _supported(name: str, found: list[Nation]) -> bool:
    """Whether an adjective or the capital too says that the doubtful name is the country's."""
    return any(nation.country == name and nation.form in ("adjective", "capital") for nation in found)


def _nations(page: Page, use: bytearray) -> Iterator[Nation]:
    halves = False
    index = 0
    while index < len(page.tokens):
        token = page.tokens[index]
        step = 1
        if token.capital and use[index] != 1:
            step = skipped_at(page.tokens, index) or 1
            match = country_at(page.tokens, index) if step == 1 else None
            if match is not None:
                step = match.width
                if match.value.form != "people":
                    yield _nation(page, index, match, use)
                halves = halves or match.value.country.endswith("Korea")
            elif step == 1:
                yield from _inside(token)
                if halves and _is_half(page, index):
                    yield Nation(token.start, token.end, _HALVES[token.word], "name")
        index += step


def _nation(page: Page, index: int, match: Match[CountryName], use: bytearray) -> Nation:
    start, end = page.tokens[index].start, page.tokens[index + match.width - 1].end
    form: Form = "adjective"
    if match.value.form in ("name", "capital"):
        form = "capital" if match.value.form == "capital" else "name"
    if use[index] or (form == "capital" and _goes_on(page, index + match.width)):
        form = "part"
    return Nation(start, end, match.value.country, form)


def _goes_on(page: Page, index: int) -> bool:
    """Whether a capital is the beginning of a longer name ("Moscow State University")."""
    return index < len(page.tokens) and page.gap(index) == " " and page.tokens[index].capital


def _inside(token: Token) -> Iterator[Nation]:
    """The countries in a compound: "Turkish-Libyan", "Yemen-based"."""
    if "-" not in token.word:
        return
    place = token.start
    for piece in token.word.split("-"):
        part = Token(place, place + len(piece), piece, False)
        match = country_names().at([part], 0) if piece else None
        if match is not None and match.value.form in ("name", "adjective"):
            form: Form = "adjective"
            yield Nation(part.start, part.end, match.value.country, form)
        place += len(piece) + 1


def _is_half(page: Page, index: int) -> bool:
    """Whether "the North" or "the South" is written as a state is: alone, in capitals, with the article."""
    if page.tokens[index].word not in _HALVES or not page.next_to(index):
        return False
    alone = index + 1 >= len(page.tokens) or not (page.next_to(index + 1) and page.tokens[index + 1].capital)
    return alone and page.tokens[index - 1].word.casefold() == "the"


def is_place(page: Page, start: int) -> bool:
    """Whether a capital at `start` is where something is or goes, rather than a government that acts."""
    index = page.first_token(start)
    if index + 1 < len(page.tokens) and page.next_to(index + 1) and page.tokens[index + 1].word in GOVERNMENTS:
        return False
    if index > 0 and page.next_to(index) and page.tokens[index - 1].word.casefold() in PLACING | {"the", "a", "an"}:
        return True
    return page.after(index).startswith(", ") and _is_region(page, index + 1)


def _is_region(page: Page, index: int) -> bool:
    """Whether a name in commas follows, as in "Athens, Georgia,"."""
    if index >= len(page.tokens) or not page.tokens[index].capital:
        return False
    return page.after(index)[:1] in (",", ".", ")") and country_at(page.tokens, index) is not None

"""Countries under all the names that a report has for them: CLDR's, other names, adjectives, people, capitals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from onrecord.gazetteer import Gazetteer, Match
from onrecord.tables import listed, rows
from onrecord.tokens import Token

Form = Literal["name", "adjective", "people", "capital", "none"]
_FEW_LETTERS: Final = 4


@dataclass(frozen=True, slots=True)
class CountryName:
    """What a word says: the country it is of (usual English short name), and what kind of word for it it is.

    `none` marks a name that holds a country's word and is no country ("Gulf of Mexico").
    """

    country: str
    form: Form


@cache
def country_names() -> Gazetteer[CountryName]:
    """The table of all forms; of a country's names, CLDR's English one (through Babel) is always among them."""
    return Gazetteer(dict(_entries()).items())


def country_at(tokens: Sequence[Token], place: int) -> Match[CountryName] | None:
    """Return what is known of a country at `tokens[place]`; a name that is none passes as none."""
    match = country_names().at(tokens, place)
    return None if match is None or match.value.form == "none" else match


def skipped_at(tokens: Sequence[Token], place: int) -> int:
    """How many tokens from `place` are a name that holds a country's word and is none."""
    match = country_names().at(tokens, place)
    return match.width if match is not None and match.value.form == "none" else 0


def _entries() -> Iterator[tuple[str, CountryName]]:
    from babel import Locale

    territories = Locale("en").territories
    # Later entries replace earlier ones: a country's name outweighs another's capital.
    for fields in sorted(rows("onrecord", "countries.tsv"), key=lambda fields: fields[0] == "-"):
        yield from _forms(fields, territories.get(fields[0]))


def _forms(fields: list[str], cldr: str | None) -> Iterator[tuple[str, CountryName]]:
    name = fields[1]
    if fields[0] == "-":
        yield name, CountryName("", "none")
        return
    for capital in listed(fields, 5):
        yield capital, CountryName(name, "capital")
    for adjective in listed(fields, 3):
        yield adjective, CountryName(name, "adjective")
        if adjective[-1] in "nikctbfv":
            yield adjective + "s", CountryName(name, "people")
    for people in listed(fields, 4):
        yield people, CountryName(name, "people")
    for other in _names(name, listed(fields, 2), cldr):
        yield other, CountryName(name, "name")
        if len(other) > _FEW_LETTERS:
            yield other.upper(), CountryName(name, "name")


def _names(name: str, others: tuple[str, ...], cldr: str | None) -> Iterator[str]:
    known = {name, *others}
    if cldr is not None:
        # CLDR writes "Myanmar (Burma)" and "Antigua & Barbuda"; brackets and signs are not how reports name one.
        known.add(cldr.split(" (")[0].replace("&", "and"))
    yield from sorted(known)
    # "U.S-led": the last full stop is left out before a hyphen.
    yield from sorted(other[:-1] for other in known if other.endswith(".") and other.count(".") > 1)

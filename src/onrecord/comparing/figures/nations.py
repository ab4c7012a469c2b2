"""Countries named in a stretch of text, each at its place."""

from functools import lru_cache
from typing import NamedTuple

from onrecord.countries import Form, country_at, skipped_at
from onrecord.tokens import Token, tokenise


class Nation(NamedTuple):
    """A country's word at [start, end) of a text: the usual English short name, and what kind of word it is."""

    start: int
    end: int
    country: str
    form: Form


@lru_cache(maxsize=512)
def nations_in(text: str) -> tuple[Nation, ...]:
    """Return the countries that a text names, also by adjective, people or capital, in order."""
    tokens = tokenise(text)
    found: list[Nation] = []
    index = 0
    while index < len(tokens):
        step = skipped_at(tokens, index)
        match = None if step else country_at(tokens, index)
        if match is not None:
            step = match.width
            value = match.value
            found.append(Nation(tokens[index].start, tokens[index + step - 1].end, value.country, value.form))
        elif not step and "-" in tokens[index].word:
            found.extend(_inside(tokens[index]))
        index += step or 1
    return tuple(found)


def _inside(token: Token) -> list[Nation]:
    """The countries of a compound that is of both: "Russian-Ukrainian"; "Russian-backed" is of neither."""
    pieces, place, found = token.word.split("-"), token.start, []
    for piece in pieces:
        part = Token(place, place + len(piece), piece, False)
        match = country_at([part], 0) if piece else None
        if match is not None:
            found.append(Nation(part.start, part.end, match.value.country, match.value.form))
        place += len(piece) + 1
    return found if len(found) == len(pieces) else []

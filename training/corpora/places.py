"""Country or place, nationality or not: what the library's own table of countries says of a name."""

import re
from collections.abc import Iterator
from typing import Final

from onrecord.resolving.countries import CountryName, country_at, country_names, skipped_at
from onrecord.resolving.tokens import tokenise
from training.corpora.marked import Mark

_ARTICLE: Final = re.compile(r"(?:the|The|THE)\s+")
_KINDS: Final = {"name": "country", "adjective": "nationality", "people": "nationality"}
_PARTS: Final = re.compile(r"[-–/]")
# Words of nations that name no one state of today, which the table does not hold.
_NATIONS: Final = frozenset(
    ("Sino", "Anglo", "Franco", "Russo", "Indo", "Italo", "Greco", "Soviet", "Soviets", "Korean", "Koreans")
)


def kind_of_place(name: str) -> str:
    """Return "country" where the whole name (without its article) is a country's, or both Koreas', else "place"."""
    name = _ARTICLE.sub("", name, count=1)
    known = _known(name)
    if name == "Korea":
        return "country"
    return "country" if known is not None and known.form == "name" else "place"


def is_nationality(word: str) -> bool:
    """Whether the whole is a word of a nation: an adjective or its people; of a compound, one part of it."""
    word = _ARTICLE.sub("", word, count=1)
    if word in _NATIONS or _of_nation(word):
        return True
    parts = _PARTS.split(word) if " " not in word else []
    return len(parts) > 1 and any(part in _NATIONS or _of_nation(part) for part in parts)


def nations_in(text: str) -> Iterator[Mark]:
    """Yield every country's name and every nation's word that the table knows in a text, in order."""
    tokens = tokenise(text)
    place = 0
    while place < len(tokens):
        token = tokens[place]
        match = country_at(tokens, place)
        width = match.width if match is not None else skipped_at(tokens, place) or 1
        end = tokens[place + width - 1].end
        if match is not None and match.value.form in _KINDS:
            yield Mark(token.start, end, _KINDS[match.value.form])
        elif match is None and token.capital and is_nationality(token.word):
            yield Mark(token.start, end, "nationality")
        place += width


def _of_nation(word: str) -> bool:
    known = _known(word)
    return known is not None and known.form in ("adjective", "people")


def _known(name: str) -> CountryName | None:
    tokens = tokenise(name)
    match = country_names().at(tokens, 0) if tokens else None
    return match.value if match is not None and match.width == len(tokens) else None

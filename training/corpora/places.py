"""Country or place, nationality or not: what the library's own table of countries says of a name."""

import re
from typing import Final

from onrecord.resolving.countries import CountryName, country_names
from onrecord.resolving.tokens import tokenise

_ARTICLE: Final = re.compile(r"(?:the|The|THE)\s+")
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
    parts = _PARTS.split(word)
    return len(parts) > 1 and any(part in _NATIONS or _of_nation(part) for part in parts)


def _of_nation(word: str) -> bool:
    known = _known(word)
    return known is not None and known.form in ("adjective", "people")


def _known(name: str) -> CountryName | None:
    tokens = tokenise(name)
    match = country_names().at(tokens, 0) if tokens else None
    return match.value if match is not None and match.width == len(tokens) else None

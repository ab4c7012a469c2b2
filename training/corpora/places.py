"""Country or place, nationality or not: what the library's own table of countries says of a name."""

import re
from collections.abc import Iterator
from typing import Final

from onrecord.countries import CountryName, country_at, country_names, skipped_at
from onrecord.tokens import tokenise
from training.corpora.marked import Mark

_ARTICLE: Final = re.compile(r"(?:the|The|THE)\s+")
_KINDS: Final = {"name": "country", "adjective": "nationality", "people": "nationality"}
_TAIL: Final = re.compile(
    r"[-\u2010\u2011](?:led|based|backed|held|born|speaking|language|controlled|style|made|owned|wide)$"
)
_PARTS: Final = re.compile(r"[-–/]")
_GOVERNING: Final = re.compile(r"\b(?:Government|Commission|Ministry|Parliament|White House|Congress|Senate)$")
_CONTINENTAL: Final = frozenset(
    ("European", "African", "Asian", "North American", "South American", "Latin American", "Arab", "Western")
)
# Words of nations that name no one state of today, which the table does not hold.
_NATIONS: Final = frozenset(
    ("Sino", "Anglo", "Franco", "Russo", "Indo", "Italo", "Greco", "Soviet", "Soviets", "Korean", "Koreans")
)


def kind_of_place(name: str) -> str:
    """Return the kind of name that a corpus marks as a location's.

    "country" where the whole name (without its article) is a country's, or both Koreas'; "organization" where it
    says that it is a government or the like; "other" for a continent's adjective; else "place".
    """
    name = _ARTICLE.sub("", name, count=1)
    if _GOVERNING.search(name):
        return "organization"
    known = _known(name)
    if name == "Korea":
        return "country"
    if name in _CONTINENTAL:
        return "other"
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
        match, skipped = country_at(tokens, place), skipped_at(tokens, place)
        width = match.width if match is not None else skipped or 1
        end = without_tail(text, token.start, tokens[place + width - 1].end)
        if match is not None and match.value.form in _KINDS:
            yield Mark(token.start, end, _KINDS[match.value.form])
        elif not skipped and token.capital and is_nationality(token.word):
            yield Mark(token.start, end, "nationality")
        place += width


def without_tail(text: str, start: int, end: int) -> int:
    """Return where a name ends that may run into a compound: "Ruritanian" in "Ruritanian-led"."""
    tail = _TAIL.search(text, start, end)
    return tail.start() if tail is not None else end


def _of_nation(word: str) -> bool:
    known = _known(word)
    return known is not None and known.form in ("adjective", "people")


def _known(name: str) -> CountryName | None:
    tokens = tokenise(name)
    match = country_names().at(tokens, 0) if tokens else None
    return match.value if match is not None and match.width == len(tokens) else None

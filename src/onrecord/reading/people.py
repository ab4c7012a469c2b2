"""Names in bylines and author fields."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from onrecord.agencies import agency_named
from onrecord.lexicon import word_set
from onrecord.reading.paragraphs import one_line

# After these a byline says who did what ("Reporting by Jane Doe; Editing by …" names no other author).
_PREFIX: Final = re.compile(
    r"\b(?:(?:story|text|article|written|words|posted|reported|reporting|additional reporting)\s+)?by\b\s*:?\s*",
    re.IGNORECASE,
)
_BY: Final = re.compile(r"by\b\s*:?\s*", re.IGNORECASE)
_LONGEST_BYLINE: Final = 150
_SEPARATOR: Final = re.compile(r"\s*(?:[,;|/&\n•·]|\s(?:and|with)\s|\s[-–—]\s)\s*", re.IGNORECASE)
# "Jane Doe in London", "Jane Doe for The Port Lisk Times", "Jane Doe | Staff Writer"
_TAIL: Final = re.compile(r"\s+(?:in|at|for|of|from|on|contributed)\b.*", re.IGNORECASE | re.DOTALL)
_NOISE: Final = re.compile(r"\S+@\S+|@\w+|https?://\S+|\([^)]*\)|\bet al\b\.?|[\"“”]", re.IGNORECASE)
_SUFFIX: Final = re.compile(r"(?:Jr|Sr|Ph\.?D|M\.?D|II|III|IV)\.?", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.\-·])*")
_PARTICLES: Final = word_set(
    "al ap ben bin da dal das de del della der di do dos du e el ibn la le san st te ten ter van vande vanden "
    "von y zu zum zur"
)
# Words of desks, offices and outlets: what holds one is no person.
_OFFICES: Final = word_set(
    "admin agencies agency associated broadcasting bureau chief channel contributor contributors columnist "
    "correspondent correspondents daily department desk digital director editor editorial editors foundation gazette "
    "government guest herald house journal journalist magazine managing media ministry network news newspaper "
    "newspapers newsroom office online paper photographer post press producer reporter reporters reuters review "
    "senior service services special sport sports staff team television times tribune tv updated university web "
    "wire wires writer writers"
)
# These too are in no name, but make no desk of a phrase.
_NOT_IN_NAMES: Final = _OFFICES | {"the", "us", "an", "this"}


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote: persons, and the wire service where one is named."""

    authors: tuple[str, ...] = ()
    agency: str | None = None


def byline(stated: str) -> Byline:
    """Read a byline or author field such as "By Jane Doe and John Roe, Associated Press".

    Desks, titles and outlets in it are passed over.
    """
    return _combined(_parts(stated))


def is_byline(paragraph: str) -> bool:
    """Tell whether a paragraph is a byline: "By Jane Doe", or nothing but names and the desk they write for."""
    if len(paragraph) > _LONGEST_BYLINE or not byline(paragraph).authors:
        return False
    if _BY.match(paragraph):
        return sum(word[0].islower() for word in paragraph.split()[1:]) <= 4
    parts = [part for part in _parts(paragraph) if part.strip()]
    desks = [part for part in parts if _is_desk(part)]
    return 0 < len(desks) < len(parts) and all(part in desks or looks_like_a_name(part) for part in parts)


def bylines(stated: Iterable[str]) -> Byline:
    """Read several author fields, one after the other."""
    return _combined([part for one in stated for part in _parts(one)])


def looks_like_a_name(words: str) -> bool:
    """Tell whether words can be one person's name: two to five words, capitalised but for particles."""
    parts = words.split()
    if not 2 <= len(parts) <= 5 or len(words) > 60:
        return False
    if any(part.lower().strip(".") in _NOT_IN_NAMES for part in parts):
        return False
    return all(_WORD.fullmatch(part) and _capitalised(part) for part in parts)


def _is_desk(words: str) -> bool:
    parts = words.lower().split()
    return agency_named(words) is not None or (len(parts) <= 5 and any(part.strip(".") in _OFFICES for part in parts))


def _capitalised(word: str) -> bool:
    # A script without case (Hangul, Arabic) has no lower-case letters either.
    return not word[0].islower() or word.lower() in _PARTICLES or word[:2] in {"d'", "d’", "al", "el"}


def _parts(stated: str) -> list[str]:
    clean = one_line(_NOISE.sub(" ", stated[:500].replace("\n", ";")))
    return _SEPARATOR.split(_PREFIX.sub("", clean, count=1))


def _combined(parts: Iterable[str]) -> Byline:
    authors: list[str] = []
    agency: str | None = None
    for part in parts:
        words = part.strip(" .:-–—")
        if authors and _SUFFIX.fullmatch(words):
            authors[-1] = f"{authors[-1]} {part.strip()}"
            continue
        agency = agency or agency_named(words)
        name = _TAIL.sub("", _PREFIX.sub("", words))
        if agency_named(words) is None and looks_like_a_name(name):
            authors.append(_cased(name))
    return Byline(tuple(dict.fromkeys(authors)), agency)


def _cased(name: str) -> str:
    """Undo a byline in capitals ("JANE DOE"); initials stay."""
    if not name.isupper():
        return name
    return " ".join(word if len(word) <= 2 or "." in word else word.title() for word in name.split())

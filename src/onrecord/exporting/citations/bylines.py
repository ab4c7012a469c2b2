"""Names of authors taken apart, as citations need them: family name, given names, "Jr."."""

from dataclasses import dataclass
from typing import Final

from onrecord.agencies import agency_named
from onrecord.exporting.cells import cell
from onrecord.lexicon import word_set
from onrecord.people import is_family_first

# A byline with one of these is of nobody in particular.
_BODIES: Final = word_set(
    """
    agencies agency associates board bureau commission committee correspondent correspondents council department desk
    editor editorial editors foundation government group institute media ministry network news newspaper newsroom office
    online our press reporter reporters service staff studio team the times union university website wire writer writers
    """
)
# Words in front of a family name that belong to it: "Mara van der Holt", "Luca Di Ferro".
_PARTICLES: Final = word_set("af al bin bint da dal de del della den der di dos du el ibn la le ten ter van von zu")
_SUFFIXES: Final = word_set("jr sr ii iii iv")
_LONGEST: Final = 6


@dataclass(frozen=True, slots=True)
class Author:
    """An author: of a body, or of a person with one name, `family` is all of the name and the others are empty."""

    family: str
    given: str = ""
    suffix: str = ""
    family_first: bool = False

    @property
    def initials(self) -> str:
        """The given names as initials: "B. K.", "J.-Y."."""
        names = (name.split("-") for name in self.given.split())
        return " ".join("-".join(f"{part[0]}." for part in parts if part) for parts in names)

    @property
    def turned(self) -> str:
        """The name with the family name in front, as lists are sorted by: "Ruhn, Béla, Jr."."""
        if not self.given or self.family_first:
            return self.plain
        return ", ".join(filter(None, (self.family, self.given, self.suffix)))

    @property
    def plain(self) -> str:
        """The name as it is written in a text: "Béla Ruhn Jr."."""
        order = (self.family, self.given) if self.family_first else (self.given, self.family)
        return " ".join(filter(None, (*order, self.suffix)))


def author_named(name: str) -> Author:
    """Take a byline's name apart. What is no person's name, or cannot be taken apart for certain, stays whole."""
    whole = cell(name)
    words = whole.split()
    suffix = words.pop().lstrip(",") if len(words) > 2 and _bare(words[-1]) in _SUFFIXES else ""
    words = [word.rstrip(",") for word in words]
    if not 1 < len(words) <= _LONGEST or not _is_persons(whole, words):
        return Author(whole)
    if is_family_first(words):
        return Author(words[0], " ".join(words[1:]), suffix, family_first=True)
    start = len(words) - 1
    while start > 1 and _bare(words[start - 1]) in _PARTICLES:
        start -= 1
    return Author(" ".join(words[start:]), " ".join(words[:start]), suffix)


def _is_persons(whole: str, words: list[str]) -> bool:
    bare = {_bare(word) for word in words}
    lettered = all(word[0].isalpha() for word in words) and not any(mark.isdigit() or mark in "&/@|" for mark in whole)
    return lettered and words[0][0].isupper() and not bare & _BODIES and agency_named(whole) is None


def _bare(word: str) -> str:
    return word.strip(".,").casefold()

"""Names of persons as they are compared: family and given name in either order, titles and marks taken off."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from onrecord.comparing.identity.spelling import KEPT
from onrecord.lexicon import word_set
from onrecord.people import is_family_first, is_given, stands_first
from onrecord.titles import HEADS, HONORIFICS, LABELS, MODIFIERS, bare, singular

_SUFFIXES: Final = word_set("jr sr ii iii iv phd md qc kc esq mp")
_GENERATIONS: Final = word_set("jr sr ii iii iv")
# What stands before a family name and is left off as often as not.
_PARTICLES: Final = word_set("de del della der den di da dos das du van von zu bin ibn bint al el la le ter ten st")
# Forms of address that the reader's titles do not hold.
_ADDRESS: Final = word_set(
    """
    shri smt sri haji hajji miss madam madame mme monsieur herr frau señor señora signor signora maître commodore
    präsident präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin ministerpräsident ministerpräsidentin
    außenminister außenministerin verteidigungsminister président présidente ministre presidente ministro
    """
)
_ARTICLES: Final = ("al-", "el-", "as-", "ad-", "an-", "ar-", "at-")
_QUOTED: Final = re.compile(r"""["“'‘(][^"”'’()]*["”'’)](?=\s|$)""")
_JOINTS: Final = re.compile(r"[-'’‘.\u2010-\u2015\u2060]")


class Reading(NamedTuple):
    """A name read in one order: its family name, "" where there is none, and its given names."""

    family: str
    given: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name by its words, folded: no titles, no "Jr.", no joints inside a word.

    `readings` are one where the order is known, two where either may be. `family_first` says that it is written as
    Chinese, Korean and Vietnamese names are. `generation` is "jr", "sr", "ii" … or "".
    """

    words: tuple[str, ...]
    readings: tuple[Reading, ...]
    family_first: bool = False
    generation: str = ""

    @property
    def full(self) -> bool:
        """Whether it has a family and a given name."""
        return len(self.words) > 1


@lru_cache(maxsize=KEPT)
def person_name(name: str) -> PersonName:
    """Read a name as a report prints it. One without a letter has no words and no readings."""
    printed = _untitled([word for word in _QUOTED.sub("", name).split() if any(map(str.isalnum, word))])
    generation = next((bare(word) for word in reversed(printed) if bare(word) in _GENERATIONS), "")
    kept = [word for word in printed if bare(word).rstrip(",") not in _SUFFIXES] or printed
    kept = _without_particles(kept)
    words = tuple(word for word in map(folded, kept) if word)
    if len(words) != len(kept) or not words:
        return PersonName(words, (Reading(words[-1], words[:-1]),) if words else (), generation=generation)
    first = is_family_first(tuple(word.strip(",") for word in kept))
    return PersonName(words, _readings(kept, words, first), first, generation)


def folded(word: str) -> str:
    """Return a word of a name without case, accents, joints and article: "Won-sik" is "wonsik", "al-Orlin" "orlin"."""
    word = word.casefold()
    word = word[3:] if word.startswith(_ARTICLES) else word
    bare_of_marks = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return "".join(c for c in _JOINTS.sub("", bare_of_marks) if c.isalnum()).replace("ø", "o").replace("ł", "l")


def _untitled(words: list[str]) -> list[str]:
    """Leave off the titles that a name came with: all up to the last of them."""
    for place in range(len(words) - 2, -1, -1):
        word = singular(words[place])
        if (word in HEADS or word in HONORIFICS or bare(words[place]) in _ADDRESS) and not is_given(words[place]):
            return words[place + 1 :]
    first = 0
    while first < len(words) - 1 and bare(words[first]) in MODIFIERS | LABELS and not is_given(words[first]):
        first += 1
    return words[first:] if first and len(words) - first == 1 else words


def _without_particles(words: list[str]) -> list[str]:
    kept = [
        word
        for n, word in enumerate(words)
        if n == len(words) - 1 or word.casefold() not in _PARTICLES or (n == 0 and word[:1].isupper())
    ]
    return kept or words


def _readings(printed: list[str], words: tuple[str, ...], family_first: bool) -> tuple[Reading, ...]:
    if len(words) == 1:
        return (Reading(words[0], ()),)
    last, first = Reading(words[-1], words[:-1]), Reading(words[0], words[1:])
    if family_first or _shouts_first(printed):
        return (first,)
    if printed[0].endswith(","):
        return (first,)
    if is_given(printed[0].strip(",")) or len(words[0]) == 1:
        return (last,)
    eastern = stands_first(printed[-1])  # "Minha Cho", and Kim is a given name too
    return (first,) if is_given(printed[-1]) and len(words) == 2 and not eastern else (last, first)


def _shouts_first(names: list[str]) -> bool:
    """Whether the family name stands first in capitals: "ORLIN Ada"."""
    return len(names[0]) > 2 and names[0].isupper() and not any(word.isupper() and len(word) > 1 for word in names[1:])

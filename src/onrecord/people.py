"""Names of people: what looks like one, which two are of one person, what the person may be called by."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from onrecord.lexicon import word_set
from onrecord.tables import rows
from onrecord.titles import bare

_SUFFIXES: Final = word_set("jr sr ii iii iv phd md")
_ARTICLES: Final = ("al-", "el-", "as-", "ad-", "an-", "ar-", "at-")
_LETTERS: Final = 5
_SHORT: Final = {
    "joe": "joseph",
    "bill": "william",
    "bob": "robert",
    "mike": "michael",
    "jim": "james",
    "tony": "anthony",
    "tom": "thomas",
    "dick": "richard",
    "ted": "edward",
    "chuck": "charles",
    "steve": "stephen",
    "liz": "elizabeth",
    "kate": "katherine",
    "jack": "john",
    "larry": "lawrence",
    "jerry": "gerald",
    "peggy": "margaret",
    "bernie": "bernard",
    "rudy": "rudolph",
    "andy": "andrew",
}


def short_for(given: str) -> str:
    """Return the given name that a folded one is short for, or itself: "joe" is "joseph"."""
    return _SHORT.get(given, given)


@cache
def _given() -> dict[str, str]:
    return {fields[0]: fields[1] if len(fields) > 1 else "" for fields in rows("onrecord", "given_names.tsv")}


@cache
def _family_first() -> frozenset[str]:
    return frozenset(fields[0] for fields in rows("onrecord", "surnames_first.txt"))


def is_given(word: str) -> bool:
    """Whether reports use the word as a given name."""
    return word in _given() or (word.isupper() and word.title() in _given())


def gender_of(names: Sequence[str]) -> str:
    """Return m or f where the given name is given to one only, else nothing.

    It serves to leave somebody out of a pronoun's reach, never to bring him in.
    """
    return "" if is_family_first(names) else _given().get(names[0], "")


def is_family_first(names: Sequence[str]) -> bool:
    """Whether the family name stands first: "Cho Min-ha", "Xu Ran"."""
    return len(names) in (2, 3) and names[0] in _family_first() and not is_given(names[-1])


def core(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names that identify somebody: folded, no "Jr.", no initials in the middle."""
    folded = [bare(name) for name in names if bare(name) not in _SUFFIXES]
    inner = [name for n, name in enumerate(folded) if len(name) > 1 or n in (0, len(folded) - 1)]
    return tuple(inner) or tuple(folded) or tuple(bare(name) for name in names)


def surname(names: Sequence[str]) -> str:
    """Return the word that a report goes on with, folded: the last one, or the first where family comes first."""
    words = core(names)
    word = words[0] if is_family_first(names) or _shouts_first(names) else words[-1]
    return plain(word)


def _shouts_first(names: Sequence[str]) -> bool:
    """Whether the family name stands first in capitals: "ORLIN Ada"."""
    return len(names) > 1 and len(names[0]) > 2 and names[0].isupper() and not any(map(str.isupper, names[1:]))


def plain(word: str) -> str:
    """Return a folded surname without its article: "al-Orlin" and "Orlin" are one."""
    return word[3:] if word.startswith(_ARTICLES) else word


def same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names (two words or more each) can be of one person.

    The family name agrees, and the given names agree, are short for one another, or one name holds the other.
    """
    if surname(one) != surname(other):
        return False
    shorter, longer = sorted((core(one), core(other)), key=len)
    if _within(shorter, longer):
        return True
    if is_family_first(one) or is_family_first(other):
        return "".join(shorter).replace("-", "") == "".join(longer).replace("-", "")
    return _agree(shorter[0], longer[0])


def _within(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    rest = iter(longer)
    return all(word in rest for word in shorter)


def _agree(one: str, other: str) -> bool:
    if _SHORT.get(one, one) == _SHORT.get(other, other):
        return True
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and (len(short) >= 3 or len(short) == 1)


def is_variant(one: str, other: str) -> bool:
    """Whether two surnames are spellings of one, as transcribed names are: all letters but one agree, and the first.

    Short names differ by a letter from one another, so five letters at least are asked for.
    """
    one, other = plain(bare(one)), plain(bare(other))
    if len(one) != len(other) or len(one) < _LETTERS or one[0] != other[0]:
        return False
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1

"""How alike two names of persons are."""

from functools import lru_cache
from typing import Final, Literal

from onrecord.comparing.identity.person_names import PersonName, Reading, person_name
from onrecord.comparing.identity.short_names import given_name
from onrecord.comparing.identity.spelling import KEPT, korean, one_letter_off, skeleton

# From the most alike: the same in full; in another spelling; with a short form, an initial or fewer given names;
# a slip of one letter; a family name alone; a given name alone; names of two persons.
Likeness = Literal["same", "spelt", "shorter", "slip", "family", "given", "apart"]
ORDER: Final[tuple[Likeness, ...]] = ("same", "spelt", "shorter", "slip", "family", "given", "apart")
_LONG_ENOUGH: Final = 5


@lru_cache(maxsize=KEPT)
def likeness(one: str, other: str) -> Likeness:
    """Return how alike two names are, as reports print them."""
    a, b = person_name(one), person_name(other)
    if not a.words or not b.words:
        return "apart"
    if a.generation and b.generation and a.generation != b.generation:
        return "apart"
    if a.full and b.full:
        return _of_full(a, b)
    if a.words == b.words:
        return "family"
    return _of_part(*((a, b) if b.full else (b, a)))


def has_initials_only(name: str) -> bool:
    """Whether nothing but initials stands beside the family name: "J. Orlin" may be Ada J. Orlin, called so once."""
    readings = person_name(name).readings
    return bool(readings) and all(len(word) == 1 for word in readings[0].given)


def _of_full(a: PersonName, b: PersonName) -> Likeness:
    eastern = a.family_first or b.family_first
    found = [_of_readings(x, y, eastern) for x in a.readings for y in b.readings]
    best = min(found, key=ORDER.index)
    if best != "apart":
        return best
    short, long = sorted((a.words, b.words), key=len)
    if len(short) < len(long) and _within(short, long) and (short[-1] == long[-1] or short[0] == long[0]):
        # "Kenyon Orlin" in "Ada Kenyon Orlin"; "Ada Orlin" in "Ada Orlin Ruiz", a second family name.
        return "family" if short == long[-len(short) :] and len(long) > 3 else "shorter"
    return "apart"


def _of_readings(one: Reading, other: Reading, eastern: bool) -> Likeness:
    family = _of_words(one.family, other.family, eastern)
    if family == "apart":
        return "apart"
    given = _of_given(one.given, other.given, eastern)
    if family == "slip" and given not in ("same", "spelt"):
        return "apart"
    return max(family, given, key=ORDER.index)


def _of_words(one: str, other: str, eastern: bool) -> Likeness:
    if one == other:
        return "same"
    if skeleton(one) == skeleton(other) or (eastern and korean(one) == korean(other)):
        return "spelt"
    longest = max(len(one), len(other))
    # Eastern given names differ by a letter from one another, and so do short ones.
    return "slip" if not eastern and longest >= _LONG_ENOUGH and one_letter_off(one, other) else "apart"


def _of_given(one: tuple[str, ...], other: tuple[str, ...], eastern: bool) -> Likeness:
    whole = _of_words("".join(one), "".join(other), eastern)
    if whole in ("same", "spelt"):
        return whole
    short, long = sorted((one, other), key=len)
    if eastern and len("".join(short)) > 1:
        return "apart"
    if _within(short, long):
        return "shorter"
    if not _agree(short[0], long[0]):
        return whole
    # A second given name speaks against only where both have one: "George W." and "George H. W.".
    return "shorter" if all(map(_agree, short[1:], long[1:])) else "apart"


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(any(_agrees_plainly(word, there) for there in rest) for word in short)


def _agrees_plainly(one: str, other: str) -> bool:
    return one == other or skeleton(one) == skeleton(other)


def _agree(one: str, other: str) -> bool:
    """Whether two given names can be of one person: short forms, initials, spellings."""
    if given_name(one) == given_name(other) or skeleton(one) == skeleton(other):
        return True
    short, long = sorted((one, other), key=len)
    return len(short) == 1 and long.startswith(short)


def _of_part(part: PersonName, full: PersonName) -> Likeness:
    """How alike a single word is to a full name, or to another single word."""
    word = part.words[-1]
    eastern = full.family_first
    families = [_of_words(word, reading.family, eastern) for reading in full.readings]
    if any(found in ("same", "spelt") for found in families):
        return "family"
    return "given" if word in full.words else "apart"

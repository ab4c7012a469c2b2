"""Names written otherwise: one skeleton for the spellings that transcriptions give to one name.

What letters stand for one another is what romanisations differ in: Korean (Revised Romanization, McCune-Reischauer and
what their bearers chose), Cyrillic (BGN/PCGN, ISO 9, German and English press usage), Arabic (article, doubled letters,
vowels). Names with one skeleton may be two: it is evidence beside an office, a country, a date.
"""

import re
from functools import lru_cache
from typing import Final

# So many names that were read are kept: many times what is compared at once, and no leak.
KEPT: Final = 50_000
# Short names differ by such letters from one another.
_LETTERS: Final = 4
# In order; each is what one romanisation writes where another writes what stands beside it.
_SHAPES: Final = tuple(
    (re.compile(pattern), shape)
    for pattern, shape in (
        (r"(?:skyy|skiy|skyj|skij|skii|skyi|sky|ski)$", "ski"),
        (r"sch", "sh"),
        (r"tsch", "ch"),
        (r"ph", "f"),
        (r"kh|q", "k"),
        (r"ck", "k"),
        (r"ks", "x"),
        (r"dzh|dj", "j"),
        (r"tz|ts", "z"),
        (r"^w", "v"),
        (r"oe", "o"),
        (r"[ae]i$|[ae]y$|[ae]j$", "ei"),
        (r"[yj](?![aeou])", "i"),
        (r"([^aeiou])\1", r"\1"),
        (r"ii", "i"),
    )
)
_KOREAN: Final = tuple(
    (re.compile(pattern), shape)
    for pattern, shape in (
        (r"^(?:lee|rhee|yi|ri|rhie)$", "i"),
        (r"^(?:choi|choe|chwe)$", "choe"),
        (r"^(?:roh|noh|no|ro)$", "no"),
        (r"^(?:yoo|yu|ryu|ryoo|you)$", "yu"),
        (r"^(?:lim|im|rim|yim)$", "im"),
        (r"^(?:park|pak|bak|bark)$", "pak"),
        (r"^(?:paik|paek|baek|baik|back)$", "paek"),
        (r"^(?:heo|hur|huh|ho)$", "ho"),
        (r"^(?:woo|wu|u)$", "u"),
        (r"^(?:shim|sim)$", "sim"),
        (r"eui|ui", "i"),
        (r"young|yeong|yong(?=$)", "yong"),
        (r"youl|yeol|yul|ryol|yol", "yol"),
        (r"ou|eo|oo|eu", "u"),
        (r"ung", "ong"),
        (r"ee|yi", "i"),
        (r"ae", "e"),
        (r"sh", "s"),
        (r"g", "k"),
        (r"d", "t"),
        (r"b", "p"),
        (r"j", "ch"),
        (r"r", "l"),
        (r"h$", ""),
    )
)


@lru_cache(maxsize=KEPT)
def skeleton(word: str) -> str:
    """Return what the spellings of one folded word have in common: of "sergei" and "sergey"; itself of a short word."""
    if len(word) < _LETTERS:
        return word
    for pattern, shape in _SHAPES:
        word = pattern.sub(shape, word)
    return word


@lru_cache(maxsize=KEPT)
def korean(word: str) -> str:
    """Return what the romanisations of one Korean name have in common: "suk" and "seok", "lee" and "yi"."""
    for pattern, shape in _KOREAN:
        word = pattern.sub(shape, word)
    return word


def one_letter_off(one: str, other: str) -> bool:
    """Whether a slip of one letter makes one word of the other: added, left out or another (Levenshtein distance 1)."""
    short, long = sorted((one, other), key=len)
    if one == other or len(long) - len(short) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at:] == long[at + 1 :] or short[at + 1 :] == long[at + 1 :]

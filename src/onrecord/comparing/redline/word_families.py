"""Words by their family: what is left of a word without its endings, in one spelling.

"denuclearization", "denuclearisation", "denuclearize" and "denuclearized" have one root, as "launch", "launches" and
"launched" have. A stemmer in the manner of Porter (An algorithm for suffix stripping, Program 14, 1980), cut down to
the endings that make nouns, verbs and adjectives of one another, behind one that turns British into American spelling.
"""

import re
from functools import lru_cache
from typing import Final

from onrecord.folding import fold
from onrecord.lexicon import word_set
from onrecord.tokens import tokenise

# The longest first; what stays must have as many letters as stand beside it.
_ENDINGS: Final = (
    *((f"{ending}", 4) for ending in ("izations", "ization", "izing", "izers", "izer", "izes", "ized", "ize")),
    *((ending, 4) for ending in ("ations", "ation", "ements", "ement", "ments", "ment", "nesses", "ness")),
    *((ending, 4) for ending in ("ities", "ity", "ively", "ives", "ive", "ically", "ical", "ally", "al")),
    *((ending, 4) for ending in ("ions", "ion", "ators", "ator", "ating", "ated", "ates", "ate")),
    *(
        (ending, 3)
        for ending in ("ings", "ing", "ied", "ies", "ed", "ers", "er", "ors", "or", "ly", "es", "s", "y", "e")
    ),
)
_SPELLING: Final = (
    (re.compile(r"is(?=(?:e|ed|er|ers|es|ing|ation|ations)$)"), "iz"),
    (re.compile(r"our(?=$|s$|ed$|ing$|able$)"), "or"),
    (re.compile(r"(?<=[aeiou])ll(?=(?:ed|ing|er|ers)$)"), "l"),
    (re.compile(r"re$"), "er"),
    (re.compile(r"ence(?=$|s$)"), "ense"),
)
# Longer words only are spelt anew: "rise", "four" and "there" are none of these.
_LONG: Final = 7
IDLE: Final = word_set(
    """
    a all also an and any are as at be been being both but by can could did do does during each for from had has have
    he her his how i if in including into is it its may more most must no nor not of on or other our ours over own she
    should so some such than that the their them then there these they this those through to toward towards under upon
    up us was we were what when where which while who whom whose will with within would you your
    """
)
"""Words that hold a sentence together and say nothing of what it is about."""


@lru_cache(maxsize=65_536)
def root_of(word: str) -> str:
    """Return the root that a word shares with its family; `word` is folded (`folding.fold`)."""
    if len(word) >= _LONG:
        for pattern, instead in _SPELLING:
            word = pattern.sub(instead, word)
    for ending, least in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= least and re.search("[aeiouy]", stem):
            return stem[:-1] if stem[-1] == stem[-2] and stem[-1] not in "ls" else stem
    return word


def roots_of(text: str) -> tuple[str, ...]:
    """Return the roots of the words of a text that say what it is about, in order."""
    return tuple(root for token in tokenise(text) for root in _roots_of_word(token.word))


@lru_cache(maxsize=65_536)
def _roots_of_word(word: str) -> tuple[str, ...]:
    """The roots of a word as it is written: of "nuclear-free" two."""
    return tuple(root_of(part) for part in fold(word).split() if part not in IDLE)

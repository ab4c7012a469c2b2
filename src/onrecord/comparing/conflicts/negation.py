"""Whether a sentence says that something is so or is not so.

Negation by word, counted: twice is not at all (Huddleston and Pullum 2002, chapter 9; not by affixes: "unhappy" says
more than "not happy").
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.lexicon import any_of, word_set

NEGATORS: Final = word_set("not no never none nobody nothing neither nor cannot without nowhere")
# "n't" and what is left of it where a text was cut into words ("hadn ' t").
_CONTRACTED: Final = re.compile(r"\w+n['’]t")
_CUT: Final = word_set("don didn doesn isn aren wasn weren won wouldn couldn hasn haven hadn shouldn mustn ain")
# What a negator does not turn round: "not only", "no doubt", "not until", "no fewer than", "no later than".
_NO_NEGATION: Final = re.compile(
    r"\b(?:not (?:only|just|merely|simply|least|long|surprisingly|to mention|until)|nothing (?:but|less than|short of)"
    r"|none other than|never mind|no (?:doubt|fewer|less|more than|later|matter|longer than|wonder)"
    r"|without (?:doubt|question))\b"
)
# It is not one thing but another: what is denied is a part of the sentence.
_CONTRAST: Final = re.compile(
    r"\b(?:not|n['’]t)\b.{1,80}\b(?:but|rather|instead)\b|\b(?:but|and) not\b|, not\b|\bnor\b"
)
# How many words behind a negation are looked at for the one that it turns round: "did not | ever really cross".
_TURNED: Final = 3
# Verbs that say that something did not come about, or is not so.
_DENYING: Final = re.compile(
    any_of(
        r"\b(?:fail(?:s|ed|ing)?|refus(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|ceas(?:e[sd]?|ing)) to\b",
        r"\b(?:den(?:y|ies|ied|ying)|refut(?:e[sd]?|ing)|rul(?:e[sd]?|ing) out)\b",
    )
)

# The same as they stand in a text, with the verbs of denying.
_IDLE: Final = re.compile(_NO_NEGATION.pattern, re.IGNORECASE)
_SAID: Final = re.compile(rf"\b(?:{any_of(*sorted(NEGATORS))}|\w+n['’]t)\b|{_DENYING.pattern}", re.IGNORECASE)


def is_negator(words: Sequence[str], place: int) -> bool:
    """Tell whether the word at `place` of a sentence's folded words negates."""
    word = words[place]
    if word in NEGATORS or _CONTRACTED.fullmatch(word):
        return True
    return word in _CUT and words[place + 1 : place + 2] == ("t",)


def is_negated(words: Sequence[str]) -> bool:
    """Tell whether a sentence, by its folded words, says that something is not so."""
    told = " ".join(words)
    idle = len(_NO_NEGATION.findall(told))
    turned = sum(is_negator(words, place) for place in range(len(words))) - idle + len(_DENYING.findall(told))
    return turned % 2 == 1


def turned_words(words: Sequence[str]) -> Iterator[str]:
    """Yield the words of a sentence that stand right behind its negations: what they turn round begins with them."""
    negators = [place for place in range(len(words)) if is_negator(words, place)]
    yield from (word for place in negators for word in words[place + 1 : place + 1 + _TURNED])


def negations_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield the extents of the words of a text by which it says that something is not so, in order."""
    idle = [match.span() for match in _IDLE.finditer(text)]
    for match in _SAID.finditer(text):
        start, end = match.span()
        if not any(first <= start and end <= last for first, last in idle):
            yield start, end


def is_contrast(text: str) -> bool:
    """Tell whether a negation concerns only a part of the sentence: "not one man but several"."""
    return _CONTRAST.search(text.casefold()) is not None

"""Where sentences begin and end: what rules look around in, and what is given a meaning of its own."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from onrecord.lexicon import word_set
from onrecord.tokens import Token, tokenise

_ENDERS: Final = frozenset(".!?…")
# Words that begin sentences in capitals and belong to no name.
COMMON: Final = word_set(
    """
    a about above according across after afterwards again against ago ahead all almost along already also although
    always am amid among an and another any anyone anything are around as ask asked asking at away back be because
    been before behind being below beside besides between beyond both but by can cannot citing commenting could
    currently despite did do does doing done down during each earlier either else elsewhere enough even eventually
    ever every everyone everything except few fewer finally first following for formerly frankly from further
    furthermore given had half has have having he her here hers herself him himself his how however i if in indeed
    inside instead into is it its itself just last later lately less like likewise look many may maybe me meanwhile
    might mine moments more moreover most much must my myself near nearly neither never nevertheless next no nobody
    none nonetheless nor not nothing now of off often oh ok okay on once one only onto or other others otherwise our
    ours out outside over own per perhaps please presumably previously quoting rather recently referring regarding
    reportedly responding reports same saying second see seen several shall she should similarly since so some
    somebody someone something sometimes soon speaking still subsequently such suddenly than thank thanks that the
    their theirs them themselves then there thereafter therefore these they this those though three through
    throughout thus till to today together tomorrow tonight too toward towards tuesday two twice under unless
    unlike until up upon us usually very via was we well were what whatever when whenever where whereas wherever
    whether which whichever while who whoever whole whom whose why will with within without would writing yes
    yesterday yet you your yours yourself zero
    four five six seven eight nine ten eleven twelve twenty thirty hundreds thousands dozens
    said says told added noted
    """
)


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield the extent of each sentence of a text, without blanks at its ends, with the marks that open it."""
    starts = [_opening(text, start) for start in sentence_starts(text, tokenise(text))]
    for start, stop in pairwise([*starts, len(text)]):
        yield start, start + len(text[start:stop].rstrip())


def _opening(text: str, start: int) -> int:
    """Where the marks begin that stand right before a sentence's first word: a quotation mark, a bracket."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    return start


def sentence_starts(text: str, tokens: list[Token]) -> Iterator[int]:
    """Yield the offset at which each sentence begins; `tokens` are the words of `text`."""
    before: Token | None = None
    for token in tokens:
        if before is None or _parts(text, before, token):
            yield token.start
        before = token


def _parts(text: str, before: Token, token: Token) -> bool:
    gap = text[before.end : token.start]
    if gap == " " and before.word[-1:] != ".":
        return False
    if "\n" in gap:
        return True
    if token.word[0].islower() or not any(mark.isspace() for mark in gap):
        return False
    if _ENDERS.intersection(gap):
        return True
    # "… in the U.S. The": an abbreviation ends a sentence where the next word can only begin one.
    return before.word[-1:] == "." and len(before.word) > 2 and token.word.casefold() in COMMON

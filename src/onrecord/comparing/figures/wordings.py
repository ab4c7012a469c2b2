"""What counted words name: a noun under the one name of all its synonyms, whose, which, and what became of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from onrecord.comparing.figures.nations import Nation, nations_in
from onrecord.comparing.figures.nouns import concept_of, is_fate, lemma, state_of_words
from onrecord.lexicon import word_set
from onrecord.tokens import Token, tokenise

_EMPTY: Final = word_set(
    """
    the a an this that these those its their his her our my your such some any all more other another additional further
    extra new fellow said same own total overall estimated approximate and or so about of many few least most
    """
)
# Words that end what stands before the noun and the noun itself.
_CUT: Final = word_set(
    """
    of from in into on at to for with by near across against inside who that which were was are is sent deployed
    killed wounded injured captured stationed dispatched believed being
    """
)
# Units that a wire service's older spelling leaves to be read as what is counted: "6.35 billion dlrs".
_UNITS: Final = word_set(
    """
    dlr dollar stg sterling ct cent pct percent mln bln million billion trillion yen mark franc euro pound rupee yuan
    won mth
    """
)
# Words that say how many, not of what: "thousands of troops".
_AMOUNTS: Final = word_set(
    "number numbers total group lot amount tens dozens scores hundreds thousands millions billions tranche majority"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What is counted, as words tell it.

    `noun` is the concept ("troop"), empty for people who are named by their fate alone ("deaths"); `words` what stands
    with it ("combat"); `nations` are the countries that it is of; `state` is what became of it; `unit` its unit,
    without the time of a rate.
    """

    noun: str
    words: frozenset[str] = frozenset()
    nations: frozenset[str] = frozenset()
    state: str | None = None
    unit: str = "count"


@lru_cache(maxsize=4096)
def thing_in(words: str, unit: str | None = "count") -> Thing | None:
    """Return the thing that counted words name, its `unit` that of the figure; `None` for words without a noun.

    Words in small letters only ("north korean troops") are read as if they had capitals where that makes a country of
    them.
    """
    told = _risen(words) if words == words.casefold() and not nations_in(words) else words
    tokens = [token for token in tokenise(told) if token.word[0].isalpha()]
    extent = _phrase(tokens)
    if extent is None:
        return None
    first, head = extent
    nations = nations_in(told)
    noun, width = _noun(tokens, first, head, nations)
    if noun is None:
        return None
    named = {i for i, token in enumerate(tokens) for nation in nations if nation.start <= token.start < nation.end}
    others = [token.word for i, token in enumerate(tokens[first : head + 1 - width], first) if i not in named]
    return Thing(
        noun=noun,
        words=frozenset(lemma(word) for word in others if not _says_nothing(word)),
        nations=frozenset(_owners(tokens, head, nations)),
        state=state_of_words(told),
        unit=base_of(unit),
    )


def base_of(unit: str | None) -> str:
    """Return a unit without the time that its rate is for: "count" of "count/day"."""
    return (unit or "count").partition("/")[0]


def _phrase(tokens: Sequence[Token]) -> tuple[int, int] | None:
    """Where the noun phrase begins and where its noun stands: what stands before the first "of", "from", "in"."""
    start = 0
    while start < len(tokens):
        end = next((i for i in range(start, len(tokens)) if tokens[i].word.casefold() in _CUT), len(tokens))
        amount = end > start and end + 1 < len(tokens) and tokens[end - 1].word.casefold() in _AMOUNTS
        if end > start and not (amount and tokens[end].word.casefold() == "of"):
            return start, _last(tokens, start, end)
        if end == len(tokens):
            return None
        if end == start and state_of_words(tokens[start].word):  # "killed", "wounded": who was
            return start, start
        start = end + 1
    return None


def _last(tokens: Sequence[Token], start: int, end: int) -> int:
    """The last word that can be a noun: "dead and | wounded" is named by its first."""
    last = end - 1
    while last > start and tokens[last].word.casefold() in ("and", "or"):
        last -= 1
    return last


def _noun(tokens: Sequence[Token], first: int, head: int, nations: Sequence[Nation]) -> tuple[str | None, int]:
    """The concept that the phrase names, and how many words do; people who are named by their country are people."""
    nation = next((one for one in nations if one.start <= tokens[head].start < one.end), None)
    if nation is not None:
        return ("person" if nation.form == "people" else None), 1
    noun = lemma(tokens[head].word)
    if noun in _EMPTY or noun in _UNITS:
        return None, 1
    if is_fate(noun) or state_of_words(tokens[head].word):
        return "", 1
    return concept_of(lemma(tokens[head - 1].word) if head > first else "", noun)


def _owners(tokens: Sequence[Token], head: int, nations: Sequence[Nation]) -> Iterator[str]:
    """The nations that the thing is of: named before the noun or in it, or behind "of" or "from"."""
    ahead = {after.start: before.word.casefold() for before, after in pairwise(tokens)}
    for nation in nations:
        bringing = ahead.get(nation.start)
        if bringing == "the":
            index = next(i for i, token in enumerate(tokens) if token.start == nation.start)
            bringing = tokens[index - 2].word.casefold() if index > 1 else None
        if nation.end <= tokens[head].end or bringing in ("of", "from"):
            yield nation.country


def _says_nothing(word: str) -> bool:
    return word.casefold() in _EMPTY or state_of_words(word) is not None


def _risen(words: str) -> str:
    risen = words.title()
    return risen if nations_in(risen) else words

"""Names of organizations, countries, places and papers as they are compared: whose it is, and its words."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from onrecord.comparing.identity.spelling import KEPT
from onrecord.countries import country_at
from onrecord.folding import fold
from onrecord.lexicon import word_set
from onrecord.organizations import CORPORATE, organization_at
from onrecord.titles import HEADS, MODIFIERS, singular, spelt
from onrecord.tokens import Token, tokenise

# Words that make no name: two bodies called so may be of two nations, and two papers two papers.
_GENERIC: Final = word_set(
    """
    government administration ministry department parliament president presidency cabinet council committee commission
    court police army navy military force forces guard office bureau agency authority authorities board party ministers
    minister affairs foreign defense defence interior finance justice health education trade economy security national
    state federal central supreme high public general staff armed air land sea bank police prosecutor prosecutors
    service services intelligence senate congress assembly house representatives lower upper people's company firm
    group team university school hospital church union association federation league club center centre institute
    foundation fund program programme project alliance coalition joint embassy consulate mission delegation legislature
    summit meeting forum conference leaders statement agreement declaration act law order bill plan report release
    notice letter paper memorandum understanding accord treaty communique study review initiative partnership new
    test tests launch launches attack attacks election elections war visit trip talks exercise exercises side sides
    member members states people public missile missiles nuclear ballistic icbm space
    """
)
# British spellings, in American ones.
_AMERICAN: Final = (
    (re.compile("isation(?=s?$)"), "ization"),
    (re.compile("^programme"), "program"),
    (re.compile("^centre"), "center"),
)
_SMALL: Final = word_set("the of for and in on a an to de du des la le et und der die das")
_ACRONYM: Final = re.compile(r"[A-Z][A-Z0-9&.]{1,7}s?")


@dataclass(frozen=True, slots=True)
class BodyName:
    """A name as the nation it is of, where it says so, and its other words, each in one spelling.

    `known` is the usual name of an organization that everybody knows by it.
    """

    nation: str | None
    words: frozenset[str]
    known: str | None = None

    @property
    def department(self) -> bool:
        """Whether it is a department by its portfolio, which few nations have so: "Department of Transportation"."""
        return len(self.words) > 1 and "department" in self.words

    @property
    def generic(self) -> bool:
        """Whether nothing in it but the nation makes it the name of one."""
        return self.known is None and all(
            word in _GENERIC or singular(word) in HEADS or word in MODIFIERS for word in self.words
        )


@lru_cache(maxsize=KEPT)
def body_name(name: str) -> BodyName:
    """Read the name of an organization, a place, a paper or anything else that is no person."""
    tokens = tokenise(name.replace(" . ", "."))
    known = _known(tokens)
    nation, rest = _without_nation(tokens)
    if known is None and nation == "United States":
        known = _known(rest)  # "U.S. Congress"
    return _plain(tokens, None) if known is None else _plain(tokenise(known), known)


def _known(tokens: list[Token]) -> str | None:
    """Return the usual name of the organization that all the words name, where everybody knows it."""
    while tokens and tokens[-1].word.casefold() in _SMALL:
        tokens = tokens[:-1]
    words = " ".join(token.word for token in tokens)
    for form in (words, words.title()) if words.isupper() else (words,):
        found = tokenise(form)
        match = organization_at(found, 0) if found else None
        if match is not None and match.width == len(found):
            return match.value.name
    return None


def is_acronym(name: str) -> bool:
    """Whether a name is written as an acronym."""
    return _ACRONYM.fullmatch(name) is not None


def same_words(one: BodyName, other: BodyName) -> bool:
    """Whether two names have the same words, in whatever order: "Ministry of Defense", "Defense Ministry"."""
    if one.known is not None and other.known is not None:
        return one.known == other.known
    return bool(one.words) and one.words == other.words and not of_two_nations(one, other)


def of_two_nations(one: BodyName, other: BodyName) -> bool:
    """Whether two names say that they are of different nations."""
    return one.nation is not None and other.nation is not None and one.nation != other.nation


def _plain(tokens: list[Token], known: str | None) -> BodyName:
    nation, rest = _without_nation(tokens)
    words = tuple(_word(token) for token in rest if token.word.casefold() not in _SMALL)
    kept = _without_corporate(tuple(word for word in words if word)) or tuple(fold(t.word) for t in tokens)
    return BodyName(nation, frozenset(kept), known)


def _without_nation(tokens: list[Token]) -> tuple[str | None, list[Token]]:
    """Take the country out that a name begins or ends with: "Valland's Navy", "Navy of Valland"."""
    for first in range(len(tokens)):
        match = country_at(tokens, first)
        if match is None or match.value.form == "capital":
            continue
        ends = first + match.width == len(tokens) and first > 0 and tokens[first - 1].word.casefold() in ("of", "the")
        if match.width < len(tokens) and (first == 0 or ends or _small(tokens[:first])):
            return match.value.country, tokens[:first] + tokens[first + match.width :]
    return None, tokens


def _small(tokens: list[Token]) -> bool:
    return all(token.word.casefold() in _SMALL for token in tokens)


def _word(token: Token) -> str:
    word = spelt(fold(token.word).replace(" ", ""))
    for british, american in _AMERICAN:
        word = british.sub(american, word)
    return word


def _without_corporate(words: tuple[str, ...]) -> tuple[str, ...]:
    end = len(words)
    while end > 1 and words[end - 1] in CORPORATE | {"company", "corporation", "incorporated", "limited"}:
        end -= 1
    return words[:end]

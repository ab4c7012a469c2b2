"""Names of organizations, countries, places and papers as they are compared: whose it is, and its words."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from onrecord.comparing.offices import country_of
from onrecord.comparing.spelling import KEPT
from onrecord.countries import country_at
from onrecord.folding import fold
from onrecord.lexicon import word_set
from onrecord.organizations import CORPORATE, known_organizations, organization_at
from onrecord.titles import spelt
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
    """
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
    ordered: tuple[str, ...]
    known: str | None = None

    @property
    def generic(self) -> bool:
        """Whether nothing in it but the nation makes it the name of one."""
        return self.known is None and self.words <= _GENERIC

    @property
    def initials(self) -> str:
        """The letters of an acronym that would stand for it, the nation's among them."""
        nation = (self.nation or "").split()
        return "".join(word[0] for word in (*nation, *self.ordered)).casefold()


@lru_cache(maxsize=KEPT)
def body_name(name: str) -> BodyName:
    """Read the name of an organization, a place, a paper or anything else that is no person."""
    tokens = tokenise(name.replace(" . ", "."))
    match = organization_at(tokens, 0) if tokens else None
    if match is not None and match.width == len(tokens):
        return _plain(tokenise(match.value.name), match.value.name)
    return _plain(tokens, None)


def is_acronym(name: str) -> bool:
    """Whether a name is written as an acronym."""
    return _ACRONYM.fullmatch(name) is not None


def same_words(one: BodyName, other: BodyName) -> bool:
    """Whether two names have the same words, in whatever order: "Ministry of Defense", "Defense Ministry"."""
    if one.known is not None and one.known == other.known:
        return True
    return bool(one.words) and one.words == other.words and _nations_agree(one, other)


def _nations_agree(one: BodyName, other: BodyName) -> bool:
    return one.nation is None or other.nation is None or one.nation == other.nation


def _plain(tokens: list[Token], known: str | None) -> BodyName:
    nation, rest = _without_nation(tokens)
    words = tuple(_word(token) for token in rest if token.word.casefold() not in _SMALL)
    kept = _without_corporate(tuple(word for word in words if word)) or tuple(fold(t.word) for t in tokens)
    return BodyName(nation, frozenset(kept), kept, known)


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
    return spelt(fold(token.word).replace(" ", ""))


def _without_corporate(words: tuple[str, ...]) -> tuple[str, ...]:
    end = len(words)
    while end > 1 and words[end - 1] in CORPORATE | {"company", "corporation", "incorporated", "limited"}:
        end -= 1
    return words[:end]


__all__ = ["BodyName", "body_name", "country_of", "is_acronym", "known_organizations", "same_words"]

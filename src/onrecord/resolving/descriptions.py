"""Descriptions: what a noun phrase that is no name says, word by word."""

from dataclasses import dataclass
from typing import Final

from onrecord.lexicon import word_set
from onrecord.resolving.cast import Cast, Referent, Sighting
from onrecord.resolving.page import Page
from onrecord.resolving.words import DETERMINERS, ENDS_PHRASE, NUMBERS
from onrecord.titles import bare, heads_of, spelt

DEFINITE: Final = frozenset(("the", "this", "that", "these", "those", "both"))
DOCUMENTS: Final = word_set(
    """
    statement report communique communiqué declaration document memo memorandum letter study survey poll resolution
    lawsuit complaint filing indictment ruling article editorial book email tweet post message transcript release
    agreement treaty deal accord review paper announcement notice text dossier affidavit audit order readout
    """
)


@dataclass(frozen=True, slots=True)
class Description:
    """The noun phrase of the tokens [first, last), such as "the South Korean defense minister".

    `head` is its noun in lower case, `qualifiers` the lower-case words before it that are no names, `holders` who
    stands before it as an adjective or an owner, `beyond` who stands after it, `authors` those of them who stand
    behind "by" and "from", or an "of" at once, `tail` the word after the noun ("of", "who", or nothing).
    """

    start: int
    end: int
    text: str
    article: str
    number: int | None
    head: str
    qualifiers: tuple[str, ...]
    holders: tuple[Referent, ...]
    beyond: tuple[Referent, ...]
    authors: tuple[Referent, ...]
    tail: str
    capital: bool

    @property
    def definite(self) -> bool:
        """Whether it means somebody that the reader knows already."""
        return self.article in DEFINITE


def describe(page: Page, cast: Cast, first: int, last: int) -> Description:
    """Read the tokens [first, last) as a noun phrase; there must be one at least."""
    article, begin, number = _opening(page, first, last)
    head = _head(page, cast, begin, last)
    before = _sightings(page, cast, begin, head + 1)
    after = _sightings(page, cast, head + 1, last)
    covered = {i for s in before for i in page.tokens_in(s.start, s.end)}
    words = [bare(page.tokens[i].word) for i in range(begin, head) if i not in covered]
    # A group's name holds its number ("two sides"), and neither "the" nor "both".
    named = begin - 1 if number is not None and page.tokens[begin - 1].word.casefold() != "both" else begin
    start, end = page.tokens[named].start, page.tokens[last - 1].end
    return Description(
        start=page.tokens[first].start,
        end=end,
        text=page.text[start:end],
        article=article,
        number=number,
        head=bare(page.tokens[head].word),
        qualifiers=tuple(words),
        holders=tuple(cast.of(s) for s in before),
        beyond=tuple(cast.of(s) for s in after if s.form != "adjective"),
        authors=tuple(cast.of(s) for s in after if s.form != "adjective" and _is_author(page, s, head)),
        tail=page.tokens[head + 1].word if head + 1 < last else "",
        capital=page.tokens[head].capital and not page.begins_sentence(head),
    )


_BODIES: Final = word_set("administration government ministry department agency company party court council")
# Offices that nobody is called by who holds others only: an adviser is not "the president".
_STATED: Final = word_set(
    """
    president minister congressman congresswoman senator governor mayor judge king queen pope chancellor general
    admiral ambassador secretary secretary-general president-elect
    """
)


def may_describe(described: Description, referent: Referent) -> bool:
    """Whether a description can be of somebody by number, by office, and by whether it is of something written."""
    if described.head in DOCUMENTS:
        return referent.kind in ("document", "other", "group")
    if described.head in _BODIES and referent.kind == "person":
        return False
    if described.head in _STATED and referent.kind == "person" and referent.roles:
        return any(spelt(described.head) in heads_of(role.title) for role in referent.roles)
    return not (described.head.endswith("s") and referent.kind == "person")


def _opening(page: Page, first: int, last: int) -> tuple[str, int, int | None]:
    """Read the article and number that open a noun phrase: (article, where its words begin, number)."""
    article, number, begin = "", None, first
    while begin < last - 1:
        word = page.tokens[begin].word.casefold()
        if word in NUMBERS and (article in DEFINITE or word == "both"):
            number = NUMBERS[word]
            article = article or "both"
        elif word in DETERMINERS and word not in ("another", "any") and page.tokens[begin + 1].word not in ENDS_PHRASE:
            article = article or word
        else:
            break
        begin += 1
    return article, begin, number


def _head(page: Page, cast: Cast, begin: int, last: int) -> int:
    """Return the token that is the noun: the last before a preposition or a clause, outside any name."""
    sightings = _sightings(page, cast, begin, last)
    for i in range(begin + 1, last):
        token = page.tokens[i]
        inside = any(s.start < token.start < s.end for s in sightings)
        if not inside and (token.word in ENDS_PHRASE or page.gap(i)[:1] in (",", "(", ";", "–", "—")):
            return i - 1
    return last - 1


def _is_author(page: Page, sighting: Sighting, head: int) -> bool:
    index = page.first_token(sighting.start)
    while page.tokens[index - 1].word.casefold() in DETERMINERS:
        index -= 1
    before = page.tokens[index - 1].word
    return before in ("by", "from") or (before == "of" and index - 2 == head)


def _sightings(page: Page, cast: Cast, first: int, last: int) -> list[Sighting]:
    if first >= last:
        return []
    return cast.between(page.tokens[first].start, page.tokens[last - 1].end, documents=False)

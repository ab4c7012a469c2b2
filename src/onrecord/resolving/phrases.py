"""Capitalised phrases: the longest runs of words that could be one name with its titles."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from onrecord.countries import country_at
from onrecord.lexicon import word_set
from onrecord.organizations import HEADS
from onrecord.people import is_given
from onrecord.resolving.page import Page
from onrecord.resolving.words import NAME_POSSESSIVES, PARTICLES, TIMES
from onrecord.sentences import COMMON
from onrecord.titles import bare, is_head

_OPENING: Final = (' "', " “", " (“", ' ("', " ‘", " '")
_CLOSING: Final = ('" ', "” ", "”) ", '") ', "’ ", "' ")
_SENT_TO: Final = word_set("ambassador envoy adviser advisor counselor representative delegate")
# "Oslo-based", "US-led": said of what is named, no part of the name.
_DESCRIBES: Final = word_set("based led backed run owned controlled born aligned claimed occupied held ruled funded")
_CONTRACTED: Final = frozenset(("ve", "re", "ll", "d", "m", "t"))
# "Department of Health and Human Services": only these take two fields.
_TWO_FIELDS: Final = word_set(
    "ministry department office bureau committee agency institute center centre centers organization"
)


class Phrase(NamedTuple):
    """The tokens [first, last) of a page."""

    first: int
    last: int


def phrases(page: Page) -> Iterator[Phrase]:
    """Yield the capitalised phrases of a page in order."""
    index = 0
    while index < len(page.tokens):
        if not begins_name(page, index):
            index += 1
            continue
        last = _end(page, index)
        yield Phrase(index, last)
        index = last


def begins_name(page: Page, index: int) -> bool:
    """Whether a name can begin here: a capital, and no word that only begins a sentence."""
    word = page.tokens[index].word
    if not page.tokens[index].capital:
        return False
    if word.isupper() and len(word) > 1:
        return True
    if word.rpartition("-")[2] in _DESCRIBES:
        return False
    folded = word.casefold()
    if folded == "first" and _is_of_first_rank(page, index + 1):
        return True
    return not (folded in COMMON or bare(word) in TIMES or folded.partition("'")[2] in _CONTRACTED)


def _is_of_first_rank(page: Page, index: int) -> bool:
    """Whether the token at `index` makes an office of the "First" before it: "First Lady", "First Minister"."""
    if index >= len(page.tokens) or not page.next_to(index):
        return False
    return page.tokens[index].capital and is_head(page.tokens[index].word)


def _end(page: Page, first: int) -> int:
    last = first + 1
    while last < len(page.tokens):
        step = _step(page, first, last)
        if step == 0:
            break
        last += step
    return last


def _step(page: Page, first: int, index: int) -> int:
    """How many tokens from `index` carry the phrase on: a word, or connecting words and a word; 0 ends it."""
    if _joined(page, index) and _carries_on(page, index):
        return 1
    skip = _connection(page, first, index)
    beyond = index + skip
    if skip == 0 or beyond >= len(page.tokens):
        return 0
    return skip + 1 if _joined(page, beyond) and begins_name(page, beyond) else 0


def _joined(page: Page, index: int) -> bool:
    gap = page.gap(index)
    before = page.tokens[index - 1]
    if page.follows_label(index):
        return False
    if before.owns:
        return bare(before.word) in NAME_POSSESSIVES and len(gap) <= 3
    return gap in (" ", "\u00a0", "-", " & ") or _is_nickname(page, index, gap)


def _is_nickname(page: Page, index: int, gap: str) -> bool:
    """Whether the token is a nickname in marks inside a name, or the first word after it: Ada R. “Addie” Orlin."""
    if gap in _OPENING:
        closed = page.after(index) in _CLOSING and index + 1 < len(page.tokens)
        return closed and page.tokens[index + 1].capital
    return gap in _CLOSING and index > 1 and page.gap(index - 1) in _OPENING


def _carries_on(page: Page, index: int) -> bool:
    if begins_name(page, index):
        return True
    # "Theresa May" is a name where "May 2" is not.
    token, before = page.tokens[index], page.tokens[index - 1]
    if token.word != "May" or not (is_given(before.word) or is_head(before.word)):
        return False
    return index + 1 >= len(page.tokens) or not page.tokens[index + 1].word[0].isdigit()


def _connection(page: Page, first: int, index: int) -> int:
    """How many connecting words begin at `index`: "of", "of the", "for the", "von der", …"""
    word = page.tokens[index].word
    before = bare(page.tokens[index - 1].word)
    if not _joined(page, index):
        return 0
    if word in PARTICLES:
        following = index + 1 < len(page.tokens) and page.tokens[index + 1].word in PARTICLES
        return 2 if following else 1
    joins = (
        word == "of"
        or (word == "for" and (before in HEADS or is_head(before) or _has_field(page, first, index)))
        or (word == "to" and before in _SENT_TO)
        or (word == "and" and _two_fields(page, first, index))
    )
    if not joins:
        return 0
    article = index + 1 < len(page.tokens) and page.tokens[index + 1].word == "the" and page.next_to(index + 1)
    return 2 if article else 1


def _has_field(page: Page, first: int, index: int) -> bool:
    """Whether the phrase already says of what it is the court: "Court of Appeals | for the …"."""
    return any(page.tokens[i].word == "of" for i in range(first, index)) and _organized(page, first, index)


def _organized(page: Page, first: int, index: int) -> bool:
    return any(bare(page.tokens[i].word) in HEADS for i in range(first, index))


def _two_fields(page: Page, first: int, index: int) -> bool:
    words = [bare(page.tokens[i].word) for i in range(first, index)]
    if not ({"of", "for"} & set(words) and _TWO_FIELDS & set(words)):
        return False
    beyond = index + 1
    if beyond >= len(page.tokens) or not page.tokens[beyond].capital:
        return False
    following = [token.word for token in page.tokens[beyond : beyond + 2]]
    return not (any(map(is_head, following)) or is_given(following[0]) or country_at(page.tokens, beyond))

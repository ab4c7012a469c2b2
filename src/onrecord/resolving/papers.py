"""Documents that a report speaks of: "a joint statement", "the mutual defense treaty"."""

from typing import Final

from onrecord.lexicon import word_set
from onrecord.resolving.cast import Cast, Referent
from onrecord.resolving.page import Page
from onrecord.resolving.words import DETERMINERS, POSSESSIVES, PREPOSITIONS
from onrecord.sentences import COMMON

# Nouns for what is written and issued, and hardly for anything else.
_PAPERS: Final = word_set("statement communique communiqué declaration treaty accord memorandum")
_RELEASES: Final = frozenset(("press release", "news release"))
_LONGEST: Final = 4


def see_papers(page: Page, cast: Cast) -> None:
    """Note the documents that noun phrases with an article name; one that points back is the last of its noun."""
    known: dict[str, Referent] = {}
    last: dict[str, Referent] = {}
    for index, token in enumerate(page.tokens):
        noun = _noun(page, index)
        first = _first(page, index, noun) if noun else index + 1
        if first > index or page.is_silent(token.start):
            continue
        name = page.text[page.tokens[first].start : token.end]
        back = name == noun and page.tokens[first - 1].word.casefold() in ("the", "this", "that")
        referent = known.get(name.casefold()) or (last.get(noun) if back else None)
        if referent is None:
            referent = known[name.casefold()] = cast.add("document", name)
        last[noun] = referent
        cast.see(referent, page.tokens[first].start, token.end, "title")


def _noun(page: Page, index: int) -> str:
    word = page.tokens[index].word
    if word in _PAPERS:
        return word
    phrase = f"{page.tokens[index - 1].word} {word}" if index else ""
    return phrase if phrase in _RELEASES else ""


def _first(page: Page, index: int, noun: str) -> int:
    """Return where a noun phrase's words begin behind its article; past `index` where it has none."""
    first = index - noun.count(" ")
    while first > 0 and index - first < _LONGEST and page.next_to(first):
        word = page.tokens[first - 1].word.casefold()
        if word in DETERMINERS:
            return first
        if word in POSSESSIVES | PREPOSITIONS or (word in COMMON and not page.tokens[first - 1].word.isupper()):
            break
        if page.tokens[first - 1].owns:
            break
        first -= 1
    return index + 1

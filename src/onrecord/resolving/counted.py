"""What a number counts: the noun phrase behind it, head noun with its modifiers, in the report's words.

There is no parser: a phrase ends before the closed classes that cannot stand in one (prepositions, auxiliaries,
pronouns), and its head is its first noun in the plural, which most numbers ask for.
"""

import re
from typing import Final, NamedTuple

from onrecord.lexicon import word_set
from onrecord.resolving.units import is_unit, rate_at
from onrecord.resolving.words import CONJUNCTIONS, PREPOSITIONS, TIMES

_REACH: Final = 240
"""So many code points behind a number are looked at."""
_LONGEST: Final = 9
"""No phrase has more words."""
_STOPS: Final = (
    PREPOSITIONS
    | (CONJUNCTIONS - {"and", "or"})
    | word_set(
        """
        of a an the this that these those who whom whose which what how am is are was were be been being has have had
        having do does did will would shall should can could may might must cannot isn't aren't wasn't weren't hasn't
        haven't hadn't don't doesn't didn't won't wouldn't can't couldn't i we you he she it they me us him her them my
        your his its our their themselves himself itself not never also still just only already then there here now
        today yesterday tomorrow tonight ago later earlier each apiece together alone altogether both all any every
        some said says told added say went came took made left got lost saw gave began became fell rose hit died lay
        stood held won fled fought knew ran sent met felt brought according as than too very even about again once
        twice because including following last next early late everywhere nationwide worldwide annually daily weekly
        monthly yearly overall so far to aged reportedly
        """
    )
)
_PLURALS: Final = word_set(
    """
    people men women children policemen policewomen servicemen servicewomen lawmakers troops personnel police staff
    cattle aircraft spacecraft clergy militia infantry sheep fish teeth feet mice geese oxen data media criteria
    phenomena gunmen fishermen firemen congressmen businessmen spokesmen journalists crew helicopters crewmen airmen
    infantrymen militiamen tribesmen craftsmen countrymen statesmen salesmen hovercraft watercraft livestock poultry
    """
)
_NO_PLURALS: Final = word_set("perhaps always besides towards afterwards less across news gas bus plus sometimes yes")
_PRONOUNS: Final = word_set("them us these those whom which others ones you it")
_NO_NOUNS: Final = word_set(
    """
    dead injured wounded killed missing hurt arrested due shy one two three four five six seven eight nine ten hundred
    thousand million billion highly more less fewer many several new other sixth fifth fourth third second first
    """
)
_VERBAL: Final = re.compile(r"[a-z]+ed")

_OPENED: Final = re.compile(
    r"(?:[ \n]of(?: all)?)?(?:[ \n](?:the|these|those|its|their|his|her|our|my|your|such)(?![\w-]))?"
    r"(?:[ \n](?:more|other|additional|further|extra|or so|or more|or fewer|or less)(?![\w-]))?",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(
    r"(?:[ \n](?:[\w.]+ ){0,2}[\w.]+['’]s)?"
    r"[ \n](?:(?:some|about|around|nearly|almost|roughly|estimated|more than|at least|over) )?"
    r"(?:\d[\d,.]*\d|\d|(?:twen|thir|for|fif|six|seven|eigh|nine)(?:ty|teen)(?:-\w+)?|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve|fourteen|dozen)"
    r"(?: (?:hundred|thousand|million|billion|dozen))?(?: (?:or so|more))?(?=[ \n])"
)
_SIZE: Final = re.compile(
    r"[ \n](?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten)[ -]?(?P<unit>[^\W\d_]+)(?=[ \n][^\W\d_])"
)
"""The size of each thing that is counted: "eight | 250ml bottles"."""
_WORD: Final = re.compile(r"(?:(?:[^\W\d_]\.){2,}|[^\W_](?:[\w&’'/.-]*[\w’'-])?)")
_OPENING: Final = re.compile(r"[ \n][\"“‘]")
_JOIN: Final = re.compile(r" ?\((?:[^()\n]{1,60})\) |[ \u00a0]|\n(?!\s)|, ")
_HYPHEN: Final = re.compile(r"-(?!(?:in|to|by|of|on|per|plus|and|or|way|handed)\b)(?P<head>[^\W\d_]+)(?:-[^\W\d_]+)*")


class Counted(NamedTuple):
    """The words of what is counted, `None` where they are left out or a pronoun, and the offset where they end."""

    text: str | None
    end: int


def counted_after(text: str, end: int, of_only: bool = False, single: bool = False) -> Counted:
    """Return what a number counts whose figure (with hedge and unit) ends at `end`.

    "no fewer than 40 | of the 230 sailors hired" counts "sailors". With `of_only` only what "of" brings in counts, as
    behind a unit: "32 percent | of voters". Words that a number cannot count are left out. Of a `single` thing the
    head is in the singular, and what looks like a plural behind it is its verb: "one | proposal asks".
    """
    hyphen = _HYPHEN.match(text, end)
    if hyphen and not of_only:
        return Counted(hyphen["head"], hyphen.end())
    at = rate_at(text, end)
    opened = _OPENED.match(text, at)
    begin = opened.end() if opened else at
    if of_only and not (opened and re.match(r"\s(?:of|the)\b", opened.group())):
        return Counted(None, end)
    size = _SIZE.match(text, begin)
    number = size if size and is_unit(size["unit"]) else _NUMBER.match(text, begin)
    begin = number.end() if number else begin
    return _phrase(text, begin, of_only, single)


def is_noun(words: str) -> bool:
    """Whether words that were tagged as what is counted can be so: no pronoun, adverb, participle or number."""
    folded = words.casefold().split()
    if not folded or not folded[-1][-1:].isalnum():
        return False
    last = folded[-1]
    return not (last in _PRONOUNS or last in _STOPS or last in _NO_NOUNS or (last.endswith("ly") and len(folded) == 1))


class _Word(NamedTuple):
    start: int
    end: int
    text: str


def _phrase(text: str, begin: int, mass: bool, single: bool) -> Counted:
    """The noun phrase that begins at `begin` or one blank later."""
    words = _words(text, begin, mass)
    if single:
        words = words[: next((k for k, word in enumerate(words) if k and _is_plural(word.text)), len(words))]
    if not words or words[0].text.casefold() in _PRONOUNS:
        return Counted(None, begin)
    head = _head(words, mass)
    if head is None or words[head].text.endswith(("'s", "’s")):
        return Counted(None, begin)
    return Counted(" ".join(text[words[0].start : words[head].end].split()), words[head].end)


def _words(text: str, begin: int, mass: bool) -> list[_Word]:
    """The words up to the first that no noun phrase holds; "and", "or" and commas stay in until a plural is met."""
    words: list[_Word] = []
    at, limit = begin, begin + _REACH
    while len(words) < _LONGEST:
        join = _JOIN.match(text, at, limit) if words else _OPENING.match(text, at) or _JOIN.match(text, at)
        word = _WORD.match(text, join.end(), limit) if join else None
        if not join or not word or _ends(word.group(), words):
            break
        if words and join.group() == ", " and mass:
            break
        if words and (join.group() == ", " or "(" in join.group()) and not _may_go_on(words, join.group()):
            break
        words.append(_Word(word.start(), word.end(), word.group()))
        at = word.end()
    return words


def _ends(word: str, before: list[_Word]) -> bool:
    """Whether a word cannot stand in the phrase of the words before it."""
    folded = word.casefold().replace("’", "'")
    if folded in ("and", "or"):
        return not before or any(_is_plural(one.text) for one in before)
    if folded in _PRONOUNS and not before:
        return False
    return folded in _STOPS or folded.rstrip(".") in TIMES or (word[0].isdigit() and not word.isalpha())


def _may_go_on(words: list[_Word], join: str) -> bool:
    """Whether a phrase goes on behind a comma ("small, armed groups") or a bracket ("ISIS (…) fighters")."""
    if any(_is_plural(one.text) for one in words):
        return False
    return words[-1].text[0].isupper() if "(" in join else words[-1].text.islower()


def _head(words: list[_Word], mass: bool) -> int | None:
    """Index of the head: the first plural, or the last of several in a row; else the last word before a verb."""
    for k, word in enumerate(words):
        if _is_plural(word.text) and not _names_on(words, k):
            while k + 1 < len(words) and _is_plural(words[k + 1].text):
                k += 1
            return k
    joint = next((k for k, word in enumerate(words) if word.text.casefold() in ("and", "or")), len(words))
    verb = next((k for k, word in enumerate(words) if k and _VERBAL.fullmatch(word.text)), len(words))
    comma = next((k for k in range(1, len(words)) if words[k].start - words[k - 1].end == len(", ")), len(words))
    last = min(joint, verb, comma) - 1
    if last < 0 or not (mass or last <= 3):
        return None
    return None if last == 0 and words[0].text.casefold().endswith(("ed", "ly", "ing")) else last


def _names_on(words: list[_Word], k: int) -> bool:
    """Whether a plural is part of a longer name: "United States | Navy ships"."""
    return words[k].text[0].isupper() and k + 1 < len(words) and words[k + 1].text[0].isupper()


def _is_plural(word: str) -> bool:
    folded = word.casefold().rpartition("-")[2]
    if folded in _PLURALS:
        return True
    ends = folded.endswith("s") and not folded.endswith(("ss", "us", "is", "'s", "’s", "ous"))
    return (ends and len(folded) > 3 and folded not in _NO_PLURALS) or folded.endswith(("israelis", "iraqis", "bis"))

"""Lines into one: hyphens at line ends undone where the joined word is right."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from onrecord.lexicon import word_set

_WORDS: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN: Final = re.compile(r"(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)-$")
_BEGUN: Final = re.compile(r"(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)")
# What stays before a hyphen, and behind one, in a compound that was broken at its hyphen.
_FIRST: Final = word_set(
    "all anti best cease co counter cross cyber deputy double east eight eighty ex far fast fifty first five forty "
    "four full half hard heavy high ill large left light long low medium mid middle multi near nine ninety non north "
    "off old one open over post pre pro right second self semi seven seventy short single six sixty small so socio "
    "soon south state ten then third thirty three top twenty two ultra under vice well west wide world"
)
_SECOND: Final = word_set(
    "and backed based born bound called controlled day dollar edge elect fifth fifths first fold footer free friendly "
    "general half hand in kilometer kilometre kilowatt largest led level like linked long looking made making man "
    "member metre meter mile month named off old on operation or out over owned page party person point proof quarter "
    "quarters range ranking related round rich run scale serving sided size sponsored square stage state story style "
    "term the thirds time to tonne ton up via week wide wing winning year"
)
# "people-to-people", "day-by-day"
_LINKS: Final = word_set("and by for in of on the to up")
# English words that "co", "non", "over", "under" and the like begin without a hyphen are told by the document itself.
_LOOSE: Final = word_set(
    "co counter ex cyber mid multi non off over post pre pro semi so state then under ultra cease all"
)


class Joiner:
    """Joins lines; what a document writes elsewhere decides about its words that are broken at line ends."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: Counter[str] = Counter()
        for line in lines:
            found = [match.group().casefold() for match in _WORDS.finditer(line)]
            self._words.update(found[1:-1] if len(found) > 2 else ())

    def join(self, before: str, behind: str) -> str:
        """Return two lines as one: with a blank between them, or none where a word was broken."""
        if not before or not behind:
            return before or behind
        if before.endswith("-") and not before.endswith((" -", "--")):
            return before + behind if self._is_compound(before, behind) else before[:-1] + behind
        if before.endswith(("/", "\u2010", "\u2011")) and behind[0].isalnum() and not before.endswith(" /"):
            return before + behind
        return f"{before} {behind}"

    def _is_compound(self, before: str, behind: str) -> bool:
        """Whether the hyphen stays."""
        broken, begun = _BROKEN.search(before[-60:]), _BEGUN.match(behind)
        if broken is None or begun is None or behind[0].isupper():
            return True
        first, second = broken["word"].casefold(), begun["word"].casefold()
        joined, kept = self._words[first + second], self._words[f"{first}-{second}"]
        if joined or kept:
            return kept > joined
        last = first.rsplit("-", 1)[-1]
        if last != first and last in _LINKS:
            return True
        return (last in _FIRST and last not in _LOOSE and len(second) > 2) or second in _SECOND

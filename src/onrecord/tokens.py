"""The words of a text, each with its place: what every rule looks at."""

import re
import sys
from typing import Final, NamedTuple

# An abbreviation keeps its full stop, so that a full stop between two tokens ends a sentence.
_ABBREVIATIONS: Final = (
    "Mr|Mrs|Ms|Mx|Messrs|Dr|Prof|Rev|Hon|Fr|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Col|Lt|Maj|Capt|Cmdr|Cdr|Brig|Sgt|Cpl"
    "|Pvt|Adm|Supt|Insp|Amb|Pres|Sec|St|Jr|Sr|Inc|Corp|Co|Ltd|Bros|Assn|Dept|Univ|vs|Mt|Ft"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
    "|MR|MRS|MS|DR|SEN|REP|GOV|GEN|COL|LT|ADM|PROF|AMB"
)
_TOKEN: Final = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])"  # U.S as in U.S-led
    r"|[^\W\d_]\.(?=[ \u00a0][\"“(]?[^\W\d_])"  # the initial in Ada R. Orlin
    rf"|(?:{_ABBREVIATIONS})\.(?=\s|$|,)"
    r"|[^\W_]+(?:['’&\-\u2010\u2011][^\W_]+)*"
)
_POSSESSIVE: Final = ("'s", "’s", "'S", "’S")


class Token(NamedTuple):
    """A word at [start, end): `word` is what stands there, with straight apostrophes and no possessive ending.

    `owns` says that a possessive ending follows the word; it lies outside [start, end).
    """

    start: int
    end: int
    word: str
    owns: bool

    @property
    def capital(self) -> bool:
        """Whether the word is written as a name is: "Orlin", "al-Orlin"."""
        return self.word[0].isupper() or (self.word[:3] in _ARTICLES and self.word[3:4].isupper())


_ARTICLES: Final = ("al-", "el-", "as-", "ad-", "an-", "ar-", "at-")


def tokenise(text: str) -> list[Token]:
    """Return the words of `text` in order; punctuation is what lies between them."""
    return [_token(text, match.start(), match.group()) for match in _TOKEN.finditer(text)]


def _token(text: str, start: int, word: str) -> Token:
    owns = word.endswith(_POSSESSIVE)
    if owns:
        word = word[:-2]
    end = start + len(word)
    if not owns and word[-1:] in "sSzx" and text[end : end + 1] in ("'", "’"):
        owns = not text[end + 1 : end + 2].isalnum()
    # A long text says the same words again and again: one string for each keeps it small.
    return Token(start, end, sys.intern(word.replace("’", "'") if "’" in word else word), owns)


def words_of(phrase: str) -> tuple[str, ...]:
    """Return the words of a phrase as `tokenise` sees them."""
    return tuple(token.word for token in tokenise(phrase))

"""The words that somebody looks for."""

import re
from dataclasses import dataclass
from typing import Final

from onrecord.errors import UsageError
from onrecord.folding import fold

_TERM: Final = re.compile(r'"(?P<quoted>[^"]*)"?(?P<star>\*?)|(?P<bare>[^\s"]+)')
_MARKS: Final = str.maketrans("“”„«»", '"""""')


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must occur: a word or a phrase, of which `prefix` may be only the beginning.

    `text` holds at least one letter or digit, and no quotation mark.
    """

    text: str
    prefix: bool = False


def parse_words(words: str, subject: str = "search") -> tuple[Term, ...]:
    """Read plain words, `begin*` and `"a phrase"` (any marks; an open one ends with the text).

    What holds no letter or digit is passed over. Raises UsageError, about `subject`, where nothing is left to look for.
    """
    cleaned = "".join(c if is_text(c) else " " for c in words.translate(_MARKS))
    terms = tuple(term for match in _TERM.finditer(cleaned) if _has_word((term := _term(match)).text))
    if not terms:
        raise UsageError(subject, f"{words!r} holds no word to look for", "give one word or more")
    return terms


def parse_name(name: str, subject: str = "--speaker") -> tuple[Term, ...]:
    """Return the words of a name, each to be found whole. Raises UsageError, about `subject`, where there is none."""
    terms = tuple(Term(word) for word in fold(name).split())
    if not terms:
        raise UsageError(subject, f"{name!r} holds no name", "give a name or a part of one")
    return terms


def is_text(text: str) -> bool:
    """Tell whether a database can hold the string: no U+0000, which may end it early, no lone surrogate."""
    return "\0" not in text and not any("\ud800" <= c <= "\udfff" for c in text)


def _term(match: re.Match[str]) -> Term:
    bare = match["bare"]
    if bare is None:
        return Term(match["quoted"], prefix=bool(match["star"]))
    return Term(bare, prefix=bare.endswith("*"))


def _has_word(text: str) -> bool:
    return any(c.isalnum() for c in text)

"""The words that somebody looks for."""

import re
from dataclasses import dataclass
from typing import Final

from onrecord.errors import UsageError
from onrecord.folding import fold

# A question has a few words; the database takes minutes over thousands.
_MOST: Final = 100
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

    What holds no letter or digit is passed over, and what is repeated counts once. Raises UsageError, about `subject`,
    where nothing is left to look for, and where there are more than 100 words and phrases.
    """
    cleaned = "".join(c if is_text(c) else " " for c in words.translate(_MARKS))
    found = (_term(match) for match in _TERM.finditer(cleaned))
    terms = tuple(dict.fromkeys(term for term in found if _has_word(term.text)))
    if not terms:
        raise UsageError(subject, f"{words!r} holds no word to look for", "give one word or more")
    _refuse_many(sum(len(term.text.split()) for term in terms), subject)
    return terms


def parse_name(name: str, subject: str = "--speaker") -> tuple[Term, ...]:
    """Return the words of a name, each to be found whole and each once.

    Raises UsageError, about `subject`, where there is none, and where there are more than 100.
    """
    terms = tuple(map(Term, beginnings_in(name, subject)))
    if not terms:
        raise UsageError(subject, f"{name!r} holds no name", "give a name or a part of one")
    return terms


def beginnings_in(name: str, subject: str = "name") -> tuple[str, ...]:
    """Return the folded words of what was typed of a name, each once, if there are any.

    Raises UsageError, about `subject`, for more than 100.
    """
    words = tuple(dict.fromkeys(fold(name).split()))
    _refuse_many(len(words), subject)
    return words


def is_text(text: str) -> bool:
    """Tell whether a database can hold the string: no U+0000, which may end it early, no lone surrogate."""
    return "\0" not in text and not any("\ud800" <= c <= "\udfff" for c in text)


def _refuse_many(words: int, subject: str) -> None:
    if words > _MOST:
        raise UsageError(subject, f"holds {words:,} words", f"give {_MOST} at most")


def _term(match: re.Match[str]) -> Term:
    bare = match["bare"]
    if bare is None:
        return Term(match["quoted"], prefix=bool(match["star"]))
    return Term(bare, prefix=bare.endswith("*"))


def _has_word(text: str) -> bool:
    return any(c.isalnum() for c in text)

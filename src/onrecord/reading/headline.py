"""Headlines of plain texts: told by their shape and by what follows them."""

import re
from typing import Final

from onrecord.lexicon import word_set
from onrecord.reading.credit import credit_line, photo_credit, speaks_of_a_photo
from onrecord.reading.dateline import date_line, dateline_prefix

LONGEST_HEADLINE: Final = 160
_MOST_WORDS: Final = 28
_LABEL: Final = re.compile(r"(?:[A-Z][A-Z.'’\- ]{1,40}|Q|A)\s*:|https?\s?:|www\.|[\w.+-]+@[\w-]+\.|[-*•#>|]")
_ENDS_SENTENCE: Final = re.compile(r"[.:;,—–-][\"”’')\]]*$")
_INNER_STOP: Final = re.compile(r"[a-z]{3,}[.!?][\"”’)]*\s+[A-Z“\"]")
_WORD: Final = re.compile(r"[^\W\d_][\w'’.-]*")
_SMALL: Final = word_set("a an and as at but by for from in is of on or over the to up vs with")


def is_headline(line: str, following: str, *, apart: bool) -> bool:
    """Tell whether a text's first line is its headline.

    `following` is the next paragraph, or its beginning; `apart` says that a blank line lies between. A line
    that ends like a sentence is one only where the next paragraph shows it: title case, or a short sentence
    set apart from a longer paragraph. Raises nothing.
    """
    words = line.split()
    if not 2 <= len(words) <= _MOST_WORDS or len(line) > LONGEST_HEADLINE or _is_something_else(line):
        return False
    if not following or following[:1].islower():
        return False
    if not apart and _is_wrapped(line, following):
        return False
    if _ENDS_SENTENCE.search(line) is None:
        return True
    return line.rstrip("\"”’')]").endswith(".") and apart and _reads_like_one(line, following)


def _is_something_else(line: str) -> bool:
    if _LABEL.match(line) or not any(character.isalpha() for character in line):
        return True
    if date_line(line) or credit_line(line) or dateline_prefix(line):
        return True
    return photo_credit(line) is not None or speaks_of_a_photo(line)


def _is_wrapped(line: str, following: str) -> bool:
    """A first line as long as the next one, and neither long: the text is wrapped, not headed."""
    return 50 <= len(line) <= 90 and 50 <= len(following) <= 90 and abs(len(line) - len(following)) <= 15


def _reads_like_one(line: str, following: str) -> bool:
    if _INNER_STOP.search(line) is not None:
        return False
    return _in_title_case(line) or dateline_prefix(following) is not None or (len(line) <= 90 and len(following) >= 120)


def _in_title_case(line: str) -> bool:
    words = [word for word in _WORD.findall(line) if word.lower() not in _SMALL]
    capital = sum(1 for word in words if not word[0].islower())
    return len(words) >= 3 and capital >= 0.8 * len(words)

"""Whom the labels of a transcript mean that are no names: "Q", "THE PRESIDENT", "SENIOR OFFICIAL", "MODERATOR"."""

import re
from collections.abc import Sequence
from typing import Final

from onrecord.lexicon import word_set
from onrecord.records import Role
from onrecord.sentences import COMMON
from onrecord.titles import bare, is_head
from onrecord.tokens import words_of

QUESTIONERS: Final = frozenset(("q", "question", "reporter", "press"))
ANSWERERS: Final = frozenset(("a", "answer"))
# Who speaks in transcripts and is not named: the words of a label in capitals that are no name.
_UNNAMED: Final = word_set(
    """
    moderator official officials participant participants member members operator aide staff staffer interpreter
    translator interviewer host voice audience student speaker journalist correspondent questioner attendee announcer
    employee guest worker veteran farmer teacher nurse crowd all
    """
)
_NUMBER: Final = re.compile(r"\s*(?:#|no\.? ?)?\d+$", re.IGNORECASE)
_GIVEN_AND_FAMILY: Final = 2


def description_in(label: str) -> str | None:
    """The words, in lower case, of a label that only describes who speaks; None for names and offices."""
    words = _NUMBER.sub("", label.strip(" :.")).casefold()
    return words if bare(words.split()[-1]) in _UNNAMED else None


def office_in(label: str) -> str | None:
    """The office that a label consists of, as "president" for "THE PRESIDENT:"; None for what holds a name."""
    words = [bare(word) for word in words_of(label) if word.casefold() != "the"]
    return " ".join(words) if words and is_head(words[-1]) and label.strip().casefold().startswith("the ") else None


def named_in_title(title: str, office: str, given: Sequence[str]) -> tuple[tuple[str, ...], Role] | None:
    """The name that a document's title gives to an office: "Remarks by President Orlin After …" gives "Orlin".

    `given` are the words of the title that are given names: after one of these a second word belongs to the name.
    """
    found = re.search(rf"\b{re.escape(office)}\s+(?P<names>[A-Z].*)", title, re.IGNORECASE)
    if found is None:
        return None
    names: list[str] = []
    for word in found["names"].split():
        name = word.strip(",;:’'\"”")
        if not name[:1].isupper() or name.casefold() in COMMON or len(names) == _GIVEN_AND_FAMILY:
            break
        names.append(name.removesuffix("’s").removesuffix("'s"))
        if name not in given or name != word:
            break
    return (tuple(names), Role(office.title(), None)) if names else None

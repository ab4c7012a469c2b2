"""On what condition something is promised, where the reader marked none: the clause that a conjunction introduces."""

import re
from typing import Final

from onrecord.comparing.commissives import Wording
from onrecord.records import Span

# Quirk et al., A Comprehensive Grammar of the English Language, 1985, 15.33-15.36: conjunctions of condition, and the
# prepositions that do their work in treaties.
_INTRODUCED: Final = re.compile(
    r"\b(?:(?<!as )(?<!even )(?<!what )if (?!not\b|any\b|possible\b|necessary\b|needed\b|only\b)|unless "
    r"|provided that |providing that |on (?:the )?condition that |(?<!for )(?:as|so) long as |in the event (?:of|that) "
    r"|subject to |conditional (?:up)?on |contingent (?:up)?on |only when |once (?=(?:the |these |those |it |they )))"
    r"[^,;.\n”\"]{3,200}",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(r"\band,\s*\Z")


def conditional_clause(text: str, sentence: tuple[int, int], words: Wording) -> Span | None:
    """Return the clause of this sentence on which what is promised depends: within the promise, or before it.

    One that stands before the words holds only where it opens the sentence.
    """
    for match in _INTRODUCED.finditer(text, sentence[0], sentence[1]):
        inside = words.verb_end <= match.start() and match.end() <= words.end + 1
        opening = match.start() - sentence[0] <= 1 and match.end() <= words.start
        # "…, and, subject to review, will …": what goes on behind it depends on it.
        if (inside and not _GOES_ON.search(text[words.verb_end : match.start()])) or opening:
            return Span.cut(text, match.start(), match.start() + len(match.group().rstrip()))
    return None

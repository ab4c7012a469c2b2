"""On what condition something is promised, where the reader marked none: the clause that a conjunction introduces."""

import re
from typing import Final

from onrecord.comparing.positions.commissives import Wording
from onrecord.records import Span

# Quirk et al., A Comprehensive Grammar of the English Language, 1985, 15.33-15.36: conjunctions of condition, and the
# prepositions that do their work in treaties.
_INTRODUCED: Final = re.compile(
    r"\b(?:(?<!as )(?<!even )(?<!what )if (?!not\b|any\b|possible\b|necessary\b|needed\b|only\b)|unless "
    r"|provided that |providing that |on (?:the )?condition that |(?<!for )(?:as|so) long as |in the event (?:of|that) "
    r"|subject to |conditional (?:up)?on |contingent (?:up)?on |pending (?!the\b.{0,20}\bof\b)|only when "
    r"|once (?=(?:the |these |those |it |they )))"
    r"(?:[^,;.\n”\"]|(?<=[A-Z])\.(?=[\w,]|\s[A-Z])){3,200}",
    re.IGNORECASE,
)
# "…, and, subject to review, will …": what goes on behind it depends on it, or follows from it.
_GOES_ON: Final = re.compile(r"\band,?\s*\Z")
# How far before the words that promise a condition may end: the subject stands between them.
_SUBJECT: Final = 60


def conditional_clause(text: str, sentence: tuple[int, int], words: Wording) -> Span | None:
    """Return the clause of this sentence on which what is promised depends: within the promise, or right before it."""
    for match in _INTRODUCED.finditer(text, *sentence):
        lead = text[sentence[0] : match.start()]
        if _GOES_ON.search(lead):
            continue
        inside = words.verb_end <= match.start() and match.end() <= words.end + 1
        before = match.end() <= words.start <= match.end() + _SUBJECT and (not lead.strip() or lead.rstrip()[-1] == ",")
        if inside or before:
            return Span.cut(text, match.start(), match.start() + len(match.group().rstrip()))
    return None

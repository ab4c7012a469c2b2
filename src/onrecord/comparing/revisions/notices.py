"""Corrections that a text declares: where it says that an earlier one was wrong, and about what.

The forms are those of the trade: a wire's slug before the headline and its note in brackets ("(Corrects day of meeting
to Tuesday in paragraph 3)", Reuters Handbook of Journalism, "Corrections, refiles, kills"; AP Stylebook,
"corrections"), a paper's line under or above the story ("An earlier version of this report misstated …", "This
article was amended on …"). A story about somebody who corrects, or a text that only uses the word, declares nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from onrecord.comparing.revisions.wording import unwrapped
from onrecord.records import Span

NoticeKind = Literal["corrected", "clarified", "repeated", "noted"]

# One of them stands in every notice: by these, texts that may hold one are looked up. `*`: how a word begins.
NOTICE_WORDS: Final = (
    *("correct*", "clarif*", "misst*", "misidentified", "misspelled", "incorrectly", "amended", "amends", "refile*"),
    *("recast*", "rpt", "repeat*", "retransmit*", "adds", "removes", "deletes", "editor's note", "earlier version"),
    *("previous version", "original version", "earlier headline", "update", "been updated", "was updated"),
    *("been revised", "was revised", "been changed", "been edited", "been modified"),
    *("originally said", "originally stated"),
)
_STORY: Final = (
    r"(?:story|article|report|item|version|post|page|piece|column|dispatch|headline|transcript|release|text)"
)
# Before a headline, set off from it by a dash, a colon or brackets.
_SLUG: Final = re.compile(
    r"[\W_]*(?P<slug>CORRECT(?:ED|ION|S|ING)|CLARIFI(?:ED|CATION|ES)|REFIL(?:E|ED|ING)|RPT|REPEAT(?:ING)?|RECASTS?"
    r"|RETRANSMIT(?:S|TED)?|Correct(?:ed|ion)|Clarification|Refile)\b[)\]]?(?:[ ]?[-–—:(]|[)\]])"
)
# "(Corrects …", "- corrects …", "Company corrects …", "NOTE: company corrects …" at the head of a bracket or a line.
_NOTE: Final = re.compile(
    r"(?:(?<=\()|(?<=\[)|(?<=-)|(?<=–)|(?<=—)|^)[ \t]*(?:NOTE: |Eds?: )?(?:(?:the )?company (?:also )?)?"
    r"(?:also |this )?"
    r"(?P<verb>correct(?:s|ing|ed)|clarif(?:ies|ying)|amends|adds|removes|deletes|refiles|refiled|recasts|repeat(?:s|ing))"
    r"[ ](?P<what>[^\n]+)",
    re.IGNORECASE | re.MULTILINE,
)
_COMPANY: Final = re.compile(r"\bcompany (?:also )?(?P<verb>correct(?:s|ed)) (?P<what>[^\n]+)", re.IGNORECASE)
# A whole sentence that owns up.
_CHANGED: Final = r"(?:corrected|amended|updated|revised|clarified|changed|edited|modified)"
_ERRED: Final = (
    r"(?:corrects|clarifies|has corrected|originally|previously|incorrectly|mistakenly|initially|misstated"
    r"|misidentified|misspelled)"
)
_OWNS_UP: Final = re.compile(
    rf"\b(?:an? |the )?(?:earlier|previous|prior|original|first|initial) (?:version|headline|{_STORY})s?\b"
    rf"(?: of (?:this|the|that) [\w ]{{0,20}}?{_STORY})?"
    rf"|\bthis (?:\w+ ){{0,2}}?{_STORY} (?:(?:has|had) been|was|is) (?:since )?{_CHANGED}\b"
    rf"|\bthe (?:story|article|headline|transcript|post) has (?:since )?been {_CHANGED}\b"
    rf"|\b(?:this|the) (?:\w+ )?{_STORY} {_ERRED}\b",
    re.IGNORECASE,
)
_WRONG: Final = re.compile(
    r"\b(?:correct(?:s|ed|ion|ing)?|incorrect(?:ly)?|misstat\w+|mis(?:identified|spelled|spelt|quoted|attributed|named)"
    r"|misprinted|wrong(?:ly)?|error|erroneous(?:ly)?|mistak\w+|inaccurate(?:ly)?|clarif\w+|amend\w+|updat\w+|revis\w+"
    r"|should (?:have )?|in fact|omit\w+|failed to|said|stated|gave|implied|referred|suggested)\b",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"^\W*(?:correction|clarification|editor[’']?s?[’']? note|update)s?\b[^:\n]{0,30}:", re.IGNORECASE
)
_UPDATE: Final = re.compile(r"^\W*(?:editor[’']?s?[’']? note|update)s?\b", re.IGNORECASE)
# An editor's note may say anything: one that corrects speaks of a version or of what was wrong.
_NOTE_OF_CHANGE: Final = re.compile(
    r"\b(?:earlier|previous|original)\b|\bcorrect\w*|\bmisst\w+|\bwrong|\berror\b|\bamended\b|\bclarif\w+"
    rf"|\bupdated to\b|{_STORY} has been",
    re.IGNORECASE,
)
_FACT: Final = re.compile(
    r"\b(?:corrects|clarifies|misstated|misidentified|misspelled|incorrectly \w+|(?:corrected|amended|updated) to \w+)"
    r" (?P<what>.+?)[.)\]]*$",
    re.IGNORECASE,
)
_BRACKET_END: Final = re.compile(r"[)\]]")


@dataclass(frozen=True, slots=True)
class Notice:
    """A declared correction: where it stands, of what kind, and the words that say what was wrong.

    `what` is empty where only a slug tells that something was ("CORRECTED -").
    """

    span: Span
    kind: NoticeKind
    what: str


def notices_in(text: str) -> tuple[Notice, ...]:
    """Return the corrections that a text declares, in order; each stretch of text is one notice at most."""
    flowing = unwrapped(text)
    found = sorted(
        [*_slugs(text), *_notes(text, flowing), *_sentences(text, flowing)],
        key=lambda notice: (notice.span.start, -notice.span.end),
    )
    kept: list[Notice] = []
    for notice in found:
        if not kept or notice.span.start >= kept[-1].span.end:
            kept.append(notice)
    return tuple(kept)


def _slugs(text: str) -> Iterator[Notice]:
    """A slug at the head of the text, before the first line that is not blank."""
    start = len(text) - len(text.lstrip())
    match = _SLUG.match(text, start)
    if match is not None:
        yield Notice(Span.cut(text, *match.span("slug")), _kind(match["slug"]), "")


def _notes(text: str, flowing: str) -> Iterator[Notice]:
    for pattern in (_NOTE, _COMPANY):
        for match in pattern.finditer(flowing):
            end = _end(flowing, match)
            start = match.start() + (len(match.group()) - len(match.group().lstrip()))
            if _is_note(flowing, match):
                yield Notice(Span.cut(text, start, end), _kind(match["verb"]), flowing[match.start("what") : end])


def _is_note(flowing: str, match: re.Match[str]) -> bool:
    """Whether the verb has no subject but the story itself: it begins a bracket, stands behind a dash, or ends it."""
    line = flowing[flowing.rfind("\n", 0, match.start()) + 1 : match.start()].strip()
    if line.endswith(("(", "[")) or match.re is _COMPANY:
        return True
    if line.endswith(("-", "–", "—")):
        return match["verb"][0].islower() or line.strip("-–— ") == ""
    return line == "" and match["verb"].casefold() not in ("adds", "removes", "repeats", "corrected", "deletes")


def _end(flowing: str, match: re.Match[str]) -> int:
    """Where a note ends: with its bracket, else with its line."""
    opened = flowing.rfind("(", 0, match.start() + 1), flowing.rfind(")", 0, match.start() + 1)
    if opened[0] > opened[1] or flowing[match.start() - 1 : match.start()] == "[":
        close = _BRACKET_END.search(flowing, match.start("what"))
        if close is not None and "\n\n" not in flowing[match.start() : close.start()]:
            return close.start()
    return match.start() + len(match.group().rstrip())


def _sentences(text: str, flowing: str) -> Iterator[Notice]:
    for start, end in _lines(flowing):
        line = flowing[start:end]
        label = _LABEL.match(line)
        if label is not None and (not _UPDATE.match(line) or _NOTE_OF_CHANGE.search(line)):
            yield Notice(Span.cut(text, start, end), _kind(line), line[label.end() :].strip())
        elif label is None:
            yield from _owning_up(text, line, start)


def _owning_up(text: str, line: str, start: int) -> Iterator[Notice]:
    for match in re.finditer(r"[^.!?]+(?:[.!?](?![\s\"”)])[^.!?]+)*[.!?]?", line):
        said = match.group().strip()
        if _OWNS_UP.search(said) and _WRONG.search(said) and re.search(_STORY, said, re.IGNORECASE):
            first = start + match.start() + len(match.group()) - len(match.group().lstrip())
            fact = _FACT.search(said)
            what = said if fact is None else fact["what"]
            yield Notice(Span.cut(text, first, first + len(said)), _kind(said), what)


def _lines(flowing: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"\S[^\n]*", flowing):
        yield match.start(), match.start() + len(match.group().rstrip())


def _kind(said: str) -> NoticeKind:
    folded = said.casefold()
    if "correct" in folded or "misst" in folded or "wrong" in folded:
        return "corrected"
    if "clarif" in folded:
        return "clarified"
    if folded.startswith(("rpt", "repeat", "refil", "retransmit")):
        return "repeated"
    return "noted"

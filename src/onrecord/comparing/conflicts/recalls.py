"""A number told again: words that come back to what was said before, and corrections within a sentence."""

import re
from typing import Final

from onrecord.comparing.conflicts.frames import Frame
from onrecord.lexicon import any_of
from onrecord.records import ToldFigure

# "we announced", "as I said last week", "I told you then"; not "said" alone, which every report has.
_SAYING: Final = any_of(
    "announced", "said", "told", "reported", "disclosed", "revealed", "estimated", "assessed", "stated", "mentioned",
    "confirmed", "declared", "briefed", "noted", "warned",
)  # fmt: skip
_RECALL: Final = re.compile(
    any_of(
        rf"\b(?:as )?(?:we|i) (?:have |had |'ve |also |already |just |first )*{_SAYING}",
        rf"\b(?:earlier|previously|originally|initially|first|already) {_SAYING}",
        rf"\bhad {_SAYING}",
        rf"\b{_SAYING} (?:\S+ ){{0,3}}(?:earlier|previously|last (?:week|month|year)|yesterday|back in)\b",
        r"\blike (?:we|i) said\b",
    ),
    re.IGNORECASE,
)
_CORRECTING: Final = re.compile(
    any_of(
        r"\bcorrect(?:s|ed|ing|ion)?\b",
        r"\b(?:erroneous|mistaken|wrong|incorrect)(?:ly)?\b",
        r"\bin error\b",
        r"\brevis(?:ed|es|ing|ion)\b",
        r"\brestat(?:ed|es|ing|ement)\b",
        r"\bas (?:(?:it|was|were|they|he|she) )?(?:(?:first|previously|earlier|originally) )?"
        r"(?:reported|announced|stated)\b",
        r"\b(?:reported|announced|stated) (?:earlier|previously|yesterday)\b",
    ),
    re.IGNORECASE,
)
# An editor's correction stands in square brackets behind what was said: "$940 [$490]".
_BRACKET: Final = re.compile(r"\s*\[\s*[$€£¥]?")
_IN_BRACKETS: Final = re.compile(r"\d[^\[\]]{0,24}\[\s*[$€£¥]?$")


def recalls(frame: Frame) -> bool:
    """Tell whether a sentence comes back to something that was announced before."""
    return _RECALL.search(" ".join(frame.sentence.text.split())) is not None


def corrects(frame: Frame) -> bool:
    """Tell whether a sentence says of a number that it takes the place of another."""
    return _CORRECTING.search(" ".join(frame.sentence.text.split())) is not None


def between(one: ToldFigure, other: ToldFigure) -> str:
    """Return the words between two figures of one paragraph, the first of them before the second."""
    start = one.paragraph.start
    return one.paragraph.text[one.figure.span.end - start : other.figure.span.start - start]


def bracketed(one: ToldFigure, other: ToldFigure) -> bool:
    """Tell whether a figure stands in square brackets right behind another: the editor's correction of it."""
    return _BRACKET.fullmatch(between(one, other)) is not None


def in_brackets(told: ToldFigure) -> bool:
    """Tell whether a figure stands in square brackets behind a number."""
    return _IN_BRACKETS.search(told.paragraph.text[: told.figure.span.start - told.paragraph.start]) is not None

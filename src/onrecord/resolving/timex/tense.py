"""Which way the verb beside a time expression points: "met Friday" back, "will meet Friday" ahead."""

from typing import Final

from onrecord.lexicon import word_set
from onrecord.resolving.page import Page
from onrecord.resolving.timex.context import Lean

_AHEAD: Final = word_set(
    """
    will shall won't would should may might must can scheduled due effective expected expects expect plans plan planning
    upcoming begins starts ends opens expires takes leaves arrives faces slated poised likely unlikely hopes intends
    aims deadline going starting beginning tomorrow
    """
)
_BACK: Final = word_set(
    """
    said told was were had did went came saw got made took gave found left felt kept held brought began wrote stood lost
    paid met ran won led sent built fell rose spoke broke drew grew knew became put cut hit set let shot fought struck
    thought bought sold taught caught sought chose drove threw flew hid rode shook stole swore tore wore woke heard
    dealt meant slept spent swept bid quit shut spread since ago been done seen gone taken given made
    """
)
_FALSE: Final = word_set("need indeed speed seed feed proceed succeed exceed united armed hundred red bed aged related")
# "would be held", "agreed to meet": what stands so many words before a participle or an infinitive turns it ahead.
_REACH: Final = 3
_MODALS: Final = word_set("will shall won't would should may might must can be")
_COMMITTED: Final = word_set(
    """
    agreed agree plans planned plan expected expects scheduled set due hopes intends intended vows vowed pledged
    promised decided ready going wants wanted prepares preparing likely unlikely is are was were invited urged asked
    ordered
    """
)
_THROUGH: Final = frozenset(("until", "till", "through"))
# A verb stands right beside an expression where so few words do.
_BESIDE: Final = 3
# So many words on either side are looked at.
_BOUND: Final = 14


def lean_of(page: Page, start: int, end: int) -> tuple[Lean | None, bool]:
    """Return the way the nearest verb points, and whether it stands right beside the expression and none points away.

    First those before it in its sentence are asked, then those after. "until", "through" and, where there is no verb,
    "by" point ahead.
    """
    before, after = _around(page, start, end)
    if len(before) > 1 and before[-1] in _THROUGH:
        return "future", False
    for words, find, near in ((before, _backwards, before[-_BESIDE:]), (after, _forwards, after[:_BESIDE])):
        lean = find(words)
        if lean is not None:
            against = _is_ahead if lean == "past" else _is_back
            return lean, find(near) == lean and not any(against(word) for word in words)
    return "future" if before[-1:] == ["by"] else None, False


def _around(page: Page, start: int, end: int) -> tuple[list[str], list[str]]:
    """The words of the sentence before the expression and after it, in order."""
    sentence = page.sentence_of(start)
    first = page.sentences[sentence] if page.sentences else 0
    last = page.sentences[sentence + 1] if sentence + 1 < len(page.sentences) else len(page.text)
    left, right = page.tokens_in(first, start), page.tokens_in(end, max(end, last))
    return [page.tokens[i].word.lower() for i in left[-_BOUND:]], [page.tokens[i].word.lower() for i in right[:_BOUND]]


def _backwards(words: list[str]) -> Lean | None:
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if word == "to" and place and place < len(words) - 1 and words[place - 1] in _COMMITTED:
            return "future"
        if word == "planned" or _is_ahead(word) or _is_set(words, place):
            return "future"
        if _is_back(word):
            return "future" if _MODALS.intersection(words[max(0, place - _REACH) : place]) else "past"
    return None


def _forwards(words: list[str]) -> Lean | None:
    for place, word in enumerate(words):
        if _is_ahead(word) or _is_set(words, place):
            return "future"
        if _is_back(word):
            return "past"
    return None


def _is_ahead(word: str) -> bool:
    return word in _AHEAD or word.endswith("'ll")


def _is_set(words: list[str], place: int) -> bool:
    """Whether "set" is "set for Friday", "set to begin": as a verb it is past."""
    return words[place] == "set" and words[place + 1 : place + 2] in (["for"], ["to"])


def _is_back(word: str) -> bool:
    return word in _BACK or (word.endswith("ed") and len(word) > 4 and word not in _FALSE)

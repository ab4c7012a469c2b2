"""Which way the verb beside a time expression points: "met Friday" back, "will meet Friday" ahead."""

from typing import Final

from onrecord.lexicon import word_set
from onrecord.resolving.page import Page
from onrecord.resolving.timex.context import Lean

_AHEAD: Final = word_set(
    """
    will shall won't would could should may might must can ll scheduled due set expected expects expect planned plans
    plan planning upcoming begins starts ends opens expires takes leaves arrives faces slated poised likely unlikely
    hopes intends aims deadline going starting beginning tomorrow until till
    """
)
_BACK: Final = word_set(
    """
    said told was were had did went came saw got made took gave found left felt kept held brought began wrote stood lost
    paid met ran won led sent built fell rose spoke broke drew grew knew became put cut hit let shot fought struck
    thought bought sold taught caught sought chose drove threw flew hid rode shook stole swore tore wore woke heard
    dealt meant slept spent swept bid quit shut spread since ago has have been done seen gone taken given made
    """
)
_FALSE: Final = word_set("need indeed speed seed feed proceed succeed exceed united armed hundred red bed aged related")
_BOUND: Final = 14
"""So many words on either side are looked at."""


def lean_of(page: Page, start: int, end: int) -> Lean | None:
    """Return the way the nearest verb points: first those before the expression in its sentence, then those after."""
    before, after = _around(page, start, end)
    return _nearest(list(reversed(before))) or _nearest(after)


def _around(page: Page, start: int, end: int) -> tuple[list[str], list[str]]:
    """The words of the sentence on either side, not across a stronger mark than a comma."""
    sentence = page.sentence_of(start)
    first = page.sentences[sentence] if page.sentences else 0
    last = page.sentences[sentence + 1] if sentence + 1 < len(page.sentences) else len(page.text)
    left = [page.tokens[i].word.lower() for i in page.tokens_in(first, start)][-_BOUND:]
    right = [page.tokens[i].word.lower() for i in page.tokens_in(end, max(end, last))][:_BOUND]
    return left, right


def _nearest(words: list[str]) -> Lean | None:
    for word in words:
        lean = _points(word)
        if lean is not None:
            return lean
    return None


def _points(word: str) -> Lean | None:
    if word in _AHEAD or word.endswith("'ll"):
        return "future"
    if word in _BACK or (word.endswith("ed") and len(word) > 4 and word not in _FALSE):
        return "past"
    return None

"""Which way the verb beside a time expression points: "met Friday" back, "will meet Friday" ahead."""

from typing import Final

from onrecord.lexicon import word_set
from onrecord.resolving.page import Page
from onrecord.resolving.timex.context import Lean

_AHEAD: Final = word_set(
    """
    will shall won't would should may might must can scheduled due effective expected expects expect plans plan planning
    upcoming begins starts ends opens expires takes leaves arrives faces slated poised likely unlikely hopes intends
    aims deadline going starting beginning tomorrow payable
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
_DETERMINERS: Final = word_set("a an the its their his her our this that these those")
_PLANS: Final = word_set("plan plans")
# What was moved to a day, and what holds only once something has come to pass.
_MOVED: Final = word_set("extended postponed delayed deferred adjourned rescheduled pushed moved")
_CONDITIONS: Final = word_set("when if once until unless before")
_CLAUSE: Final = 8
_AS_SOON: Final = (["as", "soon", "as"], ["as", "early", "as"])
# A verb stands right beside an expression where so few words do.
_BESIDE: Final = 3
# So many words on either side are looked at.
_BOUND: Final = 24
# Before "by", which itself points ahead, no more than so many.
_BY: Final = 14


def lean_of(page: Page, start: int, end: int) -> tuple[Lean | None, bool]:
    """Return the way the nearest verb points, and whether it stands right beside the expression and none points away.

    First those before it in its sentence are asked, then those after. "until", "through" and, where there is no verb,
    "by" point ahead.
    """
    before, after = _around(page, start, end)
    if (len(before) > 1 and before[-1] in _THROUGH) or _is_put_off(before, after):
        return "future", False
    if before[-1:] == ["by"]:
        before = before[-_BY:]
    for words, find, near in ((before, _backwards, before[-_BESIDE:]), (after, _forwards, after[:_BESIDE])):
        lean = find(words)
        if lean is not None:
            against = _is_ahead if lean == "past" else _is_back
            turned = any(against(word, words[:place]) for place, word in enumerate(words))
            return lean, find(near) == lean and not turned
    return "future" if before[-1:] == ["by"] else None, False


def _around(page: Page, start: int, end: int) -> tuple[list[str], list[str]]:
    """The words of the sentence before the expression and after it, in order."""
    sentence = page.sentence_of(start)
    first = page.sentences[sentence] if page.sentences else 0
    last = page.sentences[sentence + 1] if sentence + 1 < len(page.sentences) else len(page.text)
    left, right = page.tokens_in(first, start), page.tokens_in(end, max(end, last))
    return [page.tokens[i].word.lower() for i in left[-_BOUND:]], [page.tokens[i].word.lower() for i in right[:_BOUND]]


def _is_put_off(before: list[str], after: list[str]) -> bool:
    """Whether something is to be only then: "extended to Friday", "set Friday as the deadline", "as soon as Friday"."""
    if before[-3:] in _AS_SOON:
        return _backwards(before[:-3]) != "past"
    if before[-1:] == ["set"] and after[:1] == ["as"]:
        return True
    return before[-1:] == ["to"] and not _MOVED.isdisjoint(before[-6:])


def _backwards(words: list[str]) -> Lean | None:
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if word == "to" and place and place < len(words) - 1 and words[place - 1] in _COMMITTED:
            return _unless_had_been(words, place - 1)
        if (word == "planned" and not _is_as(words, place)) or _is_ahead(word, words[:place]) or _is_set(words, place):
            return _unless_had_been(words, place)
        if _is_back(word, words[:place]) and not _is_as(words, place):
            return "future" if _is_turned(words, place) else "past"
    return None


def _unless_had_been(words: list[str], place: int) -> Lean:
    """What "had been due Friday" is over."""
    return "past" if words[max(0, place - 2) : place] == ["had", "been"] else "future"


def _is_as(words: list[str], place: int) -> bool:
    """Whether a participle only compares: "as planned", "as previously agreed"."""
    return place > 0 and words[place - 1 - words[place - 1].endswith("ly")] == "as"


def _is_turned(words: list[str], place: int) -> bool:
    """Whether a participle is of what is yet to come: "would be held", "when the case is heard"."""
    if not _MODALS.isdisjoint(words[max(0, place - _REACH) : place]):
        return True
    now = words[max(0, place - 1) : place] in (["is"], ["are"])
    return now and not _CONDITIONS.isdisjoint(words[max(0, place - _CLAUSE) : place])


def _forwards(words: list[str]) -> Lean | None:
    for place, word in enumerate(words):
        if _is_ahead(word, words[:place]) or _is_set(words, place):
            return "future"
        if _is_back(word, words[:place]):
            return "past"
    return None


def _is_ahead(word: str, before: list[str]) -> bool:
    noun = word in _PLANS and before[-1:] and before[-1] in _DETERMINERS
    return (word in _AHEAD and not noun) or word.endswith("'ll")


def _is_set(words: list[str], place: int) -> bool:
    """Whether "set" is "set for Friday", "set to begin": as a verb it is past."""
    return words[place] == "set" and words[place + 1 : place + 2] in (["for"], ["to"])


def _is_back(word: str, before: list[str]) -> bool:
    """Whether a word tells of what is over; "an unspecified date" does not."""
    if word in _BACK:
        return True
    verbal = word.endswith("ed") and len(word) > 4 and word not in _FALSE
    return verbal and not (before[-1:] and before[-1] in _DETERMINERS) and before[-1:] != ["still"]

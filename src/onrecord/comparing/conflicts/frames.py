"""A figure's frame: the sentence that it stands in with the figure cut out, so that two can be laid side by side."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from onrecord.folding import fold
from onrecord.lexicon import word_set
from onrecord.records import Span, ToldFigure
from onrecord.sentences import sentences_of
from onrecord.wrapping import on_one_line

# Words with the marks that belong to numbers and names; signs of money and percent.
_TOKEN: Final = re.compile(r"[^\W_]+(?:(?:[.,/’'-]| \. )(?=\d)[^\W_]+)*(?:['’][^\W_]+)?|[%$€£¥]")
# Further words on either side tell less of what the number is.
_REACH: Final = 24
_FADING: Final = 0.94
_STOP_WEIGHT: Final = 0.25
_NEAREST: Final = 3
STOP_WORDS: Final = word_set(
    """
    a about above after all also an and any are as at be been being but by can could did do does for from had has have
    he her his i if in into is it its may more most of on or our over she so some such than that the their them there
    these they this those to under up us was we were which who will with would you your said says
    """
)
_SPELT: Final = word_set(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen
    """
)


@dataclass(frozen=True, slots=True)
class Frame:
    """The words before and after a figure in its sentence, folded, the nearest `_REACH` of them; the sentence itself.

    `number` are the folded words of the figure that are numerals, in digits or spelt. `sentence` has the offsets of
    the document.
    """

    before: tuple[str, ...]
    number: tuple[str, ...]
    after: tuple[str, ...]
    sentence: Span

    @property
    def words(self) -> tuple[str, ...]:
        """All words beside the figure."""
        return self.before + self.after

    def nearest(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the words that tell most of it: up to three on either side that are not stop words."""
        before = [word for word in self.before if word not in STOP_WORDS]
        after = [word for word in self.after if word not in STOP_WORDS]
        return tuple(before[-_NEAREST:]), tuple(after[:_NEAREST])


def frame_of(told: ToldFigure) -> Frame:
    """Return the frame of a figure within its paragraph."""
    sentence = sentence_around(told.paragraph, told.figure.span.start)
    start, end = (offset - sentence.start for offset in (told.figure.span.start, told.figure.span.end))
    return Frame(
        before=words_in(sentence.text[:start])[-_REACH:],
        number=tuple(word for word in words_in(sentence.text[start:end]) if is_numeral(word)),
        after=words_in(sentence.text[end:])[:_REACH],
        sentence=sentence,
    )


def sentence_around(paragraph: Span, offset: int) -> Span:
    """Return the sentence of a paragraph that holds an offset of the document; a wrapped line does not end it."""
    text = on_one_line(paragraph.text)
    place = offset - paragraph.start
    start, end = next(((a, b) for a, b in sentences_of(text) if a <= place < b), (0, len(text)))
    return Span(paragraph.start + start, paragraph.start + end, paragraph.text[start:end])


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded; numerals without the marks that part thousands."""
    return tuple(_folded(match.group()) for match in _TOKEN.finditer(text))


def is_numeral(word: str) -> bool:
    """Tell whether a folded word is a number, in digits or spelt."""
    return any(map(str.isdigit, word)) or word in _SPELT


def likeness(a: Frame, b: Frame) -> float:
    """Return how alike two frames are, 0 to 1: the weight of the words that align, of the weight of all (Dice).

    Words are aligned in order (Ratcliff and Obershelp 1988), those before and after the figure apart; the further
    from it a word stands the less it weighs, stop words weigh a quarter.
    """
    before = _aligned(a.before[::-1], b.before[::-1])
    after = _aligned(a.after, b.after)
    whole = before[1] + after[1]
    return (before[0] + after[0]) / whole if whole else 0.0


def _aligned(a: Sequence[str], b: Sequence[str]) -> tuple[float, float]:
    """Return twice the weight of what aligns of two lists, the nearest first, and the weight of both."""
    weights_a, weights_b = _weights(a), _weights(b)
    met = 0.0
    for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
        met += sum(weights_a[block.a : block.a + block.size]) + sum(weights_b[block.b : block.b + block.size])
    return met, sum(weights_a) + sum(weights_b)


def _weights(words: Sequence[str]) -> list[float]:
    return [(_STOP_WEIGHT if word in STOP_WORDS else 1.0) * _FADING**place for place, word in enumerate(words)]


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    if any(map(str.isdigit, word)):
        return word.replace(",", "").replace(" ", "").casefold()
    return fold(word).replace(" ", "'") or word

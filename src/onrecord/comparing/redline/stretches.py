"""The passages of a document: its sentences, with what is needed to find each again in another document."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.comparing.redline.word_families import roots_of
from onrecord.records import MEANING_WIDTH, Document, Meaning, Span
from onrecord.sentences import sentences_of

# A line of its own that ends in no full stop and has few words is a heading.
_HEADING_WORDS: Final = 12
_ENDS: Final = (".", "!", "?", ";", ",", "…", ".”", '."', ":”")
# All but letters, digits and signs that are no punctuation.
_MARKS: Final = re.compile(r"[^\w$€£¥%&+]|_")
_NOTHING: Final = np.zeros(MEANING_WIDTH, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or two that stand together: its span, the roots of its words, and what it means.

    `plain` is its text as it is the same for: without case, white space and marks that are set one way or another.
    `meaning` is a direction of length 1 (float32, MEANING_WIDTH), or nothing but zeros where it is not known.
    """

    span: Span
    roots: frozenset[str]
    meaning: NDArray[np.float32]
    plain: str
    heading: bool = False


def passages_of(document: Document, meanings: Iterable[Meaning] = ()) -> tuple[Passage, ...]:
    """Return the sentences of a document, in order; `meanings` are those that its reader found.

    Lines that hold no word belong to none. A sentence of which no meaning is given has words alone.
    """
    known = {one.start: one for one in meanings if one.kind == "sentence"}
    return tuple(
        _passage(document.text, start, end, known.get(start))
        for start, end in sentences_of(document.text)
        if start < end
    )


def joined(text: str, one: Passage, next_one: Passage) -> Passage:
    """Return two passages that follow one another as one; `text` is their document's."""
    start, end = one.span.start, next_one.span.end
    lengths = len(one.span.text), len(next_one.span.text)
    meaning = one.meaning * lengths[0] + next_one.meaning * lengths[1]
    return Passage(
        Span.cut(text, start, end), one.roots | next_one.roots, _direction(meaning), one.plain + next_one.plain
    )


def span_over(text: str, passages: Sequence[Passage]) -> Span | None:
    """Return the stretch from the first to the last of some passages, None where there are none."""
    return Span.cut(text, passages[0].span.start, passages[-1].span.end) if passages else None


def _passage(text: str, start: int, end: int, meaning: Meaning | None) -> Passage:
    # A sentence's extent reaches over what holds no word behind it: a rule, three stars.
    line = text[start:end].partition("\n")[0].rstrip()
    heading = (
        _is_alone(text, start, start + len(line))
        and not line.rstrip(" *_").endswith(_ENDS)
        and len(line.split()) <= _HEADING_WORDS
    )
    vector = _NOTHING if meaning is None else _direction(np.frombuffer(meaning.vector, np.int8).astype(np.float32))
    return Passage(Span.cut(text, start, start + len(line)), frozenset(roots_of(line)), vector, _plain(line), heading)


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing but a list's or a heading's marks stands beside [start, end) on its line."""
    stop = text.find("\n", end)
    before, after = text[text.rfind("\n", 0, start) + 1 : start], text[end : len(text) if stop < 0 else stop]
    return not before.strip(" *#_•-–\t") and not after.strip(" *_\t")


def _plain(line: str) -> str:
    return _MARKS.sub("", line.casefold())


def _direction(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    length = float(np.linalg.norm(vector))
    return vector / np.float32(length) if length else _NOTHING

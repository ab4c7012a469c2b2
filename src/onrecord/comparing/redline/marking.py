"""The words that changed between two wordings of a passage, and the words of commitment among them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, TypedDict

from onrecord.comparing.redline.strength import Force, Shift, Strong, force_of, shifts_between
from onrecord.folding import fold
from onrecord.records import Span

# A word with what holds it together, or a sign that is no punctuation: a currency, a percent sign.
_WORD: Final = re.compile(r"[^\W_]+(?:[’'.,&/\-\u2010\u2011][^\W_]+)*|[$€£¥%+]")
# So few words in common between two changes, all of them idle or the change far longer, are no common ground.
_ISLAND: Final = 2
# Beyond so many characters a change is a new wording: there only the first words of commitment on each scale are each
# other's counterparts.
_LONG: Final = 60


class EditJson(TypedDict):
    """The codebook's edit: `{"a": [start, end], "b": [start, end]}`."""

    a: list[int]
    b: list[int]


@dataclass(frozen=True, slots=True)
class Edit:
    """What stands at [a, a_end) of one text and at [b, b_end) of the other instead: nothing, where it is empty."""

    a: int
    a_end: int
    b: int
    b_end: int

    def to_json(self) -> EditJson:
        """Return the codebook's edit."""
        return {"a": [self.a, self.a_end], "b": [self.b, self.b_end]}


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    plain: str


def edits_between(a: Span, b: Span) -> tuple[Edit, ...]:
    """Return the changed words of two wordings, in order, in offsets of their documents.

    Case, accents and punctuation do not count. The longest common runs of words come first (Ratcliff and Obershelp); a
    word or two between two changes is taken into them, as a person reads a sentence.
    """
    ours, theirs = _words(a), _words(b)
    return tuple(
        Edit(*_extent(ours, i, i_end, a), *_extent(theirs, j, j_end, b))
        for i, i_end, j, j_end in _without_islands(list(_changes(ours, theirs)))
    )


def shifts_in(a: Span, b: Span, edits: Sequence[Edit]) -> tuple[Shift, ...]:
    """Return the words of commitment that were hardened or softened by these edits, in order.

    Those within an edit are each other's counterparts; so are those that stayed where what strengthens them went.
    """
    before, after = (force_of(span.text, offset=span.start).words for span in (a, b))
    found = [shift for edit in edits for shift in _shifts_of(edit, before, after)]
    kept = (
        _outside(before, [(one.a, one.a_end) for one in edits]),
        _outside(after, [(one.b, one.b_end) for one in edits]),
    )
    if [(one.word, one.scale) for one in kept[0]] == [(one.word, one.scale) for one in kept[1]]:
        found += [Shift(x, y) for x, y in zip(*kept, strict=True) if x.degree != y.degree]
    return tuple(sorted(found, key=lambda shift: shift.before.start))


def _shifts_of(edit: Edit, before: Sequence[Strong], after: Sequence[Strong]) -> tuple[Shift, ...]:
    ours = [one for one in before if one.start < edit.a_end and edit.a < one.end]
    theirs = [one for one in after if one.start < edit.b_end and edit.b < one.end]
    if min(edit.a_end - edit.a, edit.b_end - edit.b) > _LONG:
        ours, theirs = _first_of_each(ours), _first_of_each(theirs)
    return shifts_between(Force(tuple(ours)), Force(tuple(theirs)))


def _first_of_each(words: Sequence[Strong]) -> list[Strong]:
    return list({one.scale: one for one in reversed(words)}.values())[::-1]


def _outside(words: Sequence[Strong], extents: Sequence[tuple[int, int]]) -> list[Strong]:
    return [one for one in words if not any(one.start < end and start < one.end for start, end in extents)]


def _words(span: Span) -> list[_Word]:
    return [
        _Word(span.start + match.start(), span.start + match.end(), fold(match.group()) or match.group())
        for match in _WORD.finditer(span.text)
    ]


def _changes(ours: Sequence[_Word], theirs: Sequence[_Word]) -> Iterator[tuple[int, int, int, int]]:
    matcher = SequenceMatcher(None, [one.plain for one in ours], [one.plain for one in theirs], autojunk=False)
    return ((i, i_end, j, j_end) for tag, i, i_end, j, j_end in matcher.get_opcodes() if tag != "equal")


def _without_islands(changes: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Join two changes of which both sides say something else and that hardly anything stands between."""
    joined: list[tuple[int, int, int, int]] = []
    for change in changes:
        if joined and _is_island(joined[-1], change):
            i, _, j, _ = joined.pop()
            change = (i, change[1], j, change[3])
        joined.append(change)
    return joined


def _is_island(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    between = other[0] - one[1]
    sizes = [max(i_end - i, j_end - j) for i, i_end, j, j_end in (one, other)]
    replaces = [i_end > i and j_end > j for i, i_end, j, j_end in (one, other)]
    return between <= _ISLAND and all(replaces) and min(sizes) > between


def _extent(words: Sequence[_Word], first: int, end: int, within: Span) -> tuple[int, int]:
    """The characters of words [first, end); where there are none, the place behind the word before."""
    if first < end:
        return words[first].start, words[end - 1].end
    place = words[first - 1].end if first else within.start
    return place, place

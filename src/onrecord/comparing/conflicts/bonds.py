"""Whether two documents tell one text, by the numbers in them: a correction keeps all but one, next week's report none.

The figures of both are laid side by side in order (Ratcliff and Obershelp 1988 over their amounts, then what lies
between those that agree by the words around them), so that a number that was changed is found in the place of the one
that it took the place of.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Final, TypeAlias

from onrecord.comparing.conflicts.frames import likeness
from onrecord.comparing.conflicts.same_story import title_likeness
from onrecord.comparing.conflicts.stated import Stated
from onrecord.records import ToldFigure

# What is compared of an amount: bound and unit with the numbers, so that "5" and "5 percent" differ.
Amount: TypeAlias = tuple[str | None, float | None, float | None, float | None]

# Two texts are one where half of the numbers agree; next week's report of the same form shares hardly any (measured on
# wire reports of 1987 and pages of government: corrections and versions 0.57 to 0.98, other weeks 0.10 and less).
_ONE_TEXT: Final = 0.5
_OTHER_ISSUE: Final = 0.2
_ONE_FORM: Final = 0.3
# With so few numbers the share says little, and the titles decide.
_FEW: Final = 4
_ONE_TITLE: Final = 0.6
# Small numbers are in every text.
_SMALL: Final = 12
# The words around two numbers must be as alike as that to be the same place of one text.
_SAME_PLACE: Final = 0.5
# Two stretches without a number in common are laid side by side only where that costs little.
_STRETCH: Final = 400


@dataclass(frozen=True)
class Sheet:
    """The figures of one document in the order of the text."""

    figures: tuple[Stated, ...]

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """The amount of each figure."""
        return tuple(amount_of(stated.told) for stated in self.figures)

    @cached_property
    def telling(self) -> Counter[Amount]:
        """The amounts that are not in every text."""
        return Counter(filter(_tells, self.amounts))

    @cached_property
    def by_id(self) -> dict[str, Stated]:
        """Each figure by its id."""
        return {stated.told.figure.id: stated for stated in self.figures}


@dataclass(frozen=True)
class Bond:
    """How much two documents have in common; what costs most is found when it is first asked for, and kept."""

    a: Sheet
    b: Sheet

    @cached_property
    def telling(self) -> int:
        """How many telling numbers the one with fewer has."""
        return min(self.a.telling.total(), self.b.telling.total())

    @cached_property
    def agreement(self) -> float | None:
        """The share of the telling numbers of the one with fewer that the other has too; `None` where it has none."""
        return (self.a.telling & self.b.telling).total() / self.telling if self.telling else None

    @cached_property
    def places(self) -> Mapping[str, str]:
        """For the id of a figure of the first document that of the figure in its place in the second."""
        return dict(_places(self.a, self.b))

    @property
    def one_text(self) -> bool:
        """Whether both are one text but for what was changed: copies, versions, an item and its correction."""
        return self.agreement is not None and self.telling >= _FEW and self.agreement >= _ONE_TEXT

    @property
    def one_item(self) -> bool:
        """Whether both may be one short text, with too few numbers to tell: their titles are alike."""
        if self.telling >= _FEW or not self.a.figures or not self.b.figures:
            return False
        titles = title_likeness(self.a.figures[0].told.page, self.b.figures[0].told.page)
        return titles is not None and titles >= _ONE_TITLE

    @property
    def other_issue(self) -> bool:
        """Whether both are reports of one form on two days or two firms: the same places, other numbers in them."""
        if self.agreement is None or self.telling < _FEW or self.agreement >= _OTHER_ISSUE:
            return False
        return len(self.places) >= _ONE_FORM * min(len(self.a.figures), len(self.b.figures))


def sheet_of(figures: Sequence[ToldFigure]) -> Sheet:
    """Return a document's sheet from its figures in any order."""
    ordered = sorted(figures, key=lambda told: (told.figure.span.start, told.figure.id))
    return Sheet(tuple(map(Stated, ordered)))


def amount_of(told: ToldFigure) -> Amount:
    """Return the unit, value, low and high of a figure: what makes two say the same number."""
    figure = told.figure
    return figure.unit, figure.value, figure.low, figure.high


def _tells(amount: Amount) -> bool:
    number = next((one for one in amount[1:] if one is not None), None)
    return number is not None and (number > _SMALL or number != int(number))


def _places(a: Sheet, b: Sheet) -> Iterator[tuple[str, str]]:
    done_a = done_b = 0
    for block in SequenceMatcher(None, a.amounts, b.amounts, autojunk=False).get_matching_blocks():
        yield from _between(a, b, range(done_a, block.a), range(done_b, block.b))
        for step in range(block.size):
            yield _id(a, block.a + step), _id(b, block.b + step)
        done_a, done_b = block.a + block.size, block.b + block.size


def _between(a: Sheet, b: Sheet, of_a: range, of_b: range) -> Iterator[tuple[str, str]]:
    """Lay two stretches side by side in order: the pairs whose words are most alike in sum."""
    if not of_a or not of_b or len(of_a) * len(of_b) > _STRETCH:
        return
    alike = {(i, j): likeness(a.figures[i].frame, b.figures[j].frame) for i in of_a for j in of_b}
    best: dict[tuple[int, int], float] = {}
    for i in reversed(of_a):
        for j in reversed(of_b):
            both = alike[i, j] + best.get((i + 1, j + 1), 0.0) if alike[i, j] >= _SAME_PLACE else 0.0
            best[i, j] = max(both, best.get((i + 1, j), 0.0), best.get((i, j + 1), 0.0))
    i, j = of_a.start, of_b.start
    while i < of_a.stop and j < of_b.stop:
        if alike[i, j] >= _SAME_PLACE and best[i, j] == alike[i, j] + best.get((i + 1, j + 1), 0.0):
            yield _id(a, i), _id(b, j)
            i, j = i + 1, j + 1
        elif best.get((i + 1, j), 0.0) >= best.get((i, j + 1), 0.0):
            i += 1
        else:
            j += 1


def _id(sheet: Sheet, place: int) -> str:
    return sheet.figures[place].told.figure.id

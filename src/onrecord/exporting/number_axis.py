"""The axis of a chart's numbers: linear from zero, or by powers of ten where the numbers lie far apart."""

import math
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from altair import Scale

# How far the axis goes beyond the largest number: room for the arrows of what has no end.
_MOST: Final = 1.12
_RATIO: Final = 50
# Two powers of ten or fewer have too few numbers of their own to read the others by.
_FEW_POWERS, _MANY_POWERS = 2, 10


class NumberAxis(NamedTuple):
    """The lowest and the highest number that an axis shows, and whether it goes by powers of ten."""

    floor: float
    top: float
    logarithmic: bool

    def scale(self) -> "Scale":
        """Return it as the scale of a Vega-Lite channel."""
        import altair as alt

        if self.logarithmic:
            return alt.Scale(type="log", domain=[self.floor, self.top], nice=False)
        return alt.Scale(domain=[self.floor, self.top], nice=False)

    def powers(self) -> list[float]:
        """Return powers of ten on it: some where they are many, and twice and five times each where they are few."""
        first, last = math.floor(math.log10(self.floor)), math.ceil(math.log10(self.top))
        steps = (1, 2, 5) if last - first - 1 <= _FEW_POWERS else (1,)
        every = range(first, last, math.ceil((last - first) / _MANY_POWERS))
        numbers = [step * 10.0**power for power in every for step in steps]
        return [number for number in numbers if self.floor <= number <= self.top]


def number_axis(numbers: Sequence[float]) -> NumberAxis:
    """Return the axis on which these numbers are drawn: linear, but where the largest is over fifty times the least."""
    least, most = min(numbers, default=0), max(numbers, default=1)
    if least > 0 and most / least > _RATIO:
        return NumberAxis(least / 2, _finite(most * 3), logarithmic=True)
    return NumberAxis(min(0, least), _finite(max(most, 0) * _MOST) or 1, logarithmic=False)


def _finite(number: float) -> float:
    return min(number, sys.float_info.max)

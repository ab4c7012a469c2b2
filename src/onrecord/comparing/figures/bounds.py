"""What a figure leaves open: the numbers that it may be, as an interval, and whether two can be the same number."""

import math
import re
from dataclasses import dataclass
from typing import Final

from onrecord.records import Figure

# Steps of the scales that people round to, within a power of ten: Krifka, "Approximate interpretation of number
# words: a case for strategic communication" (2007); Jansen and Pollmann, "On round numbers" (2001).
_STEPS: Final = (5, 2, 1)
_MAGNITUDE: Final = re.compile(r"\b(?:dozen|score|hundred|thousand|million|billion)s?\b", re.IGNORECASE)
_FROM_BELOW: Final = re.compile(r"\s*(?:nearly|almost|close to|just under|not quite|approaching)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from `low` to `high`, infinite where that end is open; `with_low` and `with_high`: also the ends."""

    low: float = -math.inf
    high: float = math.inf
    with_low: bool = True
    with_high: bool = True

    def holds(self, value: float) -> bool:
        """Tell whether a number lies in it."""
        above = value > self.low or (self.with_low and value == self.low)
        return above and (value < self.high or (self.with_high and value == self.high))


def interval_of(figure: Figure) -> Interval | None:
    """Return the numbers that the words of a figure allow; `None` where they tell of none ("dozens").

    "about 4,000" allows what is nearer to it than half a step of the scale that it is rounded to (`slack_of`), and
    nothing above it where it is "nearly" so many. The bounds are those of the words: an increment is the number that
    was added.
    """
    value = figure.value
    if figure.bound in ("range", "vague"):
        return _between(figure.low, figure.high)
    if value is None or figure.bound is None:
        return None
    if figure.bound == "about":
        slack = slack_of(value)
        return Interval(value - slack, value if _FROM_BELOW.match(figure.span.text) else value + slack)
    return {
        "exact": Interval(value, value),
        "at_most": Interval(high=value),
        "at_least": Interval(low=value),
        "more_than": Interval(low=value, with_low=False),
        "less_than": Interval(high=value, with_high=False),
    }[figure.bound]


def can_meet(a: Interval | None, b: Interval | None) -> bool:
    """Tell whether one number may lie in both: so it may where one of them is not known."""
    if a is None or b is None:
        return True
    low, high = max(a.low, b.low), min(a.high, b.high)
    return low < high or (low == high and a.holds(low) and b.holds(low))


def says_a_number(figure: Figure) -> bool:
    """Tell whether the words of a figure say how many at all: "dozens" does, "several" and "a number of" do not."""
    known = any(number is not None for number in (figure.value, figure.low, figure.high))
    return known or _MAGNITUDE.search(figure.span.text) is not None


def slack_of(value: float) -> float:
    """Return by how much a number that is said approximately may be missed: half the step that it is rounded to.

    The step is the largest of 1, 2, 5 times a power of ten that the number is a multiple of and that goes into it
    twice or more: 50 of 500, 500 of 3,000, 2,500 of 10,000, 2,500 of 15,000. A tenth of the number is always left
    open.
    """
    size = abs(value)
    return max(_step(size) / 2, size / 10)


def _step(size: float) -> float:
    power = math.floor(math.log10(size)) if size > 0 else 0
    for exponent in range(power, -1, -1):
        for step in _STEPS:
            width = step * 10.0**exponent
            if 2 * width <= size and size % width == 0:
                return width
    return 0


def _between(low: float | None, high: float | None) -> Interval | None:
    if low is None and high is None:
        return None
    return Interval(-math.inf if low is None else low, math.inf if high is None else high)

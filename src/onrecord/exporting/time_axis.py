"""The axis of a chart's days: where moments stand on it, and which days are written under it."""

import math
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from onrecord.days import days_of

_DAY: Final = 86_400_000
_EPOCH: Final = date(1970, 1, 1).toordinal()
# What lies on either side of the first and the last moment: this part of the time between them, and some days at least.
_MARGIN: Final = 0.03
_LEAST_MARGIN: Final = 1
# The part of all moments that is most of them, what counts as following on them, and how much longer is far.
_MOST: Final = 0.8
_LEAST_REACH: Final = 30 * _DAY
_FAR: Final = 4
# The steps that days are written at, each with its days. Vega counts the weeks from Sundays.
_STEPS: Final = (
    *((1, "day", 1), (7, "week", 1), (14, "week", 2), (30.4, "month", 1), (91.3, "month", 3), (182.6, "month", 6)),
    *((365.25 * years, "year", years) for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)),
)
_FIRST: Final = "datum.index == 0 ? utcFormat(datum.value, '%Y') : ''"
_LABELS: Final = {
    "day": f"[utcFormat(datum.value, '%-d %b'), {_FIRST}]",
    "week": f"[utcFormat(datum.value, '%-d %b'), {_FIRST}]",
    "month": "[utcFormat(datum.value, '%b'), utcmonth(datum.value) == 0 || datum.index == 0 ?"
    " utcFormat(datum.value, '%Y') : '']",
    "year": "utcFormat(datum.value, '%Y')",
}


class TimeAxis(NamedTuple):
    """The first and the last instant that an axis shows, in milliseconds since 1970 (UTC)."""

    first: float
    last: float

    def ticks(self, most: int) -> tuple[Any, str]:
        """Return Vega's step between the days that are written, so that they are `most` or fewer, and their words."""
        span = (self.last - self.first) / _DAY
        _, interval, step = next((step for step in _STEPS if span / step[0] <= most), _STEPS[-1])
        return {"interval": interval, "step": step}, _LABELS[interval]


def instants_of(moment: str | None) -> tuple[float, float] | None:
    """Return the first and last instant of the days that an ISO 8601 or TIMEX3 value may mean; `None`: no such days.

    The last is the end of its last day, so that a day stands at its noon.
    """
    days = days_of(moment)
    if days is None:
        return None
    first, last = (_instant(day) for day in days)
    return first, last + _DAY


def time_axis(instants: Iterable[tuple[float, float]]) -> TimeAxis:
    """Return the axis on which one stretch of time or more is drawn, with a margin on either side."""
    every = list(instants)
    first, last = min(first for first, _ in every), max(last for _, last in every)
    margin = max(_LEAST_MARGIN * _DAY, (last - first) * _MARGIN)
    return TimeAxis(first - margin, last + margin)


def main_stretch(instants: Sequence[tuple[float, float]]) -> list[bool]:
    """Tell of each of these stretches of time whether it lies near the most of them; all do, unless few lie far away.

    Far away is what makes the axis four times as long or longer than it is without, and is a fifth of them at most.
    """
    middles = [(first + last) / 2 for first, last in instants]
    first, last = _grown(sorted(middles))
    shrunk = _FAR * max(last - first, _LEAST_REACH) < max(middles) - min(middles)
    return [not shrunk or first <= middle <= last for middle in middles]


def _grown(middles: Sequence[float]) -> tuple[float, float]:
    """The shortest time that holds most of these, and what follows on it, each no further than half of its length."""
    many = math.ceil(len(middles) * _MOST)
    begin = min(range(len(middles) - many + 1), key=lambda i: middles[i + many - 1] - middles[i])
    first, last = middles[begin], middles[begin + many - 1]
    for middle in middles[begin + many :]:
        last = middle if middle - last <= max((last - first) / 2, _LEAST_REACH) else last
    for middle in reversed(middles[:begin]):
        first = middle if first - middle <= max((last - first) / 2, _LEAST_REACH) else first
    return first, last


def _instant(day: str) -> float:
    return float((date.fromisoformat(day).toordinal() - _EPOCH) * _DAY)

"""How many there are of something in each month, as a strip of small bars: for a line of text or a facet."""

from collections.abc import Iterator, Mapping
from typing import Final

from onrecord.errors import UsageError
from onrecord.exporting.chart_figures import day_in_words, plain
from onrecord.exporting.frame import SVG

_STEP, _BAR, _HEIGHT = 6, 5, 24
# A month with one of a thousand is still seen.
_LEAST: Final = 1.5
# Of a longer time the last months are drawn, and the name says from when on.
_MOST_MONTHS: Final = 240


def month_strip(counts: Mapping[str, int], *, title: str) -> str:
    """Return an SVG with a bar for each month from the first to the last, also those that have none.

    `counts` has months as `YYYY-MM`; `title` begins what the strip is called aloud ("Statements by month"). An empty
    text is returned where nothing is counted. Raises UsageError for what is no month.
    """
    from lxml import etree

    counted = {_number(month): count for month, count in counts.items() if count > 0}
    if not counted:
        return ""
    last = max(counted)
    first = max(min(counted), last - _MOST_MONTHS + 1)
    most = max(count for month, count in counted.items() if month >= first)
    width = _STEP * (last - first + 1)
    svg = etree.Element(
        f"{SVG}svg",
        {"class": "month-strip", "role": "img", "aria-label": _said(title, counted, first, last)}
        | {"viewBox": f"0 0 {width} {_HEIGHT}", "width": str(width), "height": str(_HEIGHT)},
        nsmap={None: SVG[1:-1]},
    )
    line = {"class": "baseline", "d": f"M0 {_HEIGHT - 0.5}H{width}", "stroke": "currentColor", "stroke-opacity": ".35"}
    bars = {"class": "months", "d": "".join(_bars(counted, first, most)), "fill": "currentColor"}
    svg.extend([etree.Element(f"{SVG}path", line), etree.Element(f"{SVG}path", bars)])
    return str(etree.tostring(svg, encoding="unicode"))


def _bars(counted: Mapping[int, int], first: int, most: int) -> Iterator[str]:
    for month, count in sorted(counted.items()):
        if month >= first:
            height = max(_LEAST, (_HEIGHT - 1) * count / most)
            yield f"M{_STEP * (month - first)} {_HEIGHT - 1}v-{height:.1f}h{_BAR}v{height:.1f}z"


def _said(title: str, counted: Mapping[int, int], first: int, last: int) -> str:
    shown = {month: count for month, count in counted.items() if month >= first}
    highest = max(shown, key=lambda month: shown[month])
    stretch = _named(first) if first == last else f"{_named(first)} to {_named(last)}"
    return f"{plain(title)}: {stretch}; most in {_named(highest)}: {shown[highest]:,}"


def _number(month: str) -> int:
    """A month as a number, so that the next month is the next number."""
    year, _, of_year = month.partition("-")
    if not (year.isdecimal() and of_year.isdecimal() and 1 <= int(of_year) <= 12):
        raise UsageError(month, "is no month", "write it as 2031-04")
    return int(year) * 12 + int(of_year) - 1


def _named(month: int) -> str:
    return day_in_words(f"{month // 12:04}-{month % 12 + 1:02}")

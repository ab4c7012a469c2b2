"""Strips into columns and tables, in the order in which they are read."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from onrecord.reading.pdf.page import Strip
from onrecord.reading.pdf.tables import Table, is_table, table_of, with_labels

# White space between columns is at least so wide, in font sizes.
_GUTTER: Final = 0.7
# Columns within columns: deeper is no page of a report.
_DEEPEST: Final = 6

Gap = tuple[float, float]


@dataclass(slots=True)
class Column:
    """Lines below one another."""

    lines: list[Strip]


@dataclass(slots=True)
class _Band:
    """Strips whose heights overlap, and the white space beside and between them."""

    strips: list[Strip]
    top: float
    bottom: float
    gaps: list[Gap] = field(default_factory=list)

    @property
    def is_parted(self) -> bool:
        return bool(_inner(self.gaps))


def arranged(strips: Sequence[Strip], size: float, depth: int = 0) -> Iterator[Column | Table]:
    """Yield the columns and tables of a page, or a part of one, in the order in which they are read.

    Columns are read one after the other, from the line that runs across them down to the next such line; `size` is
    that of most letters.
    """
    for bands, gaps in _groups(list(_bands(strips, size)), size):
        group = [one for band in bands for one in band.strips]
        parts = _parts(group, gaps)
        if len(parts) < 2 or depth >= _DEEPEST:
            yield Column(sorted(group, key=lambda one: (-one.base, one.x0)))
            continue
        labelled = with_labels(parts)
        if labelled is not None:
            yield from arranged(labelled, size, depth + 1)
        elif is_table(parts):
            yield table_of(parts)
        else:
            for part in parts:
                yield from arranged(part, size, depth + 1)


def _bands(strips: Sequence[Strip], size: float) -> Iterator[_Band]:
    band: _Band | None = None
    for one in sorted(strips, key=lambda one: -one.top):
        if band is not None and one.top > band.bottom:
            band.strips.append(one)
            band.bottom = min(band.bottom, one.bottom)
            continue
        if band is not None:
            yield _measured(band, size)
        band = _Band([one], one.top, one.bottom)
    if band is not None:
        yield _measured(band, size)


def _measured(band: _Band, size: float) -> _Band:
    gaps, reached = [], -math.inf
    for one in sorted(band.strips, key=lambda one: one.x0):
        if one.x0 - reached >= _GUTTER * size:
            gaps.append((reached, one.x0))
        reached = max(reached, one.x1)
    band.gaps = [*gaps, (reached, math.inf)]
    return band


def _common(gaps: Sequence[Gap], others: Sequence[Gap], size: float) -> list[Gap]:
    both = ((max(a, c), min(b, d)) for a, b in gaps for c, d in others)
    return [(left, right) for left, right in both if right - left >= _GUTTER * size]


def _inner(gaps: Sequence[Gap]) -> list[Gap]:
    return [gap for gap in gaps if math.isfinite(gap[0]) and math.isfinite(gap[1])]


def _groups(bands: list[_Band], size: float) -> Iterator[tuple[list[_Band], list[Gap]]]:
    """Yield runs of bands that are in columns together, with the white space between these, and runs that are not."""
    group: list[_Band] = []
    gaps: list[Gap] = []
    for number, band in enumerate(bands):
        both = _common(gaps, band.gaps, size) if group else band.gaps
        if group and _ends(gaps, band, both):
            behind = _given_back(group, band) if _inner(gaps) else _right_of(group, band, size)
            group = group[: len(group) - len(behind)]
            if group:
                yield group, _inner(_all_common(group, size))
            group = [*behind, band]
            both = _all_common(group, size)
        else:
            group.append(bands[number])
        gaps = both
    if group:
        yield group, _inner(gaps)


def _ends(gaps: list[Gap], band: _Band, both: list[Gap]) -> bool:
    return not _inner(both) if _inner(gaps) else band.is_parted


def _all_common(group: Sequence[_Band], size: float) -> list[Gap]:
    gaps = group[0].gaps
    for band in group[1:]:
        gaps = _common(gaps, band.gaps, size)
    return gaps


def _right_of(group: Sequence[_Band], band: _Band, size: float) -> list[_Band]:
    """Return the last bands that stand in the right column of what follows: its left one begins lower."""
    _, right = _inner(band.gaps)[0]
    behind: list[_Band] = []
    last = band
    for one in reversed(group):
        near = one.bottom - last.top < size and abs(one.strips[0].size - band.strips[-1].size) < 0.06 * size
        if not near or min(strip.x0 for strip in one.strips) < right - 1:
            break
        behind.insert(0, one)
        last = one
    return behind


def _given_back(group: Sequence[_Band], band: _Band) -> list[_Band]:
    """Return the last bands that stand alone, set apart from the columns above: a heading of what follows."""
    if band.is_parted:
        return []
    steps = [one.bottom - other.top for one, other in pairwise(group)]
    usual = sorted(steps)[len(steps) // 2] if steps else 0.0
    for number in range(len(group) - 1, max(0, len(group) - 4), -1):
        if len(group[number].strips) > 1:
            break
        if steps[number - 1] > usual + 0.5 * group[number].strips[0].size:
            return list(group[number:])
    return []


def _parts(group: Sequence[Strip], gaps: Sequence[Gap]) -> list[list[Strip]]:
    parts: list[list[Strip]] = [[] for _ in range(len(gaps) + 1)]
    for one in group:
        parts[sum(one.x0 >= right - 0.01 for _, right in gaps)].append(one)
    return [sorted(part, key=lambda one: (-one.base, one.x0)) for part in parts if part]

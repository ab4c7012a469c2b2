"""A speaker's offices as bars on a common time, and why each of its entities belongs to it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.comparing import Group, Join
from onrecord.comparing.identity.biography import Held, in_order, reasons
from onrecord.days import days_of
from onrecord.records import IdentityJudgement, Seen


@dataclass(frozen=True, slots=True)
class Bar:
    """An office, and where its time lies within that of all offices, in hundredths; `None` where no day is known."""

    held: Held
    start: float | None
    length: float | None


@dataclass(frozen=True, slots=True)
class Why:
    """An entity of a speaker, the join that brought it in, and the judgement that made that, if one did."""

    seen: Seen
    join: Join | None

    @property
    def judgement(self) -> IdentityJudgement | None:
        """What was judged."""
        return None if self.join is None else self.join.judgement


def bars_of(offices: Sequence[Held]) -> Iterator[Bar]:
    """Yield offices as bars, in their order."""
    extents = [_extent(one) for one in offices]
    known = [one for one in extents if one is not None]
    first = min((start for start, _ in known), default=0)
    whole = max((end for _, end in known), default=0) - first + 1
    for held, extent in zip(offices, extents, strict=True):
        if extent is None:
            yield Bar(held, None, None)
        else:
            start, end = extent
            yield Bar(held, 100 * (start - first) / whole, 100 * (end - start + 1) / whole)


def whys_of(group: Group) -> Iterator[Why]:
    """Yield the entities of a speaker in the order of their days, each with why it belongs to it."""
    brought = reasons(group)
    for one in in_order(group):
        yield Why(one, brought.get(one.key))


def _extent(held: Held) -> tuple[int, int] | None:
    days = _days((held.since, held.until))
    return (days[0].toordinal(), days[-1].toordinal()) if days else None


def _days(values: Iterable[str | None]) -> list[date]:
    return sorted(date.fromisoformat(day) for value in values for day in days_of(value) or ())

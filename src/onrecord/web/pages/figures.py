"""The figure page: every figure about one thing over time, in its words; its charts come as a part of their own."""

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Final, TypedDict

from fastapi import APIRouter, Depends, Query, Request, Response

from onrecord.asking.figures import MOST_COMPARED, conflicts_among, series
from onrecord.comparing import Series, ask, point_json
from onrecord.comparing.conflicts.conflict import Conflict
from onrecord.comparing.figures.series import PointJson
from onrecord.ledger import Ledger
from onrecord.web.charting import Drawing, drawing_of, marks_of, speakers_of
from onrecord.web.rendering import render_part
from onrecord.web.room import InLedger, WithHands
from onrecord.web.twins import Table, publish

pages: Final = APIRouter()


_COLUMNS: Final = (
    *("moment", "said", "value", "low", "high", "bound", "unit", "counted", "where", "speakers", "words"),
    *("document", "url", "record"),
)


class FiguresJson(TypedDict):
    """The figures of a series in order, those said again and copied too."""

    figures: list[PointJson]


@dataclass(frozen=True)
class Figures:
    """What was asked as it was typed, and the series; `None` where nothing is asked yet."""

    thing: str
    where: str
    since: str
    until: str
    speaker: str
    by_meaning: bool
    series: Series | None
    known: bool = True

    def to_json(self) -> FiguresJson:
        """Return the codebook's lines of `figures`."""
        told = [] if self.series is None else list(self.series.all())
        return {"figures": [point_json(one) for one in told]}

    def table(self) -> Table:
        """Return a row for each figure."""
        told = [] if self.series is None else list(self.series.all())
        rows = (
            (
                one.figure.as_of or one.said,
                one.said,
                one.figure.value,
                one.figure.low,
                one.figure.high,
                one.figure.bound,
                one.figure.unit,
                one.figure.counted,
                one.figure.where,
                speakers_of(one),
                one.figure.span.text,
                one.page.document,
                one.page.url,
                one.figure.id,
            )
            for one in told
        )
        return _COLUMNS, rows


@dataclass(frozen=True)
class Charts:
    """The drawing of a series, and the conflicts among its figures."""

    series: Series
    ledger: Ledger

    @cached_property
    def conflicts(self) -> list[Conflict]:
        """How the figures of the series conflict with one another."""
        return conflicts_among(self.ledger, self.series.points)

    @cached_property
    def points(self) -> dict[str, str]:
        """The id of the figure that each figure's point is drawn for: its own, or that of the one it says again."""
        return {one.figure.id: point.told.figure.id for point in self.series.points for one in point.all()}

    @cached_property
    def drawing(self) -> Drawing | None:
        """The charts."""
        return drawing_of(self.series, marks_of(self.conflicts, self.points))

    @property
    def compared(self) -> int | None:
        """How many of the figures were held against each other, where not all were."""
        return MOST_COMPARED if len(self.series.points) > MOST_COMPARED else None


def figures(
    ledger: InLedger,
    hands: WithHands,
    thing: Annotated[str, Query(description="What is counted, as in “Norland troops”.")] = "",
    where: Annotated[str, Query(description="Only for this place and what lies in it.")] = "",
    since: Annotated[str, Query(description="Only of then or later: 2026, 2026-03, 2026-03-12.")] = "",
    until: Annotated[str, Query(description="Only of then or earlier.")] = "",
    speaker: Annotated[str, Query(description="Only what somebody of this name said; a part will do.")] = "",
    by_meaning: Annotated[bool, Query(description="Also sums and rates whose sentence is near in meaning.")] = False,
) -> Figures:
    """Every figure about one thing, in the order of its moment."""
    found = None
    if thing.strip():
        asked = ask(
            thing,
            where=where or None,
            since=since or None,
            until=until or None,
            speaker=speaker or None,
            by_meaning=by_meaning,
        )
        found = series(ledger, asked, hands.meaning_of if by_meaning else None)
    return Figures(thing, where, since, until, speaker, by_meaning, found, ledger.knows_figures())


publish(pages, "/figures", figures, template="figures.html", answer=FiguresJson, table=True)


@pages.get("/figures/chart", include_in_schema=False)
def chart(request: Request, ledger: InLedger, asked: Annotated[Figures, Depends(figures)]) -> Response:
    """The charts of a series as a part of its page, which need longer than the page does."""
    drawn = None if asked.series is None or not asked.series.points else Charts(asked.series, ledger)
    return render_part(request, "chart.html", drawn)

"""From quantities to the record's figures: how many, of what, in which statement."""

from collections.abc import Sequence

from onrecord.records import Document, Figure, Quantity, record_id
from onrecord.resolving.amounts import amount_of
from onrecord.resolving.units import COUNT, PERCENT, is_unit, unit_of


def figures_of(document: Document, found: Sequence[Quantity], within: Sequence[str | None]) -> tuple[Figure, ...]:
    """Return a figure for each quantity, in their order; of two at the same place the first is kept.

    `within` is the id of the statement that each stands in. A figure's confidence is that all of it is right, which
    nothing here tells: there is none.
    """
    figures: dict[str, Figure] = {}
    for quantity, statement in zip(found, within, strict=True):
        figure = _figure(document, quantity, statement)
        figures.setdefault(figure.id, figure)
    return tuple(figures.values())


def _figure(document: Document, quantity: Quantity, statement: str | None) -> Figure:
    amount = amount_of(quantity.number.text, None if quantity.hedge is None else quantity.hedge.text)
    unit, counted = _unit_and_counted(quantity)
    return Figure(
        id=record_id(document.id, "figure", [(quantity.span.start, quantity.span.end)]),
        span=quantity.span,
        value=amount.value,
        low=amount.low,
        high=amount.high,
        bound=amount.bound,
        change=amount.change,
        unit=PERCENT if amount.share and unit == COUNT else unit,
        counted=counted,
        statement=statement,
    )


def _unit_and_counted(quantity: Quantity) -> tuple[str, str | None]:
    """Return the unit and what is counted; "years" alone is a unit, whichever of the two it was found as."""
    counted = None if quantity.counted is None else " ".join(quantity.counted.text.split())
    if quantity.unit is not None:
        return unit_of(quantity.unit.text), counted
    if counted is not None and is_unit(counted):
        return unit_of(counted), None
    return COUNT, counted

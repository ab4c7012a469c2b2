"""From quantities to the record's figures: how many, of what, in which statement."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import Document, Figure, Quantity, Span, record_id
from onrecord.resolving.amounts import amount_of
from onrecord.resolving.confidence import Scale, of_figure
from onrecord.resolving.units import COUNT, PERCENT, is_unit, rate_after, unit_of


def figures_of(
    document: Document, found: Sequence[Quantity], within: Sequence[str | None], scale: Scale
) -> tuple[Figure, ...]:
    """Return a figure for each quantity, in their order; of two at the same place the first is kept.

    `within` is the id of the statement that each stands in, `scale` says how sure each is.
    """
    figures: dict[str, Figure] = {}
    before: Quantity | None = None
    for quantity, statement in zip(found, within, strict=True):
        if quantity.hedge is None and before is not None and _is_conversion(document.text, before, quantity):
            hedge = before.hedge
        else:
            hedge = quantity.hedge
        figure = _figure(document, quantity, hedge, statement)
        if figure.id not in figures:
            confidence = scale("figure", figure.id, of_figure(quantity, figure))
            figures[figure.id] = replace(figure, confidence=confidence)
        before = quantity
    return tuple(figures.values())


def _is_conversion(text: str, before: Quantity, quantity: Quantity) -> bool:
    """Whether a quantity in brackets gives the one before it in another unit: "about 160 km (100 miles)"."""
    return None not in (before.unit, quantity.unit) and text[before.span.end : quantity.span.start] == " ("


def _figure(document: Document, quantity: Quantity, hedge: Span | None, statement: str | None) -> Figure:
    amount = amount_of(quantity.number.text, None if hedge is None else hedge.text)
    unit, counted = _unit_and_counted(quantity)
    if "/" not in unit:
        unit += rate_after(document.text, max(part.end for part in (quantity.span, quantity.counted) if part))
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

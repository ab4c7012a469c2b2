"""From quantities to the record's figures: how many, of what, where, as of when, in which statement."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onrecord.records import Document, Figure, Quantity, record_id
from onrecord.resolving.amounts import Amount, amount_of, change_at, in_units
from onrecord.resolving.circumstances import Circumstances
from onrecord.resolving.confidence import Scale, of_figure
from onrecord.resolving.counted import counted_after, is_noun
from onrecord.resolving.left_out import Before, left_out, noun_before_or, suspended_end, unit_left_out
from onrecord.resolving.no_figures import is_figure
from onrecord.resolving.numbers import is_european
from onrecord.resolving.units import COUNT, PERCENT, is_bare, is_unit, rate_after, unit_of
from onrecord.tallies import tally_at

_NOWHERE: Final = Circumstances()


def figures_of(
    document: Document,
    found: Sequence[Quantity],
    within: Sequence[str | None],
    scale: Scale,
    circumstances: Circumstances = _NOWHERE,
) -> tuple[Figure, ...]:
    """Return a figure for each quantity, in their order; of two at the same place the first is kept.

    Numbers that are no figures (dates, ages, names, "the two sides") are left out, and so is what says nothing at all.
    `within` is the id of the statement that each stands in, `scale` says how sure each is, `circumstances` where and
    as of when each holds.
    """
    figures: dict[str, Figure] = {}
    before: Before | None = None
    european = is_european(document.text)
    for quantity, statement in zip(found, within, strict=True):
        if not is_figure(document.text, quantity):
            continue
        hedge = quantity.hedge
        if hedge is None and before is not None and _is_conversion(document.text, before.quantity, quantity):
            hedge = before.hedge
        amount = amount_of(quantity.number.text, None if hedge is None else hedge.text, european)
        if quantity.unit is not None and "in" not in quantity.number.text.split():
            amount = in_units(amount)
        unit, counted = _unit_and_counted(document.text, quantity, amount, before)
        if amount.bound is None and amount.value is None and unit == COUNT:
            continue
        figure = _figure(document, quantity, amount, (unit, counted), statement, circumstances)
        if figure.id not in figures:
            confidence = scale("figure", figure.id, of_figure(quantity, figure))
            figures[figure.id] = replace(figure, confidence=confidence)
        before = Before(quantity, hedge, unit, counted)
    return tuple(figures.values())


def _is_conversion(text: str, before: Quantity, quantity: Quantity) -> bool:
    """Whether a quantity in brackets gives the one before it in another unit: "about 90 km (56 miles)"."""
    return None not in (before.unit, quantity.unit) and text[before.span.end : quantity.span.start] == " ("


def _figure(
    document: Document,
    quantity: Quantity,
    amount: Amount,
    of: tuple[str, str | None],
    statement: str | None,
    circumstances: Circumstances,
) -> Figure:
    unit, counted = of
    return Figure(
        id=record_id(document.id, "figure", [(quantity.span.start, quantity.span.end)]),
        span=quantity.span,
        value=amount.value,
        low=amount.low,
        high=amount.high,
        bound=amount.bound,
        change=amount.change or change_at(document.text, quantity.span.start, quantity.span.end),
        unit=unit,
        counted=counted,
        where=circumstances.where(document.text, quantity.span, unit),
        as_of=circumstances.as_of(document.text, quantity.span, statement, unit),
        statement=statement,
    )


def _unit_and_counted(text: str, quantity: Quantity, amount: Amount, before: Before | None) -> tuple[str, str | None]:
    """Return the unit, with its rate, and what is counted: behind the number, or what the number before it counted."""
    unit, tagged = _unit(quantity)
    if amount.share and unit == COUNT:
        unit = PERCENT
    if tally_at(text, quantity.number.start, quantity.number.end):
        return unit, "votes" if _is_vote(text, quantity.number.end) else tagged
    so_many = re.search(r"\b(?:in|out of)\b", quantity.number.text)
    end = suspended_end(text, quantity.number.end) if quantity.unit is None else quantity.span.end
    end = max(end, quantity.span.end)
    phrase = counted_after(text, end, of_only=unit != COUNT and not so_many, single=amount.value == 1)
    counted = noun_before_or(text, quantity.number.start) or phrase.text
    if counted is None and tagged is not None and is_noun(tagged):
        counted = tagged
    if unit == COUNT and counted is not None and is_unit(counted):
        unit = unit_of(counted)  # "hundreds of days"
    if unit == COUNT and counted is None:
        unit = unit_left_out(text, quantity, before) or unit
    if "/" not in unit:
        ends = (quantity.counted.end if quantity.counted else 0, quantity.span.end, phrase.end)
        unit += next(filter(None, (rate_after(text, max(at, quantity.span.end)) for at in ends)), "")
    if is_bare(unit):
        return unit, None
    return unit, counted or left_out(text, quantity, unit, before)


def _unit(quantity: Quantity) -> tuple[str, str | None]:
    """Return the unit and what was found to be counted; "years" alone is a unit, whichever it was found as."""
    counted = None if quantity.counted is None else " ".join(quantity.counted.text.split())
    if quantity.unit is not None:
        # Behind a number "PS" is horsepower.
        is_pound = quantity.unit.text == "PS" and quantity.unit.end <= quantity.number.start
        return unit_of("£" if is_pound else quantity.unit.text), counted
    if counted is not None and is_unit(counted):
        return unit_of(counted), None
    return COUNT, counted


def _is_vote(text: str, end: int) -> bool:
    return bool(re.match(r"(?:[-–]\d{1,3})? (?:decision|ruling|vote|verdict|majority|split)\b", text[end : end + 20]))

"""Quotations, amounts and dates of a document, each with its offset, as GDELT's Global Knowledge Graph lists them."""

from decimal import Decimal
from typing import Final

from onrecord.days import days_of
from onrecord.exporting.cells import cell
from onrecord.exporting.moments import calendar_date
from onrecord.exporting.verbatim import verbatim_words
from onrecord.records import Record, Time

_SEPARATORS: Final = ";,#|"
# By how much of a date is known: the year, the month, the day.
_RESOLUTIONS: Final = {1: "1", 2: "2", 3: "3"}


def quotations(record: Record) -> str:
    """Return the verbatim words: offset|length|verb|quote, parted by #. Offset and length leave the marks out."""
    blocks = []
    for statement in record.statements:
        verb = "" if statement.cue is None else cell(statement.cue.text, "#|,")
        for span in verbatim_words(statement):
            quoted = cell(span.text, "#|")
            if quoted:
                blocks.append((span.start, f"{span.start}|{len(span.text)}|{verb}|{quoted}"))
    return "#".join(block for _, block in sorted(blocks))


def amounts(record: Record) -> str:
    """Return the numbers stated, but for ranges and vague ones: amount, what is counted, else the unit, offset."""
    told = []
    for figure in sorted(record.figures, key=lambda figure: figure.span.start):
        if figure.value is not None:
            thing = figure.counted or (figure.unit if figure.unit != "count" else None) or ""
            told.append(f"{_number(figure.value)},{cell(thing, _SEPARATORS)},{figure.span.start}")
    return ";".join(told)


def dates(record: Record) -> str:
    """Return the dates that the text names and the record resolved: how much is known, month, day, year, offset."""
    found = ((time.span.start, _date(time)) for time in record.times if time.type in ("DATE", "TIME"))
    return ";".join(f"{date}#{offset}" for offset, date in sorted(found, key=lambda one: one[0]) if date)


def _date(time: Time) -> str | None:
    value = calendar_date(time.value)
    if value is None or days_of(value) is None:
        return None
    year, *rest = (int(part) for part in value.split("-"))
    month, day = (*rest, 0, 0)[:2]
    return f"{_RESOLUTIONS[len(rest) + 1]}#{month}#{day}#{year}"


def _number(value: float) -> str:
    """A number in digits, without the exponent that some readers of the form do not know."""
    return str(int(value)) if float(value).is_integer() else f"{Decimal(repr(value)):f}"

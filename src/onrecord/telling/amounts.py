"""A figure's number for eyes: in full, with its bound and its unit."""

from typing import Final

from onrecord.records import Figure

_BOUNDS: Final = {
    "about": "about ",
    "at_most": "at most ",
    "at_least": "at least ",
    "more_than": "more than ",
    "less_than": "less than ",
}
_SIGNS: Final = {"about": "~", "at_most": "≤ ", "at_least": "≥ ", "more_than": "> ", "less_than": "< "}
_SIZES: Final = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_PLURALS: Final = {"foot": "feet", "inch": "inches", "century": "centuries"}
_NO_PLURAL: Final = ("percent", "hertz", "horsepower")
# Shorter names are signs ("km"), and so are those with a capital ("USD", "kWh").
_SIGN: Final = 2


def amount(figure: Figure) -> str:
    """Return a figure's number with its bound and unit: "at most 8,000", "5 to 8 percent", "1,200 per day".

    A figure that only says that it is vague has none; of one that is not read at all "?" is returned.
    """
    numbers = [one for one in (figure.low, figure.high) if one is not None]
    if figure.value is not None:
        last, said = figure.value, _BOUNDS.get(figure.bound or "", "") + _number(figure.value)
    elif len(numbers) > 1:
        last, said = numbers[1], " to ".join(map(_number, numbers))
    elif numbers:
        last, said = numbers[0], f"{'at least' if figure.low is not None else 'at most'} {_number(numbers[0])}"
    else:
        return "" if figure.bound else "?"
    return said + _unit(figure.unit or "count", one=last == 1)


def drawn(figure: Figure) -> str:
    """Return a figure's number as a sign draws it: "≤ 700", "~2,500", "6,000–6,500", "+40" for an increment.

    A vague one is drawn in its own words: "thousands".
    """
    value, numbers = figure.value, [one for one in (figure.low, figure.high) if one is not None]
    added = "+" if figure.change == "increment" else ""
    if value is not None:
        said, last = _SIGNS.get(figure.bound or "", "") + added + short(value), value
    elif figure.bound == "range" and numbers:
        said, last = added + "–".join(map(short, numbers)), numbers[-1]
    else:
        return " ".join(figure.span.text.split())
    return said + _unit(figure.unit or "count", one=last == 1)


def short(value: float) -> str:
    """Return a number as a report prints it: in full, or in millions and more where three digits say all of it."""
    for size, name in _SIZES:
        if abs(value) >= size and float(f"{value / size:.3g}") * size == value:
            return f"{value / size:.3g} {name}"
    return _number(value)


def _unit(unit: str, *, one: bool) -> str:
    base, _, each = unit.partition("/")
    named = "" if base == "count" else f" {base if one else _plural(base)}"
    return f"{named} per {each}" if each else named


def _plural(unit: str) -> str:
    if len(unit) <= _SIGN or not unit.islower() or unit.endswith(("s", *_NO_PLURAL)) or unit[-1].isdigit():
        return unit.replace("degree ", "degrees ")
    first, last = unit[: unit.rfind(" ") + 1], unit[unit.rfind(" ") + 1 :]
    return first + _PLURALS.get(last, f"{last}s")


def _number(value: float) -> str:
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.10g}"

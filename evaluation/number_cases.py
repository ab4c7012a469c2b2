"""Cases of numbers, percents, money, measures, temperatures and ranges, against `resolving.amounts` and `.units`.

An expression is cut as finding would cut it: its number is the longest stretch that reads as one, beside a known unit
where there is one; what stands before and after it is its sign or unit, and in `ranges` its hedge. Only the reading of
the pieces is measured.
"""

import json
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple, TypedDict

from evaluation.cases import Case, LeftOut, Row, shown_in
from evaluation.unit_names import ours_of
from onrecord.resolving.amounts import Amount, amount_of
from onrecord.resolving.units import COUNT, is_unit, unit_of

SPECIFICATIONS: Final = "recognizers_specs"
"""The folder of Microsoft's tables in the corpora."""
QUANTULUM: Final = "quantulum3_tests/quantities.json"
"""The table of quantulum3 in the corpora."""
_TABLES: Final = {
    "numbers": "Number_NumberModel",
    "percents": "Number_PercentModel",
    "ranges": "Number_NumberRangeModel",
    "money": "NumberWithUnit_CurrencyModel",
    "dimensions": "NumberWithUnit_DimensionModel",
    "temperatures": "NumberWithUnit_TemperatureModel",
}
_TOKEN: Final = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+|\S")
_RANGE: Final = re.compile(r"([\[(])(-?[\d.]*),(-?[\d.]*)([\])])")
_ORDINALS: Final = re.compile(r"(?:tenth|fifteenth)\b")
_CALCULATED: Final = "power"
_BOUNDS: Final = {("(", True): "more_than", ("[", True): "at_least", (")", False): "less_than", ("]", False): "at_most"}
"""What a bracket says of the only bound, by whether that is the lower one."""


class Resolution(TypedDict, total=False):
    """What a specification expects of one expression."""

    value: str | None
    unit: str
    subtype: str
    isoCurrency: str


class Result(TypedDict):
    """One expression of a specification; `End` is that of its last character."""

    Text: str
    Start: int
    End: int
    Resolution: Resolution


class Pieces(NamedTuple):
    """An expression cut up: its number, and the words before and after it."""

    number: str
    before: str
    after: str


def read_specifications(corpora: Path) -> Iterator[Row]:
    """Yield the rows of Microsoft's specifications. Raises FileNotFoundError where they are missing."""
    for group, name in _TABLES.items():
        with (corpora / SPECIFICATIONS / f"{name}.jsonl").open(encoding="utf8") as lines:
            for line in lines:
                case = json.loads(line)
                for result in case["Results"]:
                    yield _row(group, case["Input"], result)


def read_quantulum(corpora: Path) -> Iterator[Row]:
    """Yield the rows of quantulum3's tests. Raises FileNotFoundError where they are missing."""
    cases = json.loads((corpora / QUANTULUM).read_text(encoding="utf8"))
    for case in cases:
        for one in case["res"]:
            value, doubt = float(one["value"]), one.get("uncertainty")
            bounds = (value, value) if doubt is None else (value - doubt, value + doubt)
            yield from _measured(case["req"], one["surface"], bounds, one["unit"])


def _measured(text: str, surface: str, bounds: tuple[float, float], unit: str) -> Iterator[Row]:
    """The value alone, and with its unit; a share is a share of one."""
    pieces = cut(surface)
    amount = Amount() if pieces is None else _of_one(amount_of(pieces.number, None))
    found = COUNT if pieces is None else _unit(pieces)
    same, wanted = _has(amount, *bounds), ours_of(unit)
    shown, answer = shown_in(text, *_place(text, surface)), f"{_plain(amount)} {found}"
    expected = f"{bounds[0]:g}..{bounds[1]:g} {wanted}"
    yield Case("value", shown, expected, answer, same)
    yield Case("value_and_unit", shown, expected, answer, same and found == wanted)


def cut(expression: str) -> Pieces | None:
    """Cut an expression into its number and what stands around it; None where no number stands in it."""
    tokens = list(_TOKEN.finditer(expression))
    found: list[tuple[bool, int, Pieces]] = []
    for i, first in enumerate(tokens):
        for last in tokens[i:]:
            number = expression[first.start() : last.end()]
            if not _reads(number):
                continue
            pieces = Pieces(number, expression[: first.start()].strip(), expression[last.end() :].strip())
            found.append((is_unit(pieces.after.strip("- ")) or is_unit(pieces.before), len(number), pieces))
    return max(found, key=lambda one: one[:2])[2] if found else None


def _reads(number: str) -> bool:
    amount = amount_of(number, None)
    return amount.value is not None or amount.low is not None


def _row(group: str, text: str, result: Result) -> Row:
    resolution, span = result["Resolution"], text[result["Start"] : result["End"] + 1]
    stated = resolution.get("value")
    if stated in (None, "null"):
        return LeftOut("no_number")
    if resolution.get("subtype") == _CALCULATED:
        return LeftOut("powers")
    shown = shown_in(text, result["Start"], result["End"] + 1)
    if group == "numbers":
        amount = _of_one(amount_of(span, None))
        return Case(group, shown, str(stated), _plain(amount), _has(amount, float(stated or 0)))
    if group == "ranges":
        return _range_row(shown, span, str(stated))
    return _unit_row(group, shown, span, str(stated), resolution)


def _unit_row(group: str, shown: str, span: str, stated: str, resolution: Resolution) -> Row:
    pieces = cut(span)
    amount = Amount() if pieces is None else amount_of(pieces.number, None)
    amount = amount if group == "percents" else _of_one(amount)
    unit = COUNT if pieces is None else _unit(pieces)
    wanted = _wanted(resolution)
    right = _has(amount, float(stated.rstrip("%"))) and unit in wanted
    return Case(group, shown, f"{stated} {'|'.join(sorted(wanted))}", f"{_plain(amount)} {unit}", right)


def _wanted(resolution: Resolution) -> frozenset[str]:
    """Our names for the unit that is expected; a "pound" without its sign is money and weight alike."""
    name = resolution.get("unit", "percentage")
    if name == "Pound":
        return frozenset(("GBP", "pound"))
    return frozenset((resolution.get("isoCurrency") or ours_of(name),))


def _range_row(shown: str, span: str, stated: str) -> Row:
    form = _RANGE.fullmatch(stated)
    if form is None or _ORDINALS.search(span):
        return LeftOut("ordinals")
    opening, low, high, closing = form.groups()
    if low and high and low != high and (opening, closing) != ("[", ")"):
        return LeftOut("two_conditions")
    pieces = cut(span)
    amount = Amount() if pieces is None else _of_one(amount_of(*_hedged(pieces)))
    right = _bounded(amount, float(low) if low else None, float(high) if high else None)
    if not (low and high):
        right = right and amount.bound == _BOUNDS[opening if low else closing, bool(low)]
    return Case("ranges", shown, stated, _plain(amount), right)


def _hedged(pieces: Pieces) -> tuple[str, str | None]:
    return pieces.number, f"{pieces.before} {pieces.after}".strip() or None


def _unit(pieces: Pieces) -> str:
    """The unit behind the number, or the sign of money before it."""
    after = pieces.after.strip("- ")
    if not after or (pieces.before and is_unit(pieces.before) and not is_unit(after)):
        return unit_of(pieces.before) if pieces.before.strip("-(") else COUNT
    return unit_of(after)


def _of_one(amount: Amount) -> Amount:
    """A share as a part of one, as the tables have it."""
    if not amount.share:
        return amount
    value, low, high = (None if one is None else one / 100 for one in (amount.value, amount.low, amount.high))
    return amount._replace(value=value, low=low, high=high)


def _has(amount: Amount, low: float, high: float | None = None) -> bool:
    """Whether an amount is that number, or that range."""
    if high is None or low == high:
        return amount.value is not None and _near(amount.value, low)
    return _bounded(amount, low, high)


def _bounded(amount: Amount, low: float | None, high: float | None) -> bool:
    pairs = ((amount.low, low), (amount.high, high))
    return all(mine is not None and _near(mine, one) if one is not None else mine is None for mine, one in pairs)


def _near(mine: float, stated: float) -> bool:
    return math.isclose(mine, stated, rel_tol=1e-9, abs_tol=1e-15)


def _plain(amount: Amount) -> str:
    if amount.value is not None and amount.bound is None:
        return f"{amount.value:g}"
    return f"{amount.bound} {amount.value} [{amount.low}, {amount.high}]"


def _place(text: str, surface: str) -> tuple[int, int]:
    start = max(0, text.find(surface))
    return start, start + len(surface)

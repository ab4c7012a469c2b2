"""Units under the names that reports have for them: money by ISO 4217, the rest by symbol or in the singular."""

import re
from typing import Final

from onrecord.lexicon import word_set

COUNT: Final = "count"
PERCENT: Final = "percent"

_LISTED: Final = {
    PERCENT: "% percent per_cent pct",
    "percentage point": "percentage_point percentage_points",
    "USD": "$ us$ u.s.$ us_$ usd american_dollars dollar dollars us_dollar us_dollars u.s._dollar u.s._dollars",
    "EUR": "€ eur euro euros",
    "GBP": "£ gbp pounds_sterling british_pounds",
    "JPY": "¥ jpy yen japanese_yen",
    "KRW": "₩ krw won south_korean_won",
    "CNY": "cny rmb yuan renminbi chinese_yuan",
    "RUB": "₽ rub ruble rubles rouble roubles russian_rubles russian_roubles",
    "UAH": "₴ uah hryvnia hryvnias",
    "INR": "₹ inr indian_rupees",
    "ILS": "₪ ils shekel shekels",
    "AUD": "a$ au$ aud australian_dollars",
    "CAD": "c$ ca$ cad canadian_dollars",
    "HKD": "hk$ hkd hong_kong_dollars",
    "TWD": "nt$ twd",
    "SGD": "s$ sgd singapore_dollars",
    "CHF": "chf swiss_francs",
    "NZD": "nz$ nzd new_zealand_dollars",
    "TRY": "try turkish_lira turkish_liras",
    "EGP": "egp egyptian_pounds",
    "IRR": "irr iranian_rials",
    "SAR": "sar saudi_riyals",
    "PKR": "pkr pakistani_rupees",
    "km": "km kms kilometer kilometers kilometre kilometres",
    "m": "m meter meters metre metres",
    "km/hour": "km/h kmh kph",
    "mile/hour": "mph",
    "cm": "cm centimeter centimeters centimetre centimetres",
    "mm": "mm millimeter millimeters millimetre millimetres",
    "foot": "ft foot feet",
    "km2": "km2 km² sq_km square_kilometer square_kilometers square_kilometre square_kilometres",
    "kg": "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes",
    "g": "g gram grams gramme grammes",
    "ton": "ton tons short_tons long_tons",
    "tonne": "t tonne tonnes metric_ton metric_tons",
    "kW": "kw kilowatt kilowatts",
    "MW": "mw megawatt megawatts",
    "GW": "gw gigawatt gigawatts",
    "MWh": "mwh megawatt_hour megawatt_hours",
    "GWh": "gwh gigawatt_hour gigawatt_hours",
    "kWh": "kwh kilowatt_hour kilowatt_hours",
    "degree": "degree degrees °",
    "degree Celsius": "°c degree_celsius degrees_celsius degrees_c",
    "degree Fahrenheit": "°f degree_fahrenheit degrees_fahrenheit degrees_f",
    "barrel": "barrel barrels",
    "barrel/day": "bpd",
    "hectare": "hectare hectares ha",
    "acre": "acre acres",
    "litre": "litre litres liter liters",
    "knot": "knot knots",
    "basis point": "basis_point basis_points",
    "square mile": "square_mile square_miles sq_mile sq_miles",
    "nautical mile": "nautical_mile nautical_miles",
    "mile": "mile miles mi",
    "inch": "inch inches",
    "second": "second seconds sec secs",
    "minute": "minute minutes min mins",
    "hour": "hour hours hr hrs",
    "day": "day days",
    "week": "week weeks",
    "month": "month months",
    "year": "year years yr yrs",
    "decade": "decade decades",
    "century": "century centuries",
}
_UNITS: Final = {name.replace("_", " "): unit for unit, names in _LISTED.items() for name in names.split()}
_BARE: Final = word_set(
    """
    USD EUR GBP JPY KRW CNY RUB UAH INR ILS AUD CAD HKD TWD SGD CHF NZD TRY EGP IRR SAR PKR km m cm mm foot inch yard
    mile km2 acre hectare second minute hour day week month year decade century degree knot
    """
) | {"degree Celsius", "degree Fahrenheit", "square mile", "nautical mile"}
_SPAN: Final = "second|minute|hour|day|week|month|year"
_EACH: Final = rf"(?:(?:an? |per |each |every |/ ?)(?P<span>{_SPAN})|(?P<often>daily|weekly|monthly|annually|yearly))"
_RATE: Final = re.compile(rf"(?:^| |(?=/)){_EACH}$")
_AFTER: Final = re.compile(rf"[ -]?{_EACH}\b")
_OF_RATE: Final = re.compile(rf" of (?:per[- ](?P<span>{_SPAN})|(?P<often>daily|weekly|monthly|annual|yearly)) ")
_OFTEN: Final = {
    **{"daily": "day", "weekly": "week", "monthly": "month"},
    **dict.fromkeys(("annually", "annual", "yearly"), "year"),
}


# Short words in "s" are no plurals ("gas").
_SHORT: Final = 3


def is_unit(text: str) -> bool:
    """Whether the words are a known unit and nothing else."""
    return _flat(text) in _UNITS


def is_bare(unit: str) -> bool:
    """Whether nothing more is counted under a unit of `unit_of`: time, length, area, money, degrees."""
    return unit.partition("/")[0] in _BARE


def unit_of(text: str) -> str:
    """Return the unit that the words name, a rate as "km/hour"; a rate alone is of things counted ("count/day").

    A unit that is not listed is given in the report's own word, in the singular.
    """
    words = _flat(text)
    rate = _RATE.search(words)
    base = words[: rate.start()].strip() if rate else words
    named = _UNITS.get(base) or _singular(base) or COUNT
    return f"{named}/{rate['span'] or _OFTEN[rate['often']]}" if rate else named


def rate_after(text: str, end: int) -> str:
    """Return what right after `end` makes a rate of a quantity, or nothing.

    "/day" of "1,200 | a day" and of "barrels | of per-day production".
    """
    after = _AFTER.match(text, end) or _OF_RATE.match(text, end)
    return f"/{after['span'] or _OFTEN[after['often']]}" if after else ""


def rate_at(text: str, end: int) -> int:
    """Return where the rate ends that stands right after `end`: "two tons | a year| of ash"; `end` where none does."""
    after = _AFTER.match(text, end)
    return after.end() if after else end


def _singular(base: str) -> str:
    return base[:-1] if base.endswith("s") and not base.endswith("ss") and len(base) > _SHORT else base


def _flat(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").split())

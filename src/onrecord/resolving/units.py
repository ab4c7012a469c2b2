"""Units under the names that reports have for them: money by ISO 4217, the rest by symbol or in the singular."""

import re
from typing import Final

COUNT: Final = "count"
PERCENT: Final = "percent"

_LISTED: Final = {
    PERCENT: "% percent per_cent pct",
    "percentage point": "percentage_point percentage_points",
    "USD": "$ us$ usd dollar dollars us_dollar us_dollars u.s._dollar u.s._dollars",
    "EUR": "€ eur euro euros",
    "GBP": "£ gbp pounds_sterling",
    "JPY": "jpy yen",
    "KRW": "₩ krw won south_korean_won",
    "CNY": "cny rmb yuan renminbi",
    "RUB": "₽ rub ruble rubles rouble roubles",
    "UAH": "₴ uah hryvnia hryvnias",
    "INR": "₹ inr indian_rupees",
    "ILS": "₪ ils shekel shekels",
    "AUD": "a$ au$ aud australian_dollars",
    "CAD": "c$ ca$ cad canadian_dollars",
    "HKD": "hk$ hkd hong_kong_dollars",
    "TWD": "nt$ twd",
    "SGD": "s$ sgd singapore_dollars",
    "CHF": "chf swiss_francs",
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
    "ton": "ton tons",
    "tonne": "tonne tonnes metric_ton metric_tons",
    "kW": "kw kilowatt kilowatts",
    "MW": "mw megawatt megawatts",
    "GW": "gw gigawatt gigawatts",
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
_SPAN: Final = "second|minute|hour|day|week|month|year"
_EACH: Final = rf"(?:(?:an? |per |each |every |/ ?)(?P<span>{_SPAN})|(?P<often>daily|weekly|monthly|annually|yearly))"
_RATE: Final = re.compile(rf"(?:^| |(?=/)){_EACH}$")
_AFTER: Final = re.compile(rf" ?{_EACH}\b")
_OFTEN: Final = {"daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year"}


# Short words in "s" are no plurals ("gas").
_SHORT: Final = 3


def is_unit(text: str) -> bool:
    """Whether the words are a known unit and nothing else."""
    return _flat(text) in _UNITS


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
    """Return what right after `end` makes a rate of a quantity ("/day" of "1,200 | a day"), or nothing."""
    after = _AFTER.match(text, end)
    return f"/{after['span'] or _OFTEN[after['often']]}" if after else ""


def _singular(base: str) -> str:
    return base[:-1] if base.endswith("s") and not base.endswith("ss") and len(base) > _SHORT else base


def _flat(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").split())

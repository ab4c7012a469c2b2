"""What the case tables and NewsQuant call a unit, and what we call it."""

from typing import Final

_OURS: Final = {
    "percent": "percentage %",
    "USD": "dollar united_states_dollar us_dollar",
    "EUR": "euro",
    "GBP": "pound_sterling british_pound",
    "JPY": "japanese_yen yen",
    "CNY": "chinese_yuan yuan",
    "ILS": "shekel israeli_new_shekel",
    "INR": "indian_rupee",
    "KRW": "south_korean_won",
    "RUB": "russian_ruble",
    "CHF": "swiss_franc",
    "TRY": "turkish_lira",
    "AUD": "australian_dollar",
    "CAD": "canadian_dollar",
    "HKD": "hong_kong_dollar",
    "NZD": "new_zealand_dollar",
    "SGD": "singaporean_dollar singapore_dollar",
    "MYR": "malaysian_ringgit",
    "DKK": "danish_krone",
    "ZAR": "south_african_rand",
    "MXN": "mexican_peso",
    "BRL": "brazilian_real",
    "SAR": "saudi_riyal",
    "PLN": "polish_zloty",
    "penny": "pence",
    "m": "metre meter",
    "km": "kilometre kilometer",
    "cm": "centimetre centimeter",
    "mm": "millimetre millimeter",
    "micrometre": "micrometer",
    "nanometre": "nanometer",
    "km2": "square_kilometre square_kilometer",
    "m2": "square_metre square_meter",
    "cubic kilometre": "cubic_kilometre cubic_kilometer",
    "m3": "cubic_metre cubic_meter",
    "km/hour": "kilometre_per_hour kilometer_per_hour",
    "m/second": "metre_per_second meter_per_second",
    "mile/hour": "mile_per_hour",
    "mile/gallon": "mile_per_gallon",
    "kg": "kilogram",
    "g": "gram",
    "mg": "milligram",
    "pound": "pound-mass",
    "tonne": "metric_ton",
    "barrel/day": "barrel_per_day",
    "litre": "liter",
    "millilitre": "milliliter",
    "kW": "kilowatt",
    "MW": "megawatt",
    "GW": "gigawatt",
    "Wh": "watt_hour",
    "kWh": "kilowatt_hour",
    "pound-foot": "foot_pound-force pound-foot",
    "MWh": "megawatt_hour",
    "degree Celsius": "celsius c degree_celsius",
    "degree Fahrenheit": "fahrenheit f degree_fahrenheit",
    "count": "dimensionless -",
}
_NAMES: Final = {name.replace("_", " "): ours for ours, names in _OURS.items() for name in names.split()}


def ours_of(name: str) -> str:
    """Return our name for a corpus's unit, of a rate too; a name that is not listed stays, in lower case."""
    base, _, rate = name.casefold().strip().partition(" per ")
    whole = _NAMES.get(name.casefold().strip())
    if whole is not None:
        return whole
    named = _NAMES.get(base, base)
    return f"{named}/{_NAMES.get(rate, rate)}" if rate else named

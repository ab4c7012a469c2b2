"""Units under the names that reports have for them: money by ISO 4217 (`currencies`), the rest by symbol or name."""

import re
from typing import Final

from onrecord.lexicon import word_set
from onrecord.resolving.currencies import currency_of, is_code

COUNT: Final = "count"
PERCENT: Final = "percent"

_LISTED: Final = {
    PERCENT: "% percent percents percentage percentages per_cent pct pc",
    "percentage point": "percentage_point percentage_points",
    "km": "km kms kilometer kilometers kilometre kilometres",
    "m": "m meter meters metre metres",
    "km/hour": "km/h kmh kph kmph km/hr",
    "mile/hour": "mph",
    "cm": "cm centimeter centimeters centimetre centimetres",
    "mm": "mm millimeter millimeters millimetre millimetres",
    "micrometre": "micrometer micrometers micrometre micrometres μm µm",
    "nanometre": "nm nanometer nanometers nanometre nanometres",
    "foot": "ft foot feet",
    "yard": "yard yards yd yds",
    "km2": "km2 km² km^2 km_squared sq_km square_kilometer square_kilometers square_kilometre square_kilometres",
    "m2": "m2 m² m^2 sq_m sqm square_meter square_meters square_metre square_metres",
    "square foot": "square_foot square_feet sq_ft sq._ft sqft",
    "m3": "m3 m³ m^3 cubic_meter cubic_meters cubic_metre cubic_metres",
    "cubic foot": "cubic_foot cubic_feet cu_ft",
    "cubic kilometre": "km3 km³ km^3 km_cubed cubic_kilometer cubic_kilometers cubic_kilometre cubic_kilometres",
    "kg": "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes",
    "g": "g gram grams gramme grammes",
    "mg": "mg milligram milligrams milligramme milligrammes",
    "microgram": "μg µg mcg microgram micrograms microgramme microgrammes",
    "pound": "lb lbs",
    "ounce": "oz ounce ounces",
    "ton": "ton tons short_tons long_tons",
    "tonne": "t tonne tonnes metric_ton metric_tons",
    "W": "w watt watts",
    "kiloton": "kiloton kilotons kilotonne kilotonnes",
    "megaton": "megaton megatons megatonne megatonnes",
    "gigaton": "gigaton gigatons gigatonne gigatonnes",
    "kW": "kw kilowatt kilowatts",
    "MW": "mw megawatt megawatts",
    "GW": "gw gigawatt gigawatts",
    "MWh": "mwh megawatt_hour megawatt_hours",
    "GWh": "gwh gigawatt_hour gigawatt_hours",
    "kWh": "kwh kilowatt_hour kilowatt_hours",
    "TWh": "twh terawatt_hour terawatt_hours",
    "horsepower": "hp bhp horsepower",
    "pound-foot": "lb_ft ft_lb lbft foot_pound foot_pounds pound_foot pound_feet",
    "newton metre": "n_m newton_metre newton_metres newton_meter newton_meters",
    "pound/square inch": "psi",
    "kilopound/square inch": "ksi",
    "pascal": "pascal pascals",
    "hectopascal": "hpa hectopascal hectopascals",
    "kilopascal": "kpa kilopascal kilopascals",
    "megapascal": "mpa megapascal megapascals",
    "gigapascal": "gpa gigapascal gigapascals",
    "millibar": "mbar millibar millibars",
    "volt": "volt volts",
    "kilovolt": "kv kilovolt kilovolts",
    "ampere": "amp amps ampere amperes",
    "joule": "joule joules",
    "kilojoule": "kj kilojoule kilojoules",
    "megajoule": "mj megajoule megajoules",
    "kilocalorie": "kcal kilocalorie kilocalories",
    "decibel": "db decibel decibels",
    "electronvolt": "ev electronvolt electronvolts",
    "Wh": "wh watt_hour watt_hours",
    "hertz": "hz hertz",
    "kilohertz": "khz kilohertz",
    "megahertz": "mhz megahertz",
    "gigahertz": "ghz gigahertz",
    "kilobyte": "kb kilobyte kilobytes",
    "megabyte": "mb megabyte megabytes",
    "gigabyte": "gb gigabyte gigabytes",
    "terabyte": "tb terabyte terabytes",
    "megabit/second": "mbps",
    "gigabit/second": "gbps",
    "degree": "degree degrees ° deg deg.",
    "degree Celsius": "°c °_c celsius centigrade degree_celsius degrees_celsius degree_centigrade degrees_centigrade"
    " degrees_c deg_c degc ℃",
    "degree Fahrenheit": "°f °_f fahrenheit degree_fahrenheit degrees_fahrenheit degrees_f deg_f degf ℉",
    "barrel": "barrel barrels",
    "barrel/day": "bpd",
    "hectare": "hectare hectares ha",
    "acre": "acre acres",
    "litre": "l litre litres liter liters",
    "millilitre": "ml millilitre millilitres milliliter milliliters",
    "gallon": "gallon gallons",
    "quart": "quart quarts",
    "pint": "pint pints",
    "tablespoon": "tbsp tablespoon tablespoons",
    "teaspoon": "tsp teaspoon teaspoons",
    "centilitre": "cl centilitre centilitres centiliter centiliters",
    "decimetre": "dm decimetre decimetres decimeter decimeters",
    "mile/gallon": "mpg",
    "knot": "knot knots kts",
    "basis point": "basis_point basis_points",
    "square mile": "square_mile square_miles sq_mile sq_miles sq_mi mi² mi2",
    "nautical mile": "nautical_mile nautical_miles",
    "mile": "mile miles mi",
    "inch": "inch inches ″",
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
    penny cent bitcoin km m cm mm micrometre nanometre foot inch yard mile km2 m2 acre hectare second minute hour day
    week month year decade century degree knot
    """
) | {"degree Celsius", "degree Fahrenheit", "square foot", "square mile", "nautical mile"}
_SPAN: Final = "second|minute|hour|day|week|month|year"
# What a price is told of: "$52 a barrel", "$80 per sq m". Behind "a" stands nothing that also speaks ("a unit said").
_PRICED: Final = "barrel|share|ton|tonne|gallon|lit(?:er|re)|pound|ounce|kilo|bushel|head|night"
_MEASURED: Final = (
    rf"{_PRICED}|person|capita|household|unit|seat|game|kilogram|kg|mile|km|kilomet(?:er|re)|acre|hectare"
    r"|kilowatt[- ]hour|megawatt[- ]hour|[km]wh"
    r"|(?:square |sq\.? ?)(?:foot|ft|feet|inch|mile|met(?:er|re)|m|km|kilomet(?:er|re))"
)
_EACH: Final = (
    rf"(?:(?:an?[ -]|per[ -]|each |every |/ ?)(?P<span>{_SPAN})|(?P<often>daily|weekly|monthly|annually|yearly)"
    rf"|an? (?P<priced>{_PRICED})|(?:per |/ ?)(?P<measured>{_MEASURED}))"
)
_RATE: Final = re.compile(rf"(?:^| |(?=/)){_EACH}$")
_AFTER: Final = re.compile(rf"[ -]?{_EACH}\b(?! (?:ago|earlier|before|later|after|from)\b)", re.IGNORECASE)
_ASIDE: Final = re.compile(r" \((?=[^()\n]{0,30}\d)[^()\n]{1,40}\)")
_ANY_RATE: Final = re.compile(r"(?P<base>[^/]+?) ?(?:per|/) ?(?P<each>[^\d\W][^/]*)")
_OF_RATE: Final = re.compile(rf" of (?:per[- ](?P<span>{_SPAN})|(?P<often>daily|weekly|monthly|annual|yearly)) ")
_OFTEN: Final = {
    **{"daily": "day", "weekly": "week", "monthly": "month"},
    **dict.fromkeys(("annually", "annual", "yearly"), "year"),
}


# Short words in "s" are no plurals ("gas"), nor are these.
_SINGULAR: Final = frozenset(("hertz", "celsius", "series", "species", "headquarters", "news", "lens"))
_SHORT: Final = 3


def is_unit(text: str) -> bool:
    """Whether the words are a known unit and nothing else."""
    return _named(text) is not None


def is_bare(unit: str) -> bool:
    """Whether nothing more is counted under a unit of `unit_of`: time, length, area, money, degrees."""
    base = unit.partition("/")[0]
    return base in _BARE or is_code(base)


def unit_of(text: str) -> str:
    """Return the unit that the words name, a rate as "km/hour"; a rate alone is of things counted ("count/day").

    A unit that is not listed is given in the report's own word, in the singular.
    """
    known = _named(text)
    if known is not None:
        return known
    words = _flat(text)
    rate = _RATE.search(words)
    if rate is not None:
        base = words[: rate.start()].strip()
        return f"{(_named(base) or _singular(base) or COUNT)}/{_rated(rate)}"
    any_rate = _ANY_RATE.fullmatch(words)
    if any_rate is not None:
        return f"{unit_of(any_rate['base'])}/{unit_of(any_rate['each'])}"
    return _singular(words) or COUNT


def rate_after(text: str, end: int) -> str:
    """Return what right after `end` makes a rate of a quantity, or nothing.

    "/day" of "1,200 | a day" and of "barrels | of per-day production", "/barrel" of "$52 | a barrel"; a conversion
    in brackets may stand between: "C$6 | ($4.50) per share".
    """
    aside = _ASIDE.match(text, end)
    after = _AFTER.match(text, end) or _OF_RATE.match(text, end) or (_AFTER.match(text, aside.end()) if aside else None)
    return f"/{_rated(after)}" if after else ""


def rate_at(text: str, end: int) -> int:
    """Return where the rate ends that stands right after `end`: "two tons | a year| of ash"; `end` where none does."""
    after = _AFTER.match(text, end)
    return after.end() if after else end


def _named(text: str) -> str | None:
    """The name of a known unit. A "won" or a "p" is money only where no measure has the word."""
    return _UNITS.get(_flat(text)) or currency_of(text)


def _rated(rate: re.Match[str]) -> str:
    """What a quantity is told of: a span of time, or a measure under its own name."""
    found = {name: words.lower() for name, words in rate.groupdict().items() if words}
    if "often" in found:
        return _OFTEN[found["often"]]
    measure = found.get("span") or found.get("priced") or found["measured"]
    return "person" if measure == "capita" else _UNITS.get(_flat(measure), measure)


def _singular(base: str) -> str:
    if base in _SINGULAR or len(base) <= _SHORT or not base.endswith("s") or base.endswith("ss"):
        return base
    return base[:-1]


def _flat(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").split()).rstrip("'’")

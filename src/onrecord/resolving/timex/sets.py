"""How often: "daily", "every year", "1,200 a day", "each Monday", "annual"."""

import re
from typing import Final

from onrecord.resolving.timex.context import Context, Reading
from onrecord.resolving.timex.durations import span_value
from onrecord.resolving.timex.lexicon import MONTH, NUMBER, SEASON, UNIT, WEEKDAY, month_of, season_of, weekday_of
from onrecord.resolving.timex.points import SEASONS

_ADVERBS: Final = {
    "secondly": "PT1S",
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "bimonthly": "P2M",
    "quarterly": "P1Q",
    "yearly": "P1Y",
    "annual": "P1Y",
    "annually": "P1Y",
    "annualized": "P1Y",
    "annualised": "P1Y",
    "biannual": "P6M",
    "biannually": "P6M",
    "semiannual": "P6M",
    "semiannually": "P6M",
    "biennial": "P2Y",
}
_ADVERB: Final = re.compile(rf"(?:twice |thrice )?(?:{'|'.join(_ADVERBS)})")
_PREFIX: Final = re.compile(r"^(semi|bi) (?=\w)")
_TIMES: Final = r"(?:(?:once|twice|thrice|\d+ times|x times|x) )?"
_EACH: Final = re.compile(
    rf"{_TIMES}(?:every|each|per|any given|each and every)(?: (?P<n>{NUMBER}|other|single))? (?P<unit>{UNIT})"
)
_A: Final = re.compile(
    rf"(?P<times>(?:(?:once|twice|thrice|\d+ times|x times) )?)(?:1|the|) ?(?P<unit>{UNIT})(?: after \w+)?"
)
_DAYPART: Final = r"morning|afternoon|evening|night"
_NAMED: Final = re.compile(
    rf"{_TIMES}(?:every |each )(?:single )?(?P<name>{WEEKDAY}|{MONTH}|{SEASON})s?(?: (?P<part>{_DAYPART}))?"
)
_PLURAL: Final = re.compile(rf"(?P<name>{WEEKDAY})s(?: (?P<part>{_DAYPART})s?)?")
_NIGHTS: Final = re.compile(rf"(?P<name>{WEEKDAY}) (?P<part>{_DAYPART})s")
_PART: Final = re.compile(rf"(?:every |each )(?P<part>{_DAYPART})|(?P<parts>{_DAYPART})s")
_PARTS: Final = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
# "1,200 a day": what is counted stands between the number and the day.
_RATE: Final = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|hundreds?|thousands?|millions?|billions?|trillions?"
    r"|dozens?|once|twice|times|percent|many|much)\b)[^,;:.()]{0,40}$"
)
_RATED: Final = frozenset(("a", "an", "per", "each", "every"))
_DISTANCE: Final = re.compile(r"\W*(?:ago|after|before|earlier|later|ahead|from)\b")


def read(words: str, here: Context) -> Reading | None:
    """Read what comes again and again, by its words."""
    words = _PREFIX.sub(r"\1", words)
    found = _ADVERB.fullmatch(words)
    if found is not None:
        return Reading(_ADVERBS[words.split()[-1]], "SET")
    found = _EACH.fullmatch(words)
    if found is not None:
        return Reading(_often(found["n"], found["unit"]), "SET")
    return _named(words)


def read_rate(words: str, written: str, here: Context) -> Reading | None:
    """Read "a day" and "year" where a rate stands before them: "1,200 casualties a day", "per year"."""
    if here.before.endswith(("every ", "each ")) and (each := read(f"every {words}", here)) is not None:
        return each
    found = _A.fullmatch(words)
    if found is None or _DISTANCE.match(here.after):
        return None
    first = written.split()[0].lower() if written.split() else ""
    before = here.before.rstrip()
    rate = bool(found["times"]) or (first in _RATED and _RATE.search(before) and not before.endswith((" in", " for")))
    if here.type == "SET" or before.endswith((" per", " every", " each", "/")) or before == "per" or rate:
        return Reading(span_value("1", found["unit"]), "SET")
    return None


def _often(number: str | None, unit: str) -> str:
    return span_value({"other": "2", "single": "1", None: "1"}.get(number, number) or "1", unit)


def _named(words: str) -> Reading | None:
    found = _NAMED.fullmatch(words) or _PLURAL.fullmatch(words) or _NIGHTS.fullmatch(words)
    if found is not None:
        return Reading(_again(found["name"]) + _PARTS.get(found["part"] or "", ""), "SET")
    found = _PART.fullmatch(words)
    return None if found is None else Reading(f"XXXX-XX-XX{_PARTS[found['part'] or found['parts']]}", "SET")


def _again(name: str) -> str:
    if re.fullmatch(WEEKDAY, name):
        return f"XXXX-WXX-{weekday_of(name) + 1}"
    if re.fullmatch(SEASON, name):
        return f"XXXX-{SEASONS[season_of(name)]}"
    return f"XXXX-{month_of(name):02}"

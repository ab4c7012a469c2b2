"""How long: "three months", "the past five years", "a two-day visit", "an hour and a half"."""

import re
from typing import Final

from onrecord.resolving.timex.context import Context, Reading
from onrecord.resolving.timex.lexicon import NUMBER, YEAR

_LETTERS: Final = {
    "second": "TS",
    "minute": "TM",
    "min": "TM",
    "hour": "TH",
    "hr": "TH",
    "day": "D",
    "night": "D",
    "week": "W",
    "fortnight": "W",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "season": "S",
    "year": "Y",
    "yr": "Y",
    "decade": "E",
    "century": "C",
    "centurie": "C",
    "millennium": "L",
}
_UNITS: Final = "|".join(sorted(_LETTERS, key=len, reverse=True))
_FRAME: Final = (
    r"(?:(?:the |these |those |this |that |its |his |her |their |our |my )?"
    r"(?:(?:first|1th|opening|initial|last|past|previous|preceding|prior|next|coming|following|latest|final|recent|ensuing"
    r"|intervening|single|entire|whole|full|other|closing|subsequent|same) )*)"
)
_COUNTED: Final = re.compile(
    rf"{_FRAME}(?P<n>{NUMBER})(?:(?: (?:{_UNITS})s?(?= ?(?:to|-)))? ?(?:to|or|-|and) ?(?P<m>{NUMBER}))? "
    r"(?:more |full |whole |additional |consecutive |straight |trading |working |business |calendar |fiscal |solid "
    r"|long |short |other |further |successive |single |last |past |previous |next |coming |upcoming "
    r"|[a-z]+ (?=[a-z]+s\b))*"
    rf"(?P<unit>{_UNITS})s?(?: (?:long|term|time|period|span|stretch|olds?|or so|or more|today|now|and counting))*"
)
_PLURAL: Final = re.compile(rf"{_FRAME}(?:all )?(?P<unit>{_UNITS})s(?: (?:long|old|or (?:{_UNITS})s|on end))*")
_WHOLE: Final = re.compile(
    rf"(?P<one>(?:the )?(?:all|whole|entire|full|single)(?: the)? )?(?P<unit>{_UNITS})(?: ?(?P<long>long|old|or so))?"
)
_THE: Final = re.compile(
    r"(?:the |this |that |(?=past ))"
    r"(?:(?:first|1th|past|last|next|full|whole|entire|previous|coming|following|fiscal|financial) )?"
    rf"(?P<unit>{_UNITS})(?: period)?"
)
_PART_OF: Final = re.compile(rf"{_FRAME}(?P<n>{NUMBER}) (?P<unit>{_UNITS})s? of(?: .+)?")
_MIXED: Final = re.compile(rf"(?P<n>\d+) (?P<unit>{_UNITS})s? (?:and )?(?P<m>\d+) (?P<part>{_UNITS})s?")
_EVER: Final = re.compile(r"(?:x )?(?:1 while|some time|long time|1 long time)")
_ORDER: Final = ("PY", "PQ", "PM", "PW", "PWE", "PS", "PD", "PDTH", "PTH", "PTHM", "PTM", "PTMS", "PTS")
_HALVES: Final = {"Y": ("M", 12), "TH": ("TM", 60), "TM": ("TS", 60), "D": ("TH", 24)}


def read(words: str, here: Context) -> Reading | None:
    """Read a span of time; of a range ("two to three weeks") the first is its value, as in TimeBank."""
    found = _COUNTED.fullmatch(words) or _PART_OF.fullmatch(words)
    if found is not None and not re.fullmatch(rf"(?:the )?{YEAR} (?:quarter|season)", words):
        return _span(found["n"], found["unit"])
    found = _PLURAL.fullmatch(words)
    if found is not None:
        return _span("x", found["unit"])
    found = _WHOLE.fullmatch(words)
    if found is not None and (found["one"] or found["long"] or here.type == "DURATION"):
        return _span("1", found["unit"])
    found = _THE.fullmatch(words)
    if found is not None and (here.type == "DURATION" or words.startswith("the 1th")):
        return _span("1", found["unit"])
    found = _MIXED.fullmatch(words)
    if found is not None:
        return _mixed(found)
    return Reading("PXX", "DURATION") if _EVER.fullmatch(words) else None


def span_value(number: str, word: str) -> str:
    """Return the TIMEX3 value of a number ("x": not told) of units: P3M, PT1H30M, P20Y for two decades."""
    letter = _LETTERS[re.sub(r"s$", "", word)]
    if number == "x":
        return f"PTX{letter[1]}" if letter[0] == "T" else f"PX{letter}"
    amount = float(number) * (2 if word.startswith("fortnight") else 1)
    if letter in ("E", "C", "L"):
        amount, letter = amount * {"E": 10, "C": 100, "L": 1000}[letter], "Y"
    if amount % 1 == 0.5 and letter in _HALVES:
        return _halved(int(amount), letter)
    shown = f"{amount:.0f}" if amount == int(amount) else f"{amount:g}"
    return f"PT{shown}{letter[1]}" if letter[0] == "T" else f"P{shown}{letter}"


def _halved(whole: int, letter: str) -> str:
    """Half a unit more, in the unit below it: P2Y6M, PT1H30M, P2DT12H."""
    below, many = _HALVES[letter]
    first = f"{whole}{letter.removeprefix('T')}" if whole else ""
    second = f"{many // 2}{below.removeprefix('T')}"
    if letter[0] == "T":
        return f"PT{first}{second}"
    return f"P{first}{'T' if below[0] == 'T' else ''}{second}"


def _span(number: str, word: str) -> Reading:
    return Reading(span_value(number, word), "DURATION")


def _mixed(found: re.Match[str]) -> Reading | None:
    first, second = span_value(found["n"], found["unit"]), span_value(found["m"], found["part"])
    if _ORDER.index(re.sub(r"[\d.]+", "", first)) >= _ORDER.index(re.sub(r"[\d.]+", "", second)):
        return None
    if second.startswith("PT"):
        joined = first + (second[2:] if first.startswith("PT") else second[1:])
    elif first.startswith("PT"):
        return None
    else:
        joined = first + second[1:]
    return Reading(joined, "DURATION")

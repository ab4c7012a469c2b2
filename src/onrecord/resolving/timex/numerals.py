"""Number words in time expressions, into digits: "twenty-four" is 24, "nineteen ninety-seven" 1997, "a few" x."""

import re
from itertools import groupby
from typing import Final

_ONES: Final = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
    """
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES: Final = {word: n for n, word in enumerate(_ONES.split())} | {
    word: 10 * n for n, word in enumerate(_TENS.split(), 2)
}
_TIMES: Final = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_FIRST: Final = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth
    """
_ORDINALS: Final = {word: n for n, word in enumerate(_FIRST.split(), 1)} | {"thirtieth": 30}
# A "second" that nothing follows is a span of time.
_ORDINAL: Final = re.compile(rf"\b(?:(twenty|thirty) )?({'|'.join(_ORDINALS)})\b(?! ago)(?=( \w)?)")
_VAGUE: Final = re.compile(
    r"\b(?:(?:a|the) )?(?:good )?(?:few|handful of|number of|several|many|numerous|various|tens of|dozens of"
    r"|hundreds of|thousands of|couple of dozen|multiple)(?: of)?(?: the)?\b|\bsome (?=\w+s\b)"
)
# "two thousand and twenty": one number.
_AND: Final = re.compile(rf"(?<=hundred|housand) and(?= (?:{'|'.join(_VALUES)})\b)")
_FIXED: Final = (
    (re.compile(r"\b(?:(?:a|the) )?couple(?: of)?(?: more)?\b"), "2"),
    (re.compile(r"\bhalf (?:an?|of an?|a )\b|\b(?:an? )?half (?=(?:hour|year|day|century|decade)\b)"), "0.5 "),
    (re.compile(r"\b(?:a|one) (?=hundred|thousand|million)"), "one "),
    (re.compile(r"\b(?:a|two) dozen\b"), "dozen"),
    (re.compile(r"\bdozen\b"), "12"),
)


def in_digits(words: str) -> str:
    """Return a lower-case phrase with its number words in digits: "1 few" never stands, "x" is a number not told."""
    words = _ORDINAL.sub(_ordinal, _AND.sub("", words))
    words = _VAGUE.sub("x", words)
    for pattern, digits in _FIXED:
        words = pattern.sub(digits, words)
    words = " ".join(_joined(words.split()))
    words = re.sub(r"\b(?:an?|another)\b", "1", re.sub(r"\b(?:an?|another) (?=\d|x\b)", "", words))
    words = re.sub(r"\b(\d+) 1/2\b", r"\1.5", words)
    words = re.sub(r"\b(\d+) and (?:(?:1 )?half|0\.5)\b", r"\1.5", words)
    return re.sub(r"\b(\d+) ([a-z]+) and (?:1 )?half\b", r"\1.5 \2", words)


def _ordinal(found: re.Match[str]) -> str:
    tens, word, follows = found.groups()
    if word == "second" and not follows and not tens:
        return found.group()
    return f"{_ORDINALS[word] + (_VALUES[tens] if tens else 0)}th"


def _joined(words: list[str]) -> list[str]:
    out: list[str] = []
    for number, run in groupby(words, lambda word: word in _VALUES or word in _TIMES):
        here = list(run)
        out += [_number(here)] if number else here
    return out


def _number(words: list[str]) -> str:
    """One run of number words; two numbers side by side are a year in its usual reading."""
    parts: list[int] = []
    total = part = 0
    for word in words:
        if word in _TIMES:
            part = max(part, 1) * _TIMES[word]
            total, part = (total + part, 0) if word != "hundred" else (total, part)
        elif part and not (part % 100 == 0 or (part % 10 == 0 and part % 100 >= 20 and _VALUES[word] < 10)):
            parts.append(total + part)
            total, part = 0, _VALUES[word]
        else:
            part += _VALUES[word]
    parts.append(total + part)
    if len(parts) == 2 and 10 <= parts[0] <= 20 and parts[1] < 100:
        return f"{parts[0]}{parts[1]:02}"
    return " ".join(map(str, parts))

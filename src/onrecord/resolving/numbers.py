"""The value of a number phrase: numerals, number words and both together, as English reports write them.

Amounts that are not fixed ("dozens", "several hundred"), units, signs of currency and hedges are not read here.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

_SMALL: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_BELOW_HUNDRED: Final[Mapping[str, int]] = {
    **{word: value for value, word in enumerate(_SMALL.split())},
    **{word: value * 10 for value, word in enumerate(_TENS.split(), start=2)},
    **{"nought": 0, "naught": 0},
}
NUMBER_WORD: Final = "|".join((*_SMALL.split(), *_TENS.split()))
"""A pattern for one word that is a number below a hundred."""
_POWERS: Final[Mapping[str, int]] = {
    **dict.fromkeys(("thousand", "k"), 3),
    **dict.fromkeys(("million", "m", "mn", "mln", "mil"), 6),
    **dict.fromkeys(("billion", "b", "bn", "bln"), 9),
    **dict.fromkeys(("trillion", "tn", "trn"), 12),
    **dict.fromkeys(("tln", "tr"), 12),
    **{"lakh": 5, "crore": 7},
}
"""The power of ten that multiplies what stands before it; a lone letter does so only right after a numeral."""
_GROUPS: Final[Mapping[str, int]] = {"hundred": 100, "dozen": 12, "dozens": 12}
_LAKH: Final = Decimal(10) ** 5
_CRORE: Final = Decimal(10) ** 7
"""A lakh crore is one number in Indian reports: a million million."""
_PARTS: Final[Mapping[str, int]] = {
    **{"half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7},
    **{"eighth": 8, "ninth": 9, "tenth": 10},
}
"""What a share divides by, without its plural's "s"."""
_SIGNS: Final[Mapping[str, str]] = {
    **{"½": " 1/2", "⅓": " 1/3", "⅔": " 2/3", "¼": " 1/4", "¾": " 3/4", "⅕": " 1/5", "⅖": " 2/5", "⅗": " 3/5"},
    **{"⅘": " 4/5", "⅙": " 1/6", "⅚": " 5/6", "⅛": " 1/8", "⅜": " 3/8", "⅝": " 5/8", "⅞": " 7/8"},
    "\u2212": "-",
    "⁄": "/",
}
_EUROPEAN: Final = r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}\.\d{3},\d+|\d+,\d{1,2}"
"""Numerals that only make sense with a decimal comma."""
_NUMERAL: Final = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?"  # lakhs and crores
    rf"|{_EUROPEAN}"
    r"|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:\.\d+)?"
    r"|\d+/\d+|\d*\.?\d+"
)
_TOKEN: Final = re.compile(rf"(?P<numeral>{_NUMERAL})(?![\d.,/])(?P<power>[kmb]\b)?|(?P<word>[a-z]{{2,}}|\ba\b)")
_BETWEEN: Final = re.compile(r"[\s-]*")
_TRILLION: Final = re.compile(r"(?<=\d)T\b")
"""A capital right after a numeral, as headlines have it: "2.1T". In small letters it is tonnes."""
_LONGEST: Final = 200
"""No phrase for a number is longer, in code points; longer strings of digits overflow."""


_CONTINENTAL: Final = re.compile(
    r"(?<![\w.,])(?:\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}\.\d{3},\d{1,2}|\d{1,3},\d{1,2}(?= ?(?:%|€|[Pp]er ?cent"
    r"|million|billion|km|euros?)))(?![\w.]\d)"
)
_ENGLISH: Final = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:,\d{3})+|\d+\.(?:\d{1,2}|\d{4,}))(?![\w.,]\d|\w)")
_THOUSANDS: Final = re.compile(r"(?<![\d.,])\d{1,3}\.\d{3}(?![\d.,])")


def is_european(text: str) -> bool:
    """Whether a text writes its numbers with full stops between thousands or a decimal comma, and none the English way.

    A text that does neither, or both, is taken for English.
    """
    return bool(_CONTINENTAL.search(text)) and not _ENGLISH.search(text)


def number_of(text: str, european: bool = False) -> Decimal | None:
    """Return the number that a phrase states, None where it states none or leaves it open.

    Read are "8,000", "1.2 million", "3bn", "twenty-five", "two hundred and six", "a dozen", "two and a half million",
    "two point five", "three quarters", "minus 5". A full stop is decimal ("8.000" is 8) unless it can only part
    thousands, or the text is `european`; "m" right after a numeral is million, never metre. Ordinals are no numbers,
    nor are years said in pairs of digits.
    """
    plain = _TRILLION.sub(" trillion", text).lower()
    for sign, plainer in _SIGNS.items():
        plain = plain.replace(sign, plainer)
    plain = plain.strip()
    if european:
        plain = _THOUSANDS.sub(lambda found: found[0].replace(".", ""), plain)
    negative = re.match(r"(?:(?:minus|negative)[\s-]+|-\s?)(?=[\w.])", plain)
    tokens = _tokens(plain[negative.end() if negative else 0 :]) if len(plain) <= _LONGEST else None
    value = _Phrase(tokens).value() if tokens else None
    return -value if value is not None and negative else value


def _tokens(plain: str) -> list[str | Decimal] | None:
    """Cut into words and the values of numerals; None where anything else stands there."""
    tokens: list[str | Decimal] = []
    done = 0
    for found in _TOKEN.finditer(plain):
        value = found["word"] or _numeral(found["numeral"])
        if value is None or not _BETWEEN.fullmatch(plain, done, found.start()):
            return None
        tokens += [value, found["power"]] if found["power"] else [value]
        done = found.end()
    return tokens if _BETWEEN.fullmatch(plain, done) else None


def _numeral(text: str) -> Decimal | None:
    if "/" in text:
        above, below = (Decimal(part) for part in text.split("/"))
        return above / below if below else None
    if re.fullmatch(_EUROPEAN, text):
        text = text.replace(".", "").replace(",", ".")
    return Decimal(re.sub(r"[,\s]", "", text))


class _Phrase:
    """Reads number words from left to right, one method a rule (recursive descent); None where a rule fails."""

    def __init__(self, tokens: list[str | Decimal]) -> None:
        self._tokens = tokens
        self._at = 0

    def value(self) -> Decimal | None:
        """All of it as terms of falling size: "two million three hundred thousand and six"."""
        total, room = Decimal(0), Decimal("Infinity")
        while self._at < len(self._tokens):
            if self._at:
                self._take("and")
            term = self._term()
            if term is None or term[0] >= room:
                return None
            total, room = total + term[0], term[1]
        return total

    def _term(self) -> tuple[Decimal, Decimal] | None:
        """A number and the power of ten that it is of: "two hundred", "half a million", "a billion and a half"."""
        share = self._share()
        count = self._group(share or self._count())
        if count is None:
            return None
        if share is None:
            count += self._decimals() or self._and_share()
        power = Decimal(10) ** (self._word_of(_POWERS) or 0)
        if power == _LAKH and self._take("crore"):
            power *= _CRORE
        return (count + (self._and_share() if power > 1 else 0)) * power, power

    def _share(self) -> Decimal | None:
        """A part of one: "half", "a third", "three quarters"; of "half a million" what stands before the million."""
        start = self._at
        count = Decimal(1) if self._take("a") else self._below_hundred()
        word = str(self._peek())
        share = _PARTS.get(word.removesuffix("s"))
        alone = word == "half" or (word == "quarter" and self._peek(1) in _POWERS)
        fits = alone if count is None else (word in _PARTS) == (count == 1)
        if not share or not fits:
            self._at = start
            return None
        self._at += 1
        if self._peek() == "of" and self._peek(1) == "a" and self._peek(2) in _POWERS:
            self._at += 1
        self._take("a")
        return (1 if count is None else count) / Decimal(share)

    def _and_share(self) -> Decimal:
        start = self._at
        share = self._share() if self._take("and") else None
        if share is None:
            self._at = start
        return share or Decimal(0)

    def _decimals(self) -> Decimal:
        """The digits behind "point", each said by itself: "two point zero five"."""
        start, digits = self._at, ""
        if self._take("point"):
            while (digit := self._digit()) is not None:
                digits += str(digit)
        if not digits:
            self._at = start
        return Decimal(f"0.{digits}") if digits else Decimal(0)

    def _digit(self) -> int | None:
        word = self._peek()
        value = _BELOW_HUNDRED.get(word) if isinstance(word, str) else None
        if value is None or value > 9:
            return None
        self._at += 1
        return value

    def _count(self) -> Decimal | None:
        """A numeral, "a" before a word that it multiplies, or words below a hundred."""
        token = self._peek()
        if isinstance(token, Decimal):
            self._at += 1
            part = self._peek()
            if isinstance(part, Decimal) and 0 < part < 1 <= token == token.to_integral_value():
                self._at += 1
                return token + part
            return token
        if self._take("a", "an"):
            return Decimal(1) if self._peek() in {**_GROUPS, **_POWERS} else None
        if self._peek() == "hundred" and self._peek(1) in _POWERS:
            return Decimal(1)  # "hundred thousand people"
        return self._below_hundred()

    def _group(self, count: Decimal | None) -> Decimal | None:
        """So many hundreds and what follows below a hundred; so many dozens; or just so many."""
        size = self._word_of(_GROUPS) if count is not None else None
        if count is None or size is None:
            return count
        after = self._at
        if size == _GROUPS["hundred"]:
            self._take("and")
            rest = self._numeral_below_hundred() or self._below_hundred()
            if rest is not None:
                return count * size + rest
        self._at = after
        return count * size

    def _numeral_below_hundred(self) -> Decimal | None:
        token = self._peek()
        if not isinstance(token, Decimal) or token >= 100 or token != token.to_integral_value():
            return None
        self._at += 1
        return token

    def _below_hundred(self) -> Decimal | None:
        first = self._word_of(_BELOW_HUNDRED)
        if first is None or first < 20:
            return None if first is None else Decimal(first)
        after = self._at
        second = self._word_of(_BELOW_HUNDRED)
        if second is None or not 0 < second < 10:
            self._at = after
            return Decimal(first)
        return Decimal(first + second)

    def _peek(self, ahead: int = 0) -> str | Decimal | None:
        place = self._at + ahead
        return self._tokens[place] if place < len(self._tokens) else None

    def _take(self, *words: str) -> bool:
        taken = self._peek() in words
        self._at += taken
        return taken

    def _word_of(self, values: Mapping[str, int]) -> int | None:
        """Move past the next word where it is one of these, and return its value."""
        word = self._peek()
        if not isinstance(word, str) or word not in values:
            return None
        self._at += 1
        return values[word]

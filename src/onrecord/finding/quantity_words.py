"""What is written in and beside a number, by closed lists: number words, hedges, signs and words for units."""

import re
from typing import Final

from onrecord.finding.signs import MARK, rest_of_sign, sign_before

Extent = tuple[int, int]
"""Offsets [start, end) into the text."""

_ONES: Final = "one|two|three|four|five|six|seven|eight|nine"
_SMALL: Final = (
    rf"zero|{_ONES}|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty"
    "|forty|fifty|sixty|seventy|eighty|ninety"
)
NUMBER_WORDS: Final = _SMALL
_POWERS: Final = "hundred|thousand|million|billion|trillion|dozen|lakh|crore|bn|mln|bln|trn"
_PARTS: Final = "half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth"
_NUMERAL: Final = r"\d+(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)|\d[\d,.]*\d|\d|\.\d+"

_GOES_ON: Final = re.compile(
    rf"[ \u00a0-](?:{_POWERS})\b(?! of )|(?:(?<=tens)|(?<=reds)) of (?:thousands|millions|billions)\b"
    r"|(?<=\d)[.,]\d[\d.,]*(?<=\d)"
    rf"|(?<=ty)[ -](?:{_ONES})(?![\w-])"
    r"|[ \u00a0-](?:thirds|quarters|fifths|sixths|sevenths|eighths|ninths|tenths)\b"
    r"|[ \u00a0]and a (?:half|quarter)\b",
    re.IGNORECASE,
)
_BELOW: Final = re.compile(
    rf"(?:(?<=hundred)|(?<=thousand)|(?<=million)|(?<=billion)) (?:and )?(?:{_SMALL})"
    rf"(?:[ -](?:{_ONES}|hundred|thousand))*(?! ?(?:hundred|thousand|million|billion)|[\w-])",
    re.IGNORECASE,
)
"""What is left below a power of ten, in words: "twenty thousand | six hundred and two"."""
_TRILLIONS: Final = re.compile(r"(?<=\d)T(?![^\W_])")
_GLUED: Final = re.compile(r"(?P<number>\d[\d,.]*)[^\W\d_]\S*\Z")
_A: Final = re.compile(
    rf" (?:{_PARTS}|{_POWERS}|couple|number|handful|majority"
    r"|(?:few |hundred |couple )?(?:dozen|hundred|thousand|million|billion))\b",
    re.IGNORECASE,
)
"""What makes an amount of "a"."""
_OF_SO_MANY: Final = re.compile(
    rf"(?P<part>{_ONES}|[1-9])(?: in| out of)(?: every)? (?:(?:{_ONES}|ten|twelve|twenty|fifty)|[2-9]|a hundred"
    r"|[1-9]0{1,4}|[1-9],000|a dozen)(?![\w.,]\d|[\w-])",
    re.IGNORECASE,
)
_BEGINS: Final = re.compile(
    rf"(?:(?:(?<![^\W_])(?:{_SMALL}|{_PARTS}|half a|an?|several|a few|tens of|hundreds of)"
    rf"|(?<![\d.,])(?:{_NUMERAL}))[ -]|(?<![^\W_])minus )$",
    re.IGNORECASE,
)
_DANGLING: Final = re.compile(r"[\s,;:.-]+$|-?\s+(?:or|to|and)$")
_LEADING: Final = re.compile(rf"^[\s,;:)]+|^\.\s+|^{MARK}\s?(?=[\d.])")
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d\Z")

_HEDGE: Final = (
    r"as (?:many|much|few|little|high|low) as|(?:no|not) (?:more|fewer|less|greater|higher) than"
    r"|(?:slightly |just |well |far |a little )?"
    r"(?:(?:more|less|fewer|greater|higher|lower) than|upwards? of|in excess of|over|under|above|below)"
    r"|about|around|approximately|approx\.|roughly|barely|circa|ca\.|some|nearly|almost|virtually|close to"
    r"|an estimated|at (?:the (?:very )?)?(?:least|most)|up to|an? (?:minimum|maximum) of"
    r"|another|an? (?:additional|further|extra)|additional|between"
)
_BEFORE: Final = re.compile(
    rf"(?:(?<![^\W_])(?:(?:{_HEDGE})(?:[ \u00a0\n](?:{_HEDGE}))?|estimated)|[~≈∼≃<>≤≥≲≳⩽⩾])[ \u00a0\n]?$"
    rf"|(?<![^\W_])sub-$",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    r"[ \u00a0]?(?:-(?=odd|plus))?(?P<hedge>(?<=-)(?:odd|plus)\b(?!-)"
    r"|or (?:so|more|less|fewer|higher|above|below)\b(?! than)|at (?:the )?(?:most|least)\b|\+"
    r"|more\b(?! (?:than|or less|and|[a-z]+(?:ing|ly|ed)\b)))",
    re.IGNORECASE,
)
_OVER: Final = re.compile(r"(?:over|under|above|below|between)$", re.IGNORECASE)
_OF_TALK: Final = re.compile(
    r"\b(?:talk|speak|spok|ask|think|thought|know|knew|worr|hear|read|writ|wrote|concern|told|tell|warn|learn|dream)\w*"
    r" about$",
    re.IGNORECASE,
)
_LENGTHS: Final = re.compile(
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))\b", re.I
)
_LASTS: Final = re.compile(
    r"\b(?:for|just|well|slightly|after|lasted|lasting|took|takes|taken|is|was|are|were|been|be|of|served)\s*$", re.I
)
"""Before "over three months" where that is a length of time and not the time in which something came to pass."""

_COINS: Final = (
    r"(?:(?:US|U\.S\.|American|Australian|Canadian|New Zealand|Hong Kong|Singapore|Taiwan|South Korean|Swiss|Indian"
    r"|Egyptian|British|Turkish|Japanese|Chinese|Iraqi|Russian) )?(?:dollars?|cents|euros?|pounds sterling|pence|yen"
    r"|yuan|renminbi|won|rou?bles?|rupees?|rupiah|shekels?|pesos?|francs?|lira|dinars?|dirhams?|riyals?|rials?"
    r"|hryvnias?|zlotys?|kronor|kroner)|(?:USD|EUR|GBP|KRW|JPY)"
)
_UNIT: Final = re.compile(
    r"[ \u00a0\n-]?(?P<unit>"
    r"km/hr?|kmp?h|percentage points?|percent|per cent|pct|%|basis points?"
    rf"|{_COINS}|[€£]"
    r"|(?:square |sq\.? )(?:feet|foot|inches|yards|kms?|ft)"
    r"|(?:(?:square|cubic|nautical|sq\.?) )?(?:millimet|centimet|kilomet|met)(?:er|re)s?"
    r"|(?:(?:square|nautical) )?(?:km|miles?)[²2]?"
    r"|sq\.? ?mi?\b|sqm\b|m2\b|lbs?|ounces?|oz|[KMGT]B|[kMG]?Hz|mpg|hp|horsepower|pc"
    r"|kms|cm|mm|inch(?:es)?|feet|foot|ft|yards?|hectares?|acres?"
    r"|(?:metric |short |long )?tons|tonnes?|metric ton|t|kilograms?|kilogrammes?|kilos?|kg|grams?"
    r"|barrels?|bpd|gallons?|quarts?|pints?|lit(?:er|re)s?"
    r"|megawatts?|gigawatts?|kilowatts?|(?:kilo|mega|giga)watt-hours?|[MGk]Wh?|megatons?|kilotons?|mph|kph|knots"
    r"|degrees?(?: (?:celsius|fahrenheit|C|F))?|°[CF]?"
    r"|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)"
    r")(?:(?<=[%°€£²])|(?![^\W_]))"
)
_TIMES_OF_DAY: Final = re.compile(r"[- ]?(?:years?|months?)[- ]old\b", re.IGNORECASE)

_SHARE: Final = re.compile(rf"(?:\b(?:{_PARTS})s?|[½⅓⅔¼¾]|\d[/⁄]\d{{1,3}})$", re.IGNORECASE)
_OF_A: Final = re.compile(r" of an?(?= (?!hundred|thousand|million|billion))(?: US| U\.S\.)?")

_ENDS: Final = re.compile(
    rf"(?<![\w.,-])(?P<number>{_NUMERAL}|(?:{_SMALL})(?:[ -](?:{_ONES}|{_POWERS}))*)[ -]$", re.IGNORECASE
)

_NO_HEDGE: Final = re.compile(r"just|only|exactly|precisely|within|from|the|a|total|all", re.IGNORECASE)

_NO_UNIT: Final = re.compile(r"(?:on|of|in|to|for|the|at|by) ")
_THINGS: Final = re.compile(
    r"(?!.*(?:hertz|orders|flops|bytes|bits|watts|volts|amps|carats|times|parts|points))[a-z]{4,}s"
)


def trimmed(text: str, start: int, end: int) -> Extent:
    """Return a number's extent without the marks and joining words at its ends; all of it where nothing is left.

    A unit that is written in one word with it ("32m2") is no part of it, nor are the letters of a sign ("$ | A25").
    """
    leading = _LEADING.match(text[start:end])
    first = start + (leading.end() if leading else 0)
    dangling = _DANGLING.search(text[first:end])
    last = first + dangling.start() if dangling else end
    if first >= last:
        return start, end
    first = rest_of_sign(text, first)
    glued = _GLUED.match(text[first:last])
    if glued and unit_after(text, first + glued.end("number")) == (first + glued.end("number"), last):
        last = first + glued.end("number")
    return first, last


def widened(text: str, start: int, end: int) -> Extent:
    """Return a number's extent with the number words that go on from it: "twenty | -seven", "a | number"."""
    if text[start:end].casefold() in ("a", "an", "the"):
        amount = _A.match(text, end)
        end = amount.end() if amount else end
    while goes_on := _GOES_ON.match(text, end) or (text[start].isalpha() and _BELOW.match(text, end)):
        end = goes_on.end()
    if _TRILLIONS.match(text, end) and sign_before(text, start):
        end += 1
    many = _OF_SO_MANY.match(text, start)
    if many and many.end("part") == end and not unit_after(text, many.end()):
        end = many.end()
    if re.match(rf"{_POWERS}|{_PARTS}|\d", text[start:end], re.IGNORECASE) and not text[start].isdigit():
        begins = _BEGINS.search(text, max(0, start - 20), start)
        start = begins.start() if begins else start
    elif text[start].isdigit() and text[max(0, start - 6) : start].casefold() == "minus ":
        start -= len("minus ")
    return start, end


def is_apart(first: str, second: str, *, hedged: bool = False) -> bool:
    """Whether two numerals are no bounds of one number: the second is not above the first ("5-4"), or only one a year.

    Of what is not written in figures nothing is known; under a hedge ("about 2000-2500") none is a year.
    """
    if not hedged and _YEAR.match(first) and not _YEAR.match(second):
        return True
    numerals = [part.replace(",", "") for part in (first, second)]
    if not all(re.fullmatch(r"\d{1,15}(?:\.\d{1,15})?", part) for part in numerals):
        return False
    return float(numerals[0]) >= float(numerals[1])


def hedge_before(text: str, start: int, bare: bool) -> Extent | None:
    """Return the hedge that ends right before `start`, where a number or its sign begins.

    Before a number that is `bare`, in words and without a unit, "over" and "under" say where something is; what
    somebody talks "about" is no estimate.
    """
    found = _BEFORE.search(text, max(0, start - 40), start)
    if not found:
        return None
    end = found.start() + len(found.group().rstrip())
    if (bare and _OVER.search(text, found.start(), end)) or _OF_TALK.search(text, max(0, found.start() - 20), end):
        return None
    return found.start(), end


def is_while(text: str, hedge: Extent, after: int) -> bool:
    """Whether "over" before a number that ends at `after` says in what time something came to pass, not how long."""
    if text[hedge[0] : hedge[1]].casefold() != "over" or not _LENGTHS.match(text, after + 1):
        return False
    return not _LASTS.search(text, max(0, hedge[0] - 12), hedge[0])


def is_hedge(text: str, hedge: Extent, after: int) -> bool:
    """Whether what was tagged as a hedge is one: "just", "exactly" and "within" leave a number as it stands."""
    return not _NO_HEDGE.fullmatch(text, *hedge) and not is_while(text, hedge, after)


def hedge_after(text: str, end: int) -> Extent | None:
    """Return the hedge that begins right after `end`: "or so", "or more", "at most"."""
    found = _AFTER.match(text, end)
    return found.span("hedge") if found else None


def unit_after(text: str, end: int) -> Extent | None:
    """Return the word or sign for a unit that begins right after `end`; none where it tells an age."""
    found = _UNIT.match(text, end)
    return found.span("unit") if found and not _TIMES_OF_DAY.match(text, end) else None


def whole_after(text: str, start: int, end: int) -> Extent | None:
    """Return the unit of which a number at [start, end) is a part: "a quarter | of a percentage point"."""
    of = _OF_A.match(text, end) if _SHARE.search(text, start, end) else None
    return unit_after(text, of.end()) if of else None


def is_unit(text: str, unit: Extent, number: Extent) -> bool:
    """Whether what was tagged as a unit can be one: before a number a sign only, behind it no plain word for things."""
    words = text[unit[0] : unit[1]]
    if _NO_UNIT.match(words):
        return False
    if words == "per" or unit[1] <= number[0]:
        return not words[:1].islower()
    return unit_after(text, unit[0]) is not None or not _THINGS.fullmatch(words)


def number_before(text: str, start: int) -> Extent | None:
    """Return the number that ends right before a unit at `start`."""
    found = _ENDS.search(text, max(0, start - 30), start)
    return found.span("number") if found else None

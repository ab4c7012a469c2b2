"""Numbers that are no figures: dates, clock times, ages, ordinals, names, labels, groups of a known size, pronouns."""

import re
from typing import Final

from onrecord.records import Quantity
from onrecord.tallies import tally_at

_MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SMALL: Final = r"(?:two|three|four|five|six|seven|eight|nine|ten|2|3|4|5|6|7|8|9)"
# What a number that names something stands behind. In capitals: "an article 5 pages long" is none.
_LABELS: Final = (
    r"Articles?|Resolutions?|Sections?|Chapters?|No\.?|Nos\.|Number|Flights?|Route|Highway|Interstate|Channel|Boeing"
    r"|Airbus|Row|Phase|Level|Tier|Unit|Block|Room|Pages?|Paragraphs?|Annex|Protocol|Version|Apollo|Division|Brigade"
    r"|Building|Gate|Line|Terminal|Pier|District|Ward|Zone|Stage|Round|Game|Grade|Title|Act|Part|Item|Step|Day|Week"
    r"|Year|Class|Type|Model|Mark|Mk|Camp|Area|Bureau|Office|Order|Decree|Proposition|Amendment|Operation|Agenda|Vision"
    r"|Rule|Schedule|Volume|Figure|Table|Platform|World War|Windows|Group of|Gang of|Committee of|Council of|Big|Area"
)

_BEFORE: Final = re.compile(
    rf"(?:(?<![^\W_])(?:{_LABELS})[ \u00a0]"
    rf"|(?<![^\W_]){_MONTH} "  # May 5
    r"|[^\W\d_](?:(?<!\b[Ss]ub)[-–/])?"  # F-16, G7, COVID-19, but "sub-300 sq m"
    r"|(?:\d[-–/.:]|[#+])"  # the second part of 10-12, 555-0123, 9/11
    r"|(?<![^\W_])[Aa]ged?(?: of)?(?: between| above| over| under| about| around| at least)? "
    r"|(?<![^\W_])(?:turns|turned|turning) "
    r"|(?<![^\W_])(?:tel|telephone|phone|call|dial)[.:]? "
    r")$"
)
_AFTER: Final = re.compile(
    r"(?:st|nd|rd|th)\b|-(?:first|second|third|(?:four|fif|six|seven|eigh|nin)th)\b"
    r"|[-–/:]\d|\.\d\d?[ap]\.?m\b"
    r"|[ -]?(?:years?|months?|weeks?|days?)[- ](?:old\b|of age\b)|[ -]?year-olds?\b"
    r"|[ \u00a0]?(?:a\.?m\b|p\.?m\b|o['’]?clock\b|GMT\b|UTC\b)"
    rf"|(?:,| of)? {_MONTH}(?: \d|,|\.|$| (?:and|to|at|in|of|when|as|by|[12]\d\d\d)\b)"
    r"|-(?:plus-|(?:way|sided|pronged|tier|star|stage|part|dimensional|footed|faced|time|state)\b)"
    r"|[ -]?calib(?:er|re)\b|[°º][\d' ]*[NSEW]\b"
    r"| ?(?:BC|AD|BCE|CE|b\.c\.(?:e\.)?|c\.e\.|a\.d\.)(?!\w)|\.e\."
)
_CALIBRE: Final = re.compile(r"\d+(?:\.\d+)?[ -]?mm", re.IGNORECASE)
_WEAPON: Final = re.compile(
    r"[ -](?:mm[ -])?(?:(?:artillery|machine|anti|heavy|light|howitzer|mortar|pistol|rifle|gun|cannon|cartridge|round"
    r"|shell|ammunition)\w*)",
    re.IGNORECASE,
)
_KNOWN: Final = re.compile(r"\b(?:the|these|those|both|all|our|your|their|its|his|her|my) (?:other )?$", re.IGNORECASE)
_KNOWN_SIZE: Final = re.compile(_SMALL, re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d(?:[-–/](?:\d\d|\d{4}))?")
_OF_YEAR: Final = re.compile(
    r"(?:^|[(\n“\"]|\b(?:in|since|until|till|by|from|during|after|before|of|to|and|late|early|mid|between|around|circa"
    rf"|the|for|than|{_MONTH}|{_WEEKDAY})[ ,-]\s?|{_MONTH} \d{{1,2}}, |\d[-–])$",
    re.IGNORECASE,
)
_YEARS_OWN: Final = re.compile(r" (?:(?:[A-Z][^\W\d_]* )?(?:dollars|pounds|euros)|GB(?! of))\b")
"""Behind a year no unit: "in 2020 dollars", "In 2012 GB won"."""
_NAMED_AGE: Final = re.compile(r"[A-Z][\w’'.-]+, $")
_AGE: Final = re.compile(r"\d{1,3}")
_DATE: Final = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}|\d{1,2}/\d{1,2}")
_FRACTION: Final = re.compile(r"1/(?:[2-9]|10|16|32|64)|2/[35]|3/[458]|[57]/8")
_CLOCK: Final = re.compile(r"\d{1,2}[:.]\d\d")
_CALLED: Final = re.compile(r"(?:\(?\+?\d{1,4}\)?[ -]){2,}\d{3,4}")
_LISTED: Final = re.compile(r"(?:^|\n)[ \t]*\(?$")
_LIST: Final = re.compile(r"[.)][ \t]")
_SINGLE: Final = re.compile(r"one|1", re.IGNORECASE)
_NO_ONE: Final = re.compile(
    r"\b(?:no|the|this|that|which|every|any|each|only|some|another|as|with|such a|last|next|first|good|bad|new|big)"
    r"[ -]$",
    re.IGNORECASE,
)
_ONE_OF: Final = re.compile(
    r"(?: of\b| another\b|['’]s\b| (?:who|whom|that|which|is|was|has|had|can|could|may|might|should|would|will|in|on|at"
    r"|to|for|by|or|and|but|day|way|side|hand|thing|point|such|after|with|from|the|last|more)\b|[,.;:!?)]|-(?!of))",
    re.IGNORECASE,
)
_ORDINAL: Final = re.compile(r"an? (?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)", re.IGNORECASE)
_OF_ORDINAL: Final = re.compile(
    r" (?!(?:of|and|or|are|were|is|was|have|had|in|more|less|the|to|as|at|on|by|for|from|off|said|say|would|will"
    r"|who|that|up|down)\b)[^\W\d_]"
)
_HALVES: Final = re.compile(r"[ -](?:staff|mast|time|brother|sister|way|hearted|baked|truth)\w*\b", re.IGNORECASE)


def is_figure(text: str, quantity: Quantity) -> bool:
    """Whether a number in the text states a quantity, as the codebook has it.

    "the three nations", "Group of Seven", "41-year-old", "9/11", "F-16", "one of them" and a year alone do not.
    """
    number, unit = quantity.number, quantity.unit
    before, after = text[max(0, number.start - 24) : number.start], text[number.end : number.end + 24]
    if unit is not None and unit.end <= number.start:
        return True  # money
    if number.text.casefold() == "half" and _HALVES.match(after):
        return False
    if tally_at(text, number.start, number.end):
        return True
    measures = unit is not None and not _YEARS_OWN.match(after)
    if measures and (before.endswith("+") or _FRACTION.fullmatch(number.text)):
        return True  # "up +0.2%", "1/2 pound"
    if _is_named(number.text, before, after, measures or quantity.counted is not None):
        return False
    if _CALIBRE.match(text, number.start) and _WEAPON.match(text, (unit or number).end):
        return False
    if unit is not None or quantity.hedge is not None:
        return not re.match(r"[ -]old\b|[ -]of[ -]age\b", text[quantity.span.end : quantity.span.end + 8])
    if _is_name(number.text, before, after) or _is_ordinal(number.text, after):
        return False
    return not (_is_group(number.text, before, after) or _is_pronoun(number.text, before, after))


def _is_named(number: str, before: str, after: str, counts: bool) -> bool:
    """Whether a number is (part of) a date, a time of day, an age, an ordinal, a name, a label or a call number."""
    if _BEFORE.search(before) and not re.match(r"-(?:to|by)-", after):
        return True
    if _AFTER.match(after) or _DATE.fullmatch(number) or (_CLOCK.fullmatch(number) and _AFTER.match(after)):
        return True
    if _YEAR.fullmatch(number) and not counts and _OF_YEAR.search(before):
        return True
    if re.search(r"\d(?:st|nd|rd|th)$", number) or _CALLED.fullmatch(number):
        return True
    if _AGE.fullmatch(number) and _NAMED_AGE.search(before) and re.match(r",|\)", after):
        return True
    return bool(_AGE.fullmatch(number) and _LISTED.search(before) and _LIST.match(after))


def _is_group(number: str, before: str, after: str) -> bool:
    """Whether a number is the size of a group that is known already: "the two sides"."""
    known = _KNOWN.search(before) and number.isalpha() and _KNOWN_SIZE.fullmatch(number)
    return bool(known) and not re.match(r"[ -](?:hundred|thousand|million|dozen)", after)


def _is_name(number: str, before: str, after: str) -> bool:
    """Whether a number in words and capitals begins a name: "the Five Eyes allies"; not where a sentence begins."""
    opens = not before.strip() or re.search(r"[.!?:“\"\n—–-]\s*$", before) is not None
    return number.isalpha() and number[0].isupper() and not opens and re.match(r" [A-Z]", after) is not None


def _is_ordinal(number: str, after: str) -> bool:
    """Whether "a third" is one more rather than a part: "a third nuclear test"."""
    return _ORDINAL.fullmatch(number) is not None and _OF_ORDINAL.match(after) is not None


def _is_pronoun(number: str, before: str, after: str) -> bool:
    """Whether "one" stands for somebody or something rather than counts."""
    if not _SINGLE.fullmatch(number) or number == "1":
        return False
    return bool(_NO_ONE.search(before) or _ONE_OF.match(after) or not after)

"""Words and signs for units beside a number, by closed lists: money, time, length, shares, other measures."""

import re
from dataclasses import dataclass

_SIGN = re.compile(
    r"(?:(?:US|A|AU|C|CA|HK|NZ|S|R|NT)? ?\$ ?[A-Z]{0,2}|[£€¥₩₹₽₪₺]|Y=|Rs\.?|RM"
    r"|USD|EUR|GBP|AUD|CAD|JPY|KRW|CNY|CHF|INR|NZD|SGD) ?$"
)
"""What stands for money right before a number."""
_MONEY = (
    r"(?:(?:US|U\.S\.|Australian|Canadian|New Zealand|Hong Kong|Singapore|Taiwan|Danish|Swedish|Norwegian|Swiss|Iraqi"
    r"|Iranian|Jordanian|Kuwaiti|Mexican|Indian|Pakistani|Egyptian|British|Turkish|Philippine|Japanese|Korean) )?"
    r"(?:dollars?|cents?|euros?|pounds sterling|pence|yen|yuan|renminbi|won|rou?bles?|rupees?|rupiah|shekels?|pesos?"
    r"|crowns?|kron(?:er|or|a)|francs?|lira|baht|ringgit|dinars?|dirhams?|riyals?|rials?|bucks|hryvnias?|zlotys?"
    r"|rand|USD|EUR|JPY|AUD|[€£])"
)
_TIME = (
    r"seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|months?|quarters?|years?|yrs?|decades?"
    r"|centur(?:y|ies)"
)
_LENGTH = (
    r"(?:square |cubic |nautical |sq\.? |light[ -])?"
    r"(?:inch(?:es)?|feet|foot|ft|yards?|miles?|mi|millimet(?:er|re)s?|centimet(?:er|re)s?|met(?:er|re)s?"
    r"|kilomet(?:er|re)s?|mm|cm|kms?|m|sqm|μm)[²³23]?|acres?|hectares?|ha"
)
_SHARE = r"percentage points?|percent|per cent|pct|pc|%|percentage|basis points?|bps|points?"
_MEASURE = (
    r"(?:metric |short |long )?(?:tons?|tonnes?)|kilograms?|kilos?|kgs?|grams?|g|mg|lbs?|pounds?|ounces?|oz|gallons?"
    r"|lit(?:er|re)s?|ml|barrels?|bpd|bushels?|degrees?(?: (?:celsius|fahrenheit|C|F))?|°[CF]?|deg ?[CF]|celsius"
    r"|fahrenheit|(?:kilo|mega|giga|tera)?watts?(?:-hours?)?|[kMGT]Wh?|hp|horsepower|mph|kph|km/h|knots?|hertz|[kMG]?Hz|[kMGT]B"
    r"|[kMG]bps|(?:kilo|mega|giga|tera)(?:bytes?|bits?|tons?|tonnes?)|calories|mpg|miles per (?:gallon|hour)"
    r"|(?:kilomet(?:er|re)s|meters|metres) per (?:hour|second)|times|fold|volts?|kV|carats?"
)
_BLANK = r"[ \u00a0-]?"
_WORD = re.compile(
    rf"{_BLANK}(?P<unit>{_MEASURE}|(?P<bare>{_MONEY}|{_TIME}|{_LENGTH})|{_SHARE})(?:(?<=[%°€£])|(?![^\W_]))",
    re.IGNORECASE,
)
_OF = " of "


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit beside a number. `bare`: of money, time or length, where nothing more is counted."""

    start: int
    end: int
    bare: bool


def unit_of(text: str, start: int, end: int) -> Unit | None:
    """Return the sign of money before the number [start, end), else the word or sign for a unit after it."""
    sign = _SIGN.search(text, max(0, start - 6), start)
    if sign and sign.group().strip() and not re.search(r"[^\W\d_]{2}", text[: sign.start() + 1][-2:]):
        left = sign.start() + len(sign.group()) - len(sign.group().lstrip())
        return Unit(left, left + len(sign.group().strip()), True)
    word = _WORD.match(text, end) or (_WORD.match(text, end + len(_OF)) if text.startswith(_OF, end) else None)
    return Unit(word.start("unit"), word.end("unit"), word["bare"] is not None) if word else None


def is_unit(words: str) -> bool:
    """Whether words name a unit rather than things that are counted: "percent", "US$", "barrels a day"."""
    head = re.sub(r" (?:per|an?) .*| a-year$", "", words.strip())
    return bool(_WORD.fullmatch(head)) or bool(_SIGN.fullmatch(head))

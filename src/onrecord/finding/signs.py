"""Signs of money right before a number: "$", "US$", "$A", "RM"; and the prices that such a sign alone shows."""

import re
from collections.abc import Iterator
from typing import Final

MARK: Final = r"(?:\$(?:US|A|C|NZ|HK)|(?<![^\W_])(?:US|U\.S\.|A|AU|C|CA|CAD|HK|NZ|S|NT|R)? ?\$|Y=|[£€¥₩₹₽₪₺₴])"
"""A sign for money."""
_CODES: Final = r"(?:USD|EUR|GBP|AUD|CAD|JPY|KRW|CNY|CHF|INR|NZD|SGD|RMB|Rs\.?|RM)"
_SIGN: Final = re.compile(rf"(?:{MARK}|(?<![^\W_]){_CODES})[ \u00a0]?$")
# Texts that were forced into ASCII have "PS" for the pound sign, as they have "Y=" for the yen's: only a sum shows it.
_PLAIN_POUND: Final = re.compile(r"(?<![^\W_])PS$")
_SUM: Final = re.compile(r"\d[\d.,]*[ \u00a0]?(?:k|mn?|bn?|trn?|thousand|million|billion|trillion)\b")
_NUMERAL: Final = r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:k|mn?|mln|bn?|bln|tn|trn)?(?![^\W_])"
_PRICE: Final = re.compile(rf"(?:{MARK} ?|(?<![^\W_])(?:RM|PS)){_NUMERAL}")
_REST: Final = re.compile(r"(?:US|A|C|NZ|HK)(?=\d)")


def sign_before(text: str, start: int) -> tuple[int, int] | None:
    """Return the extent of the sign of money that stands right before `start`."""
    found = _SIGN.search(text, max(0, start - 6), start)
    if found is None and _SUM.match(text, start):
        found = _PLAIN_POUND.search(text, max(0, start - 3), start)
    if found is None:
        return None
    lead = len(found.group()) - len(found.group().lstrip())
    return found.start() + lead, found.start() + len(found.group().rstrip())


def rest_of_sign(text: str, start: int) -> int:
    """Return where a number begins that was found with the letters of its sign: "$|A25" begins at its figures."""
    rest = _REST.match(text, start) if text[:start].endswith("$") else None
    return rest.end() if rest else start


def prices_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the extents of the numbers in text[start:end] that a sign of money stands before."""
    for found in _PRICE.finditer(text, start, end):
        if sign_before(text, found.start("number")):
            yield found.start("number"), found.end()

"""When an item was sent, as the last line of a wire's item tells it, to ISO 8601."""

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

# "XY-WF-04-03-31 0915GMT": month, day and year, in the order of the United States.
_ANPA: Final = re.compile(
    r"(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d(?:\d\d)?)\s+(?P<hour>\d\d):?(?P<minute>\d\d)\s?(?P<zone>GMT|UTC|Z|EST|EDT)?",
)
# "KWS-09:15-03-04-31": day, month and year, in Kyodo's own time, which goes without saying.
_KYODO: Final = re.compile(
    r"(?P<hour>\d\d):(?P<minute>\d\d)-(?P<day>\d\d)-(?P<month>\d\d)-(?P<year>\d\d(?:\d\d)?)(?P<zone>)(?!\d)"
)
# "120915 GMT Okt 31": IPTC 7901's day and time, with the month and the year that it leaves to the service.
_IPTC: Final = re.compile(
    r"(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)\s?(?P<zone>GMT|UTC|Z)?\s(?P<name>[^\W\d_]{3,4})\.?\s(?P<year>\d\d(?:\d\d)?)(?!\d)",
    re.IGNORECASE,
)
# In English, German, French and Spanish, as far as three letters tell them apart.
_MONTHS: Final = (
    "jan ene",
    "feb fév fev",
    "mar mär mae mrz",
    "apr avr abr",
    "may mai",
    "jun jui",
    "jul",
    "aug aoû aou ago",
    "sep set",
    "oct okt",
    "nov",
    "dec dez déc dic",
)
_ZONES: Final = {"EST": timezone(timedelta(hours=-5)), "EDT": timezone(timedelta(hours=-4))}
# Two digits of a year: these formats are not older than 1970.
_PIVOT: Final = 70


def anpa_stamp(trailer: str) -> str | None:
    """Return the date-time with which an ANPA item ends, or None where it gives none with its year."""
    kyodo = _KYODO.search(trailer)
    if kyodo is not None:
        return _moment(kyodo, int(kyodo["month"]))
    found = _ANPA.search(trailer)
    return None if found is None else _moment(found, int(found["month"]))


def iptc_stamp(trailer: str) -> str | None:
    """Return the date-time with which an IPTC 7901 item ends, or None where it gives none with month and year."""
    found = _IPTC.search(trailer)
    if found is None:
        return None
    name = found["name"].lower()[:3]
    month = next((number for number, names in enumerate(_MONTHS, start=1) if name in names.split()), None)
    return None if month is None else _moment(found, month)


def _moment(found: re.Match[str], month: int) -> str | None:
    year = int(found["year"])
    if year < 100:
        year += 1900 if year >= _PIVOT else 2000
    zone = _ZONES.get(found["zone"].upper(), UTC) if found["zone"] else None
    try:
        return datetime(
            year, month, int(found["day"]), int(found["hour"]), int(found["minute"]), tzinfo=zone
        ).isoformat()
    except ValueError:
        return None

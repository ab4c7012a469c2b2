"""Datelines: "PORT LISK, Norland, Jan. 2 (Reuters) — " at the head of a story."""

import re
from dataclasses import dataclass
from typing import Final

from onrecord.agencies import agency_named
from onrecord.lexicon import word_set
from onrecord.reading.dates import DAY, WEEKDAY, iso
from onrecord.records import Dateline

# A dateline is short; a longer look would only cost time.
_REACH: Final = 200
# One place name: no sentence punctuation, no figures; the full stop of "ST." and "D.C." may stand in it.
_NAME: Final = r"[^\W\d_][^\n,;:!?()\[\]/|“”\"\d–—]{0,38}?"
_PLACE: Final = rf"(?P<place>{_NAME}(?:\s?/\s?{_NAME}){{0,3}}(?:,\s+{_NAME}){{0,2}}?)"
_COUNTRY: Final = r"(?:\s*\[[^\]\n]{2,30}\])?"
_DATE: Final = rf"(?:[,.]?\s+(?P<date>{DAY}))?"
_CREDIT: Final = r"(?:,?\s*\((?P<credit>[^()\n]{2,40})\)|[,.]?\s*/(?P<slashes>[^/\n]{2,20})/)"
_DATE_AFTER: Final = rf"(?:,?\s+(?P<after>{DAY}))?"
# A hyphen needs a space on both sides, or it is part of a name ("PORT-AU-PRINCE").
_DASH: Final = r"(?:\s*(?:—|―|–|--+)\s*|\s+[-−]\s+)"
_WITH_DASH: Final = re.compile(f"{_PLACE}{_COUNTRY}{_DATE}(?:{_CREDIT})?{_DATE_AFTER}{_DASH}", re.IGNORECASE)
# "New Delhi, Oct 31 (PTI) The court …", "New Delhi [India], October 31 (ANI): …", "MOSCOW, October 31. /TASS/. …"
_WITH_CREDIT: Final = re.compile(f"{_PLACE}{_COUNTRY}{_DATE}{_CREDIT}{_DATE_AFTER}(?:\\.-|[.:])?\\s+", re.IGNORECASE)
# "ROAKE, Apr 3 AFP - Text", as the AAP sets it, and Kyodo its own: the agency stands bare.
_BARE_CREDIT: Final = re.compile(
    rf"{_PLACE}{_COUNTRY}[,.]?\s+(?P<date>{DAY})\s+(?P<credit>[A-Z]{{2,8}}){_DASH}", re.IGNORECASE
)
# A line that is known to be a dateline: a place, then whatever begins with a figure or a month, then who wrote.
_STATED: Final = re.compile(
    rf"(?P<place>[^\d()]*?)(?:[,.]?\s*(?P<date>{DAY}|\d[^()]*?))?(?:[,.]?\s*\((?P<credit>[^()]{{2,40}})\))?[\s–—-]*",
    re.IGNORECASE,
)
# "(Reuters) - Text", "Feb. 3 (UPI) -- Text", "(ANSA) - ROME, OCT 31 - Text": the agency first, a place may follow.
_AGENCY_FIRST: Final = re.compile(
    rf"(?:(?P<date>{DAY})\s+)?\((?P<credit>[^()\n]{{2,40}})\)\s*(?:—|―|–|--+|[-−]|:)\s+", re.IGNORECASE
)
_CLOCK: Final = r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?)?"
_DATE_ONLY: Final = re.compile(
    rf"(?:(?:published|posted)(?: on)?:?\s+)?(?P<date>{DAY}|\d{{4}}-\d{{2}}-\d{{2}}){_CLOCK}\.?", re.IGNORECASE
)

# Labels that editors put in capitals before a dash; none is a place.
_SLUGS: Final = word_set(
    "abstract advisory alert analysis breaking corrected correction exclusive explainer fact factbox flash "
    "full interview just live more note opinion photo photos q quote recap report review snap summary text "
    "timeline update updated urgent video watch why wrapup"
)
# A title-case line may begin with these; no place does.
_FUNCTION_WORDS: Final = word_set(
    "a after all although an and as at before but by during for from he her his how i if in it its last no not on "
    "our she since so that the then there they this to under until we what when where which while who with you"
)
_SMALL_WORDS: Final = word_set(
    "al and au aux d da das de del der des di do dos du el en es in la las le los of on san sur the upon"
)
_WEEKDAY: Final = re.compile(WEEKDAY, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Prefix:
    """A dateline at the head of a paragraph: how many characters it takes, what it says, whose it is."""

    length: int
    dateline: Dateline | None
    agency: str | None


def dateline_prefix(paragraph: str) -> Prefix | None:
    """Return the dateline with which a paragraph begins, dash included, or None.

    A place in capitals needs a dash, a date or a credit after it; a place in title case a date or the credit
    of a known wire service, so that an ordinary sentence with a dash is none.
    """
    head = paragraph[:_REACH]
    first = _AGENCY_FIRST.match(head)
    if first is not None and (agency := agency_named(first["credit"])):
        return _after_agency(paragraph, first, agency)
    return _place_first(head)


def stated_dateline(words: str) -> Prefix | None:
    """Return what a line says that its format marks as a dateline, or None where it says nothing."""
    match = _STATED.fullmatch(words) if len(words) <= _REACH else None
    if match is None or not (match["place"] or match["date"]):
        return None
    agency = agency_named(match["credit"]) if match["credit"] else None
    return Prefix(len(words), Dateline(match["place"].strip(" ,") or None, match["date"]), agency)


def date_line(paragraph: str) -> tuple[str, str] | None:
    """Return (the day as printed, ISO 8601) of a paragraph that is nothing but a day with its year, or its time too."""
    match = _DATE_ONLY.fullmatch(paragraph) if len(paragraph) <= 60 else None
    if match is None:
        return None
    day = iso(match["date"])
    return None if day is None else (match["date"], day)


def _after_agency(paragraph: str, first: re.Match[str], agency: str) -> Prefix:
    length, date = first.end(), first["date"]
    rest = _place_first(paragraph[length : length + _REACH])
    if rest is None:
        return Prefix(length, Dateline(None, date) if date else None, agency)
    return Prefix(length + rest.length, rest.dateline, agency)


def _place_first(head: str) -> Prefix | None:
    bare = _BARE_CREDIT.match(head)
    if bare is not None and not bare["credit"].islower() and (agency := agency_named(bare["credit"])):
        return Prefix(bare.end(), Dateline(bare["place"].strip(), bare["date"]), agency)
    match = _WITH_DASH.match(head)
    if match is not None and (prefix := _accepted(match)):
        return prefix
    match = _WITH_CREDIT.match(head)
    return _accepted(match, credit_needed=True) if match is not None else None


def _accepted(match: re.Match[str], *, credit_needed: bool = False) -> Prefix | None:
    place, credit = match["place"].strip(), match["credit"] or match["slashes"]
    date = match["date"] or match["after"]
    agency = agency_named(credit) if credit else None
    if credit_needed and not (agency and (date or match["slashes"])):
        return None
    # After the dash a sentence begins; "NATO - which …" goes on.
    if not agency and match.string[match.end() : match.end() + 1].islower():
        return None
    if not (_in_capitals(place) or ((agency or date) and _in_title_case(place))):
        return None
    return Prefix(match.end(), Dateline(place, date), agency)


def _in_capitals(place: str) -> bool:
    city = place.split(",")[0]
    words = re.findall(r"[^\W\d_]+", city)
    if sum(map(len, words)) < 3 or any(word.lower() in _SLUGS for word in words):
        return False
    return city.replace("Mc", "MC").replace("Mac", "MAC").isupper() and _names_no_day(place)


def _in_title_case(place: str) -> bool:
    words = re.findall(r"[^\W\d_][\w'’.\-]*", place)
    if not words or words[0].lower() in _FUNCTION_WORDS or words[0].lower() in _SLUGS:
        return False
    return all(word[0].isupper() or word in _SMALL_WORDS for word in words) and _names_no_day(place)


def _names_no_day(place: str) -> bool:
    return _WEEKDAY.search(place) is None

"""Credit lines: who wrote the story (at its end), who took the photograph (at a caption's end)."""

import re
from dataclasses import dataclass
from typing import Final

from onrecord.agencies import agency_named
from onrecord.reading.paragraphs import is_end_mark
from onrecord.reading.people import bylines

# A credit is short, whatever paragraph it ends; a longer look would only cost time.
_REACH: Final = 600

# "(Reporting by Jane Doe; Additional reporting by John Roe; Editing by …)"
_SIGN_OFF: Final = re.compile(
    r"\(?(?:additional )?(?:reporting|writing|compiled|written|reported) by [^\n]{2,580}", re.IGNORECASE
)
_REPORTED: Final = re.compile(r"(?:reporting|writing|written|reported) by ([^;)\n]{2,200})", re.IGNORECASE)
# The sign-off with an editor after a semicolon is the form of the Reuters Handbook of Journalism.
_REUTERS_SIGN_OFF: Final = re.compile(r"\breporting by [^\n]{2,400};\s*(?:writing|editing) by ", re.IGNORECASE)
_CONTRIBUTED: Final = re.compile(
    r"[^\n]{2,400}\bcontributed (?:to this (?:report|story|article)|reporting)\b.?", re.IGNORECASE
)
_COPYRIGHT: Final = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4}(?:[-–]\d{4})?)?,?\s*(?P<owner>[^\n.]{0,80}).{0,300}",
    re.IGNORECASE,
)
_RIGHTS: Final = re.compile(r"all rights reserved\.?", re.IGNORECASE)
_MAIL: Final = re.compile(r"\S+@\S+\.\w+")
_SOURCE: Final = re.compile(r"(?:source|from|with)s?:?\s+(?P<name>[^\n]{2,40})", re.IGNORECASE)
# At the end of a paragraph: "… he said. (Yonhap)", "… he said. — Reuters", "… he said. /TASS/"
_SUFFIX: Final = re.compile(
    r"(?:\((?P<a>[^()\n]{2,40})\)|[-–—]{1,2}\s?(?P<b>[^\s\n.,][^\n.,]{1,39})|/(?P<c>\w{3,12})/)\s*\|?"
)

_CAMERA: Final = r"(?:photo|photos|photograph|picture|image|images|file|pool|handout|getty|illustration|screenshot|via)"
_PHOTO_BRACKET: Final = re.compile(
    rf"[(\[](?:[^()\[\]\n]{{0,80}}\b{_CAMERA}\b[^()\[\]\n]{{0,80}})[)\]]\s*\|?", re.IGNORECASE
)
_PHOTO_LABEL: Final = re.compile(
    r"(?:photo|image|picture|photograph|illustration|credit|photo credit|image credit)s?(?:\s+by|:)\s[^\n.]{2,80}\.?",
    re.IGNORECASE,
)
_PHOTO_OWNER: Final = re.compile(
    r"\([^()\n]{2,60}/[^()\n]{2,60}\)\s*\|?|[^\s.][^\n.]{1,60}/\s?(?:Getty Images|AFP|AP|Reuters)"
)
_SHOWN: Final = re.compile(
    r"\bpictured\b|\((?:left|right|cent(?:er|re))\)|\bfrom left\b|\bfile (?:photo|picture|image)\b|"
    r"\bphoto shows\b|\bin this (?:\w+ ){0,4}(?:photo|picture|image)\b|\bhandout (?:photo|picture|image)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit: where in its paragraph it begins (0: all of it is one), and whom it names."""

    start: int
    agency: str | None = None
    authors: tuple[str, ...] = ()


def credit_line(paragraph: str) -> Credit | None:
    """Return the credit that the whole paragraph is, or None: sign-off, agency, copyright, end mark."""
    if len(paragraph) > _REACH:
        return None
    if is_end_mark(paragraph) or _MAIL.fullmatch(paragraph) or _RIGHTS.fullmatch(paragraph):
        return Credit(0)
    if (agency := _agency_alone(paragraph)) is not None:
        return Credit(0, agency)
    if _SIGN_OFF.fullmatch(paragraph):
        return _signed(0, paragraph)
    if (match := _COPYRIGHT.fullmatch(paragraph)) is not None:
        return Credit(0, agency_named(match["owner"]))
    return Credit(0) if _CONTRIBUTED.fullmatch(paragraph) and _is_short_sentence(paragraph) else None


def credit_suffix(paragraph: str) -> Credit | None:
    """Return the credit with which a story's last paragraph ends ("… (Yonhap)"), or None."""
    base = max(0, len(paragraph) - _REACH)
    tail = paragraph[base:]
    at = max(tail.rfind("(Reporting by "), tail.rfind("(Additional reporting by "))
    if at > 0 and tail.rstrip(" .").endswith(")"):
        return _signed(base + at, tail[at:])
    for match in _SUFFIX.finditer(tail):
        if match.end() == len(tail) and match.start() > 0:
            name = match["a"] or match["b"] or match["c"]
            agency = agency_named(name, beyond_doubt=True)
            return Credit(base + match.start(), agency) if agency else None
    return None


def photo_credit(paragraph: str) -> Credit | None:
    """Return the photographer's or agency's credit with which a caption ends, or None.

    It names no agency: who took the photograph need not have written the story.
    """
    base = max(0, len(paragraph) - 200)
    tail = paragraph[base:]
    for pattern in (_PHOTO_BRACKET, _PHOTO_LABEL, _PHOTO_OWNER):
        for match in pattern.finditer(tail):
            # "Image: the minister at the harbour" is a caption, not a credit.
            if match.end() == len(tail) and (match.start() > 0 or len(tail) <= 40):
                return Credit(base + match.start())
    suffix = credit_suffix(paragraph)
    return None if suffix is None else Credit(suffix.start)


def speaks_of_a_photo(paragraph: str) -> bool:
    """Tell whether the words are those of a caption: "(left)", "file photo", "pictured"."""
    return len(paragraph) <= _REACH and _SHOWN.search(paragraph) is not None


def _agency_alone(paragraph: str) -> str | None:
    words = paragraph.strip(" .()[]|-–—/")
    match = _SOURCE.fullmatch(words)
    return agency_named(words) or (agency_named(match["name"]) if match is not None else None)


def _signed(start: int, words: str) -> Credit:
    authors = bylines(match[1] for match in _REPORTED.finditer(words)).authors
    return Credit(start, "Reuters" if _REUTERS_SIGN_OFF.search(words) else None, authors)


def _is_short_sentence(paragraph: str) -> bool:
    return len(paragraph) <= 300 and ". " not in paragraph.replace("U.S. ", "")

"""Transcripts: the labels that tell whose turn it is to speak ("MR. ORLIN:", "Q", "Ada Orlin:").

A text is a transcript where paragraphs begin with such labels again and again: one of them alone may be anything.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from onrecord.lexicon import word_set

# Labels as transcribers set them: in capitals, one letter for question and answer, or a name before a colon.
_NOTE: Final = r"(?: \([^()\n]{2,60}\))?"
_CAPITALS: Final = r"(?:THE |AN? )?[A-Z][A-Z.'’\-]*(?: (?:[A-Z][A-Z.'’\-]*|Mc[A-Z]+|of|de|#?\d+)){0,6}" + _NOTE
_NAME: Final = r"[A-Z][\w.'’\-]+(?: (?:[A-Z][\w.'’\-]+|of|de|van|von|the|al|bin)){0,4}" + _NOTE
_SET_IN_CAPITALS: Final = re.compile(rf"(?P<label>{_CAPITALS}\s?:)(?=\s|$)")
_ONE_LETTER: Final = re.compile(r"(?P<label>[QA](?:[.:](?=\s)|(?=\s{2,}|\t| [—–]| [(\[]?[A-Z\"“])))")
_SET_AS_NAME: Final = re.compile(rf"(?P<label>{_NAME}:)(?=\s|$)")
LONGEST_LABEL: Final = 120
# The fields of letters, memoranda and announcements, which come again in each of several.
_FIELDS: Final = word_set(
    """
    from to cc bcc subject date sent re fwd reply-to attn attachments contact phone tel fax e-mail email when where
    what who why how time place venue location source sources note notes media editors photo video update updated
    """
)
# So many labels make a transcript; one set as a name must come again.
_LABELS: Final = 3
_AGAIN: Final = 2


def labels_in(paragraphs: Mapping[int, str]) -> dict[int, int]:
    """Return where each label ends that begins a paragraph: none where the text is no transcript.

    `paragraphs` are their beginnings, as long as the longest label, by number; the result is in their characters.
    """
    found = {number: match for number, text in paragraphs.items() if (match := _label(text))}
    names = Counter(_spelt(match) for match in found.values())
    sure = {n: match for n, match in found.items() if _is_sure(match, names)}
    if len(sure) < _LABELS or not _name_speakers(sure.values()) or not _take_turns(sure.values()):
        return {}
    return {number: match.end("label") for number, match in sure.items()}


def _label(text: str) -> re.Match[str] | None:
    found = _SET_IN_CAPITALS.match(text) or _ONE_LETTER.match(text) or _SET_AS_NAME.match(text)
    return found if found and _spelt(found) not in _FIELDS else None


def _is_sure(match: re.Match[str], names: Mapping[str, int]) -> bool:
    """Whether a label can be one: a name comes again, and "A" answers "Q" ("A minister …" may begin any paragraph)."""
    if match.re is _ONE_LETTER and match["label"] == "A":
        return "q" in names
    return match.re is not _SET_AS_NAME or names[_spelt(match)] >= _AGAIN


def _spelt(match: re.Match[str]) -> str:
    """The label in lower case without what is noted with it: "Mr. Orlin (via telephone):" is "mr. orlin"."""
    return match["label"].rstrip(" :.").partition(" (")[0].casefold()


def _name_speakers(labels: Iterable[re.Match[str]]) -> bool:
    """Whether one of the labels cannot be a heading or the field of a form ("Transport:", "Subject:")."""
    return any(match.re is not _SET_AS_NAME or " " in match["label"] for match in labels)


def _take_turns(labels: Iterable[re.Match[str]]) -> bool:
    """Whether somebody comes again after another has spoken: headings with a colon come once each."""
    order = [_spelt(match) for match in labels]
    return any(name in order[: n - 1] and order[n - 1] != name for n, name in enumerate(order) if n > 1)

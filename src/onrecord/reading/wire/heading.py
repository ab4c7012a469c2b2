"""What stands above the text of an item that marks its parts by their place alone: labels, headline, byline."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.wrapping import goes_on

# "1ST LEAD", "REFILE", "2ND ROUNDUP": which version it is; "(Achtung)" is for the desk.
_LABEL: Final = re.compile(
    r"(?:(?:\d+(?:ST|ND|RD|TH)\s+)?(?:LEAD|ROUNDUP|UPDATE|REFILE|CORRECTION|CORRECTED|URGENT|ALERT|EXTRA|FLASH|PREVIEW|"
    r"FEATURE|NEWS FEATURE|ANALYSIS|WRAP|REPEAT|ADVISORY|KORREKTUR|ZUSAMMENFASSUNG|EILMELDUNG|VORSCHAU)"
    r"(?:\s+\d+)?[\s/:]*)+"
    r"|\([^()]{2,30}\)"
)
_SLUG: Final = re.compile(r"[A-Z]{2}-\S+(?:,\s?\d+)?")
_BYLINE: Final = re.compile(r"(?:By|Von|Par|Por)\s+\S")
# A heading ends with one of these, at a blank line, or where the text is indented.
_SIGNS: Final = ("=", "+")
_MOST_LINES: Final = 8
_LONGEST: Final = 250


@dataclass(frozen=True, slots=True)
class Heading:
    """The headline and the byline, where there are any, and at which line the text begins."""

    headline: str | None = None
    byline: str | None = None
    end: int = 0


def heading_of(lines: Sequence[str]) -> Heading:
    """Return the heading of an item's lines. A sign ends it for certain; without one it must look like one."""
    block: list[str] = []
    for index, line in enumerate(lines):
        words = line.strip()
        if words.endswith(_SIGNS):
            return _read([*block, words.rstrip("=+").strip()], index + 1)
        if block and (not words or line[0].isspace()):
            return _unsigned(block, index)
        if words and (line[0].isspace() or len(block) == _MOST_LINES):
            break
        if words:
            block.append(words)
    return Heading()


def _unsigned(block: Sequence[str], end: int) -> Heading:
    found = _read(block, end)
    looks_like_one = found.headline is not None and len(block) <= 4 and found.headline[-1] not in ".:;,"
    return found if looks_like_one and len(found.headline or "") <= _LONGEST else Heading()


def _read(block: Sequence[str], end: int) -> Heading:
    headline: list[str] = []
    byline = None
    last = ""
    for line in block:
        if _LABEL.fullmatch(line) or _SLUG.fullmatch(line):
            continue
        if headline and _BYLINE.match(line):
            byline = line
        elif not headline or goes_on(last, 1):
            headline.append(line)
            last = line
    return Heading(" ".join(headline) or None, byline, end)

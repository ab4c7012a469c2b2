"""Photo captions of a page, which the extraction of its body leaves out."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.reading.layout import Layout, squeezed

_SHORTEST: Final = 20
_LONGEST: Final = 800
# A lead picture stands close above its story: in this many characters (without white space) of page text.
_ABOVE: Final = 1_500
# No report has more; comparing each with all that was told takes long.
_MOST: Final = 200
# What a gallery counts by: "Image 3 of 8", "3of8", "3/8".
_COUNTER: Final = re.compile(
    r"(?:(?:image|photo|picture|slide)\s*)?\d{1,3}\s*(?:of|/)\s*\d{1,3}\s*:?\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption and, by index, the paragraph of the story before which it stands."""

    words: str
    before: int


def captions_of(layout: Layout, paragraphs: Sequence[str], places: Sequence[int | None]) -> list[Caption]:
    """Return the captions that stand within the story or close above it, in order, each once.

    `paragraphs` are the story's, `places` where the layout finds them.
    """
    known = [(place, index) for index, place in enumerate(places) if place is not None]
    if not known:
        return []
    first, last = known[0][0] - _ABOVE, known[-1][0] + len(squeezed(paragraphs[known[-1][1]]))
    told = {squeezed(words) for words in paragraphs}
    captions: list[Caption] = []
    for offset, stated in layout.captions[:_MOST]:
        words = _COUNTER.sub("", stated, count=1) if _COUNTER.match(stated) else stated
        bare = squeezed(words)
        if not (_SHORTEST <= len(words) <= _LONGEST and first <= offset <= last):
            continue
        if not any(bare in one for one in told):
            told.add(bare)
            at = bisect_left(known, (offset, 0))
            captions.append(Caption(words, known[at][1] if at < len(known) else len(paragraphs)))
    return captions

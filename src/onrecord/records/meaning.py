"""What a stretch of text means: a direction in the space of all-MiniLM-L6-v2, to be compared by cosine."""

from dataclasses import dataclass
from typing import Final

from onrecord.errors import RecordError

MEANING_WIDTH: Final = 384


@dataclass(frozen=True, slots=True)
class Meaning:
    """The meaning of [start, end) of a text, a sentence or the content of a statement.

    vector: MEANING_WIDTH signed bytes, a direction: its length tells nothing. Raises RecordError for one of another
    size, or an extent that is empty.
    """

    start: int
    end: int
    vector: bytes

    def __post_init__(self) -> None:
        if len(self.vector) != MEANING_WIDTH:
            raise RecordError("meaning", f"has {len(self.vector)} numbers, not {MEANING_WIDTH}")
        if not 0 <= self.start < self.end:
            raise RecordError("meaning", f"[{self.start}, {self.end}) is no stretch of a text")

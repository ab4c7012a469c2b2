"""What a stretch of text means: a direction in the space of all-MiniLM-L6-v2, to be compared by cosine."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

from onrecord.errors import RecordError
from onrecord.records.checks import refuse_unknown

MeaningKind = Literal["sentence", "content"]

MEANING_KINDS: Final = frozenset(get_args(MeaningKind))
MEANING_WIDTH: Final = 384


@dataclass(frozen=True, slots=True)
class Meaning:
    """The meaning of [start, end) of a text: a sentence, or a statement's content from its first to its last word.

    vector: MEANING_WIDTH signed bytes, a direction: its length tells nothing. Raises RecordError for one of another
    size, an extent that is empty, or a kind that is none.
    """

    start: int
    end: int
    vector: bytes
    kind: MeaningKind = "sentence"

    def __post_init__(self) -> None:
        refuse_unknown("kind", self.kind, MEANING_KINDS)
        if len(self.vector) != MEANING_WIDTH:
            raise RecordError("meaning", f"has {len(self.vector)} numbers, not {MEANING_WIDTH}")
        if not 0 <= self.start < self.end:
            raise RecordError("meaning", f"[{self.start}, {self.end}) is no stretch of a text")

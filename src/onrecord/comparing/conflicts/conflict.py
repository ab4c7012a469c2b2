"""A conflict: two records that cannot both hold, or of which one takes the other back."""

from dataclasses import dataclass
from typing import Literal, TypeAlias, TypedDict

from onrecord.comparing.conflicts.conflict_chances import Sign
from onrecord.records import RefJson, ToldFigure, ToldStatement

ConflictKind = Literal["contradicts", "restated", "updated", "denied"]

Told: TypeAlias = ToldFigure | ToldStatement


class ConflictJson(TypedDict):
    """The codebook's line of `conflicts`."""

    kind: ConflictKind
    a: RefJson
    b: RefJson
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two records, how they differ, how sure that is, and why they meet.

    `a` is what was said first, where that is known. `kind` is `contradicts` (both are said of one thing at one moment,
    and cannot both hold), `restated` (one announcement, told again with another number), `updated` (the later number
    holds later: no conflict) or `denied` (`b` denies what `a` claims). `confidence` is the probability, 0 to 1, that
    the kind is right, and `sign` what it was found by. `one_voice` tells whether both are the word of one speaker.
    `why` are phrases for people.
    """

    kind: ConflictKind
    sign: Sign
    a: Told
    b: Told
    confidence: float
    one_voice: bool
    why: tuple[str, ...]

    def to_json(self) -> ConflictJson:
        """Return the codebook's line of `conflicts`; the confidence to four places."""
        return {
            "kind": self.kind,
            "a": self.a.ref().to_json(),
            "b": self.b.ref().to_json(),
            "confidence": round(self.confidence, 4),
        }


def rank_of(conflict: Conflict) -> tuple[bool, bool, float, str, int, int]:
    """Return what conflicts are sorted by: updates last, one speaker's own first, then the surest, then by place."""
    a, b = conflict.a.ref(), conflict.b.ref()
    return (
        conflict.kind == "updated",
        not conflict.one_voice,
        -conflict.confidence,
        f"{a.document} {b.document}",
        a.span.start,
        b.span.start,
    )

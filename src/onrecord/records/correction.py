"""A correction: a person's word on one record, kept beside the machine's."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias, TypedDict, get_args

from onrecord.errors import RecordError
from onrecord.records.checks import refuse_unknown
from onrecord.records.entity import EntityJson
from onrecord.records.items import ITEM_LAYERS, ItemJson, ItemLayer

Verdict = Literal["accepted", "rejected", "amended", "withdrawn"]
VERDICTS: Final = frozenset(get_args(Verdict))

# Fields of the codebook, in its form: only those that a person changed.
Changes: TypeAlias = Mapping[str, object]


class CorrectionJson(TypedDict):
    """A correction as programs see it."""

    number: int
    document: str
    layer: ItemLayer
    record: str
    verdict: Verdict
    changes: dict[str, object]
    machine: ItemJson
    named: list[EntityJson]
    added: list[EntityJson]
    who: str
    made: str
    why: str
    replaces: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What somebody said of one record: that it is right, that it is none, or what it should say.

    `record` is the id it was corrected under, which it keeps. `changes` are the fields that differ from `machine`, the
    machine's record as it stood then. A record that is `accepted` may have changes too: those of the amendment that was
    accepted with it. `named` are the entities that the record spoke of, so that it can be told even when a later
    reading does not find them; `added` are those that the person made. `made` is a moment in UTC (ISO 8601), `why` may
    be empty. `replaces` is the number of the correction of the same record that this one takes the place of; nothing is
    ever changed or deleted. `withdrawn` gives the record back to the machine. Raises RecordError for a
    verdict or a layer that there is none of, and for an amendment that changes nothing.
    """

    number: int
    document: str
    layer: ItemLayer
    record: str
    verdict: Verdict
    machine: ItemJson
    who: str
    made: str
    why: str = ""
    changes: Changes = field(default_factory=dict)
    named: tuple[EntityJson, ...] = ()
    added: tuple[EntityJson, ...] = ()
    replaces: int | None = None

    def __post_init__(self) -> None:
        refuse_unknown("layer", self.layer, ITEM_LAYERS)
        refuse_unknown("verdict", self.verdict, VERDICTS)
        if self.verdict == "amended" and not self.changes:
            raise RecordError(self.record, "is amended, and nothing of it is changed", "say what it should be")

    def to_json(self) -> CorrectionJson:
        """Return it as programs see it."""
        return {
            "number": self.number,
            "document": self.document,
            "layer": self.layer,
            "record": self.record,
            "verdict": self.verdict,
            "changes": dict(self.changes),
            "machine": self.machine,
            "named": list(self.named),
            "added": list(self.added),
            "who": self.who,
            "made": self.made,
            "why": self.why,
            "replaces": self.replaces,
        }


def standing(corrections: Iterable[Correction]) -> list[Correction]:
    """Return those that hold, by number: of each record the newest one, unless that gave it back to the machine."""
    by_number = sorted(corrections, key=lambda one: one.number)
    newest = {(one.document, one.record): one for one in by_number}
    return [one for one in by_number if newest[one.document, one.record] is one and one.verdict != "withdrawn"]

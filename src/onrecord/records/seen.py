"""An entity as one document shows it: what is compared to tell who is one person over documents."""

from dataclasses import dataclass
from typing import Literal, TypedDict

from onrecord.records.checks import refuse_improbable
from onrecord.records.entity import Entity
from onrecord.records.told import Page

Judge = Literal["person", "machine"]
# An entity's id stands for it in its document only: document id, entity id.
EntityKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Seen:
    """An entity, and the document that it was read in."""

    entity: Entity
    page: Page

    @property
    def key(self) -> EntityKey:
        """What names it everywhere: the document's id and its own."""
        return self.page.document, self.entity.id


class EntityKeyJson(TypedDict):
    """Where an entity is to be found."""

    document: str
    entity: str


class IdentityJudgementJson(TypedDict):
    """A judgement of identity as the commands print it."""

    a: EntityKeyJson
    b: EntityKeyJson
    same: bool
    by: Judge
    who: str
    made: str
    probability: float | None
    why: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityJudgement:
    """Somebody's word that two entities of the ledger are one, or are two.

    `by` is a person or the machine, `who` a name: of the person, or of the package and its version. `made` is a moment
    in UTC (ISO 8601). `probability` is how likely the machine held it to be one; `None` of a person's word. `number` is
    the ledger's. Raises RecordError for a probability that is none.
    """

    number: int
    a: EntityKey
    b: EntityKey
    same: bool
    by: Judge
    who: str
    made: str
    probability: float | None = None
    why: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        refuse_improbable(self.probability)

    def to_json(self) -> IdentityJudgementJson:
        """Return it as the commands print it."""
        return {
            "a": {"document": self.a[0], "entity": self.a[1]},
            "b": {"document": self.b[0], "entity": self.b[1]},
            "same": self.same,
            "by": self.by,
            "who": self.who,
            "made": self.made,
            "probability": self.probability,
            "why": list(self.why),
        }

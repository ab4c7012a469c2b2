"""An entity: somebody or something that a report speaks of."""

from dataclasses import dataclass
from typing import Final, Literal, Self, TypedDict, get_args

from onrecord.errors import RecordError
from onrecord.records.checks import refuse_unknown
from onrecord.records.span import Span

EntityKind = Literal["person", "organization", "country", "place", "group", "document", "other"]
ENTITY_KINDS: Final = frozenset(get_args(EntityKind))


class RoleJson(TypedDict):
    """`{"title": …, "of": …}`."""

    title: str
    of: str | None


class EntityJson(TypedDict):
    """The codebook's `entities` item; a mention is `[start, end]`."""

    id: str
    kind: EntityKind
    name: str
    aliases: list[str]
    roles: list[RoleJson]
    mentions: list[list[int]]


@dataclass(frozen=True, slots=True)
class Role:
    """An office: its title without the country, and the country or organization it is an office of."""

    title: str
    of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Somebody or something, under the fullest name the report gives, with every place it is referred to.

    Raises RecordError for an entity that points at no evidence or is of an unknown kind.
    """

    id: str
    kind: EntityKind
    name: str
    mentions: tuple[Span, ...]
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()

    def __post_init__(self) -> None:
        refuse_unknown("kind", self.kind, ENTITY_KINDS)
        if not self.mentions:
            raise RecordError(f"entity {self.id}", "has no mention", "give the spans that refer to it")

    def spans(self) -> tuple[Span, ...]:
        """Return every span that this record rests on."""
        return self.mentions

    def to_json(self) -> EntityJson:
        """Return the codebook's entity."""
        return {
            "id": self.id,
            "kind": self.kind,
            "name": self.name,
            "aliases": list(self.aliases),
            "roles": [{"title": role.title, "of": role.of} for role in self.roles],
            "mentions": [[mention.start, mention.end] for mention in self.mentions],
        }

    @classmethod
    def from_json(cls, data: EntityJson, document_text: str) -> Self:
        """Read the codebook's entity, cutting its mentions out of the text.

        Raises SpanMismatch for a mention outside the text, RecordError for a value that the codebook does
        not know.
        """
        return cls(
            id=data["id"],
            kind=data["kind"],
            name=data["name"],
            aliases=tuple(data["aliases"]),
            roles=tuple(Role(role["title"], role["of"]) for role in data["roles"]),
            mentions=tuple(Span.cut(document_text, start, end) for start, end in data["mentions"]),
        )

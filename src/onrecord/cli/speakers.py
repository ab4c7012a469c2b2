"""Who speaks, for eyes: under their names and offices, or in the source's own words where nobody knows who that is."""

from collections.abc import Sequence

from rich.text import Text

from onrecord.records import Entity, Role, Statement
from onrecord.telling.clean import one_line

UNKNOWN = "unknown speaker"


def entity_line(entity: Entity) -> str:
    """Return an entity with every office the report gives: "Ilse Corrant, Foreign Minister, Norvanna"."""
    return ", ".join([entity.name, *map(_office, entity.roles)])


def speaker_line(speakers: Sequence[str], statement: Statement) -> Text:
    """Return who made a statement; of a speaker who is not known, the source's own words, marked as such."""
    if speakers:
        return Text("; ".join(map(one_line, speakers)), style="bold")
    if statement.source is None:
        return Text(UNKNOWN, style="yellow")
    words = Text(one_line(statement.source.text), style="italic")
    return words.append(f" ({UNKNOWN})", style="yellow")


def _office(role: Role) -> str:
    return role.title if role.of is None else f"{role.title}, {role.of}"

"""Who speaks, in words: under their names and offices, or nobody who is known."""

from collections.abc import Iterable
from typing import Final

from onrecord.records import Entity, Role
from onrecord.telling.clean import counted, one_line

UNKNOWN: Final = "unknown speaker"


def office(role: Role) -> str:
    """Return an office and whose it is: "Foreign Minister, Norvanna"."""
    return role.title if role.of is None else f"{role.title}, {role.of}"


def entity_line(entity: Entity) -> str:
    """Return an entity with every office the report gives: "Ilse Corrant, Foreign Minister, Norvanna"."""
    return ", ".join([entity.name, *map(office, entity.roles)])


def names_line(names: Iterable[str]) -> str:
    """Return names on one line: "Ilse Corrant; Ada Orlin"; of none that nobody is known."""
    return "; ".join(map(one_line, names)) or UNKNOWN


def held_line(role: Role, since: str | None, until: str | None, reports: int) -> str:
    """Return an office with the days (YYYY-MM-DD) and the number of the reports that give it.

    "Foreign Minister, Norvanna: 2031-04-03 to 2032-01-09, 12 reports".
    """
    when = "date unknown" if since is None else period(since, until or since)
    return f"{one_line(office(role))}: {when}, {counted(reports, 'report')}"


def period(since: str, until: str) -> str:
    """Return two days as a period, one day as itself: "2031-04-03 to 2032-01-09"."""
    return since if since == until else f"{since} to {until}"

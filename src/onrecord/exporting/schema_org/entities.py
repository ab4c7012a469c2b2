"""Entities in the terms of schema.org."""

from collections.abc import Mapping
from typing import Final

from onrecord.exporting.identifiers import record_urn
from onrecord.exporting.known import known, one_or_all
from onrecord.records import Document, Entity, EntityKind, Role

# An unnamed group is neither a person nor an organization, so it is only a thing.
_TYPES: Final[dict[EntityKind, str]] = {
    "person": "Person",
    "organization": "Organization",
    "country": "Country",
    "place": "Place",
    "group": "Thing",
    "document": "CreativeWork",
    "other": "Thing",
}


def entity_node(document: Document, entity: Entity, called: Mapping[str, str]) -> dict[str, object]:
    """Return an entity with its names, a person also with the offices that the report gives.

    `called` has the ids of the document's entities by their names: an office may be of one of them.
    """
    node: dict[str, object] = {
        "@id": record_urn(document, entity.id),
        "@type": _TYPES[entity.kind],
        "name": entity.name,
        "alternateName": one_or_all(list(entity.aliases)),
    }
    if entity.kind == "person":
        node["jobTitle"] = one_or_all(list(dict.fromkeys(role.title for role in entity.roles)))
        offices = (_office(document, role, called) for role in entity.roles)
        node["affiliation"] = one_or_all([office for office in offices if office is not None])
    return known(node)


def _office(document: Document, role: Role, called: Mapping[str, str]) -> dict[str, object] | None:
    """Whose office it is: schema.org's Role stands between a person and what the office is of, and names the office."""
    if not role.of:
        return None
    known_as = called.get(role.of)
    whose = {"@type": "Thing", "name": role.of} if known_as is None else {"@id": record_urn(document, known_as)}
    return {"@type": "Role", "roleName": role.title, "affiliation": whose}

"""From the cast to the record's entities: those who count, in the order in which they appear."""

from collections.abc import Sequence

from onrecord.records import Document, Entity, Role, Span, record_id
from onrecord.resolving.cast import Cast, Referent, Sighting
from onrecord.resolving.page import Page


def entities_of(page: Page, cast: Cast) -> dict[int, Entity]:
    """Return the entity of each referent that is seen anywhere, by the referent's number, in the text's order."""
    seen: dict[int, list[Sighting]] = {}
    for sighting in cast.all():
        seen.setdefault(sighting.number, []).append(sighting)
    names = _names(cast)
    return {number: _entity(page, cast.referents[number], found, names) for number, found in seen.items()}


def _entity(page: Page, referent: Referent, found: Sequence[Sighting], names: dict[str, str]) -> Entity:
    mentions = tuple(Span.cut(page.text, sighting.start, sighting.end) for sighting in found)
    document: Document = page.document
    return Entity(
        id=record_id(document.id, "entity", ((mention.start, mention.end) for mention in mentions)),
        kind=referent.kind,
        name=referent.name,
        aliases=tuple(alias for alias in referent.aliases if alias != referent.name),
        roles=tuple(Role(role.title, role.of and names.get(role.of, role.of)) for role in referent.roles),
        mentions=mentions,
    )


def _names(cast: Cast) -> dict[str, str]:
    """What each name in the text is fully: of an office "of Orlin" the record gives the entity's own name."""
    full: dict[str, str] = {}
    for referent in cast.referents:
        for name in (*referent.aliases, referent.name):
            full.setdefault(name, referent.name)
    return full

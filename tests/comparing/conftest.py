"""Entities of invented documents, as comparison sees them."""

from collections.abc import Callable

import pytest

from onrecord.records import Entity, EntityKind, Page, Role, Seen, Span

Show = Callable[..., Seen]


def show(
    name: str,
    *roles: tuple[str, str | None],
    on: str | None = "2031-04-03",
    document: str | None = None,
    url: str | None = None,
    title: str | None = None,
    kind: EntityKind = "person",
    aliases: tuple[str, ...] = (),
) -> Seen:
    """An entity of a document of its own, or of the one that is named."""
    place = document or f"sha256:{name}{roles}{on}{url}{title}{kind}"
    held = tuple(Role(title, of) for title, of in roles)
    entity = Entity(
        id=f"en-{name}", kind=kind, name=name, aliases=aliases, roles=held, mentions=(Span(0, len(name), name),)
    )
    return Seen(entity, Page(document=place, url=url, title=title, published=on))


@pytest.fixture
def seen() -> Show:
    return show

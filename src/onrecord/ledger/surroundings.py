"""What a document's page links to: the same text elsewhere, other texts at its addresses, texts that may be near it."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from onrecord.ledger.copies import Copy, Version, copies_of, versions_of
from onrecord.ledger.tables import bands


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What stands around a document.

    `copies` are all copies of its text, the first seen first; `versions` what those of its addresses held that held
    more than one text, each address's in order; `near` counts the other texts that share a hash with it
    (`Traces.bands`), and may be near copies.
    """

    copies: tuple[Copy, ...]
    versions: tuple[Version, ...]
    near: int


def surroundings(connection: Connection, document: int) -> Surroundings:
    """Return what stands around the document of this number."""
    found = tuple(copies_of(connection, document))
    held = [tuple(versions_of(connection, copy.url)) for copy in found if copy.url is not None]
    changed = (version for versions in held if len(versions) > 1 for version in versions)
    return Surroundings(copies=found, versions=tuple(changed), near=_near(connection, document))


def _near(connection: Connection, document: int) -> int:
    own, other = bands.alias("own"), bands.alias("other")
    same = (own.c.position == other.c.position) & (own.c.hash == other.c.hash)
    query = select(func.count(other.c.document.distinct())).select_from(own.join(other, same))
    return connection.scalars(query.where(own.c.document == document, other.c.document != document)).one()

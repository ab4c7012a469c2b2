"""A source into the documents that it holds, whatever its format."""

from typing import BinaryIO

from onrecord.errors import EmptyDocument
from onrecord.reading.kinds import kind_of
from onrecord.reading.metadata import Story
from onrecord.reading.source import Piece, Pieces, Source
from onrecord.reading.stories import story_of
from onrecord.records.columns import NO_COLUMNS, Columns
from onrecord.settings import Settings


def source_of(
    stream: BinaryIO,
    name: str,
    settings: Settings,
    *,
    address: str | None = None,
    content_type: str | None = None,
    columns: Columns = NO_COLUMNS,
) -> Source:
    """Return a stream that can be sought as what readers of formats are given."""
    return Source(
        name=name,
        stream=stream,
        settings=settings,
        address=address,
        content_type=content_type,
        columns=columns,
        within=pieces_of,
    )


def pieces_of(source: Source) -> Pieces:
    """Yield what a source holds, in its order: one document or several, and what is none.

    Raises a ReadingError where the source as a whole, or all that is left of it, cannot be read.
    """
    kind = kind_of(source.head)
    if kind is None:
        yield Piece(name=source.name, read=lambda: _story(source), url=source.address if source.depth else None)
        return
    empty = True
    for one in kind.pieces(source):
        empty = False
        yield one
    if empty:
        raise EmptyDocument(source.name, f"holds no document ({kind.name})")


def _story(source: Source) -> Story:
    return story_of(source.data(), source.name, source.settings, source.address, source.content_type)

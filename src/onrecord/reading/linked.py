"""What a source only points to: the page behind an entry of a feed."""

from dataclasses import replace

from onrecord.errors import ReadingError
from onrecord.reading.child import Item
from onrecord.reading.fetch import fetch
from onrecord.reading.held import How
from onrecord.reading.metadata import Metadata, Story
from onrecord.reading.stories import story_of


def whole_of(item: Item, how: How) -> Story:
    """Return the story on the page that an item points to; where that cannot be had, what the item itself holds.

    Then a warning says so. What the page does not say of itself is taken from the item. Raises a ReadingError where the
    item holds nothing either.
    """
    assert item.linked is not None
    try:
        got = fetch(item.linked, how.settings, public_only=how.public_only)
        page = story_of(got.data, item.linked, how.settings, got.address, got.content_type)
    except ReadingError as error:
        if item.story is None:
            raise
        warning = f"only what stands in the feed was read: {item.linked} {error.reason}"
        return replace(item.story, warnings=(*item.story.warnings, warning))
    if item.story is None:
        return page
    return replace(page, metadata=_filled(page.metadata, item.story.metadata))


def _filled(page: Metadata, other: Metadata) -> Metadata:
    return Metadata(
        title=page.title or other.title,
        outlet=page.outlet or other.outlet,
        agency=page.agency or other.agency,
        authors=page.authors or other.authors,
        published=(*page.published, *other.published),
        canonical=page.canonical or other.canonical,
        language=page.language or other.language,
    )

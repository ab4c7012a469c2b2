"""A story into a Document: one place where what is stated and what is read in the text meet."""

from datetime import UTC, datetime

from onrecord.errors import BadText, BinaryDocument, EmptyDocument
from onrecord.reading.dates import published_or_usage_error
from onrecord.reading.language import foreign_warning, tell_language
from onrecord.reading.metadata import Story
from onrecord.reading.paragraphs import one_line
from onrecord.reading.published import Settled, settle
from onrecord.reading.zones import MOST_PARAGRAPHS, tell_apart
from onrecord.records import Document, document_id

# Marks of direction and joining that show nothing; Python does not count them as white space.
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"

# JSON can state half of a character: nothing that holds one can be printed or kept.
_LONE = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def assemble(story: Story, *, name: str, url: str | None, published: str | None) -> Document:
    """Make the Document of a story.

    What the metadata states goes before what headline, byline, dateline and credit line say; `published` overrides
    both, and settles what they are at odds about. `name` is the subject of errors, `url` the document's address.
    Raises EmptyDocument, BinaryDocument, and UsageError for a `published` that is no ISO 8601 date.
    """
    day = None if published is None else published_or_usage_error(published)
    if not story.text.strip().strip(_INVISIBLE).strip():
        raise EmptyDocument(name)
    stated, parts = story.metadata, tell_apart(story.text, story.marks)
    today = datetime.now(UTC).date()
    dated = Settled(day) if day else settle(stated.published, parts.dateline, parts.published, today)
    language = tell_language(story.text, stated.language)
    try:
        return Document(
            id=document_id(story.text),
            text=story.text,
            title=_sound(stated.title) or (one_line(parts.headline) if parts.headline else None),
            url=_sound(url),
            canonical=_sound(stated.canonical),
            outlet=_sound(stated.outlet),
            agency=_sound(stated.agency) or parts.agency,
            authors=tuple(one.translate(_LONE) for one in stated.authors) or parts.authors,
            published=dated.published,
            dateline=parts.dateline,
            language=language,
            zones=parts.zones,
            warnings=story.warnings + dated.warnings + _warnings(language, complete=parts.complete),
        )
    except BadText:
        raise BinaryDocument(name) from None


def _sound(stated: str | None) -> str | None:
    return None if stated is None else stated.translate(_LONE)


def _warnings(language: str | None, *, complete: bool) -> tuple[str, ...]:
    foreign = foreign_warning(language)
    crowded = f"it has more than {MOST_PARAGRAPHS:,} paragraphs; is it one report?"
    return tuple(one for one in (foreign, None if complete else crowded) if one is not None)

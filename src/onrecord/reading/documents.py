"""A source, bytes or a text into Documents."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO

from onrecord.errors import EmptyDocument, NotFound, ReadingError, SeveralDocuments
from onrecord.reading.assemble import assemble
from onrecord.reading.child import Item, Job, Keeper
from onrecord.reading.fetch import is_address
from onrecord.reading.held import Held, How, as_text, held_at, held_bytes, held_given
from onrecord.reading.linked import whole_of
from onrecord.reading.metadata import Story
from onrecord.reading.opening import source_of
from onrecord.reading.plain import read_plain
from onrecord.reading.stories import story_of
from onrecord.records import Document, Given
from onrecord.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How one part of a source ended: as a document, with an error, or passed over, with the reason.

    `name` is the source's, with `#` and a number or id behind it where the source holds several, or the part's own
    address. `seen` (aware) is when a document was found at its address, where the source knows.
    """

    name: str
    document: Document | None = None
    seen: datetime | None = None
    error: ReadingError | None = None
    passed: str | None = None


def read_all(source: str, how: How) -> Iterator[Ended]:
    """Read what a path, an http(s) address or standard input (`-`) holds: one end for each part, in its order.

    Raises UsageError for a `published` that is no date.
    """
    try:
        held = held_at(source, how)
    except ReadingError as error:
        yield Ended(name=source, error=error)
        return
    yield from _read(held, how)


def read_all_given(given: Given, how: How) -> Iterator[Ended]:
    """Read what was handed over, never a file of this machine; otherwise as `read_all`.

    What its giver knows of it (title, outlet, day) goes for each document in it.
    """
    try:
        held = held_given(given, how)
    except ReadingError as error:
        yield Ended(name=given.name, error=error)
        return
    for one in _read(held, replace(how, published=given.published or how.published)):
        if one.document is None:
            yield one
        else:
            title, outlet = given.title or one.document.title, given.outlet or one.document.outlet
            yield replace(one, document=replace(one.document, title=title, outlet=outlet))


def read(source: str, *, settings: Settings, published: str | None = None, address: str | None = None) -> Document:
    """Read one document from a path, an http(s) address, or standard input (`-`).

    `published` (ISO 8601) overrides the date that the document states; `address` is its url in place of the
    path, or of the address it was fetched from. Raises a ReadingError that names the source (SeveralDocuments where it
    holds more than one), and UsageError for a `published` that is no date.
    """
    return _only(source, read_all(source, How(settings=settings, published=published, address=address)))


def read_bytes(
    data: bytes,
    name: str,
    *,
    settings: Settings,
    published: str | None = None,
    address: str | None = None,
    content_type: str | None = None,
) -> Document:
    """Read one document from its bytes.

    `name` is the subject of errors, the document's url unless `address` is given, and its suffix decides
    between Markdown and plain text; all else is told from the bytes. `content_type` is what a server stated.
    Raises a ReadingError, and UsageError for a `published` that is no date.
    """
    held = held_bytes(data, name, settings, url=address or as_text(name), content_type=content_type)
    how = How(settings=settings, published=published, address=address)
    return _only(name, _read(replace(held, came_from=address), how))


def read_text(
    text: str, *, name: str | None = None, published: str | None = None, address: str | None = None
) -> Document:
    """Read a plain text that is already in memory, as a plain-text file would be read.

    Raises EmptyDocument, BinaryDocument (U+0000, a lone surrogate), and UsageError for a `published` that is
    no date.
    """
    story = read_plain(text.removeprefix("\ufeff"))
    return assemble(story, name=name or "text", url=address or name, published=published)


def _only(name: str, ended: Iterator[Ended]) -> Document:
    """Return the one document, or raise what kept it from being read."""
    found: Document | None = None
    error: ReadingError | None = None
    for one in ended:
        if one.document is not None and found is not None:
            raise SeveralDocuments(name)
        found, error = found or one.document, error or one.error
    if error is not None:
        raise error
    if found is None:
        raise EmptyDocument(name, "holds no document")
    return found


def _read(held: Held, how: How) -> Iterator[Ended]:
    """Read what bytes hold: whatever goes wrong with one part of them is its end."""
    # They wait until the process that reads is done with the list: it reads one source at a time.
    waiting: list[tuple[str, str]] = []
    try:
        for item in _items(held, how):
            if item.elsewhere is None:
                yield _ended(item, held, how)
            else:
                waiting.append((item.name, item.elsewhere))
    except ReadingError as error:
        yield Ended(name=held.name, error=error)
    for name, address in waiting:
        yield from _read_elsewhere(name, address, how)


def _read_elsewhere(name: str, address: str, how: How) -> Iterator[Ended]:
    """Read another source in a part's place, one step from what was given: lists of lists could go on for ever."""
    if how.steps <= 0:
        yield Ended(name=name, passed=f"is on a list that another list led to: {address}")
    elif not is_address(address):
        yield Ended(name=name, error=NotFound(name, f"names no http or https address ({address})", "mend the list"))
    else:
        yield from read_all(address, replace(how, address=None, steps=how.steps - 1))


def _items(held: Held, how: How) -> Iterator[Item]:
    if held.kind is None:
        yield _item_here(held, how)
        return
    with ExitStack() as ending:
        keeper = how.keeper or ending.enter_context(Keeper())
        yield from keeper.read(
            Job(
                name=held.name,
                path=held.path,
                data=held.data,
                address=held.came_from,
                content_type=held.content_type,
                columns=how.columns,
                settings=how.settings,
            )
        )


def _item_here(held: Held, how: How) -> Item:
    try:
        data = source_of(BytesIO(held.data or b""), held.name, how.settings).data()
        story = story_of(data, held.name, how.settings, held.came_from, held.content_type)
    except ReadingError as error:
        return Item(name=held.name, error=error)
    return Item(name=held.name, story=story)


def _ended(item: Item, held: Held, how: How) -> Ended:
    if item.passed is not None:
        return Ended(name=item.name, passed=item.passed)
    try:
        return Ended(name=item.name, document=_document(item, held, how), seen=item.seen)
    except ReadingError as error:
        return Ended(name=item.name, error=error)


def _document(item: Item, held: Held, how: How) -> Document:
    story = _story(item) if item.linked is None else whole_of(item, how)
    return assemble(story, name=item.name, url=_url(item, held), published=how.published)


def _story(item: Item) -> Story:
    if item.error is not None:
        raise item.error
    assert item.story is not None
    return item.story


def _url(item: Item, held: Held) -> str | None:
    """A part of a source has its own address, else the source's with what tells its parts apart."""
    if item.url is not None or item.name == held.name:
        return item.url or held.url
    part = item.name.removeprefix(held.name)
    return as_text(item.name) if held.url is None or part == item.name else held.url + as_text(part)

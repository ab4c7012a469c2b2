"""What a document says about itself, before its text is looked at."""

from dataclasses import dataclass
from typing import Final

from onrecord.records import Zone


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date of publication as ISO 8601, and the field that states it."""

    date: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The codebook's fields as front matter or a page's head states them; `None` or empty where it does not.

    `published` are the dates of publication that it states, the most telling first. `language` is the ISO 639 code
    that is stated, not yet compared with the text.
    """

    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    published: tuple[StatedDate, ...] = ()
    canonical: str | None = None
    language: str | None = None


NOTHING_STATED: Final = Metadata()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What a format's reader makes of the bytes: the story alone, and what came with it.

    `marks` are the parts that the format itself tells apart (a page's headline and captions), each one whole
    paragraph of `text`; the others are told apart by their words. `warnings` are for the user.
    """

    text: str
    metadata: Metadata = NOTHING_STATED
    marks: tuple[Zone, ...] = ()
    warnings: tuple[str, ...] = ()

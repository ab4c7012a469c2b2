"""Every format that is read in a process of its own: how it is told from its first bytes, and its reader."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from onrecord.reading.head import Head
from onrecord.reading.holding import articles, mail, mailbox, parquet, separated
from onrecord.reading.holding.feed import feed_pieces, is_feed
from onrecord.reading.holding.json_feed import is_json_feed, json_feed_pieces
from onrecord.reading.holding.opml import is_opml, opml_pieces
from onrecord.reading.holding.warc import archive_pieces, is_arc, is_warc
from onrecord.reading.pdf import is_pdf, pdf_pieces
from onrecord.reading.source import Pieces, Source
from onrecord.reading.wire import anpa, asianet, iptc7901, newsml_1, newsml_g2, ninjs, nitf, ritzau


@dataclass(frozen=True, slots=True)
class Kind:
    """A format: its name for the user, whether first bytes are of it, and what a source of it holds.

    `pieces` yields the documents in their order, and raises a ReadingError where the source as a whole, or the rest
    of it, cannot be read. `tells` must be right of what other formats begin with too: the first kind in the list that
    knows the bytes reads them.
    """

    name: str
    tells: Callable[[Head], bool]
    pieces: Callable[[Source], Pieces]


KINDS: Final[tuple[Kind, ...]] = (
    Kind("PDF", is_pdf, pdf_pieces),
    Kind("WARC", is_warc, archive_pieces),
    Kind("ARC", is_arc, archive_pieces),
    Kind("RSS and Atom feeds", is_feed, feed_pieces),
    Kind("JSON Feed", is_json_feed, json_feed_pieces),
    Kind("OPML lists of feeds", is_opml, opml_pieces),
    Kind(newsml_g2.NAME, newsml_g2.tells, newsml_g2.pieces),
    Kind(newsml_1.NAME, newsml_1.tells, newsml_1.pieces),
    Kind(nitf.NAME, nitf.tells, nitf.pieces),
    Kind(ritzau.NAME, ritzau.tells, ritzau.pieces),
    Kind(ninjs.NAME, ninjs.tells, ninjs.pieces),
    Kind(anpa.NAME, anpa.tells, anpa.pieces),
    Kind(iptc7901.NAME, iptc7901.tells, iptc7901.pieces),
    Kind(asianet.NAME, asianet.tells, asianet.pieces),
    Kind(mailbox.NAME, mailbox.tells, mailbox.pieces),
    Kind(mail.NAME, mail.tells, mail.pieces),
    Kind(parquet.NAME, parquet.tells, parquet.pieces),
    Kind(articles.NAME, articles.tells, articles.pieces),
    Kind(separated.NAME, separated.tells, separated.pieces),
)


def kind_of(head: Head) -> Kind | None:
    """Return the format that first bytes are of, or None for plain text, Markdown, a page, and what no reader knows."""
    return next((kind for kind in KINDS if kind.tells(head)), None)

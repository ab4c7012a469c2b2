"""Every format that is read in a process of its own: how it is told from its first bytes, and its reader."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from onrecord.reading.head import Head
from onrecord.reading.pdf import is_pdf, pdf_pieces
from onrecord.reading.source import Pieces, Source
from onrecord.reading.wire.anpa import anpa_pieces, is_anpa
from onrecord.reading.wire.asianet import asianet_pieces, is_asianet
from onrecord.reading.wire.iptc7901 import iptc7901_pieces, is_iptc7901


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
    Kind("a PDF file", is_pdf, pdf_pieces),
    Kind("an ANPA 1312 file", is_anpa, anpa_pieces),
    Kind("an IPTC 7901 file", is_iptc7901, iptc7901_pieces),
    Kind("an AsiaNet press release", is_asianet, asianet_pieces),
)


def kind_of(head: Head) -> Kind | None:
    """Return the format that first bytes are of, or None for plain text, Markdown, a page, and what no reader knows."""
    return next((kind for kind in KINDS if kind.tells(head)), None)

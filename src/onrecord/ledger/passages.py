"""The paragraph that a place of a document lies in, also where a typewriter's width broke its lines.

Each line is a paragraph of its own in the table. A wire's plain text is wrapped at some 70 columns, so that a sentence
goes over several lines: they are put together again here.
"""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from onrecord.ledger.tables import paragraphs

# What a wrapped line measures; a shorter one ended by itself, a longer one was never wrapped.
_NARROWEST: Final = 40
_WIDEST: Final = 90
_ENDS: Final = tuple(".!?:;\"”")
# Lines looked at on either side.
_LINES: Final = 12


def paragraph_around(connection: Connection, document: int, offset: int) -> tuple[int, int]:
    """Return [start, end) of the paragraph that holds an offset: its line, and those that it was wrapped into."""
    here = select(paragraphs.c.position).where(paragraphs.c.document == document, paragraphs.c.start <= offset)
    position = connection.scalars(here.order_by(paragraphs.c.start.desc()).limit(1)).one()
    query = select(paragraphs).where(
        paragraphs.c.document == document, paragraphs.c.position.between(position - _LINES, position + _LINES)
    )
    lines = connection.execute(query.order_by(paragraphs.c.position)).all()
    first = last = next(place for place, line in enumerate(lines) if line.position == position)
    while first > 0 and _goes_on(lines, first - 1):
        first -= 1
    while last + 1 < len(lines) and _goes_on(lines, last):
        last += 1
    return lines[first].start, lines[last].end


def _goes_on(lines: Sequence[Row[Any]], place: int) -> bool:
    """Whether a line was wrapped into the next: of such a width, no sentence ended, no blank line, no indent."""
    line, following = lines[place], lines[place + 1]
    wrapped = _NARROWEST <= line.end - line.start <= _WIDEST and not line.text.endswith(_ENDS)
    return wrapped and following.start == line.end + 1

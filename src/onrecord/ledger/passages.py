"""The paragraph that a place of a document lies in: in the table each line is one, also where it was wrapped."""

from typing import Any, Final

from sqlalchemy import Connection, Row, select

from onrecord.ledger.tables import paragraphs
from onrecord.wrapping import goes_on

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
    while first > 0 and _goes_on(lines[first - 1], lines[first]):
        first -= 1
    while last + 1 < len(lines) and _goes_on(lines[last], lines[last + 1]):
        last += 1
    return lines[first].start, lines[last].end


def _goes_on(line: Row[Any], following: Row[Any]) -> bool:
    return goes_on(line.text, following.start - line.end)

"""How a record shows itself in a notebook: one HTML table that needs nothing around it."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table, in plain text: who, what words, in which paragraph (from 1)."""

    speakers: tuple[str, ...]
    words: str
    paragraph: int


def table(caption: str, rows: Iterable[Row]) -> str:
    """Return an HTML `<table>` of the rows; every value is escaped, white space is kept."""
    body = "".join(_line(row) for row in rows)
    head = "<tr><th>Speaker</th><th>Words</th><th>Paragraph</th></tr>"
    return (
        f'<table style="text-align:left"><caption>{escape(caption)}</caption>'
        f"<thead>{head}</thead><tbody>{body}</tbody></table>"
    )


def _line(row: Row) -> str:
    speakers = escape(", ".join(row.speakers)) or "—"
    words = f'<td style="text-align:left;white-space:pre-wrap">{escape(row.words)}</td>'
    return f"<tr><td>{speakers}</td>{words}<td>{row.paragraph}</td></tr>"

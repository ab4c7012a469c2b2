"""Who speaks, for eyes: under their names, or in the source's own words where nobody knows who that is."""

from collections.abc import Sequence

from rich.text import Text

from onrecord.records import Statement
from onrecord.telling.clean import one_line
from onrecord.telling.speakers import UNKNOWN, names_line


def speaker_line(speakers: Sequence[str], statement: Statement) -> Text:
    """Return who made a statement; of a speaker who is not known, the source's own words, marked as such."""
    if speakers:
        return Text(names_line(speakers), style="bold")
    if statement.source is None:
        return Text(UNKNOWN, style="yellow")
    words = Text(one_line(statement.source.text), style="italic")
    return words.append(f" ({UNKNOWN})", style="yellow")

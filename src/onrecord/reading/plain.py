"""Plain text: the file itself, character for character."""

from onrecord.reading.metadata import Story


def read_plain(text: str) -> Story:
    """Return the text as it stands, but for CR LF, which is read as LF."""
    return Story(text=text.replace("\r\n", "\n"))

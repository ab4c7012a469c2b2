"""Which column of a table of articles holds what: the text, the title, the day of publication, …"""

from typing import Final

from onrecord.errors import UsageError

# (the codebook's field, the table's column), each field once at most.
Columns = tuple[tuple[str, str], ...]
NO_COLUMNS: Final[Columns] = ()
FIELDS: Final = ("text", "title", "published", "url", "outlet", "agency", "authors", "language")


def parse_columns(stated: str, option: str = "--columns") -> Columns:
    """Read `text=body,title=headline`. Raises UsageError, naming the option, for what is no such list."""
    found: dict[str, str] = {}
    for pair in stated.split(","):
        field, equals, column = (part.strip() for part in pair.partition("="))
        if not equals or not column:
            raise UsageError(
                option, f"{pair.strip()!r} is not FIELD=COLUMN", "give text=COLUMN, and others after commas"
            )
        if field not in FIELDS:
            raise UsageError(option, f"{field!r} is no field of a document", f"give one of {', '.join(FIELDS)}")
        if field in found:
            raise UsageError(option, f"names {field} twice", "give each field once")
        found[field] = column
    return tuple(found.items())

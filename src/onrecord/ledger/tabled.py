"""A ledger as tables: rows for notebooks and data frames, read when they are wanted."""

from abc import ABC, abstractmethod
from collections.abc import Iterator

from onrecord.errors import UsageError
from onrecord.records import Record
from onrecord.rows import TABLES, table_called
from onrecord.rows.asked import AskedTable


class Tabled(ABC):
    """What has records, and hands them on as tables.

    The four that ask for what was said are those of `records_saying`: `statements` has the statements that fit,
    `figures` and `events` those that stand in one, every other table what belongs to a document with one.
    """

    @abstractmethod
    def records_saying(
        self,
        *,
        about: str | None = None,
        speaker: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Iterator[Record]:
        """Yield the documents with a statement that fits, cut down to what fits."""

    def table(
        self,
        name: str,
        *,
        about: str | None = None,
        speaker: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> AskedTable:
        """Return one of the tables: `documents`, `entities`, `mentions`, `statements`, `speakers`, `figures`, …

        Raises UsageError for a name that is none (it lists them), and for what makes no sense as a question.
        """
        found = table_called(name)
        if found is None:
            known = ", ".join(table.name for table in TABLES)
            raise UsageError("table", f"there is none called {name!r}", f"give one of {known}")

        def records() -> Iterator[Record]:
            return self.records_saying(about=about, speaker=speaker, since=since, until=until)

        records()  # Nothing is read yet, but what makes no sense is refused here, where it is asked.
        return AskedTable(found, records)

    def statements(
        self,
        *,
        about: str | None = None,
        speaker: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> AskedTable:
        """Return the statements as a table; arguments and errors are those of `table`."""
        return self.table("statements", about=about, speaker=speaker, since=since, until=until)

    def figures(
        self,
        *,
        about: str | None = None,
        speaker: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> AskedTable:
        """Return the figures as a table, also those that stand in no statement where nothing is asked for."""
        return self.table("figures", about=about, speaker=speaker, since=since, until=until)

    def times(
        self,
        *,
        about: str | None = None,
        speaker: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> AskedTable:
        """Return the times as a table; arguments and errors are those of `table`."""
        return self.table("times", about=about, speaker=speaker, since=since, until=until)

    def events(
        self,
        *,
        about: str | None = None,
        speaker: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> AskedTable:
        """Return the events as a table, also those that stand in no statement where nothing is asked for."""
        return self.table("events", about=about, speaker=speaker, since=since, until=until)

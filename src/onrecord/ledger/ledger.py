"""The ledger: what it can be asked and told, each method one transaction."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from sqlalchemy import Connection, Engine

from onrecord.errors import LedgerBusy, LedgerError, NoMeanings, NotInLedger, UsageError
from onrecord.ledger import copies, dialect, likeness, lookup, near, runs, searching, storing, telling, verifying
from onrecord.ledger import traces as tracing
from onrecord.ledger.copies import Copy, Counts, Version, count_all
from onrecord.ledger.days import first_day, last_day
from onrecord.ledger.loading import load_record
from onrecord.ledger.meanings import documents_without_meanings, holds_meanings, meant_in
from onrecord.ledger.moments import moment
from onrecord.ledger.near import Near
from onrecord.ledger.opening import open_database
from onrecord.ledger.problem import Problem
from onrecord.ledger.runs import Card, ReadBy, Run
from onrecord.ledger.searching import Among, Hit
from onrecord.ledger.storing import Added
from onrecord.ledger.words import Term, parse_name, parse_words
from onrecord.records import (
    MEANING_WIDTH,
    NO_TRACES,
    Document,
    Meaning,
    Page,
    Record,
    ToldFigure,
    Traces,
)
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.ledger.nearness import NearSentence

# What any database can count to.
_MOST_RESULTS: Final = 1_000_000_000


def open_ledger(where: str | Path, *, create: bool, timeout: float = 30.0) -> "Ledger":
    """Open the ledger in the file at `where`; with `create`, make it and its folder where they are absent.

    A ledger of an older version is brought to this version's schema. `timeout` is how many seconds to wait for
    another program that writes. Raises NoLedger where nothing is there, SchemaTooNew for the ledger of a newer
    version, LedgerBusy, and LedgerError for what is no ledger or cannot be read or written.
    """
    return Ledger(open_database(where, create=create, timeout=timeout), str(where))


class Ledger:
    """An open ledger; `open_ledger` makes one, `close` or the end of a `with` block closes it.

    Every method may raise LedgerBusy and LedgerError. What a method yields is read as it is asked for, from
    the ledger as it stood at the first item: later additions do not show, and cannot disturb it.
    """

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine = engine
        self.where = where

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection to the file."""
        self._engine.dispose()

    def begin_run(self, model: Card, settings: Settings) -> Run:
        """Note that a model begins to read with these settings, under this version of the package, now."""
        with self._writing() as connection:
            number, reader = runs.insert_run(connection, model, settings)
        return Run(number, reader, self._end_run)

    def add(
        self,
        record: Record,
        *,
        run: Run,
        seen: datetime,
        meanings: Iterable[Meaning] = (),
        traces: Traces = NO_TRACES,
    ) -> Added:
        """Store a record whole or not at all: its text, its copy at its address, and what `run` read in it.

        `seen` (aware) is when the text was found at its address, `meanings` what was found beside the record: only
        what has one is found by `nearest`; `traces` are what it is compared by. Adding the same copy again changes
        nothing; records by another reader (model or version), or with other metadata, take the place of those that
        stand. The other copies of a text share its records. Raises RecordError for a record that contradicts
        itself or a meaning of nothing in it, UsageError for a naive `seen`.
        """
        storing.refuse_unstorable(record)
        when, meant = moment(seen), meant_in(record, meanings)
        with self._writing() as connection:
            return storing.store(connection, record, meant, traces, run, when)

    def has(self, document: Document, reader: ReadBy) -> bool:
        """Tell whether adding what `reader` finds in `document` would change nothing.

        So it is when its address holds this text, with the same metadata, and the records that stand were read
        by the same model under the same version of the package: then there is no need to read it again.
        """
        with self._reading() as connection:
            return storing.is_stored(connection, document, reader)

    def record(self, name: str) -> Record:
        """Return a document and what was read in it, by its id, an address or the beginning of its id.

        An address, also one that a copy states as its canonical one, gives the text that it held last. Raises
        NotInLedger, and UsageError where several ids begin so.
        """
        with self._reading() as connection:
            place = lookup.locate(connection, name)
            return load_record(connection, place.document, place.copy)

    def documents(self) -> Iterator[Copy]:
        """Yield each text once, in the order of adding: the copy that its records were read from."""
        with self._reading() as connection:
            yield from copies.leading_copies(connection)

    def copies(self, document: str) -> Iterator[Copy]:
        """Yield every copy of the text with this id, the first seen first. Raises NotInLedger."""
        with self._reading() as connection:
            number = lookup.document_number(connection, document)
            if number is None:
                raise NotInLedger(document)
            yield from copies.copies_of(connection, number)

    def versions(self, url: str) -> Iterator[Version]:
        """Yield what an address held, in order of `seen`; nothing for an address that is not in the ledger."""
        with self._reading() as connection:
            yield from copies.versions_of(connection, url)

    def search(
        self,
        words: str,
        *,
        speaker: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int = 100,
    ) -> Iterator[Hit]:
        """Yield up to `limit` statements whose content holds all the words, the best match first.

        `words`: words, `begin*` and `"a phrase"`; case and accents do not count. `speaker`: words that all occur
        in one name or alias of a speaker. `since`, `until`: ISO 8601 dates, also `2024` or `2024-10`, compared with
        when it was said; a statement of an unknown time fits neither. Raises UsageError at once for words
        or a name without a letter or digit, a date that is none, a limit below one.
        """
        return self._find(parse_words(words), _among(speaker, since, until), _positive(limit))

    def nearest(
        self,
        vector: bytes,
        *,
        speaker: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int = 100,
    ) -> Iterator[Hit]:
        """Yield up to `limit` statements whose content is nearest in meaning to `vector`, the nearest first.

        `vector` is a direction as `Meaning` has it; `speaker`, `since` and `until` are as in `search`. Every stored
        vector is compared (a second for 200,000). Raises UsageError at once for what makes no sense, NoMeanings
        for a ledger that holds statements and no meanings.
        """
        return self._find_nearest(_direction(vector), _among(speaker, since, until), _positive(limit))

    def nearest_sentences(self, vector: bytes, *, limit: int = 100) -> Iterator["NearSentence"]:
        """Yield up to `limit` sentences that are nearest in meaning to `vector`; otherwise as `nearest`."""
        return self._find_sentences(_direction(vector), _positive(limit))

    def documents_without_meanings(self) -> int:
        """Count the documents that hold statements and were read without what they mean: `nearest` passes them over."""
        with self._reading() as connection:
            return documents_without_meanings(connection)

    def figures_with(self, keys: Iterable[str]) -> Iterator[ToldFigure]:
        """Yield the figures that were added with one of these keys (`Traces`), in the order of adding."""
        with self._reading() as connection:
            yield from telling.told_figures(connection, tracing.figures_with(connection, keys))

    def near_pairs(self) -> Iterator[Near]:
        """Yield pairs of documents that share hashes of their text (`Traces.bands`), those that share most first.

        Where many documents share one hash each is paired with a few of them only: what is alike hangs together.
        """
        with self._reading() as connection:
            yield from near.near_pairs(connection)

    def near_to(self, document: str) -> list[Near]:
        """Return every document that shares a hash with the one with this id; who shares most is first.

        Raises NotInLedger.
        """
        with self._reading() as connection:
            return near.near_to(connection, _number(connection, document))

    def text(self, document: str) -> Document:
        """Return the text with this id and its zones, without what an address says of it. Raises NotInLedger."""
        with self._reading() as connection:
            return near.load_text(connection, _number(connection, document))

    def pages(self, document: str) -> list[Page]:
        """Return what each address says of the text with this id, the first seen first. Raises NotInLedger."""
        with self._reading() as connection:
            return near.pages_of(connection, _number(connection, document))

    def at_several_addresses(self) -> list[str]:
        """Return the ids of the texts that were found at more than one address, in the order of adding."""
        with self._reading() as connection:
            return near.at_several_addresses(connection)

    def documents_without_signatures(self) -> int:
        """Count the documents that were added without the traces of their text: nothing is found to be near them."""
        with self._reading() as connection:
            return near.documents_without_signatures(connection)

    def document_of(self, record: str) -> str:
        """Return the id of the document that holds the statement or figure with this id. Raises NotInLedger."""
        with self._reading() as connection:
            found = likeness.document_of(connection, record)
        if found is None:
            raise NotInLedger(record, "no statement or figure has this id", "take one from onrecord show or search")
        return found

    def meaning_of_statement(self, statement: str) -> bytes | None:
        """Return what the statement with this id means (`Meaning`); None where it was read without."""
        with self._reading() as connection:
            return likeness.meaning_of_statement(connection, statement)

    def keys_of_figure(self, figure: str) -> list[str]:
        """Return the keys under which the figure with this id is found (`Traces`)."""
        with self._reading() as connection:
            return likeness.keys_of_figure(connection, figure)

    def id_of(self, name: str) -> str:
        """Return the id of a document, by its id, an address or the beginning of its id. Raises as `record`."""
        with self._reading() as connection:
            return lookup.id_of(connection, name)

    def counts(self) -> Counts:
        """Count what the ledger holds."""
        with self._reading() as connection:
            return count_all(connection)

    def verify(self) -> Iterator[Problem]:
        """Yield whatever does not match: nothing, for a ledger that is whole.

        Asks SQLite about its file and references, compares the indexes with what they index, and re-reads each
        text against its digest and each span, paragraph, zone and record against the text. Waits for other
        writers, as the comparison of the indexes needs the writer's lock.
        """
        try:
            with self._reading() as connection:
                for said in dialect.damage(connection):
                    yield Problem(said)
            yield from self._broken_indexes()
            with self._reading() as connection:
                yield from verifying.problems(connection)
        except LedgerBusy:
            raise
        except LedgerError as error:
            yield Problem(f"{error.reason}; {error.advice}")

    def _broken_indexes(self) -> Iterator[Problem]:
        for table in dialect.INDEXED:
            with self._writing() as connection:
                whole = dialect.check_index(connection, table)
            if not whole:
                yield Problem(f"the index of {table} does not hold the words of its rows")

    def _find(self, words: Sequence[Term], among: Among, limit: int) -> Iterator[Hit]:
        with self._reading() as connection:
            yield from searching.find_statements(connection, words, among, limit)

    def _find_nearest(self, vector: bytes, among: Among, limit: int) -> Iterator[Hit]:
        from onrecord.ledger.nearness import nearest_statements

        with self._reading() as connection:
            self._refuse_meaningless(connection)
            yield from nearest_statements(connection, vector, among, limit)

    def _find_sentences(self, vector: bytes, limit: int) -> Iterator["NearSentence"]:
        from onrecord.ledger.nearness import nearest_sentences

        with self._reading() as connection:
            self._refuse_meaningless(connection)
            yield from nearest_sentences(connection, vector, limit)

    def _refuse_meaningless(self, connection: Connection) -> None:
        if not holds_meanings(connection) and documents_without_meanings(connection):
            raise NoMeanings(self.where)

    def _end_run(self, number: int) -> None:
        with self._writing() as connection:
            runs.end_run(connection, number)

    def _reading(self) -> AbstractContextManager[Connection]:
        return dialect.transaction(self._engine, self.where, writes=False)

    def _writing(self) -> AbstractContextManager[Connection]:
        return dialect.transaction(self._engine, self.where, writes=True)


def _number(connection: Connection, document: str) -> int:
    number = lookup.document_number(connection, document)
    if number is None:
        raise NotInLedger(document)
    return number


def _among(speaker: str | None, since: str | None, until: str | None) -> Among:
    return Among(
        speaker=() if speaker is None else parse_name(speaker),
        since=None if since is None else first_day("--since", since),
        until=None if until is None else last_day("--until", until),
    )


def _direction(vector: bytes) -> bytes:
    if len(vector) != MEANING_WIDTH:
        raise UsageError("meaning", f"has {len(vector)} numbers, not {MEANING_WIDTH}", "give one that a reader made")
    return vector


def _positive(limit: int) -> int:
    if not 1 <= limit <= _MOST_RESULTS:
        raise UsageError("--limit", f"{limit} is no number of results", f"give one or more, at most {_MOST_RESULTS:,}")
    return limit

"""The only place where the rooms meet. Read top to bottom, this is the architecture.

bytes ──reading──▶ Document ──encoder──▶ Scores ──finding──▶ Findings ──resolving──▶ Record ──ledger──▶ rows
                                                                                     Record ──comparing──▶ traces
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property, lru_cache, partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, NamedTuple, Protocol

from onrecord.errors import LedgerError, ModelError, OnRecordError, ReadingError, UsageError, unforeseen
from onrecord.records import Document, Given, Meaning, Record
from onrecord.records.columns import NO_COLUMNS, Columns
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.comparing import Text
    from onrecord.encoder import Card, Scores
    from onrecord.ledger import Added, Ledger, Run
    from onrecord.reading import Discovery, Ended, How


class Model(Protocol):
    """What a reader needs of the encoder."""

    @property
    def card(self) -> "Card":
        """Which weights these are."""

    def scores(self, text: str) -> Iterator["Scores"]:
        """Yield the scores of each window of a text, in order."""


class Reader:
    """Documents to records. The model is loaded when the first document is read, and kept.

    `settings` default to the environment's, `model` to the encoder that comes with the package.
    """

    def __init__(self, settings: Settings | None = None, model: Model | None = None) -> None:
        self.settings = Settings.from_environment() if settings is None else settings
        self._given = model
        self._stopped = Event()

    @cached_property
    def model(self) -> Model:
        """The model. Raises ModelMissing, ModelDamaged when it is used."""
        from onrecord.encoder import Encoder

        return self._given or Encoder(threads=self.settings.threads)

    def read(self, document: Document) -> Record:
        """Return who said what in a document. Raises ModelError."""
        return self._read(document, meanings=False)[0]

    def read_with_meanings(self, document: Document) -> tuple[Record, tuple[Meaning, ...]]:
        """Return who said what in a document, and what its sentences and statements mean, as a ledger keeps it.

        There are no meanings where the weights know none. Raises ModelError.
        """
        return self._read(document, meanings=True)

    def meaning_of(self, text: str) -> bytes:
        """Return what a text means, as a direction (`Meaning`); of a long one, what its first window holds.

        Raises UsageError for a text without a letter or digit, ModelError, also where the weights know no meanings.
        """
        from onrecord.finding.meaning import meaning_of_text

        if not any(map(str.isalnum, text)):
            raise UsageError("search", f"{text!r} holds no word to look for", "give one word or more")
        # An argument that is not UTF-8 reaches us with lone surrogates, which no tokenizer takes.
        meaning = meaning_of_text(next(iter(self.model.scores(text.encode(errors="replace").decode()))))
        if meaning is None:
            raise ModelError(self.model.card.name, "does not know what words mean", "install a newer onrecord")
        return meaning

    def stop(self) -> None:
        """Give up the documents that other threads read with this reader, each between two windows, and all later ones.

        They end with a ReadingError. A thread that is left in the middle of a window would end the program uncleanly.
        """
        self._stopped.set()

    def _scores(self, document: Document) -> "Iterator[Scores]":
        for scores in self.model.scores(document.text):
            if self._stopped.is_set():
                raise ReadingError(
                    document.url or "text", "was not read to its end: reading was stopped", "add it again"
                )
            yield scores

    def _read(self, document: Document, *, meanings: bool) -> tuple[Record, tuple[Meaning, ...]]:
        from onrecord.finding import find
        from onrecord.resolving import resolve

        findings = find(document, self._scores(document), meanings=meanings)
        return resolve(document, findings, weights=self.model.card.digest), findings.meanings


def read(source: str | Path, *, published: str | None = None, settings: Settings | None = None) -> Record:
    """Read one report and return its record: the document, its entities, statements, figures, times and events.

    `source` is a path, an http(s) address, or a text: a string with white space in it that is no existing path is
    taken for the text itself, character for character. `published` (ISO 8601) overrides the date that the document
    states. The model is loaded by the first call and kept. Raises a ReadingError that names the source, UsageError
    for a `published` that is no date, ModelError.
    """
    reader = _kept_reader(Settings.from_environment() if settings is None else settings)
    return reader.read(_document(source, reader.settings, published))


@lru_cache(maxsize=1)
def _kept_reader(settings: Settings) -> Reader:
    return Reader(settings)


def _document(source: str | Path, settings: Settings, published: str | None) -> Document:
    from onrecord import reading

    if isinstance(source, str) and _is_text(source):
        return reading.read_text(source, published=published)
    return reading.read(str(source), settings=settings, published=published)


def _is_text(source: str) -> bool:
    return (source == "" or any(map(str.isspace, source))) and not os.path.exists(source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one input ended: it was read (and stored, with `added` saying as what), or failed, or was skipped.

    Exactly one of `document`, `error` and `skipped` is there. `source` is the input as the user gave it or as a
    folder holds it. `record` is what was read; it is `None` where the ledger already held it. `error` is one line
    that names the source; where it was not foreseen, its `__cause__` is the exception. `skipped` says why.
    """

    source: str
    document: Document | None = None
    record: Record | None = None
    added: "Added | None" = None
    error: OnRecordError | None = None
    skipped: str | None = None


def outcomes(
    arguments: Sequence[str],
    *,
    reader: Reader,
    published: str | None = None,
    address: str | None = None,
    columns: Columns = NO_COLUMNS,
    begun: Callable[[int], None] | None = None,
) -> Iterator[Outcome]:
    """Read all that the arguments mean (paths, folders, globs, addresses, `-`), in order: one outcome a document.

    A source that holds several (a feed, a web archive, a table of articles) has an outcome for each of them.
    `published` holds for all of them, `address` is the url of the only source; `columns` say where in a table of
    articles what stands. `begun` is told how many outcomes there will be, again when it turns out that there are more.
    Raises UsageError before the first outcome, ModelError; whatever else goes wrong is an outcome.
    """

    def read_one(source: str, document: Document, _: datetime | None) -> Outcome:
        return Outcome(source=source, document=document, record=reader.read(document))

    sources = _sources(arguments, published, address)
    yield from _all(sources, reader, _Given(published, address, columns), read_one, begun)


def add(
    arguments: Sequence[str],
    ledger: "Ledger",
    *,
    reader: Reader,
    published: str | None = None,
    address: str | None = None,
    columns: Columns = NO_COLUMNS,
    seen: datetime | None = None,
    begun: Callable[[int], None] | None = None,
) -> Iterator[Outcome]:
    """Read and store all that the arguments mean, each document whole or not at all; otherwise as `outcomes`.

    What the ledger holds already, from the same model and with the same metadata, is not read again. `seen` (aware) is
    when the texts were found at their addresses, else when a web archive captured them, else now: a text that was seen
    before the one that its address holds is an older version. Raises LedgerError too; what was stored before stays.
    """
    storing = _Storing(ledger, reader, seen)
    sources = _sources(arguments, published, address)
    yield from _all(sources, reader, _Given(published, address, columns), storing.store, begun)
    storing.finish()


def add_given(
    given: Iterable[Given], ledger: "Ledger", *, reader: Reader, public_only: bool, seen: datetime | None = None
) -> Iterator[Outcome]:
    """Read and store what was handed over, in order, one outcome for each document in it; otherwise as `add`.

    Names are never taken for paths of this machine. With `public_only` addresses have to be such as anybody on the
    internet may reach. What comes after one that raises (UsageError, LedgerError, ModelError) is not asked for.
    """
    from onrecord import reading

    storing = _Storing(ledger, reader, seen)
    with reading.Keeper() as keeper:
        how = reading.How(settings=reader.settings, public_only=public_only, keeper=keeper)
        for one in given:
            yield from _outcomes(one.name, reading.read_all_given(one, how), storing.store)
    storing.finish()


@dataclass(slots=True)
class _Storing:
    """Documents into the ledger, under one run, which begins with the first that has to be read."""

    ledger: "Ledger"
    reader: Reader
    seen: datetime | None
    _run: "Run | None" = None

    def store(self, source: str, document: Document, found: datetime | None) -> Outcome:
        from onrecord.comparing import traces_of
        from onrecord.ledger import Added, ReadBy

        card, seen = self.reader.model.card, self.seen or found
        if self.ledger.has(document, ReadBy.this_version(card), seen=seen):
            return Outcome(source=source, document=document, added=Added.SAME)
        self._run = self._run or self.ledger.begin_run(card, self.reader.settings)
        record, meanings = self.reader.read_with_meanings(document)
        when = seen or datetime.now(UTC)
        added = self.ledger.add(record, run=self._run, seen=when, meanings=meanings, traces=traces_of)
        return Outcome(source=source, document=document, record=record, added=added)

    def finish(self) -> None:
        if self._run is not None:
            self._run.finish()


@dataclass(slots=True)
class Shelf:
    """Where texts to compare are taken from: files, which `reader` reads, and the ledger of its settings.

    The ledger is opened when a document of it is first asked for, and closed at the end of a `with` block.
    """

    reader: Reader
    _ledger: "Ledger | None" = None

    def __enter__(self) -> "Shelf":
        return self

    def __exit__(self, *_: object) -> None:
        if self._ledger is not None:
            self._ledger.close()

    def missing(self, name: str) -> OnRecordError | None:
        """Return why a name means nothing: it is no path, and no document of the ledger; None where it means something.

        Nothing is read for that.
        """
        if _is_path(name):
            return None
        try:
            self._opened().id_of(name)
        except OnRecordError as error:
            return error
        return None

    def texts(self, name: str) -> "Iterator[tuple[str, Text | OnRecordError]]":
        """Yield (source, text) of what a name means: the documents of a folder, a file, or a document of the ledger.

        A name is a path if that exists, else a document's id or address. What cannot be read is an error instead.
        Raises ModelError.
        """
        if not _is_path(name):
            yield name, self._text_or_error(name, lambda: self._held(name))
            return
        for outcome in _all(_sources([name], None, None), self.reader, _NOTHING_GIVEN, _unread, None):
            if (document := outcome.document) is not None:
                yield outcome.source, self._text_or_error(outcome.source, partial(self._understood, document))
            elif outcome.error is not None:
                yield outcome.source, outcome.error

    def _text_or_error(self, source: str, take: "Callable[[], Text]") -> "Text | OnRecordError":
        try:
            return take()
        except ModelError:
            raise
        except OnRecordError as error:
            return error
        except Exception as fault:  # one document's fault must not cost the others
            return unforeseen(source, fault)

    def _opened(self) -> "Ledger":
        from onrecord.ledger import open_ledger

        if self._ledger is None:
            self._ledger = open_ledger(self.reader.settings.ledger, create=False)
        return self._ledger

    def _held(self, name: str) -> "Text":
        from onrecord.comparing import Text

        ledger = self._opened()
        document, meanings = ledger.record(name).document, ledger.meanings(name)
        return Text(document, meanings) if meanings else self._understood(document)

    def _understood(self, document: Document) -> "Text":
        from onrecord.comparing import Text

        return Text(document, self.reader.read_with_meanings(document)[1])


def _unread(source: str, document: Document, _: datetime | None) -> Outcome:
    return Outcome(source=source, document=document)


def _is_path(name: str) -> bool:
    return name == "-" or os.path.lexists(name)


def documents_meant(arguments: Sequence[str], *, published: str | None = None, address: str | None = None) -> int:
    """Return how many sources the arguments mean, for whoever must know before a ledger is made.

    Raises UsageError where `outcomes` or `add` would.
    """
    return _found(_sources(arguments, published, address))


# What is to be done with a document of this name, found at its address at this moment.
Attempt = Callable[[str, Document, datetime | None], Outcome]


class _Given(NamedTuple):
    """What the caller says of all sources."""

    published: str | None
    address: str | None
    columns: Columns


_NOTHING_GIVEN = _Given(None, None, NO_COLUMNS)


def _sources(arguments: Sequence[str], published: str | None, address: str | None) -> list["Discovery"]:
    """Find out what the arguments mean, and refuse what makes no sense before anything is read."""
    from onrecord.reading import discover
    from onrecord.reading.dates import published_or_usage_error

    if published is not None:
        published_or_usage_error(published)
    sources = list(discover(arguments))
    found = _found(sources)
    if address is not None and found > 1:
        raise UsageError("--address", f"is the address of one document, not of {found:,}", "give one document")
    return sources


def _found(sources: Sequence["Discovery"]) -> int:
    from onrecord.reading import Found

    return sum(isinstance(one, Found) for one in sources)


def _all(
    sources: Sequence["Discovery"],
    reader: Reader,
    given: _Given,
    attempt: "Attempt",
    begun: Callable[[int], None] | None,
) -> Iterator[Outcome]:
    """Yield the outcomes of all sources; only what concerns all documents is raised."""
    from onrecord.reading import How, Keeper

    expected, ended = len(sources), 0
    if begun is not None:
        begun(expected)
    with Keeper() as keeper:
        how = How(settings=reader.settings, keeper=keeper, **given._asdict())
        for number, one in enumerate(sources, 1):
            for outcome in _outcomes_of(one, how, attempt):
                yield outcome
                ended += 1
                if begun is not None and ended + len(sources) - number > expected:
                    expected = ended + len(sources) - number
                    begun(expected)


def _outcomes_of(one: "Discovery", how: "How", attempt: "Attempt") -> Iterator[Outcome]:
    from onrecord.reading import Failed, Skipped, read_all

    if isinstance(one, Skipped):
        yield Outcome(source=one.path, skipped=one.reason)
    elif isinstance(one, Failed):
        yield Outcome(source=one.error.path, error=one.error)
    else:
        yield from _outcomes(one.source, read_all(one.source, how), attempt)


def _outcomes(source: str, parts: "Iterator[Ended]", attempt: "Attempt") -> Iterator[Outcome]:
    """Turn what a source holds into outcomes: at least one, whatever happens on the way."""
    try:
        for part in parts:
            yield _outcome(part, attempt)
    except (UsageError, ModelError, LedgerError):
        raise
    except ReadingError as error:
        yield Outcome(source=source, error=error)
    except Exception as fault:  # one document's fault must not cost the others
        yield Outcome(source=source, error=unforeseen(source, fault))


def _outcome(part: "Ended", attempt: "Attempt") -> Outcome:
    if part.document is None:
        return Outcome(source=part.name, error=part.error, skipped=part.passed)
    try:
        return attempt(part.name, part.document, part.seen)
    except (UsageError, ModelError, LedgerError):
        raise
    except ReadingError as error:
        return Outcome(source=part.name, error=error)
    except Exception as fault:  # one document's fault must not cost the others
        return Outcome(source=part.name, error=unforeseen(part.name, fault))

"""The ledger: what it can be asked and told, each method one transaction."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self, TypeVar

from sqlalchemy import Connection, Engine

from onrecord.days import first_day, last_day
from onrecord.errors import LedgerBusy, LedgerError, NoMeanings, NoNameKeys, NotInLedger, UsageError
from onrecord.ledger import (
    browsing,
    copies,
    correcting,
    dialect,
    gathering,
    histories,
    judgements,
    likeness,
    listing,
    lookup,
    naming,
    near,
    opposing,
    pairing,
    runs,
    sayings,
    searching,
    storing,
    surroundings,
    telling,
    utterances,
    verifying,
    voices,
)
from onrecord.ledger import traces as tracing
from onrecord.ledger.browsing import Found
from onrecord.ledger.contexts import Shown
from onrecord.ledger.copies import Copy, Counts, Version, count_all
from onrecord.ledger.correcting import Word
from onrecord.ledger.corrections import corrections_by
from onrecord.ledger.facets import Count
from onrecord.ledger.listing import DocumentOrder, DocumentsAmong, Listed, Listing
from onrecord.ledger.loading import load_document, load_record
from onrecord.ledger.meanings import documents_without_meanings, holds_meanings, meanings_of, meant_in
from onrecord.ledger.moments import moment
from onrecord.ledger.near import Near
from onrecord.ledger.opening import open_database
from onrecord.ledger.opposing import Wording
from onrecord.ledger.pairing import Asked, Place
from onrecord.ledger.problem import Problem
from onrecord.ledger.runs import Card, ReadBy, Run
from onrecord.ledger.searching import EVERYTHING, Among, Hit
from onrecord.ledger.stand import Stand, stand_of
from onrecord.ledger.standing import Tracing, load_corrected, traced_ahead
from onrecord.ledger.storable import refuse_unstorable
from onrecord.ledger.storing import Added
from onrecord.ledger.surroundings import Surroundings
from onrecord.ledger.tabled import Tabled
from onrecord.ledger.voices import Suggestions, Voices
from onrecord.ledger.words import Term, is_text, parse_name, parse_words
from onrecord.records import (
    MEANING_WIDTH,
    NO_TRACES,
    Changes,
    Corrected,
    Correction,
    Document,
    Entity,
    EntityKey,
    IdentityJudgement,
    Judge,
    Layer,
    Meaning,
    Page,
    Record,
    Seen,
    ToldFigure,
    ToldStatement,
    Traces,
    Uttered,
    Verdict,
)
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.ledger.nearness import NearSentence
    from onrecord.ledger.vectors import Vectors

_Item = TypeVar("_Item")
# What any database can count to.
_MOST_RESULTS: Final = 1_000_000_000
# Records fetched together: well under what a database allows.
_MOST_ON_A_PAGE: Final = 500


def _unhindered() -> None:
    """What a ledger does before a question, unless it is told otherwise."""


def open_ledger(where: str | Path, *, create: bool = False, timeout: float = 30.0) -> "Ledger":
    """Open the ledger in the file at `where`; with `create`, make it and its folder where they are absent.

    A ledger of an older version is brought to this version's schema. `timeout` is how many seconds to wait for
    another program that writes. Raises NoLedger where nothing is there, SchemaTooNew for the ledger of a newer
    version, LedgerBusy, and LedgerError for what is no ledger or cannot be read or written.
    """
    return Ledger(open_database(where, create=create, timeout=timeout), str(where))


class Ledger(Tabled):
    """An open ledger; `open_ledger` makes one, `close` or the end of a `with` block closes it.

    Every method may raise LedgerBusy and LedgerError. What a method yields is read as it is asked for, from
    the ledger as it stood at the first item: later additions do not show, and cannot disturb it.
    """

    def __init__(self, engine: Engine, where: str, pace: Callable[[], None] = _unhindered) -> None:
        self._engine = engine
        self._pace = pace
        self.where = where

    @cached_property
    def _vectors(self) -> "Vectors":
        # Here, not above: numpy takes its time to load, and who looks for words needs none of it.
        from onrecord.ledger.vectors import Vectors

        return Vectors()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection to the file."""
        self._engine.dispose()

    def at_pace(self, pace: Callable[[], None]) -> "Ledger":
        """Return this ledger for a long search: `pace` is called before each question and each pair of an answer.

        It may wait, for others to be answered first, or raise, to end the search. Closing one closes both.
        """
        return Ledger(self._engine, self.where, pace)

    def stand(self) -> Stand:
        """Return what changes whenever something is added, corrected or judged: an answer holds as long as it does."""
        with self._reading() as connection:
            return stand_of(connection)

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
        traces: Tracing = NO_TRACES,
    ) -> Added:
        """Store a record whole or not at all: its text, its copy at its address, and what `run` read in it.

        `seen` (aware) is when the text was found at its address, `meanings` what was found beside the record: only
        what has one is found by `nearest`; `traces` are what it is compared by, or what finds them in a record: they
        are those of what stands. Adding the same copy again changes nothing; records by another reader (model or
        version), or with other metadata, take the place of those that stand, but for what persons said (`correct`).
        The other copies of a text share its records. Raises RecordError for a record that contradicts
        itself or a meaning of nothing in it, UsageError for a naive `seen`.
        """
        refuse_unstorable(record)
        when, meant, traces = moment(seen), meant_in(record, meanings), traced_ahead(record, traces)
        with self._writing() as connection:
            return storing.store(connection, record, meant, traces, run, when)

    def has(self, document: Document, reader: ReadBy, *, seen: datetime | None = None) -> bool:
        """Tell whether adding what `reader` finds in `document` would change nothing.

        So it is when its address holds this text, or held it at `seen` (aware), with the same metadata, and the records
        that stand were read by the same model under the same version of the package: then there is no need to read it
        again. Raises UsageError for a naive `seen`.
        """
        when = None if seen is None else moment(seen)
        with self._reading() as connection:
            return storing.is_stored(connection, document, reader, when)

    def record(self, name: str) -> Record:
        """Return a document and what was read in it, by its id, an address or the beginning of its id.

        What persons corrected stands in it as they left it; `corrected` tells the two apart.

        An address, also one that a copy states as its canonical one, gives the text that it held last. Raises
        NotInLedger, and UsageError where several ids begin so.
        """
        with self._reading() as connection:
            place = lookup.locate(connection, name)
            return load_record(connection, place.document, place.copy)

    def document(self, name: str) -> Document:
        """Return a document without what was read in it; `name` and errors are those of `record`."""
        with self._reading() as connection:
            place = lookup.locate(connection, name)
            return load_document(connection, place.document, place.copy)

    def corrected(self, name: str) -> Corrected:
        """Return a document's record as it stands, as the machine read it, and the corrections that hold.

        `name` and errors are those of `record`.
        """
        with self._reading() as connection:
            place = lookup.locate(connection, name)
            return load_corrected(connection, place.document, place.copy)

    def correct(
        self,
        name: str,
        record: str,
        verdict: Verdict,
        *,
        who: str,
        trace: Callable[[Record], Traces],
        seen: int | None,
        changes: Changes | None = None,
        added: Iterable[Entity] = (),
        why: str = "",
    ) -> Correction:
        """Write down what a person says of a record, and let it stand, in readings that are yet to come too.

        `name` is the document's, as in `record`; `record` is the id of what is corrected. An `amended` one has the
        `changes`: fields of the codebook, in its form, those alone that are to be other than what stands. They may name
        entities that are `added` with them (`new_entity`). `accepted` takes it as it stands, `rejected` takes it out,
        `withdrawn` gives it back to the machine. `seen` is the number of the correction that the person saw standing,
        None where there was none. `trace` finds the traces of the record that comes of it. Nothing is deleted: a
        correction takes the place of the one before it.

        Raises CorrectedMeanwhile where another correction stands than was seen, NotInLedger for a document or a record
        that is not there, UsageError and RecordError for what makes no sense; then nothing is changed.
        """
        correcting.refuse_nobody(who, why)
        word = Word(
            record=record,
            verdict=verdict,
            who=who,
            why=why,
            changes=changes or {},
            added=tuple(added),
            seen=seen,
        )
        with self._writing() as connection:
            return correcting.correct(connection, name, word, trace)

    def corrections(
        self, name: str | None = None, *, who: str | None = None, since: str | None = None
    ) -> Iterator[Correction]:
        """Yield what persons said of records, in the order of saying; also what was replaced or withdrawn since.

        `name`: only of this document, as in `record`; `who`: only by somebody of this name, case and accents do not
        count; `since`: only what was said on this ISO 8601 date (in UTC), also `2024` or `2024-10`, or later. Raises
        UsageError at once for a date that is none; NotInLedger.
        """
        return self._find_corrections(name, who, None if since is None else first_day("--since", since))

    def meanings(self, name: str) -> tuple[Meaning, ...]:
        """Return what the sentences of a document mean, in their order; `name` and errors are those of `record`.

        There are none where it was added by a version that kept none.
        """
        with self._reading() as connection:
            return tuple(meanings_of(connection, lookup.locate(connection, name).document))

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

    def version(self, version: Version) -> Record:
        """Return what an address held, as that address gave it, with what was read in it. Raises NotInLedger."""
        with self._reading() as connection:
            found = histories.copy_number(connection, version.document, version.url)
            if found is None:
                raise NotInLedger(version.url)
            return load_record(connection, *found)

    def changed_addresses(self) -> list[str]:
        """Return the addresses that held more than one text, in the order in which their first was added."""
        with self._reading() as connection:
            return list(histories.changed_addresses(connection))

    def addresses(self, document: str) -> list[str]:
        """Return the addresses that hold or held the text with this id, the first seen first."""
        with self._reading() as connection:
            return list(histories.addresses_of(connection, document)) if is_text(document) else []

    def paragraphs_with(self, terms: Iterable[Term]) -> list[tuple[str, str]]:
        """Return (document id, text) of every paragraph that holds one of the terms, in the order of adding."""
        with self._reading() as connection:
            return list(histories.paragraphs_with(connection, tuple(terms)))

    def documents_like(self, words: Iterable[str], *, limit: int = 10) -> list[str]:
        """Return the ids of up to `limit` texts with most of the words, rare ones counting more, the best first."""
        terms = tuple(Term(word) for word in words if is_text(word) and any(map(str.isalnum, word)))
        if not terms:
            return []
        with self._reading() as connection:
            return histories.documents_like(connection, terms, _positive(limit))

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

    def browse(
        self,
        words: str | None = None,
        *,
        speaker: str | None = None,
        named: str | None = None,
        act: str | None = None,
        factuality: str | None = None,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
        offset: int = 0,
        limit: int = 20,
    ) -> Found:
        """Return a page of statements in their place, how many there are, and how they spread over acts, outlets, …

        `words`, `speaker`, `since`, `until` are as in `search`; without `words` it is all statements, the latest said
        first. `named`: a speaker's whole name, `act` and `factuality`: the codebook's, `outlet`: who published the copy
        that was read. The page begins behind `offset` statements and has up to `limit` (500 at most). Raises
        UsageError for what makes no sense.
        """
        terms = () if words is None else parse_words(words)
        among = _narrowing(speaker, named, act, factuality, outlet, since, until)
        with self._reading() as connection:
            return browsing.browse(connection, terms, among, *_page(offset, limit))

    def browse_nearest(
        self,
        vector: bytes,
        *,
        speaker: str | None = None,
        named: str | None = None,
        act: str | None = None,
        factuality: str | None = None,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
        offset: int = 0,
        limit: int = 20,
    ) -> Found:
        """Return a page of the statements that are nearest in meaning to `vector`, a direction as `Meaning` has it.

        Of all that fit the rest, which is as in `browse`, the nearest 200 are what is found, counted and paged through.
        Raises UsageError for what makes no sense, NoMeanings as `nearest`.
        """
        from onrecord.ledger.browsing_nearest import browse_nearest

        among = _narrowing(speaker, named, act, factuality, outlet, since, until)
        with self._reading() as connection:
            self._refuse_meaningless(connection)
            return browse_nearest(connection, self._vectors, _direction(vector), among, *_page(offset, limit))

    def speakers(
        self, words: str | None = None, *, kind: str | None = None, offset: int = 0, limit: int = 50
    ) -> Voices:
        """Return a page of the names that speak, those with most statements first, and how many there are of each kind.

        `words`: only names in which a word begins with each of these; case and accents do not count. `kind`: only names
        of this kind of entity. A name in two spellings of case or accents is one, and so are two people of one name and
        kind. Raises UsageError for more than 100 words, and for an offset or limit that is none.
        """
        with self._reading() as connection:
            return voices.speakers(connection, words, kind, *_page(offset, limit))

    def suggest(self, beginning: str, *, limit: int = 8) -> Suggestions:
        """Return names that speak, and outlets, of which a word begins with each word of `beginning`.

        Raises UsageError for more than 100 words, and for a limit that is none.
        """
        with self._reading() as connection:
            return voices.suggestions(connection, beginning, _page(0, limit)[1])

    def documents_page(
        self,
        *,
        words: str | None = None,
        titled: str | None = None,
        outlet: str | None = None,
        agency: str | None = None,
        language: str | None = None,
        since: str | None = None,
        until: str | None = None,
        order: DocumentOrder = "published",
        offset: int = 0,
        limit: int = 50,
    ) -> Listing:
        """Return a page of documents, the last published (or `added`) first, how many there are, and of which outlets.

        `words`: all of them in the title or in one paragraph, as in `search`; `titled`: all in the title; `since` and
        `until` are compared with the publication. Raises UsageError for what makes no sense.
        """
        among = DocumentsAmong(
            words=() if words is None else parse_words(words),
            titled=() if titled is None else parse_words(titled),
            outlet=outlet,
            agency=agency,
            language=language,
            since=None if since is None else first_day("--since", since),
            until=None if until is None else last_day("--until", until),
        )
        with self._reading() as connection:
            return listing.list_documents(connection, among, order, *_page(offset, limit))

    def newest(self, limit: int = 10) -> tuple[Listed, ...]:
        """Return the documents that were published last, and nothing of the others. Raises UsageError as `latest`."""
        with self._reading() as connection:
            return listing.newest_documents(connection, _page(0, limit)[1])

    def latest(self, limit: int = 10) -> Listing:
        """Return the documents that were added last, as `documents_page` does. Raises UsageError for such a limit."""
        return self.documents_page(order="added", limit=limit)

    def surroundings(self, document: str) -> Surroundings:
        """Return the copies of the text with this id, what its addresses held, and how many texts may be near it.

        Raises NotInLedger.
        """
        with self._reading() as connection:
            return surroundings.surroundings(connection, _number(connection, document))

    def where_is(self, record: str) -> tuple[str, Layer]:
        """Return the id of the document that holds the record with this id, and the layer of it. Raises NotInLedger."""
        with self._reading() as connection:
            found = likeness.where_is(connection, record) if is_text(record) else None
        if found is None:
            raise NotInLedger(record, "no record has this id", "take one from onrecord show or search")
        return found

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

    def knows_figures(self) -> bool:
        """Tell whether `figures_with` can find any: not where all was added by a version that kept no keys."""
        with self._reading() as connection:
            return tracing.knows_figures(connection)

    def figures_near(self, vector: bytes, *, least: float, limit: int = 1000) -> Iterator[tuple[ToldFigure, float]]:
        """Yield figures that name nothing they count, as sums of money do, and whose sentence is near in meaning.

        Near is a cosine of `least` or more with `vector`, a direction as `Meaning` has it; it stands beside each. Only
        the `limit` nearest sentences are looked at. Raises UsageError at once for what makes no sense, NoMeanings for a
        ledger that holds statements and no meanings.
        """
        return self._find_figures(_direction(vector), least, _positive(limit))

    def entities_with(self, keys: Iterable[str], *, most: int | None = None) -> Iterator[Seen]:
        """Yield the entities that were added with one of these keys (`Traces`), in the order of adding.

        With `most`, of more than that the last added ones alone. Raises NoNameKeys for a ledger that was filled by a
        version that kept none.
        """
        with self._reading() as connection:
            if naming.lacks_keys(connection):
                raise NoNameKeys(self.where)
            yield from naming.seen_entities(connection, _last(tracing.entities_with(connection, keys), most))

    def entities_called(self, name: str, *, most: int | None = None) -> Iterator[Seen]:
        """Yield the entities of which one name or alias holds all words of `name`, in the order of adding.

        Case and accents do not count. With `most`, of more than that the last added ones alone. Raises UsageError at
        once for a name without a letter or digit.
        """
        return self._find_called(parse_name(name, "NAME"), most)

    def entities(self, keys: Iterable[EntityKey]) -> Iterator[Seen]:
        """Yield those of the entities (document id, entity id) that are there, in the order of adding."""
        with self._reading() as connection:
            yield from naming.seen_entities(connection, naming.numbers_of(connection, keys))

    def entities_with_id(self, beginning: str) -> Iterator[Seen]:
        """Yield the entities whose id begins so, in the order of adding; nothing for what cannot begin one."""
        with self._reading() as connection:
            yield from naming.seen_entities(connection, naming.numbers_with_id(connection, beginning))

    def statements_by(self, keys: Iterable[EntityKey]) -> dict[EntityKey, int]:
        """Count the statements of each of these entities; one that said nothing is left out."""
        with self._reading() as connection:
            return naming.statements_by(connection, list(dict.fromkeys(keys)))

    def statements_of(
        self, keys: Iterable[EntityKey], *, offset: int = 0, limit: int = 50
    ) -> tuple[list[ToldStatement], int]:
        """Return up to `limit` statements of these entities behind the first `offset`, and how many there are in all.

        The last said comes first, what was said nobody knows when stands last. Raises UsageError for a limit below one.
        """
        with self._reading() as connection:
            numbers = naming.numbers_of(connection, keys)
            return sayings.statements_of(connection, numbers, offset, _positive(limit))

    def shown_of(
        self, keys: Iterable[EntityKey], *, offset: int = 0, limit: int = 25
    ) -> tuple[list[Shown], tuple[Count, ...], int]:
        """Return some statements of these entities in their place, how many of all are of each month, and of how many.

        The order is that of `statements_of`, the latest month comes first; `limit` is 500 at most. Raises UsageError
        for an offset or limit that is none.
        """
        with self._reading() as connection:
            numbers = naming.numbers_of(connection, keys)
            return sayings.shown_of(connection, numbers, *_page(offset, limit))

    def uttered_by(self, keys: Iterable[EntityKey]) -> list[Uttered]:
        """Return the statements that these entities made, in the order of adding."""
        with self._reading() as connection:
            return list(utterances.uttered_by(connection, naming.numbers_of(connection, keys), EVERYTHING))

    def figures_of(
        self, keys: Iterable[EntityKey], *, offset: int = 0, limit: int = 50
    ) -> tuple[list[ToldFigure], int]:
        """Return the figures that these entities gave in their statements; otherwise as `statements_of`."""
        with self._reading() as connection:
            numbers = naming.numbers_of(connection, keys)
            return sayings.figures_of(connection, numbers, offset, _positive(limit))

    def judge(
        self,
        a: EntityKey,
        b: EntityKey,
        *,
        same: bool,
        by: Judge,
        who: str,
        probability: float | None = None,
        why: Sequence[str] = (),
    ) -> IdentityJudgement:
        """Write down that two entities are one, or are two: `who` holds it, now; nothing that stands is changed.

        What contradicts it is not looked for (`onrecord.comparing.against` does). Raises NotInLedger for an entity
        that no document has, UsageError for an entity and itself and for a `who` that names nobody, RecordError for a
        probability that is none.
        """
        correcting.refuse_nobody(who, "")
        with self._writing() as connection:
            return judgements.insert_judgement(
                connection, a, b, same=same, by=by, who=who, probability=probability, why=why
            )

    def withdraw(self, judgement: int, *, by: Judge, who: str) -> bool:
        """Take a judgement back, by its number; tell whether it stood until now. It stays written down.

        Raises UsageError for a `who` that names nobody.
        """
        correcting.refuse_nobody(who, "")
        with self._writing() as connection:
            return judgements.withdraw(connection, judgement, by, who)

    def judgements(self, keys: Iterable[EntityKey]) -> list[IdentityJudgement]:
        """Return the judgements that stand about these entities and all that judgements tie to them, in their order."""
        with self._reading() as connection:
            return judgements.judgements_about(connection, keys)

    def said_by(
        self,
        name: str,
        *,
        keys: Iterable[str] = (),
        offices_of: Iterable[str] = (),
        since: str | None = None,
        until: str | None = None,
    ) -> Iterator[Uttered]:
        """Yield the statements of whoever may be meant by a name, in the order of adding.

        `name`: words that all occur in one name or alias; `keys`: one of those that a speaker was added with
        (`Traces`); `offices_of`: whose office holders speak too, as documents name it. `since` and `until` are as in
        `search`. Raises UsageError at once for what makes no sense.
        """
        return self._find_uttered(
            parse_name(name, "SPEAKER"), tuple(keys), tuple(offices_of), _among(None, since, until)
        )

    def records(
        self, *, holding: str | None = None, naming: str | None = None, keys: Iterable[str] = ()
    ) -> Iterator[Record]:
        """Yield the documents with what was read in them, in the order of adding.

        `holding`: only those of which a paragraph holds all the words, as in `search`; `naming`: only those that name
        somebody by all these words, or under one of the `keys` that it was added with (`Traces`). Raises UsageError at
        once for words or a name without a letter or digit.
        """
        words = () if holding is None else parse_words(holding, "--about")
        return self._gather(words, None if naming is None else parse_name(naming), tuple(keys))

    def records_saying(
        self,
        *,
        about: str | None = None,
        speaker: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Iterator[Record]:
        """Yield the documents with a statement that fits, cut down to what fits, in the order of adding.

        `about`: words that all occur in its content; the others are as in `search`. Of a document stay those of its
        statements that fit, the figures and events that stand in one of them, and its entities and times. Without any
        of the four every document is yielded whole. Raises UsageError at once for what makes no sense.
        """
        if about is speaker is since is until is None:
            return self.records()
        words = () if about is None else parse_words(about, "--about")
        return self._cut_down(words, _among(speaker, since, until))

    def figure_pairs(
        self, *, about: str | None = None, speaker: str | None = None, within: Sequence[str] = ()
    ) -> Iterator[tuple[Place, Place]]:
        """Yield the places of two figures each that share a key and say different numbers: they may be about one thing.

        `about`: words that all occur in the paragraph of one of them, or in its statement; `speaker`: words of the name
        of whoever said one of them; `within`: the ids of the documents (a hundred at most) that one of them stands in.
        Raises UsageError at once for words or a name without a letter or digit.
        """
        return self._figure_pairs(_asked(about, speaker)._replace(within=within))

    def documents_with_key(self, key: str, *, about: str | None = None, speaker: str | None = None) -> list[str]:
        """Return the ids of the documents that have a figure with this key; otherwise as `figure_pairs`."""
        with self._reading() as connection:
            return pairing.documents_with_key(connection, key, _asked(about, speaker))

    def statement_pairs(
        self, wording: Wording, *, about: str | None = None, speaker: str | None = None
    ) -> Iterator[tuple[ToldStatement, ToldStatement]]:
        """Yield two statements each that share words, the first of them one that is asked for.

        Where neither `about` (words that all occur in its content) nor `speaker` is given, the first is one that denies
        or says that something is not so. The others are found by the words that `wording` makes of it. Raises
        UsageError at once for words or a name without a letter or digit.
        """
        return self._statement_pairs(wording, _asked(about, speaker))

    def before_answers(
        self, phrases: Iterable[str], *, about: str | None = None, speaker: str | None = None
    ) -> Iterator[list[ToldStatement]]:
        """Yield, for each statement with one of the phrases, it and what its document has before it, in order.

        `about` and `speaker` as in `statement_pairs`, of any of these. Raises UsageError at once for words or a name
        without a letter or digit.
        """
        return self._before_answers([Term(phrase) for phrase in phrases], _asked(about, speaker))

    def near_pairs(self) -> Iterator[Near]:
        """Yield pairs of documents that share hashes of their text (`Traces.bands`), those that share most first.

        Where many documents share one hash each is paired with a few of them only: what is alike hangs together.
        """
        with self._reading() as connection:
            yield from self._paced(near.near_pairs(connection))

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

    def _find_corrections(self, name: str | None, who: str | None, since: str | None) -> Iterator[Correction]:
        with self._reading() as connection:
            document = None if name is None else lookup.locate(connection, name).document
            yield from corrections_by(connection, document, who, since)

    def _find_called(self, words: Sequence[Term], most: int | None) -> Iterator[Seen]:
        with self._reading() as connection:
            yield from naming.seen_entities(connection, _last(naming.numbers_called(connection, words), most))

    def _find_nearest(self, vector: bytes, among: Among, limit: int) -> Iterator[Hit]:
        from onrecord.ledger.nearness import nearest_statements

        with self._reading() as connection:
            self._refuse_meaningless(connection)
            yield from nearest_statements(connection, vector, among, limit)

    def _find_uttered(
        self, name: Sequence[Term], keys: Sequence[str], offices_of: Sequence[str], among: Among
    ) -> Iterator[Uttered]:
        with self._reading() as connection:
            speakers = utterances.speakers_under(connection, keys, name)
            holders = utterances.office_holders(connection, offices_of)
            yield from utterances.uttered_by(connection, sorted({*speakers, *holders}), among)

    def _gather(self, words: Sequence[Term], name: Sequence[Term] | None, keys: Sequence[str]) -> Iterator[Record]:
        with self._reading() as connection:
            named = None if name is None else utterances.speakers_under(connection, keys, name)
            yield from self._paced(gathering.records_with(connection, words, named))

    def _cut_down(self, words: Sequence[Term], among: Among) -> Iterator[Record]:
        with self._reading() as connection:
            yield from self._paced(gathering.records_saying(connection, words, among))

    def _find_sentences(self, vector: bytes, limit: int) -> Iterator["NearSentence"]:
        from onrecord.ledger.nearness import nearest_sentences

        with self._reading() as connection:
            self._refuse_meaningless(connection)
            yield from nearest_sentences(connection, vector, limit)

    def _find_figures(self, vector: bytes, least: float, limit: int) -> Iterator[tuple[ToldFigure, float]]:
        from onrecord.ledger.nearness import figures_near

        with self._reading() as connection:
            self._refuse_meaningless(connection)
            near = dict(figures_near(connection, vector, least, limit))
            yield from zip(telling.told_figures(connection, list(near)), near.values(), strict=True)

    def _figure_pairs(self, asked: Asked) -> Iterator[tuple[Place, Place]]:
        with self._reading() as connection:
            yield from self._paced(pairing.figure_pairs(connection, asked))

    def _statement_pairs(self, wording: Wording, asked: Asked) -> Iterator[tuple[ToldStatement, ToldStatement]]:
        with self._reading() as connection:
            yield from self._paced(opposing.statement_pairs(connection, wording, asked))

    def _before_answers(self, phrases: Sequence[Term], asked: Asked) -> Iterator[list[ToldStatement]]:
        with self._reading() as connection:
            yield from self._paced(opposing.before_answers(connection, phrases, asked))

    def _refuse_meaningless(self, connection: Connection) -> None:
        if not holds_meanings(connection) and documents_without_meanings(connection):
            raise NoMeanings(self.where)

    def _end_run(self, number: int) -> None:
        with self._writing() as connection:
            runs.end_run(connection, number)

    def _paced(self, items: Iterable[_Item]) -> Iterator[_Item]:
        for item in items:
            self._pace()
            yield item

    def _reading(self) -> AbstractContextManager[Connection]:
        self._pace()
        return dialect.transaction(self._engine, self.where, writes=False)

    def _writing(self) -> AbstractContextManager[Connection]:
        return dialect.transaction(self._engine, self.where, writes=True)


def _number(connection: Connection, document: str) -> int:
    number = lookup.document_number(connection, document)
    if number is None:
        raise NotInLedger(document)
    return number


def _last(numbers: Sequence[int], most: int | None) -> Sequence[int]:
    return numbers if most is None else numbers[-_positive(most) :]


def _narrowing(
    speaker: str | None,
    named: str | None,
    act: str | None,
    factuality: str | None,
    outlet: str | None,
    since: str | None,
    until: str | None,
) -> Among:
    if named is not None:
        parse_name(named)
    for given in (act, factuality, outlet):
        if given is not None and not is_text(given):
            raise UsageError("browse", f"{given!r} is no text", "leave out what no text can hold")
    among = _among(speaker, since, until)
    return replace(among, named=named, act=act, factuality=factuality, outlet=outlet)


def _page(offset: int, limit: int) -> tuple[int, int]:
    """Return where a page begins and how much it has, if that can be."""
    if not 0 <= offset <= _MOST_RESULTS:
        raise UsageError("offset", f"{offset} is no place in a list", f"give 0 or more, at most {_MOST_RESULTS:,}")
    if not 1 <= limit <= _MOST_ON_A_PAGE:
        raise UsageError("limit", f"{limit} do not fit on a page", f"give one or more, at most {_MOST_ON_A_PAGE}")
    return offset, limit


def _among(speaker: str | None, since: str | None, until: str | None) -> Among:
    return Among(
        speaker=() if speaker is None else parse_name(speaker),
        since=None if since is None else first_day("--since", since),
        until=None if until is None else last_day("--until", until),
    )


def _asked(about: str | None, speaker: str | None) -> Asked:
    return Asked(
        about=() if about is None else parse_words(about, "--about"),
        speaker=() if speaker is None else parse_name(speaker),
    )


def _direction(vector: bytes) -> bytes:
    if len(vector) != MEANING_WIDTH:
        raise UsageError("meaning", f"has {len(vector)} numbers, not {MEANING_WIDTH}", "give one that a reader made")
    return vector


def _positive(limit: int) -> int:
    if not 1 <= limit <= _MOST_RESULTS:
        raise UsageError("--limit", f"{limit} is no number of results", f"give one or more, at most {_MOST_RESULTS:,}")
    return limit

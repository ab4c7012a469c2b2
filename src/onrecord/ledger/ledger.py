"""The ledger: what it can be asked and told, each method one transaction."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from sqlalchemy import Connection, Engine

from onrecord.days import first_day, last_day
from onrecord.errors import LedgerBusy, LedgerError, NoMeanings, NoNameKeys, NotInLedger, UsageError
from onrecord.ledger import (
    copies,
    dialect,
    gathering,
    histories,
    judgements,
    likeness,
    lookup,
    naming,
    near,
    opposing,
    pairing,
    runs,
    sayings,
    searching,
    storing,
    telling,
    utterances,
    verifying,
)
from onrecord.ledger import traces as tracing
from onrecord.ledger.copies import Copy, Counts, Version, count_all
from onrecord.ledger.loading import load_record
from onrecord.ledger.meanings import documents_without_meanings, holds_meanings, meanings_of, meant_in
from onrecord.ledger.moments import moment
from onrecord.ledger.near import Near
from onrecord.ledger.opening import open_database
from onrecord.ledger.opposing import Wording
from onrecord.ledger.pairing import Asked, Place
from onrecord.ledger.problem import Problem
from onrecord.ledger.runs import Card, ReadBy, Run
from onrecord.ledger.searching import Among, Hit
from onrecord.ledger.storing import Added
from onrecord.ledger.words import Term, is_text, parse_name, parse_words
from onrecord.records import (
    MEANING_WIDTH,
    NO_TRACES,
    Document,
    EntityKey,
    IdentityJudgement,
    Judge,
    Meaning,
    Page,
    Record,
    Seen,
    ToldFigure,
    ToldStatement,
    Traces,
    Uttered,
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

        An address, also one that a copy states as its canonical one, gives the text that it held last. Raises
        NotInLedger, and UsageError where several ids begin so.
        """
        with self._reading() as connection:
            place = lookup.locate(connection, name)
            return load_record(connection, place.document, place.copy)

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
        that no document has, UsageError for an entity and itself, RecordError for a probability that is none.
        """
        with self._writing() as connection:
            return judgements.insert_judgement(
                connection, a, b, same=same, by=by, who=who, probability=probability, why=why
            )

    def withdraw(self, judgement: int, *, by: Judge, who: str) -> bool:
        """Take a judgement back, by its number; tell whether it stood until now. It stays written down."""
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

    def figure_pairs(self, *, about: str | None = None, speaker: str | None = None) -> Iterator[tuple[Place, Place]]:
        """Yield the places of two figures each that share a key and say different numbers: they may be about one thing.

        `about`: words that all occur in the paragraph of one of them, or in its statement; `speaker`: words of the name
        of whoever said one of them. Raises UsageError at once for words or a name without a letter or digit.
        """
        return self._figure_pairs(_asked(about, speaker))

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
            yield from gathering.records_with(connection, words, named)

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
            yield from pairing.figure_pairs(connection, asked)

    def _statement_pairs(self, wording: Wording, asked: Asked) -> Iterator[tuple[ToldStatement, ToldStatement]]:
        with self._reading() as connection:
            yield from opposing.statement_pairs(connection, wording, asked)

    def _before_answers(self, phrases: Sequence[Term], asked: Asked) -> Iterator[list[ToldStatement]]:
        with self._reading() as connection:
            yield from opposing.before_answers(connection, phrases, asked)

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


def _last(numbers: Sequence[int], most: int | None) -> Sequence[int]:
    return numbers if most is None else numbers[-_positive(most) :]


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

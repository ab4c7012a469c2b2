"""The tables of a ledger, as the newest migration leaves them.

A document is a text; a copy is that text at one address; a version says what an address held from when on.
A run is one use of one reader; a reading is one document read in it, and the newest reading's records are the
ones that stand. `number` is a row's key inside this ledger, `id` the codebook's, which holds everywhere.
Moments are UTC in ISO 8601, all of one length, so that the order of the strings is their order in time.
"""

from typing import Final

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from onrecord.ledger.dialect import NUMBER

# The revision of the newest migration: a ledger that says the same is opened without loading Alembic.
SCHEMA: Final = "0007"

metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _number() -> Column[int]:
    return Column("number", NUMBER, primary_key=True)


def _points_at(name: str, target: str, *, key: bool = False, nullable: bool = False) -> Column[int]:
    # What belongs to a record goes with it; texts, copies and runs are never deleted.
    owned = target in ("entities.number", "statements.number", "figures.number", "events.number")
    reference = ForeignKey(target, ondelete="CASCADE" if owned else None)
    return Column(name, NUMBER, reference, primary_key=key, nullable=nullable)


def _position() -> Column[int]:
    return Column("position", Integer, primary_key=True, autoincrement=False)


def _stretch() -> tuple[Column[int], Column[int], CheckConstraint]:
    start: Column[int] = Column("start", Integer, nullable=False)
    end: Column[int] = Column("end", Integer, nullable=False)
    return start, end, CheckConstraint('0 <= start AND start < "end"', name="stretch")


def _text(name: str, *, key: bool = False) -> Column[str]:
    return Column(name, Text, nullable=False, primary_key=key)


documents: Final = Table(
    "documents",
    metadata,
    _number(),
    Column("id", Text, nullable=False, unique=True),
    Column("language", Text),
    # Last: what stands behind a long value in a row is slow to reach.
    _text("text"),
)

zones: Final = Table(
    "zones",
    metadata,
    _points_at("document", "documents.number", key=True),
    _position(),
    _text("kind"),
    *_stretch(),
)

paragraphs: Final = Table(
    "paragraphs",
    metadata,
    _number(),
    _points_at("document", "documents.number"),
    Column("position", Integer, nullable=False),
    *_stretch(),
    _text("text"),
    UniqueConstraint("document", "position"),
)

copies: Final = Table(
    "copies",
    metadata,
    _number(),
    _points_at("document", "documents.number"),
    # Empty where the text came from nowhere (a string in a program): then it has no versions either.
    _text("url"),
    Column("title", Text),
    Column("canonical", Text),
    Column("outlet", Text),
    Column("agency", Text),
    Column("authors", JSON, nullable=False),
    Column("published", Text),
    Column("dateline_place", Text),
    Column("dateline_date", Text),
    _text("seen"),
    UniqueConstraint("document", "url"),
    Index(None, "url"),
    Index(None, "canonical"),
    Index(None, "outlet"),
)

versions: Final = Table(
    "versions",
    metadata,
    _number(),
    _text("url"),
    _points_at("document", "documents.number"),
    _text("seen"),
    UniqueConstraint("url", "seen", "document"),
)

runs: Final = Table(
    "runs",
    metadata,
    _number(),
    _text("model"),
    _text("digest"),
    _text("version"),
    Column("settings", JSON, nullable=False),
    _text("started"),
    Column("finished", Text),
)

readings: Final = Table(
    "readings",
    metadata,
    _number(),
    _points_at("document", "documents.number"),
    _points_at("copy", "copies.number"),
    _points_at("run", "runs.number"),
    Column("warnings", JSON, nullable=False),
    # Of all records that the reading found (`digest.py`): it stays when they are replaced.
    _text("digest"),
    # Of all meanings that the reading found (`meanings.py`), null where it found none.
    Column("meanings", Text),
    Index(None, "document"),
)

entities: Final = Table(
    "entities",
    metadata,
    _number(),
    _points_at("document", "documents.number"),
    _points_at("reading", "readings.number"),
    _text("id"),
    Column("position", Integer, nullable=False),
    _text("kind"),
    UniqueConstraint("document", "id"),
    Index(None, "id"),
)

entity_names: Final = Table(
    "entity_names",
    metadata,
    _number(),
    _points_at("entity", "entities.number"),
    # 0 is the name, what follows are aliases.
    Column("position", Integer, nullable=False),
    _text("name"),
    _text("folded"),
    UniqueConstraint("entity", "position"),
)

entity_roles: Final = Table(
    "entity_roles",
    metadata,
    _points_at("entity", "entities.number", key=True),
    _position(),
    _text("title"),
    Column("of", Text),
)

entity_mentions: Final = Table(
    "entity_mentions",
    metadata,
    _points_at("entity", "entities.number", key=True),
    _position(),
    *_stretch(),
    _text("text"),
)

statements: Final = Table(
    "statements",
    metadata,
    _number(),
    _points_at("document", "documents.number"),
    _points_at("reading", "readings.number"),
    _text("id"),
    Column("position", Integer, nullable=False),
    Column("paragraph", Integer, nullable=False),
    _text("type"),
    Column("kind", Text),
    Column("act", Text),
    Column("factuality", Text),
    Column("time", Text),
    Column("how", Text),
    Column("confidence", Double),
    # When it was said (its time, else the publication), and the days that this may be.
    Column("said", Text),
    Column("said_from", Text),
    Column("said_until", Text),
    # The content's spans as one text, for the index.
    _text("words"),
    UniqueConstraint("document", "id"),
    Index(None, "id"),
    # The latest come first, and what they are counted by is read from the index alone.
    Index(None, "said_from", "said_until", "act", "factuality", "reading"),
)

statement_spans: Final = Table(
    "statement_spans",
    metadata,
    _points_at("statement", "statements.number", key=True),
    _text("role", key=True),
    _position(),
    *_stretch(),
    _text("text"),
    CheckConstraint("role IN ('source', 'cue', 'content', 'condition')", name="role"),
)

statement_speakers: Final = Table(
    "statement_speakers",
    metadata,
    _points_at("statement", "statements.number", key=True),
    _position(),
    _points_at("entity", "entities.number"),
    Index(None, "entity"),
)

figures: Final = Table(
    "figures",
    metadata,
    _number(),
    _points_at("document", "documents.number"),
    _points_at("reading", "readings.number"),
    _text("id"),
    Column("position", Integer, nullable=False),
    *_stretch(),
    _text("text"),
    Column("value", Double),
    Column("low", Double),
    Column("high", Double),
    Column("bound", Text),
    Column("change", Text),
    Column("unit", Text),
    Column("counted", Text),
    Column("where", Text),
    Column("as_of", Text),
    _points_at("statement", "statements.number", nullable=True),
    Column("confidence", Double),
    UniqueConstraint("document", "id"),
    Index(None, "id"),
    Index(None, "statement"),
)

times: Final = Table(
    "times",
    metadata,
    _number(),
    _points_at("document", "documents.number"),
    _points_at("reading", "readings.number"),
    _text("id"),
    Column("position", Integer, nullable=False),
    *_stretch(),
    _text("text"),
    _text("type"),
    Column("value", Text),
    Column("confidence", Double),
    UniqueConstraint("document", "id"),
    Index(None, "id"),
)

# `start`, `end` and `text` are the trigger's.
events: Final = Table(
    "events",
    metadata,
    _number(),
    _points_at("document", "documents.number"),
    _points_at("reading", "readings.number"),
    _text("id"),
    Column("position", Integer, nullable=False),
    *_stretch(),
    _text("text"),
    _text("type"),
    Column("where", Text),
    Column("time", Text),
    Column("status", Text),
    _points_at("statement", "statements.number", nullable=True),
    Column("confidence", Double),
    UniqueConstraint("document", "id"),
    Index(None, "id"),
    Index(None, "statement"),
)

event_parties: Final = Table(
    "event_parties",
    metadata,
    _points_at("event", "events.number", key=True),
    _text("role", key=True),
    _position(),
    _points_at("entity", "entities.number"),
    CheckConstraint("role IN ('actor', 'recipient')", name="role"),
    Index(None, "entity"),
)

# How many statements each speaker of a document made, by name and kind: counted whenever its records are replaced.
voices: Final = Table(
    "voices",
    metadata,
    _text("folded", key=True),
    _text("kind", key=True),
    _points_at("document", "documents.number", key=True),
    _text("name"),
    Column("statements", Integer, nullable=False),
    Index(None, "document"),
    # Laid down in the order of its key, so that a name's rows are together.
    sqlite_with_rowid=False,
)

# The directions that stretches of text mean: of a sentence, or of what a statement says.
meanings: Final = Table(
    "meanings",
    metadata,
    _number(),
    _points_at("document", "documents.number"),
    _points_at("reading", "readings.number"),
    *_stretch(),
    _points_at("statement", "statements.number", nullable=True),
    Column("vector", LargeBinary, nullable=False),
    Index(None, "document"),
    Index(None, "statement"),
)

# What is alike in two documents is found by what lies in these: of a text, of a figure, of an entity.
signatures: Final = Table(
    "signatures",
    metadata,
    _points_at("document", "documents.number", key=True),
    Column("signature", LargeBinary, nullable=False),
)

bands: Final = Table(
    "bands",
    metadata,
    _points_at("document", "documents.number", key=True),
    _position(),
    Column("hash", LargeBinary, nullable=False),
    Index(None, "position", "hash"),
)

figure_keys: Final = Table(
    "figure_keys",
    metadata,
    _points_at("figure", "figures.number", key=True),
    _text("key", key=True),
    Index(None, "key"),
)

entity_keys: Final = Table(
    "entity_keys",
    metadata,
    _points_at("entity", "entities.number", key=True),
    _text("key", key=True),
    Index(None, "key"),
)

# Who held which entities to be one or two: never changed, so that what was believed when can be told. An entity is
# named by its document and its id there, which stay when a document is read again.
judgements: Final = Table(
    "judgements",
    metadata,
    _number(),
    _points_at("a_document", "documents.number"),
    _text("a_entity"),
    _points_at("b_document", "documents.number"),
    _text("b_entity"),
    Column("same", Boolean, nullable=False),
    _text("by"),
    _text("who"),
    _text("made"),
    Column("probability", Double),
    Column("why", JSON, nullable=False),
    CheckConstraint("\"by\" IN ('person', 'machine')", name="by"),
    Index(None, "a_document", "a_entity"),
    Index(None, "b_document", "b_entity"),
)

# A judgement that is named here does not stand any more.
withdrawals: Final = Table(
    "withdrawals",
    metadata,
    _points_at("judgement", "judgements.number", key=True),
    _text("by"),
    _text("who"),
    _text("made"),
    CheckConstraint("\"by\" IN ('person', 'machine')", name="by"),
)

# What persons said of records: never changed, each taking the place of the one before it. A record is named by its
# document and its id there; the tables above hold it as it stands once it is corrected.
corrections: Final = Table(
    "corrections",
    metadata,
    _number(),
    _points_at("document", "documents.number"),
    _text("record"),
    _text("layer"),
    _text("verdict"),
    Column("changes", JSON, nullable=False),
    Column("machine", JSON, nullable=False),
    Column("named", JSON, nullable=False),
    Column("added", JSON, nullable=False),
    _text("who"),
    _text("made"),
    _text("why"),
    # Null of the first one of a record. Unique, so that two cannot take the place of one.
    _points_at("replaces", "corrections.number", nullable=True),
    CheckConstraint("layer IN ('entity', 'statement', 'figure', 'time', 'event')", name="layer"),
    CheckConstraint("verdict IN ('accepted', 'rejected', 'amended', 'withdrawn')", name="verdict"),
    UniqueConstraint("replaces"),
    Index(None, "document", "record"),
)

# What the newest reading of a corrected document found, as the codebook's object without the document; there is none
# where no correction stands, since the tables above then hold just that.
machine_records: Final = Table(
    "machine_records",
    metadata,
    _points_at("document", "documents.number", key=True),
    # Of what stands instead (`digest.py`).
    _text("digest"),
    Column("records", JSON, nullable=False),
)

# What its statements mean, under the ids that the machine gave them.
machine_meanings: Final = Table(
    "machine_meanings",
    metadata,
    _number(),
    _points_at("document", "documents.number"),
    *_stretch(),
    _text("statement"),
    Column("vector", LargeBinary, nullable=False),
    Index(None, "document"),
)

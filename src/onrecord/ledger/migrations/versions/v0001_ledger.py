"""The first schema: texts, copies and versions, runs and readings, entities and statements, their indexes."""

from typing import Final

import sqlalchemy as sa
from alembic import op

from onrecord.ledger.dialect import NUMBER, create_index

revision: Final = "0001"
down_revision: Final = None


def upgrade() -> None:
    """Bring an empty database to the first schema."""
    op.create_table(
        "documents",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_documents")),
        sa.UniqueConstraint("id", name=op.f("uq_documents_id")),
    )
    op.create_table(
        "runs",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("started", sa.Text(), nullable=False),
        sa.Column("finished", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_runs")),
    )
    op.create_table(
        "copies",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("canonical", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("agency", sa.Text(), nullable=True),
        sa.Column("authors", sa.JSON(), nullable=False),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("dateline_place", sa.Text(), nullable=True),
        sa.Column("dateline_date", sa.Text(), nullable=True),
        sa.Column("seen", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.number"], name=op.f("fk_copies_document")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_copies")),
        sa.UniqueConstraint("document", "url", name=op.f("uq_copies_document_url")),
    )
    op.create_index(op.f("ix_copies_canonical"), "copies", ["canonical"], unique=False)
    op.create_index(op.f("ix_copies_url"), "copies", ["url"], unique=False)
    op.create_table(
        "paragraphs",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.CheckConstraint('0 <= start AND start < "end"', name=op.f("ck_paragraphs_stretch")),
        sa.ForeignKeyConstraint(["document"], ["documents.number"], name=op.f("fk_paragraphs_document")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_paragraphs")),
        sa.UniqueConstraint("document", "position", name=op.f("uq_paragraphs_document_position")),
    )
    op.create_table(
        "versions",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("seen", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.number"], name=op.f("fk_versions_document")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_versions")),
        sa.UniqueConstraint("url", "seen", "document", name=op.f("uq_versions_url_seen_document")),
    )
    op.create_table(
        "zones",
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.CheckConstraint('0 <= start AND start < "end"', name=op.f("ck_zones_stretch")),
        sa.ForeignKeyConstraint(["document"], ["documents.number"], name=op.f("fk_zones_document")),
        sa.PrimaryKeyConstraint("document", "position", name=op.f("pk_zones")),
    )
    op.create_table(
        "readings",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("copy", NUMBER, nullable=False),
        sa.Column("run", NUMBER, nullable=False),
        sa.Column("warnings", sa.JSON(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["copy"], ["copies.number"], name=op.f("fk_readings_copy")),
        sa.ForeignKeyConstraint(["document"], ["documents.number"], name=op.f("fk_readings_document")),
        sa.ForeignKeyConstraint(["run"], ["runs.number"], name=op.f("fk_readings_run")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_readings")),
    )
    op.create_index(op.f("ix_readings_document"), "readings", ["document"], unique=False)
    op.create_table(
        "entities",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("reading", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.number"], name=op.f("fk_entities_document")),
        sa.ForeignKeyConstraint(["reading"], ["readings.number"], name=op.f("fk_entities_reading")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_entities")),
        sa.UniqueConstraint("document", "id", name=op.f("uq_entities_document_id")),
    )
    op.create_table(
        "statements",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("reading", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("act", sa.Text(), nullable=True),
        sa.Column("factuality", sa.Text(), nullable=True),
        sa.Column("time", sa.Text(), nullable=True),
        sa.Column("how", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=True),
        sa.Column("said", sa.Text(), nullable=True),
        sa.Column("said_from", sa.Text(), nullable=True),
        sa.Column("said_until", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.number"], name=op.f("fk_statements_document")),
        sa.ForeignKeyConstraint(["reading"], ["readings.number"], name=op.f("fk_statements_reading")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_statements")),
        sa.UniqueConstraint("document", "id", name=op.f("uq_statements_document_id")),
    )
    op.create_table(
        "entity_mentions",
        sa.Column("entity", NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.CheckConstraint('0 <= start AND start < "end"', name=op.f("ck_entity_mentions_stretch")),
        sa.ForeignKeyConstraint(
            ["entity"], ["entities.number"], name=op.f("fk_entity_mentions_entity"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("entity", "position", name=op.f("pk_entity_mentions")),
    )
    op.create_table(
        "entity_names",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("entity", NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entity"], ["entities.number"], name=op.f("fk_entity_names_entity"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_entity_names")),
        sa.UniqueConstraint("entity", "position", name=op.f("uq_entity_names_entity_position")),
    )
    op.create_table(
        "entity_roles",
        sa.Column("entity", NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("of", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["entity"], ["entities.number"], name=op.f("fk_entity_roles_entity"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("entity", "position", name=op.f("pk_entity_roles")),
    )
    op.create_table(
        "statement_spans",
        sa.Column("statement", NUMBER, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.CheckConstraint("role IN ('source', 'cue', 'content', 'condition')", name=op.f("ck_statement_spans_role")),
        sa.CheckConstraint('0 <= start AND start < "end"', name=op.f("ck_statement_spans_stretch")),
        sa.ForeignKeyConstraint(
            ["statement"],
            ["statements.number"],
            name=op.f("fk_statement_spans_statement"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("statement", "role", "position", name=op.f("pk_statement_spans")),
    )
    op.create_table(
        "statement_speakers",
        sa.Column("statement", NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("entity", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(
            ["entity"], ["entities.number"], name=op.f("fk_statement_speakers_entity"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["statement"],
            ["statements.number"],
            name=op.f("fk_statement_speakers_statement"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("statement", "position", name=op.f("pk_statement_speakers")),
    )
    op.create_index(op.f("ix_statement_speakers_entity"), "statement_speakers", ["entity"], unique=False)
    for table, column in (("paragraphs", "text"), ("statements", "words"), ("entity_names", "folded")):
        create_index(op.get_bind(), table, column)

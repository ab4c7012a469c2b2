"""Tables for three layers more: figures, times and events with their parties."""

from typing import Final

import sqlalchemy as sa
from alembic import op

from onrecord.ledger.dialect import NUMBER

revision: Final = "0002"
down_revision: Final = "0001"


def upgrade() -> None:
    """Add the three layers; what was read before has nothing in them."""
    op.create_table(
        "figures",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("reading", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("value", sa.Double(), nullable=True),
        sa.Column("low", sa.Double(), nullable=True),
        sa.Column("high", sa.Double(), nullable=True),
        sa.Column("bound", sa.Text(), nullable=True),
        sa.Column("change", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("counted", sa.Text(), nullable=True),
        sa.Column("where", sa.Text(), nullable=True),
        sa.Column("as_of", sa.Text(), nullable=True),
        sa.Column("statement", NUMBER, nullable=True),
        sa.Column("confidence", sa.Double(), nullable=True),
        sa.CheckConstraint('0 <= start AND start < "end"', name=op.f("ck_figures_stretch")),
        sa.ForeignKeyConstraint(["document"], ["documents.number"], name=op.f("fk_figures_document")),
        sa.ForeignKeyConstraint(["reading"], ["readings.number"], name=op.f("fk_figures_reading")),
        sa.ForeignKeyConstraint(
            ["statement"], ["statements.number"], name=op.f("fk_figures_statement"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_figures")),
        sa.UniqueConstraint("document", "id", name=op.f("uq_figures_document_id")),
    )
    op.create_index(op.f("ix_figures_statement"), "figures", ["statement"], unique=False)
    op.create_table(
        "times",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("reading", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=True),
        sa.CheckConstraint('0 <= start AND start < "end"', name=op.f("ck_times_stretch")),
        sa.ForeignKeyConstraint(["document"], ["documents.number"], name=op.f("fk_times_document")),
        sa.ForeignKeyConstraint(["reading"], ["readings.number"], name=op.f("fk_times_reading")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_times")),
        sa.UniqueConstraint("document", "id", name=op.f("uq_times_document_id")),
    )
    op.create_table(
        "events",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("reading", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("where", sa.Text(), nullable=True),
        sa.Column("time", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("statement", NUMBER, nullable=True),
        sa.Column("confidence", sa.Double(), nullable=True),
        sa.CheckConstraint('0 <= start AND start < "end"', name=op.f("ck_events_stretch")),
        sa.ForeignKeyConstraint(["document"], ["documents.number"], name=op.f("fk_events_document")),
        sa.ForeignKeyConstraint(["reading"], ["readings.number"], name=op.f("fk_events_reading")),
        sa.ForeignKeyConstraint(
            ["statement"], ["statements.number"], name=op.f("fk_events_statement"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_events")),
        sa.UniqueConstraint("document", "id", name=op.f("uq_events_document_id")),
    )
    op.create_index(op.f("ix_events_statement"), "events", ["statement"], unique=False)
    op.create_table(
        "event_parties",
        sa.Column("event", NUMBER, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("entity", NUMBER, nullable=False),
        sa.CheckConstraint("role IN ('actor', 'recipient')", name=op.f("ck_event_parties_role")),
        sa.ForeignKeyConstraint(
            ["entity"], ["entities.number"], name=op.f("fk_event_parties_entity"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["event"], ["events.number"], name=op.f("fk_event_parties_event"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event", "role", "position", name=op.f("pk_event_parties")),
    )
    op.create_index(op.f("ix_event_parties_entity"), "event_parties", ["entity"], unique=False)

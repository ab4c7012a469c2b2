"""What persons said of records, and what the machine read where theirs stands."""

from typing import Final

import sqlalchemy as sa
from alembic import op

from onrecord.ledger.dialect import NUMBER

revision: Final = "0006"
down_revision: Final = "0005"


def upgrade() -> None:
    """Add the tables, empty."""
    op.create_table(
        "corrections",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("layer", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("machine", sa.JSON(), nullable=False),
        sa.Column("named", sa.JSON(), nullable=False),
        sa.Column("added", sa.JSON(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("replaces", NUMBER, nullable=True),
        sa.CheckConstraint(
            "layer IN ('entity', 'statement', 'figure', 'time', 'event')", name=op.f("ck_corrections_layer")
        ),
        sa.CheckConstraint(
            "verdict IN ('accepted', 'rejected', 'amended', 'withdrawn')", name=op.f("ck_corrections_verdict")
        ),
        sa.ForeignKeyConstraint(["document"], ["documents.number"], name=op.f("fk_corrections_document")),
        sa.ForeignKeyConstraint(["replaces"], ["corrections.number"], name=op.f("fk_corrections_replaces")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_corrections")),
        sa.UniqueConstraint("replaces", name=op.f("uq_corrections_replaces")),
    )
    op.create_index(op.f("ix_corrections_document_record"), "corrections", ["document", "record"], unique=False)
    op.create_table(
        "machine_records",
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("records", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.number"], name=op.f("fk_machine_records_document")),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_machine_records")),
    )
    op.create_table(
        "machine_meanings",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint('0 <= start AND start < "end"', name=op.f("ck_machine_meanings_stretch")),
        sa.ForeignKeyConstraint(["document"], ["documents.number"], name=op.f("fk_machine_meanings_document")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_machine_meanings")),
    )
    op.create_index(op.f("ix_machine_meanings_document"), "machine_meanings", ["document"], unique=False)


def downgrade() -> None:
    """Forget the corrections."""
    for table in ("machine_meanings", "machine_records", "corrections"):
        op.drop_table(table)

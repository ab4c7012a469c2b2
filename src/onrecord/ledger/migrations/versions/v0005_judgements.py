"""Who is one over documents: what persons and the machine judged, and what of it they took back."""

from typing import Final

import sqlalchemy as sa
from alembic import op

from onrecord.ledger.dialect import NUMBER

revision: Final = "0005"
down_revision: Final = "0004"


def upgrade() -> None:
    """Add the tables, empty, and find entities by their id."""
    op.create_index(op.f("ix_entities_id"), "entities", ["id"], unique=False)
    op.create_table(
        "judgements",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("a_document", NUMBER, nullable=False),
        sa.Column("a_entity", sa.Text(), nullable=False),
        sa.Column("b_document", NUMBER, nullable=False),
        sa.Column("b_entity", sa.Text(), nullable=False),
        sa.Column("same", sa.Boolean(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("probability", sa.Double(), nullable=True),
        sa.Column("why", sa.JSON(), nullable=False),
        sa.CheckConstraint("\"by\" IN ('person', 'machine')", name=op.f("ck_judgements_by")),
        sa.ForeignKeyConstraint(["a_document"], ["documents.number"], name=op.f("fk_judgements_a_document")),
        sa.ForeignKeyConstraint(["b_document"], ["documents.number"], name=op.f("fk_judgements_b_document")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_judgements")),
    )
    for end in ("a", "b"):
        columns = [f"{end}_document", f"{end}_entity"]
        op.create_index(op.f(f"ix_judgements_{end}_document_{end}_entity"), "judgements", columns, unique=False)
    op.create_table(
        "withdrawals",
        sa.Column("judgement", NUMBER, nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.CheckConstraint("\"by\" IN ('person', 'machine')", name=op.f("ck_withdrawals_by")),
        sa.ForeignKeyConstraint(["judgement"], ["judgements.number"], name=op.f("fk_withdrawals_judgement")),
        sa.PrimaryKeyConstraint("judgement", name=op.f("pk_withdrawals")),
    )


def downgrade() -> None:
    """Forget the judgements."""
    op.drop_table("withdrawals")
    op.drop_table("judgements")
    op.drop_index(op.f("ix_entities_id"), table_name="entities")

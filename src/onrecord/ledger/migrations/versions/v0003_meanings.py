"""What sentences and statements mean, and a digest of it beside each reading."""

from typing import Final

import sqlalchemy as sa
from alembic import op

from onrecord.ledger.dialect import NUMBER

revision: Final = "0003"
down_revision: Final = "0002"


def upgrade() -> None:
    """Add the table; of what was read before no meanings are known, and its readings say so."""
    op.add_column("readings", sa.Column("meanings", sa.Text(), nullable=True))
    op.create_table(
        "meanings",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("reading", NUMBER, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("statement", NUMBER, nullable=True),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint('0 <= start AND start < "end"', name=op.f("ck_meanings_stretch")),
        sa.ForeignKeyConstraint(["document"], ["documents.number"], name=op.f("fk_meanings_document")),
        sa.ForeignKeyConstraint(["reading"], ["readings.number"], name=op.f("fk_meanings_reading")),
        sa.ForeignKeyConstraint(
            ["statement"], ["statements.number"], name=op.f("fk_meanings_statement"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_meanings")),
    )
    op.create_index(op.f("ix_meanings_document"), "meanings", ["document"], unique=False)
    op.create_index(op.f("ix_meanings_statement"), "meanings", ["statement"], unique=False)


def downgrade() -> None:
    """Forget the meanings; SQLite drops a column from 3.35 on."""
    op.drop_table("meanings")
    op.drop_column("readings", "meanings")

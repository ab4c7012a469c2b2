"""What pages ask for: who said how much in each document, titles by their words, records by their ids."""

from typing import Final

import sqlalchemy as sa
from alembic import op

from onrecord.ledger.dialect import NUMBER, create_index, drop_index, fill_index

revision: Final = "0007"
down_revision: Final = "0006"

_IDENTIFIED: Final = ("statements", "figures", "times", "events")
_LATEST: Final = ["said_from", "said_until", "act", "factuality", "reading"]
_FILL: Final = """
    INSERT INTO voices (folded, kind, document, name, statements)
    SELECT n.folded, e.kind, e.document, min(n.name), count(DISTINCT s.statement)
    FROM statement_speakers s JOIN entities e ON e.number = s.entity
    JOIN entity_names n ON n.entity = e.number AND n.position = 0
    GROUP BY n.folded, e.kind, e.document"""


def upgrade() -> None:
    """Add the table and the indexes, and fill them from what is there."""
    op.create_table(
        "voices",
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.number"], name=op.f("fk_voices_document")),
        sa.PrimaryKeyConstraint("folded", "kind", "document", name=op.f("pk_voices")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_voices_document"), "voices", ["document"], unique=False)
    op.execute(_FILL)
    for table in _IDENTIFIED:
        op.create_index(op.f(f"ix_{table}_id"), table, ["id"], unique=False)
    op.create_index(op.f(f"ix_statements_{'_'.join(_LATEST)}"), "statements", _LATEST, unique=False)
    op.create_index(op.f("ix_copies_outlet"), "copies", ["outlet"], unique=False)
    create_index(op.get_bind(), "copies", "title")
    fill_index(op.get_bind(), "copies")


def downgrade() -> None:
    """Take the table and the indexes out again."""
    drop_index(op.get_bind(), "copies")
    op.drop_index(op.f("ix_copies_outlet"), "copies")
    op.drop_index(op.f(f"ix_statements_{'_'.join(_LATEST)}"), "statements")
    for table in _IDENTIFIED:
        op.drop_index(op.f(f"ix_{table}_id"), table)
    op.drop_table("voices")

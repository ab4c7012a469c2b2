"""What comparison across documents needs: near-copy signatures, and the keys of figures and entities."""

from typing import Final

import sqlalchemy as sa
from alembic import op

from onrecord.ledger.dialect import NUMBER

revision: Final = "0004"
down_revision: Final = "0003"


def upgrade() -> None:
    """Add the tables, empty: of what was read before nothing is compared until it is added again."""
    op.create_table(
        "signatures",
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.number"], name=op.f("fk_signatures_document")),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_signatures")),
    )
    op.create_table(
        "bands",
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.number"], name=op.f("fk_bands_document")),
        sa.PrimaryKeyConstraint("document", "position", name=op.f("pk_bands")),
    )
    op.create_index(op.f("ix_bands_position_hash"), "bands", ["position", "hash"], unique=False)
    for owner, owners in (("figure", "figures"), ("entity", "entities")):
        table = f"{owner}_keys"
        op.create_table(
            table,
            sa.Column(owner, NUMBER, nullable=False),
            sa.Column("key", sa.Text(), nullable=False),
            sa.ForeignKeyConstraint(
                [owner], [f"{owners}.number"], name=op.f(f"fk_{table}_{owner}"), ondelete="CASCADE"
            ),
            sa.PrimaryKeyConstraint(owner, "key", name=op.f(f"pk_{table}")),
        )
        op.create_index(op.f(f"ix_{table}_key"), table, ["key"], unique=False)


def downgrade() -> None:
    """Forget the traces."""
    for table in ("entity_keys", "figure_keys", "bands", "signatures"):
        op.drop_table(table)

"""A mark of the last change of each table that Today reads."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The triggers that set them are made once the schema is (env.py)."""
    op.create_table(
        "change_mark",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("mark", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_change_mark")),
    )


def downgrade() -> None:
    raise RuntimeError("Restore the backup that was made before this upgrade instead.")

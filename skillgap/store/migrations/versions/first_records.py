"""The table of records."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "skillgap_records",
        sa.Column("kind", sa.String(40), primary_key=True),
        sa.Column("name", sa.String(200), primary_key=True),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("saved_on", sa.Date, nullable=False),
        sa.Column("keep_until", sa.Date, nullable=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )

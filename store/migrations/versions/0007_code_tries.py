"""Places for wrong binding codes, so that codes cannot be guessed from many accounts."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_PLACES = 20


def upgrade() -> None:
    table = op.create_table(
        "code_try",
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_code_try")),
    )
    free = datetime(1970, 1, 1, tzinfo=UTC)
    op.bulk_insert(table, [{"place": place, "at": free} for place in range(1, _PLACES + 1)])


def downgrade() -> None:
    op.drop_table("code_try")

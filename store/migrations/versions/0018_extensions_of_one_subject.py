"""An extension may be for one of the assessed units for which a unit reports a leaf."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("arrangement", sa.Column("subject", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("arrangement", "subject")

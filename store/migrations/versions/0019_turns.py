"""The messages of a person are counted as they are first sent, to tell apart two in the same words."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox", sa.Column("turn", sa.Integer(), nullable=False, server_default="0"))
    op.create_index(op.f("ix_outbox_recipient_turn"), "outbox", ["recipient", "turn"])


def downgrade() -> None:
    op.drop_index(op.f("ix_outbox_recipient_turn"), "outbox")
    op.drop_column("outbox", "turn")

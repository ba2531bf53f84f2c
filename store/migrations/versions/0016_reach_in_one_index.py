"""How many messages a channel has sent lately is read from an index alone."""

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index(op.f("ix_outbox_channel_reached_at"), "outbox")
    name = op.f("ix_outbox_channel_reached_at_messages")
    op.create_index(name, "outbox", ["channel", "reached_at", "messages"])


def downgrade() -> None:
    op.drop_index(op.f("ix_outbox_channel_reached_at_messages"), "outbox")
    op.create_index(op.f("ix_outbox_channel_reached_at"), "outbox", ["channel", "reached_at"])

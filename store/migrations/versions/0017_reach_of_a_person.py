"""How many messages a person has got lately is read from an index of that person's alone."""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index(op.f("ix_outbox_recipient_reached_at"), "outbox")
    name = op.f("ix_outbox_channel_recipient_reached_at_messages")
    op.create_index(name, "outbox", ["channel", "recipient", "reached_at", "messages"])


def downgrade() -> None:
    op.drop_index(op.f("ix_outbox_channel_recipient_reached_at_messages"), "outbox")
    op.create_index(op.f("ix_outbox_recipient_reached_at"), "outbox", ["recipient", "reached_at"])

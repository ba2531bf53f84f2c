"""When a message last reached the platform, as how many messages, and which button of a card was pressed."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox", sa.Column("reached_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("outbox", sa.Column("messages", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("outbox", sa.Column("chosen", sa.String(), nullable=False, server_default=""))
    op.execute("UPDATE outbox SET reached_at = sent_at")
    op.drop_index(op.f("ix_outbox_recipient_sent_at"), "outbox")
    op.create_index(op.f("ix_outbox_recipient_reached_at"), "outbox", ["recipient", "reached_at"])
    op.create_index(op.f("ix_outbox_channel_reached_at"), "outbox", ["channel", "reached_at"])
    op.create_index(op.f("ix_outbox_channel_recipient_state"), "outbox", ["channel", "recipient", "state"])


def downgrade() -> None:
    op.drop_index(op.f("ix_outbox_channel_recipient_state"), "outbox")
    op.drop_index(op.f("ix_outbox_channel_reached_at"), "outbox")
    op.drop_index(op.f("ix_outbox_recipient_reached_at"), "outbox")
    op.create_index(op.f("ix_outbox_recipient_sent_at"), "outbox", ["recipient", "sent_at"])
    op.drop_column("outbox", "chosen")
    op.drop_column("outbox", "messages")
    op.drop_column("outbox", "reached_at")

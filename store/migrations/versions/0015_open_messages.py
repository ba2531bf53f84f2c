"""What waits to be sent is found among the open messages alone, and a person's messages by the person."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_OPEN = sa.text("closed_at IS NULL")


def upgrade() -> None:
    op.execute("UPDATE outbox SET closed_at = NULL WHERE state IN ('pending', 'sending')")
    op.execute(
        "UPDATE outbox SET closed_at = coalesce(sent_at, created_at) "
        "WHERE closed_at IS NULL AND state NOT IN ('pending', 'sending')"
    )
    op.drop_index(op.f("ix_outbox_channel_recipient_state"), "outbox")
    op.drop_index(op.f("ix_outbox_state_not_before"), "outbox")
    _index_open("ix_outbox_open_in_order", ["channel", "urgent", "id"])
    _index_open("ix_outbox_open_of_recipient", ["channel", "recipient"])
    op.create_index(op.f("ix_outbox_state"), "outbox", ["state"])
    op.create_index(op.f("ix_outbox_contact_id"), "outbox", ["contact_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_outbox_contact_id"), "outbox")
    op.drop_index(op.f("ix_outbox_state"), "outbox")
    op.drop_index("ix_outbox_open_of_recipient", "outbox")
    op.drop_index("ix_outbox_open_in_order", "outbox")
    op.create_index(op.f("ix_outbox_state_not_before"), "outbox", ["state", "not_before"])
    op.create_index(op.f("ix_outbox_channel_recipient_state"), "outbox", ["channel", "recipient", "state"])


def _index_open(name: str, columns: list[str]) -> None:
    op.create_index(name, "outbox", columns, sqlite_where=_OPEN, postgresql_where=_OPEN)

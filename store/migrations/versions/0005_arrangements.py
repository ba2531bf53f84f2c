"""Arrangements of the office, subscriptions to summaries, and messages that were not understood."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_SQLITE = (
    """
    CREATE TRIGGER arrangement_changed BEFORE UPDATE ON arrangement
    BEGIN SELECT RAISE(ABORT, 'arrangement is append-only'); END
    """,
    """
    CREATE TRIGGER arrangement_deleted BEFORE DELETE ON arrangement
    BEGIN SELECT RAISE(ABORT, 'arrangement is append-only'); END
    """,
)
_POSTGRESQL = (
    """
    CREATE TRIGGER arrangement_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON arrangement
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
    """,
)


def upgrade() -> None:
    op.create_table(
        "arrangement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("milestone", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("value", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("inbox_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "kind IN ('deadline', 'extension', 'target', 'day', 'alias', 'reminder', 'lock', 'publication')",
            name=op.f("ck_arrangement_kind"),
        ),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_arrangement_campaign_id")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_arrangement_contact_id")),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"], name=op.f("fk_arrangement_inbox_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_arrangement")),
    )
    op.create_index(op.f("ix_arrangement_campaign_id"), "arrangement", ["campaign_id"], unique=False)
    op.create_table(
        "subscription",
        sa.Column("contact_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rhythm", sa.String(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("rhythm IN ('week', 'day', 'paused')", name=op.f("ck_subscription_rhythm")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_subscription_contact_id")),
        sa.PrimaryKeyConstraint("contact_id", name=op.f("pk_subscription")),
    )
    op.create_table(
        "misunderstood",
        sa.Column("inbox_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_misunderstood_campaign_id")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_misunderstood_contact_id")),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"], name=op.f("fk_misunderstood_inbox_id")),
        sa.PrimaryKeyConstraint("inbox_id", name=op.f("pk_misunderstood")),
    )
    op.create_index(
        op.f("ix_misunderstood_campaign_id_at"), "misunderstood", ["campaign_id", "at"], unique=False
    )
    for statement in _POSTGRESQL if op.get_bind().dialect.name == "postgresql" else _SQLITE:
        op.execute(statement)


def downgrade() -> None:
    op.drop_index(op.f("ix_misunderstood_campaign_id_at"), "misunderstood")
    op.drop_table("misunderstood")
    op.drop_table("subscription")
    op.drop_index(op.f("ix_arrangement_campaign_id"), "arrangement")
    op.drop_table("arrangement")

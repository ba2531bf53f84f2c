"""Matters: what was registered for the office to decide; a contact's wish for fewer reminders."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_KINDS = (
    "'incident', 'veto', 'appeal', 'duty', 'handover', 'contacts', 'material', 'substitute', 'recusal', "
    "'unlock', 'bonus', 'secrecy'"
)
_SQLITE = (
    """
    CREATE TRIGGER matter_changed BEFORE UPDATE ON matter
    BEGIN SELECT RAISE(ABORT, 'matter is append-only'); END
    """,
    """
    CREATE TRIGGER matter_deleted BEFORE DELETE ON matter
    BEGIN SELECT RAISE(ABORT, 'matter is append-only'); END
    """,
)
_POSTGRESQL = (
    """
    CREATE TRIGGER matter_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON matter
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
    """,
)


def upgrade() -> None:
    op.create_table(
        "matter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("detail", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("inbox_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("act IN ('open', 'close')", name=op.f("ck_matter_act")),
        sa.CheckConstraint(f"kind IN ({_KINDS})", name=op.f("ck_matter_kind")),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_matter_campaign_id")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_matter_contact_id")),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"], name=op.f("fk_matter_inbox_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matter")),
        sa.UniqueConstraint("campaign_id", "number", "act", name=op.f("uq_matter_campaign_id_number_act")),
    )
    for statement in _POSTGRESQL if op.get_bind().dialect.name == "postgresql" else _SQLITE:
        op.execute(statement)
    _allow_rhythms("'week', 'day', 'paused', 'eve'")


def downgrade() -> None:
    _allow_rhythms("'week', 'day', 'paused'")
    op.drop_table("matter")


def _allow_rhythms(rhythms: str) -> None:
    name = op.f("ck_subscription_rhythm")
    with op.batch_alter_table("subscription") as table:
        table.drop_constraint(name, type_="check")
        table.create_check_constraint(name, sa.text(f"rhythm IN ({rhythms})"))

"""What each person was told last of a thing, the hour that a person chose, and office hours."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_KINDS = ("deadline", "extension", "target", "day", "alias", "reminder", "lock", "publication")
_TRIGGERS = (
    """
    CREATE TRIGGER arrangement_changed BEFORE UPDATE ON arrangement
    BEGIN SELECT RAISE(ABORT, 'arrangement is append-only'); END
    """,
    """
    CREATE TRIGGER arrangement_deleted BEFORE DELETE ON arrangement
    BEGIN SELECT RAISE(ABORT, 'arrangement is append-only'); END
    """,
)


def upgrade() -> None:
    op.create_table(
        "notice",
        sa.Column("contact_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_notice_contact_id")),
        sa.PrimaryKeyConstraint("contact_id", "about", name=op.f("pk_notice")),
    )
    with op.batch_alter_table("subscription") as table:
        table.add_column(sa.Column("hour", sa.String(), nullable=False, server_default=""))
        table.add_column(sa.Column("snoozed_until", sa.DateTime(timezone=True), nullable=True))
    _allow_kinds((*_KINDS, "hours", "handed"))


def downgrade() -> None:
    op.drop_table("notice")
    with op.batch_alter_table("subscription") as table:
        table.drop_column("snoozed_until")
        table.drop_column("hour")
    _allow_kinds(_KINDS)


def _allow_kinds(kinds: tuple[str, ...]) -> None:
    name = op.f("ck_arrangement_kind")
    listed = ", ".join(f"'{kind}'" for kind in kinds)
    with op.batch_alter_table("arrangement") as table:
        table.drop_constraint(name, type_="check")
        table.create_check_constraint(name, sa.text(f"kind IN ({listed})"))
    if op.get_bind().dialect.name == "sqlite":
        # SQLite alters a table by copying it, which leaves its triggers behind.
        for trigger in _TRIGGERS:
            op.execute(trigger)

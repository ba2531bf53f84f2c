"""The office may say from when to when results are shown: one more kind of arrangement."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_KINDS = (
    "deadline",
    "extension",
    "target",
    "day",
    "alias",
    "reminder",
    "lock",
    "publication",
    "hours",
    "handed",
    "group",
    "reporter",
)
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
    _allow_kinds((*_KINDS, "publicity"))


def downgrade() -> None:
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

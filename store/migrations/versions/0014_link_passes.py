"""Which browser has opened a signed link: it alone can open it again."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "link_pass",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("session_hash", sa.String(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_link_pass_contact_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link_pass")),
        sa.UniqueConstraint("link", name=op.f("uq_link_pass_link")),
    )
    op.create_index(op.f("ix_link_pass_until"), "link_pass", ["until"])


def downgrade() -> None:
    op.drop_table("link_pass")

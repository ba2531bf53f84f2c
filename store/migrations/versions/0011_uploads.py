"""The upload page: who may open it, and the files that are being brought."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "upload_pass",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("bound_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("session_hash", sa.String(), nullable=True),
        sa.Column("session_until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_upload_pass_contact_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_upload_pass")),
        sa.UniqueConstraint("contact_id", name=op.f("uq_upload_pass_contact_id")),
        sa.UniqueConstraint("session_hash", name=op.f("uq_upload_pass_session_hash")),
    )
    op.create_table(
        "upload",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("modified", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("caption", sa.Text(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("evidence_id", sa.Integer(), nullable=True),
        sa.Column("receipt", sa.String(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("state IN ('open', 'done', 'cancelled', 'expired')", name=op.f("ck_upload_state")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_upload_contact_id")),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name=op.f("fk_upload_evidence_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_upload")),
        sa.UniqueConstraint("evidence_id", name=op.f("uq_upload_evidence_id")),
    )
    op.create_index(op.f("ix_upload_contact_id_started_at"), "upload", ["contact_id", "started_at"])
    op.create_index(op.f("ix_upload_receipt"), "upload", ["receipt"])
    is_open = sa.text("state = 'open'")
    op.create_index(
        "uq_upload_open",
        "upload",
        ["contact_id", "name", "size", "modified"],
        unique=True,
        sqlite_where=is_open,
        postgresql_where=is_open,
    )


def downgrade() -> None:
    op.drop_table("upload")
    op.drop_table("upload_pass")

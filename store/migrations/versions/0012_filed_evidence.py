"""What is known of a piece of evidence besides its bytes, and what a reviewer says of its completeness."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_WORDS = ("file_name", "category", "document_number", "title", "remark", "picture_hash")
_SQLITE = (
    """
    CREATE TRIGGER completeness_changed BEFORE UPDATE ON completeness
    BEGIN SELECT RAISE(ABORT, 'completeness is append-only'); END
    """,
    """
    CREATE TRIGGER completeness_deleted BEFORE DELETE ON completeness
    BEGIN SELECT RAISE(ABORT, 'completeness is append-only'); END
    """,
)
_POSTGRESQL = (
    """
    CREATE TRIGGER completeness_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON completeness
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
    """,
)


def upgrade() -> None:
    for name in _WORDS:
        op.add_column("evidence", sa.Column(name, sa.String(), nullable=False, server_default=""))
    op.add_column("evidence", sa.Column("dated", sa.Date(), nullable=True))
    op.add_column("evidence", sa.Column("way", sa.String(), nullable=False, server_default="chat"))
    op.create_index(op.f("ix_evidence_sha256"), "evidence", ["sha256"], unique=False)
    op.create_table(
        "completeness",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("inbox_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("level IN ('full', 'partial', 'none')", name=op.f("ck_completeness_level")),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_completeness_campaign_id")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_completeness_contact_id")),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"], name=op.f("fk_completeness_inbox_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_completeness")),
    )
    op.create_index(
        op.f("ix_completeness_campaign_id_code"), "completeness", ["campaign_id", "code"], unique=False
    )
    for statement in _POSTGRESQL if op.get_bind().dialect.name == "postgresql" else _SQLITE:
        op.execute(statement)


def downgrade() -> None:
    op.drop_index(op.f("ix_completeness_campaign_id_code"), "completeness")
    op.drop_table("completeness")
    op.drop_index(op.f("ix_evidence_sha256"), "evidence")
    for name in (*_WORDS, "dated", "way"):
        op.drop_column("evidence", name)

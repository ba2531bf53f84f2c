"""Latest submissions: for each leaf which act was the last, kept by trigger."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_MOVE = """
    INSERT INTO latest_submission (campaign_id, subject, code, submission_id)
    VALUES (NEW.campaign_id, NEW.subject, NEW.code, NEW.id)
    ON CONFLICT (campaign_id, subject, code) DO UPDATE SET submission_id = excluded.submission_id;
"""
_SQLITE = (f"CREATE TRIGGER submission_latest AFTER INSERT ON submission BEGIN {_MOVE} END",)
_POSTGRESQL = (
    f"""
    CREATE FUNCTION move_latest_submission() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        {_MOVE}
        RETURN NULL;
    END $$
    """,
    """
    CREATE TRIGGER submission_latest AFTER INSERT ON submission
    FOR EACH ROW EXECUTE FUNCTION move_latest_submission()
    """,
)


def upgrade() -> None:
    op.create_table(
        "latest_submission",
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_latest_submission_campaign_id")
        ),
        sa.ForeignKeyConstraint(
            ["submission_id"], ["submission.id"], name=op.f("fk_latest_submission_submission_id")
        ),
        sa.PrimaryKeyConstraint("campaign_id", "subject", "code", name=op.f("pk_latest_submission")),
    )
    op.execute(
        """
        INSERT INTO latest_submission (campaign_id, subject, code, submission_id)
        SELECT campaign_id, subject, code, MAX(id) FROM submission GROUP BY campaign_id, subject, code
        """
    )
    for statement in _POSTGRESQL if op.get_bind().dialect.name == "postgresql" else _SQLITE:
        op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP TRIGGER submission_latest ON submission")
        op.execute("DROP FUNCTION move_latest_submission")
    else:
        op.execute("DROP TRIGGER submission_latest")
    op.drop_table("latest_submission")

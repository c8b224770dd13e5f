"""Letters of every kind, their templates and letterhead, print runs, and what packets remember."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KINDS = (
    "follow_up",
    "thanks",
    "introduction_request",
    "ally_request",
    "member_request",
    "first_letter",
    "come_along",
    "briefing_invitation",
    "confirmation",
    "general",
)
POINTS_TO_AN_ORGANIZATION = ("lead_id", "suggested_by_id")


def upgrade() -> None:
    make_print_tables()
    widen_letter()
    op.create_table(
        "letter_template",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("salutation", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("closing", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_template")),
        sa.UniqueConstraint("kind", name=op.f("uq_letter_template_kind")),
    )
    with op.batch_alter_table("local", schema=None) as batch_op:
        batch_op.add_column(sa.Column("logo", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("logo_kind", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("imprint", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("packet_options", sa.String(), nullable=False, server_default="")
        )
    serve_today()
    for column in POINTS_TO_AN_ORGANIZATION:
        op.create_index(op.f(f"ix_organization_{column}"), "organization", [column], unique=False)


def make_print_tables() -> None:
    """Many letters printed as one file, and what paper lies in the printer."""
    op.create_table(
        "print_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("sorting", sa.String(), nullable=False),
        sa.Column("is_per_household", sa.Boolean(), nullable=False),
        sa.Column("chosen", sa.JSON(), nullable=False),
        sa.Column("left_out", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("printed_at", sa.DateTime(), nullable=True),
        sa.Column("made_by_id", sa.Integer(), nullable=True),
        sa.Column("job_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["account.id"], name=op.f("fk_print_run_made_by_id_account")
        ),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name=op.f("fk_print_run_job_id_job")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_run")),
    )
    op.create_table(
        "label_sheet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("next_label", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_label_sheet")),
        sa.UniqueConstraint("format", name=op.f("uq_label_sheet_format")),
    )
    op.create_table(
        "printer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("right_mm", sa.Double(), nullable=False),
        sa.Column("down_mm", sa.Double(), nullable=False),
        sa.Column("used_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_printer")),
        sa.UniqueConstraint("name", name=op.f("uq_printer_name")),
    )


def widen_letter() -> None:
    """Every kind of letter, to anybody: a person may belong to no organization."""
    known = ", ".join(f"'{kind}'" for kind in KINDS)
    points = {
        "commitment_id": "commitment",
        "assistance_id": "assistance",
        "print_run_id": "print_run",
    }
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_letter_kind_known"), type_="check")
        batch_op.create_check_constraint(batch_op.f("ck_letter_kind_known"), f"kind IN ({known})")
        batch_op.alter_column("organization_id", existing_type=sa.INTEGER(), nullable=True)
        batch_op.add_column(sa.Column("subject", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("printed_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("place_in_run", sa.Integer(), nullable=True))
        for column, table in points.items():
            batch_op.add_column(sa.Column(column, sa.Integer(), nullable=True))
            name = batch_op.f(f"fk_letter_{column}_{table}")
            batch_op.create_foreign_key(name, table, [column], ["id"])
            batch_op.create_index(batch_op.f(f"ix_letter_{column}"), [column], unique=False)


def serve_today() -> None:
    """What Today shows, and the indexes by which it is quick."""
    is_open = sa.text("kept_on IS NULL AND dropped_on IS NULL")
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.add_column(sa.Column("packet_printed_on", sa.Date(), nullable=True))
    with op.batch_alter_table("commitment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("reminded_on", sa.Date(), nullable=True))
    op.create_index(
        "ix_commitment_open",
        "commitment",
        ["due_on"],
        unique=False,
        sqlite_where=is_open,
        postgresql_where=is_open,
    )
    of = "organization_id"
    for name, table, columns in (
        ("ix_commitment_changes", "commitment", [of, "changed_on", "made_on"]),
        ("ix_letter_went", "letter", [of, "kind", "meeting_id", "sent_on"]),
        ("ix_told_days", "told", [of, "audience", "told_on"]),
    ):
        op.create_index(name, table, columns, unique=False)


def downgrade() -> None:
    raise RuntimeError("Restore the backup that was made before this upgrade instead.")

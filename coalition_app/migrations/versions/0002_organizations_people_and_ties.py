"""What organizations, people and ties gained: issues as rows, more ways to reach them, jobs."""

import sqlalchemy as sa
from alembic import op

from coalition_app.lib.folding import fold

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ISSUE = sa.table(
    "issue",
    sa.column("id", sa.Integer),
    sa.column("name", sa.String),
    sa.column("folded_name", sa.String),
    sa.column("is_ours", sa.Boolean),
)
SHARED = sa.table(
    "organization_issue",
    sa.column("organization_id", sa.Integer),
    sa.column("issue_id", sa.Integer),
)
# A person's page asks for all of these.
POINTS_TO_A_PERSON = (
    ("conversation", "our_person_id"),
    ("introduction", "through_person_id"),
    ("introduction", "contact_id"),
    ("letter", "recipient_id"),
    ("letter", "sender_id"),
    ("letter", "signer_name"),
)
STARTED = sa.text("archived_at IS NULL AND started_on IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "issue",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("folded_name", sa.String(), nullable=False),
        sa.Column("is_ours", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issue")),
        sa.UniqueConstraint("folded_name", name=op.f("uq_issue_folded_name")),
    )
    op.create_table(
        "acquaintance_sheet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("may_tell", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_acquaintance_sheet_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_acquaintance_sheet")),
    )
    with op.batch_alter_table("acquaintance_sheet", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_acquaintance_sheet_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "contact_point",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organization_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('phone', 'email', 'link')", name=op.f("ck_contact_point_kind_known")
        ),
        sa.CheckConstraint(
            "(organization_id IS NULL) <> (person_id IS NULL)", name=op.f("ck_contact_point_of_one")
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_contact_point_organization_id_organization"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_contact_point_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_point")),
    )
    with op.batch_alter_table("contact_point", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_contact_point_organization_id"), ["organization_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_contact_point_person_id"), ["person_id"], unique=False)

    op.create_table(
        "job",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("given", sa.String(), nullable=False),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("done_count", sa.Integer(), nullable=False),
        sa.Column("total_count", sa.Integer(), nullable=False),
        sa.Column("process_id", sa.Integer(), nullable=True),
        sa.Column("is_canceling", sa.Boolean(), nullable=False),
        sa.Column("started_by_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint(
            "state IN ('waiting', 'running', 'done', 'failed', 'canceled')",
            name=op.f("ck_job_state_known"),
        ),
        sa.ForeignKeyConstraint(
            ["started_by_id"], ["account.id"], name=op.f("fk_job_started_by_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
    )
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_job_state"), ["state"], unique=False)

    op.create_table(
        "organization_issue",
        sa.Column("organization_id", sa.Integer(), nullable=False),
        sa.Column("issue_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["issue_id"],
            ["issue.id"],
            name=op.f("fk_organization_issue_issue_id_issue"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_organization_issue_organization_id_organization"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("organization_id", "issue_id", name=op.f("pk_organization_issue")),
    )
    with op.batch_alter_table("organization_issue", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_organization_issue_issue_id"), ["issue_id"], unique=False
        )

    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("has_shortcuts", sa.Boolean(), nullable=False, server_default=sa.true())
        )
        batch_op.add_column(
            sa.Column("organization_columns", sa.String(), nullable=False, server_default="")
        )
        batch_op.add_column(
            sa.Column("people_columns", sa.String(), nullable=False, server_default="")
        )

    with op.batch_alter_table("organization", schema=None) as batch_op:
        batch_op.add_column(sa.Column("nickname", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(
            sa.Column("visiting_address", sa.String(), nullable=False, server_default="")
        )
        batch_op.add_column(sa.Column("file_number", sa.String(), nullable=True))
        batch_op.add_column(
            sa.Column("external_id", sa.String(), nullable=False, server_default="")
        )
        batch_op.add_column(sa.Column("sort_name", sa.String(), nullable=False, server_default=""))
        for column in ("external_id", "is_national_partner", "suggested_at_id"):
            batch_op.create_index(batch_op.f(f"ix_organization_{column}"), [column], unique=False)
        batch_op.create_unique_constraint(
            batch_op.f("uq_organization_file_number"), ["file_number"]
        )
    share_issues(op.get_bind())
    with op.batch_alter_table("organization", schema=None) as batch_op:
        batch_op.drop_column("shared_issues")
    sort_by_name(op.get_bind())
    view = sa.text("archived_at IS NULL")
    in_view = {"sqlite_where": view, "postgresql_where": view}
    op.create_index("ix_organization_view", "organization", ["sort_name", "archived_at"], **in_view)
    op.create_index(
        "ix_organization_started",
        "organization",
        ["lead_id"],
        sqlite_where=STARTED,
        postgresql_where=STARTED,
    )

    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("preferred_name", sa.String(), nullable=False, server_default="")
        )
        batch_op.add_column(sa.Column("pronouns", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("language", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("worksite", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(
            sa.Column("do_not_mail", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(
            sa.Column("do_not_call", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(
            sa.Column("external_id", sa.String(), nullable=False, server_default="")
        )
        batch_op.add_column(sa.Column("forgotten_on", sa.Date(), nullable=True))
        batch_op.add_column(
            sa.Column("is_unnamed", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.create_index(batch_op.f("ix_person_external_id"), ["external_id"], unique=False)
        batch_op.drop_index("ix_person_sort_name")
        listed = ["sort_name", "id", "is_ours", "is_activist", "archived_at"]
        batch_op.create_index("ix_person_sort_name", listed, unique=False, **in_view)
    for name in ("worksite", "language", "office"):
        given = sa.text(f"{name} > ''")
        partial = {"sqlite_where": given, "postgresql_where": given}
        op.create_index(f"ix_person_{name}", "person", [name], unique=False, **partial)

    with op.batch_alter_table("affiliation", schema=None) as batch_op:
        batch_op.add_column(sa.Column("began_year", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("ended_year", sa.Integer(), nullable=True))

    for table, column in POINTS_TO_A_PERSON:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)

    with op.batch_alter_table("assistance", schema=None) as batch_op:
        batch_op.add_column(sa.Column("promised_count", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("came_count", sa.Integer(), nullable=True))

    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.add_column(sa.Column("ends_at", sa.DateTime(), nullable=True))
        batch_op.create_check_constraint(
            batch_op.f("ck_meeting_ends_later"), "ends_at IS NULL OR ends_at > starts_at"
        )

    with op.batch_alter_table("standing", schema=None) as batch_op:
        batch_op.add_column(sa.Column("person_id", sa.Integer(), nullable=True))
        batch_op.alter_column("organization_id", existing_type=sa.INTEGER(), nullable=True)
        batch_op.create_check_constraint(
            batch_op.f("ck_standing_of_one"), "(organization_id IS NULL) <> (person_id IS NULL)"
        )
        batch_op.create_index(batch_op.f("ix_standing_person_id"), ["person_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_standing_person_id_person"),
            "person",
            ["person_id"],
            ["id"],
            ondelete="CASCADE",
        )
    make_import_tables()
    make_tables_of_pairs()


def sort_by_name(connection: sa.Connection) -> None:
    """As the model does it: the name with the chapter line, without case and accents."""
    named = connection.execute(sa.text("SELECT id, name, chapter FROM organization")).all()
    for id_, name, chapter in named:
        sort_name = fold(f"{name}, {chapter}" if chapter else name)
        connection.execute(
            sa.text("UPDATE organization SET sort_name = :sort_name WHERE id = :id"),
            {"id": id_, "sort_name": sort_name},
        )


def share_issues(connection: sa.Connection) -> None:
    """Issues typed with commas become one row each, shared by all who named them."""
    typed = connection.execute(
        sa.text("SELECT id, shared_issues FROM organization WHERE shared_issues <> '' ORDER BY id")
    ).all()
    lines = {id_: [" ".join(part.split()) for part in line.split(",")] for id_, line in typed}
    names = {fold(name): name for line in lines.values() for name in line if name}
    for key, name in names.items():
        new = sa.insert(ISSUE).values(name=name, folded_name=key, is_ours=False)
        connection.execute(new)
    ids = {row.folded_name: row.id for row in connection.execute(sa.select(ISSUE))}
    pairs = {(id_, ids[fold(name)]) for id_, line in lines.items() for name in line if name}
    for organization_id, issue_id in sorted(pairs):
        pair = sa.insert(SHARED).values(organization_id=organization_id, issue_id=issue_id)
        connection.execute(pair)


def make_import_tables() -> None:
    """Files of contacts that were read in, and what each did, so that it can be undone."""
    op.create_table(
        "import",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("stored_as", sa.String(), nullable=True),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("headers", sa.JSON(), nullable=False),
        sa.Column("mapping", sa.JSON(), nullable=True),
        sa.Column("overwrites", sa.Boolean(), nullable=False),
        sa.Column("leaves_out", sa.Boolean(), nullable=False),
        sa.Column("rows_count", sa.Integer(), nullable=False),
        sa.Column("written_count", sa.Integer(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("undone", sa.JSON(), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=True),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.Column("job_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "state IN ('draft', 'writing', 'done', 'undoing', 'undone')",
            name=op.f("ck_import_state_known"),
        ),
        sa.ForeignKeyConstraint(
            ["job_id"], ["job.id"], name=op.f("fk_import_job_id_job"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["account.id"], name=op.f("fk_import_made_by_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import")),
        sa.UniqueConstraint("stored_as", name=op.f("uq_import_stored_as")),
    )
    op.create_table(
        "import_mapping",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("mapping", sa.JSON(), nullable=False),
        sa.Column("used_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_mapping")),
        sa.UniqueConstraint("fingerprint", name=op.f("uq_import_mapping_fingerprint")),
    )
    op.create_table(
        "import_skip",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("row_number", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("cells", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"],
            ["import.id"],
            name=op.f("fk_import_skip_import_id_import"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_skip")),
    )
    nouns = ("person", "organization", "affiliation", "contact_point")
    op.create_table(
        "import_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=False),
        *(sa.Column(f"{noun}_id", sa.Integer(), nullable=True) for noun in nouns),
        sa.Column("is_new", sa.Boolean(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.CheckConstraint(
            "(CASE WHEN person_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN organization_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN affiliation_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN contact_point_id IS NULL THEN 0 ELSE 1 END) = 1",
            name=op.f("ck_import_change_of_one"),
        ),
        sa.ForeignKeyConstraint(
            ["import_id"],
            ["import.id"],
            name=op.f("fk_import_change_import_id_import"),
            ondelete="CASCADE",
        ),
        *(
            sa.ForeignKeyConstraint(
                [f"{noun}_id"],
                [f"{noun}.id"],
                name=op.f(f"fk_import_change_{noun}_id_{noun}"),
                ondelete="CASCADE",
            )
            for noun in nouns
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_change")),
    )
    op.create_index(op.f("ix_import_skip_import_id"), "import_skip", ["import_id"])
    for name in ("import", *nouns):
        op.create_index(op.f(f"ix_import_change_{name}_id"), "import_change", [f"{name}_id"])


def make_tables_of_pairs() -> None:
    """Records that are not the same though they look alike, and where merged ones went."""
    pair = ("organization", "other_organization", "person", "other_person")
    op.create_table(
        "not_same",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(f"{name}_id", sa.Integer(), nullable=True) for name in pair),
        sa.CheckConstraint(
            "(organization_id IS NULL) = (other_organization_id IS NULL)"
            " AND (person_id IS NULL) = (other_person_id IS NULL)"
            " AND (organization_id IS NULL) <> (person_id IS NULL)",
            name=op.f("ck_not_same_of_two"),
        ),
        *(point_to("not_same", f"{name}_id", name.removeprefix("other_")) for name in pair),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_not_same")),
        *(
            sa.UniqueConstraint(
                f"{noun}_id",
                f"other_{noun}_id",
                name=op.f(f"uq_not_same_{noun}_id_other_{noun}_id"),
            )
            for noun in ("organization", "person")
        ),
    )
    for name in pair:
        op.create_index(op.f(f"ix_not_same_{name}_id"), "not_same", [f"{name}_id"])
    op.create_table(
        "merged",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("was_id", sa.Integer(), nullable=False),
        sa.Column("organization_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(organization_id IS NULL) <> (person_id IS NULL)", name=op.f("ck_merged_into_one")
        ),
        *(point_to("merged", f"{noun}_id", noun) for noun in ("organization", "person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merged")),
    )
    op.create_index(op.f("ix_merged_was_id"), "merged", ["was_id"])


def point_to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete="CASCADE")


def downgrade() -> None:
    raise RuntimeError("Restore the backup that was made before this upgrade instead.")

"""Runs migrations on a connection of its own, so that SQLite deletes no row by cascade."""

from alembic import context
from flask import current_app

from coalition_app.storage import changes, dialect, search_index

database = current_app.extensions["migrate"].db


def leave_out_empty(_context, _revision, directives) -> None:
    """`make migration` without a change writes no file."""
    if directives[0].upgrade_ops is not None and directives[0].upgrade_ops.is_empty():
        directives[:] = []


def is_made_new(before: tuple[str, ...]) -> bool:
    """Whether the schema came up just now to what the models describe."""
    after = context.get_context().get_current_heads()
    return after != before and after == (context.get_head_revision(),)


if context.is_offline_mode():
    raise RuntimeError("Migrations need the database: they cannot be written out as SQL.")

with dialect.migrating(database.engine) as connection:
    context.configure(
        connection=connection,
        target_metadata=database.metadatas[None],
        render_as_batch=True,
        transactional_ddl=True,
        process_revision_directives=leave_out_empty,
        include_name=search_index.is_compared,
    )
    with context.begin_transaction():
        before = context.get_context().get_current_heads()
        context.run_migrations()
        if is_made_new(before):
            search_index.remake(connection, database.metadatas[None])
            changes.begin(connection, database.metadatas[None])
        dialect.check_references(connection)

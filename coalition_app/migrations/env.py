"""Runs migrations on a connection of its own, so that SQLite deletes no row by cascade."""

from alembic import context
from flask import current_app

from coalition_app.storage import dialect

database = current_app.extensions["migrate"].db


def leave_out_empty(_context, _revision, directives) -> None:
    """`make migration` without a change writes no file."""
    if directives[0].upgrade_ops is not None and directives[0].upgrade_ops.is_empty():
        directives[:] = []


if context.is_offline_mode():
    raise RuntimeError("Migrations need the database: they cannot be written out as SQL.")

with dialect.migrating(database.engine) as connection:
    context.configure(
        connection=connection,
        target_metadata=database.metadatas[None],
        render_as_batch=True,
        transactional_ddl=True,
        process_revision_directives=leave_out_empty,
    )
    with context.begin_transaction():
        context.run_migrations()
        dialect.check_references(connection)

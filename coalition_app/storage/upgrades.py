"""Brings the database's schema to what this program expects, by Alembic, after a backup."""

from datetime import datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from coalition_app.storage import backups, dialect


class UpgradeRefused(Exception):
    """The message says in plain words why."""


def is_behind(engine: Engine, migrations: Path) -> bool:
    """Whether `upgrade` has something to do; does not make a database that is not there yet."""
    return revisions_in(engine) != set(scripts(migrations).get_heads())


def upgrade(engine: Engine, migrations: Path, backup_folder: Path, now: datetime) -> Path | None:
    """The backup that was made first, if there was anything to back up.

    Needs an application context: the migrations' env.py takes the database from it.
    """
    present = revisions_in(engine)
    if present == set(scripts(migrations).get_heads()):
        return None
    refuse_unknown(present, migrations)
    backup = None
    if present and dialect.file_of(engine):
        backup = backups.make(engine, backup_folder, now)
    command.upgrade(configuration(migrations), "head")
    return backup


def refuse_unknown(revisions: set[str], migrations: Path) -> None:
    """UpgradeRefused if one of them is none of these migrations."""
    known = {script.revision for script in scripts(migrations).walk_revisions()}
    if not revisions <= known:
        raise UpgradeRefused(
            "This database was made by a newer version of Coalition Desk: use that one."
        )


def revisions_in(engine: Engine) -> set[str]:
    file = dialect.file_of(engine)
    if file and not file.exists():
        return set()
    with dialect.reading(engine) as connection:
        return set(MigrationContext.configure(connection).get_current_heads())


def scripts(migrations: Path) -> ScriptDirectory:
    return ScriptDirectory.from_config(configuration(migrations))


def configuration(migrations: Path) -> Config:
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config

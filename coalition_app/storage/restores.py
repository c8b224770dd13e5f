"""Puts a backup in the place of the database. Nobody else may have the database open."""

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from coalition_app.storage import backups, dialect, upgrades
from coalition_app.storage.backups import BackupRefused


def restore(
    engine: Engine, file: Path, migrations: Path, backup_folder: Path, now: datetime
) -> Path | None:
    """Where the present database was put aside, if there was one; call `upgrade` afterwards."""
    place = dialect.file_of(engine)
    if place is None:
        raise BackupRefused("This database is on a server: restore it there, with pg_restore.")
    verify(file, migrations)
    place.parent.mkdir(parents=True, exist_ok=True)
    incoming = place.with_name(f".{place.name}.restored")
    incoming.unlink(missing_ok=True)
    backups.copy_file(file, incoming)
    aside = put_aside(engine, backup_folder, now) if place.exists() else None
    engine.dispose()
    for companion in companions(place):
        companion.unlink(missing_ok=True)
    incoming.replace(place)
    return aside


def verify(file: Path, migrations: Path) -> None:
    """Raises BackupRefused or UpgradeRefused unless this program, or an older one, made it."""
    backups.check(file)
    revisions = revisions_of(file)
    if not revisions:
        raise BackupRefused(f"{file} is a database, but not one of Coalition Desk.")
    upgrades.refuse_unknown(revisions, migrations)


def revisions_of(file: Path) -> set[str]:
    with closing(backups.opened(file)) as database:
        try:
            return {row[0] for row in database.execute("SELECT version_num FROM alembic_version")}
        except sqlite3.OperationalError:
            return set()


def put_aside(engine: Engine, folder: Path, now: datetime) -> Path:
    """Even a damaged database is kept, as it is: somebody may still save something from it."""
    try:
        return backups.make(engine, folder, now, purpose="replaced")
    except BackupRefused:
        engine.dispose()
        place = dialect.file_of(engine)
        kept = backups.unused(folder / f"damaged-{now:%Y-%m-%d-%H%M%S}.db")
        for found in filter(Path.exists, (place, *companions(place))):
            shutil.copy2(found, kept.with_name(found.name.replace(place.name, kept.name)))
        return kept


def companions(database: Path) -> list[Path]:
    """The write-ahead log and its index; a foreign log would be played into the restored file."""
    return [database.with_name(database.name + ending) for ending in ("-wal", "-shm")]

"""Copies of the database, whole and checked, while it is in use.

VACUUM INTO takes everything that is committed (a plain copy of a live file loses what stands in the
write-ahead log) and nothing that was erased: what a person asked us to forget is in no copy.
"""

import os
import sqlite3
import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from coalition_app.storage import dialect

KEPT = 20
PRUNED = ("automatic", "merge")


class BackupRefused(Exception):
    """The message says in plain words why."""


def make(engine: Engine, folder: Path, now: datetime, purpose: str = "automatic") -> Path:
    """A dated copy in `folder`; of those that nobody asked for the newest 20 of a kind stay."""
    folder.mkdir(parents=True, exist_ok=True)
    made = copy(engine, unused(folder / f"{purpose}-{now:%Y-%m-%d-%H%M%S}.db"))
    prune(folder)
    return made


def contents(engine: Engine) -> bytes:
    """A whole copy, to be downloaded."""
    with tempfile.TemporaryDirectory() as folder:
        return copy(engine, Path(folder) / "copy.db").read_bytes()


def download_name(now: datetime) -> str:
    return f"coalition-desk-{now:%Y-%m-%d-%H%M}.db"


def copy(engine: Engine, target: Path) -> Path:
    """Never over a file that is already there; never half a file under this name."""
    file = dialect.file_of(engine)
    if file is None:
        raise BackupRefused("This database is on a server: back it up there, with pg_dump.")
    if target.exists():
        raise BackupRefused(f"{target} is already there: choose another name.")
    draft = target.with_name(f".{target.name}.part")
    draft.unlink(missing_ok=True)
    try:
        copy_file(file, draft)
        draft.rename(target)
    finally:
        draft.unlink(missing_ok=True)
    return target


def copy_file(source: Path, target: Path) -> None:
    """From one SQLite file to a new one, readable by its owner only, checked and on the disk."""
    os.close(os.open(target, os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with closing(opened(source)) as database:
            database.execute("VACUUM INTO ?", [str(target)])
        check(target)
        with target.open("r+b") as written:
            os.fsync(written.fileno())
    except sqlite3.Error as problem:
        raise BackupRefused(f"{source} cannot be copied: {problem}.") from problem


def check(file: Path) -> None:
    """Raises BackupRefused for a file that is no sound SQLite database."""
    try:
        with closing(opened(file)) as database:
            answer = database.execute("PRAGMA integrity_check(1)").fetchone()[0]
    except sqlite3.Error as problem:
        raise BackupRefused(f"{file} is not a sound database: {problem}.") from problem
    if answer != "ok":
        raise BackupRefused(f"{file} is damaged: {answer}.")


def opened(file: Path) -> sqlite3.Connection:
    """For reading only, trusting nothing that the file's own schema would run."""
    if not file.is_file():
        raise BackupRefused(f"There is no file {file}.")
    connection = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)
    connection.execute(f"PRAGMA busy_timeout = {dialect.BUSY_MILLISECONDS}")
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def unused(path: Path) -> Path:
    """Two copies within one second both stay."""
    number = 1
    candidate = path
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return candidate


def prune(folder: Path) -> None:
    for purpose in PRUNED:
        dated = sorted(folder.glob(f"{purpose}-*.db"), key=lambda file: file.stat().st_mtime_ns)
        for old in dated[:-KEPT]:
            old.unlink()

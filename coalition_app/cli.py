"""The `flask` commands: those of storage, and those that a slice brings along."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from coalition_app import settings
from coalition_app.extensions import MIGRATIONS, db
from coalition_app.storage import backups, restores, upgrades
from coalition_app.storage.lock import Lock
from coalition_app.web import jobs

AT_WORK = "Coalition Desk is still printing or reading in: wait a minute, then restore."
FILE = click.Path(dir_okay=False, path_type=Path)


def register(app: Flask, slices: tuple[str, ...]) -> None:
    """A slice's commands stand in its commands.py, as click commands in a tuple `COMMANDS`."""
    for command in (backup, restore):
        app.cli.add_command(command)
    for commands in brought_by(slices, "commands", "COMMANDS"):
        for command in commands:
            app.cli.add_command(command)


def brought_by(slices: tuple[str, ...], module: str, name: str) -> Iterator[Any]:
    """What the slices that have such a module hold in it under that name."""
    for each in slices:
        if (settings.ROOT / "coalition_app" / each / f"{module}.py").exists():
            yield getattr(import_module(f"coalition_app.{each}.{module}"), name)


@click.command()
@click.argument("file", type=FILE, required=False)
@with_appcontext
def backup(file: Path | None) -> None:
    """Copy the database to FILE, or to a dated file in the backups folder."""
    try:
        made = backups.copy(db.engine, file) if file else make_dated_backup()
    except backups.BackupRefused as problem:
        raise click.ClickException(str(problem)) from problem
    click.echo(f"Copied to {made}")


def make_dated_backup() -> Path:
    return backups.make(db.engine, backup_folder(), machine_now(), purpose="asked-for")


@click.command()
@click.argument("file", type=FILE)
@with_appcontext
def restore(file: Path) -> None:
    """Put the backup FILE in the place of the database, which is put aside first."""
    lock = Lock(current_app.config["INSTANCE"])
    if not lock.acquire():
        raise click.ClickException("Coalition Desk is running: close it first, then restore.")
    try:
        if any(jobs.lock_of(kind).is_held() for kind in current_app.extensions["jobs"]):
            raise click.ClickException(AT_WORK)
        aside = restores.restore(db.engine, file, MIGRATIONS, backup_folder(), machine_now())
        upgrades.upgrade(db.engine, MIGRATIONS, backup_folder(), machine_now())
    except (backups.BackupRefused, upgrades.UpgradeRefused) as problem:
        raise click.ClickException(str(problem)) from problem
    finally:
        lock.release()
    click.echo(f"Restored from {file}")
    if aside:
        click.echo(f"What was there before is now {aside}")


def backup_folder() -> Path:
    return current_app.config["INSTANCE"] / "backups"


def machine_now():
    return current_app.config["CLOCK"]().astimezone()

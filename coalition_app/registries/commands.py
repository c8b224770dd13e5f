"""`flask registry load FILE`."""

from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext

from coalition_app.extensions import db
from coalition_app.lib import irs
from coalition_app.models import RegistryEntry, RegistryFile


@click.group()
def registry() -> None:
    """Public registries that "Find new ones" searches."""


@registry.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@with_appcontext
def load(file: Path) -> None:
    """Load FILE, the IRS list of one state, in the place of that state's older one."""
    db.create_all("registry")
    now = current_app.config["CLOCK"]().astimezone().replace(tzinfo=None, microsecond=0)
    try:
        loaded = RegistryEntry.load(irs.read(file), now)
    except irs.WrongFile as problem:
        db.session.rollback()
        raise click.ClickException(f"Nothing was loaded. {problem}") from problem
    words = [in_words(state_file) for state_file in loaded]
    db.session.commit()
    click.echo(f"Loaded {', '.join(words)}. Search them at Find new ones.")


def in_words(state_file: RegistryFile) -> str:
    place = state_file.state or "places outside the states"
    return f"{state_file.entries_count:,} organizations of {place}"


COMMANDS = (registry,)

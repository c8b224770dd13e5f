"""`flask registry load FILE`."""

from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext

from coalition_app.lib.registry_files import RegistryReader
from coalition_app.lib.registry_record import WrongFile
from coalition_app.registries.loaded import take_in


@click.group()
def registry() -> None:
    """Public registries that "Find new ones" searches."""


@registry.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@with_appcontext
def load(file: Path) -> None:
    """Load FILE: the IRS list of a state, or the union reports of a year."""
    now = current_app.config["CLOCK"]().astimezone().replace(tzinfo=None, microsecond=0)
    try:
        words = take_in(RegistryReader(file), now)
    except WrongFile as problem:
        raise click.ClickException(f"Nothing was loaded. {problem}") from problem
    click.echo(f"{words} Search them at Find new ones.")


COMMANDS = (registry,)

"""`flask account ...`: for whoever sits at the machine and cannot get in."""

import click
from flask.cli import AppGroup

from coalition_app.accounts import passwords
from coalition_app.accounts.forms import known_of
from coalition_app.extensions import db
from coalition_app.models import Account

account = AppGroup("account", help="Who may sign in.")


@account.command("list")
def list_accounts() -> None:
    """Say which emails may sign in."""
    for each in db.session.scalars(Account.in_order()):
        state = "" if each.is_active else ", disabled"
        click.echo(f"{each.email}  {each.name}, {each.role}{state}")


@account.command("reset-password")
@click.argument("email")
@click.password_option(prompt="New password", help="Asked for when it is not given.")
def reset_password(email: str, password: str) -> None:
    """Give the account of EMAIL a new password, and let it sign in again."""
    found = Account.with_email(email)
    if found is None:
        raise click.ClickException(f"No account has the email {email}. See: flask account list")
    if weak := passwords.weakness(password, *known_of(found.email, found.name)):
        raise click.ClickException(weak)
    found.set_password(password)
    found.enable()
    db.session.commit()
    click.echo(f"{found.name} can sign in as {found.email} with the new password.")


COMMANDS = (account,)

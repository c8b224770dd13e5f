from wtforms import HiddenField
from wtforms.widgets import PasswordInput

from coalition_app.accounts import passwords
from coalition_app.lib import zones
from coalition_app.models import Account, Local, Person
from coalition_app.web.forms import (
    BaseForm,
    BooleanField,
    ChoiceField,
    EmailField,
    LineField,
    PasswordField,
    SeenForm,
    needed,
)

ROLE_CHOICES = [
    ("viewer", "Viewer: reads and prints, like the board"),
    ("organizer", "Organizer: does the work, sees private notes"),
    ("administrator", "Administrator: also adds accounts and makes backups"),
]
NEW_PASSWORD = "At least 10 characters. Three or four unrelated words are easy to keep."  # noqa: S105
TAKEN = "This email has an account already. Use another, or change that account."


def chosen(label: str) -> PasswordField:
    return PasswordField(
        label,
        [needed("Type a password.")],
        description=NEW_PASSWORD,
        render_kw={"autocomplete": "new-password"},
    )


def known(label: str, words: str) -> PasswordField:
    return PasswordField(label, [needed(words)], render_kw={"autocomplete": "current-password"})


class SignInForm(BaseForm):
    email = LineField("Email", [needed("Type your email.")], render_kw={"autocomplete": "username"})
    password = known("Password", "Type your password.")
    next = HiddenField()

    def fill_in(self, email: str, password: str) -> None:
        """Of the sample local, which is nobody's secret."""
        self.email.data, self.password.data = email, password
        self.password.widget = PasswordInput(hide_value=False)
        self.password.description = f"It is “{password}”. Everything is filled in already."


class ChoosesPassword(BaseForm):
    """A form in which a password is chosen, in its field `new_password`."""

    def accepts(self, *about: str) -> bool:
        """Whether all is filled in and the password strong; `about`: names known of its owner."""
        self.validate_on_submit()
        password = self.new_password.data
        if password and (weak := passwords.weakness(password, *about)):
            self.refuse(weak, self.new_password)
        return not self.errors


class ResetForm(ChoosesPassword):
    new_password = chosen("New password")

    def accepts_for(self, account: Account) -> bool:
        return self.accepts(*known_of(account.email, account.name))


class KeysForm(BaseForm):
    has_shortcuts = BooleanField(
        "Single keys work outside of fields",
        description="Switch them off if keys are pressed by voice or by accident.",
    )


class PasswordForm(ResetForm):
    password = known("Your password now", "Type the password that you have now.")
    new_password = chosen("New password")


class FirstStartForm(ChoosesPassword):
    number = LineField("Number of the local", [needed("Type the number, like 555.")], limit=20)
    local_name = LineField(
        "Name of the local",
        [needed("Type the local's name.")],
        description="As it stands on your letters, like Harbor Valley Communications Workers.",
    )
    union_name = LineField("Union", [needed("Type the union's short name.")], default="CWA")
    time_zone = ChoiceField("Time zone", default="America/New_York")
    name = LineField("Your name", [needed("Type your name.")])
    email = EmailField("Your email", [needed("Type your email: you sign in with it.")])
    new_password = chosen("A password")

    def __init__(self, **options):
        super().__init__(**options)
        self.time_zone.choices = zones.choices()

    def accepts_local(self) -> bool:
        local = self.local()
        own = (local.name, local.short_name, local.full_name)
        return self.accepts(*own, *known_of(self.email.data, self.name.data))

    def local(self) -> Local:
        return Local(
            name=self.local_name.data,
            number=self.number.data,
            union_name=self.union_name.data,
            time_zone=self.time_zone.data,
        )


class NewAccountForm(ChoosesPassword):
    name = LineField(
        "Name",
        [needed("Type the person's name.")],
        description="If this is one of our people already, type the same name.",
    )
    email = EmailField("Email", [needed("Type the email to sign in with.")])
    role = ChoiceField("Role", choices=ROLE_CHOICES, default="organizer")
    new_password = chosen("A password to begin with")

    def accepts_account(self) -> bool:
        self.accepts(*known_of(self.email.data, self.name.data))
        if Account.with_email(self.email.data):
            self.refuse(TAKEN, self.email)
        return not self.errors

    def account(self) -> Account:
        account = Account(email=self.email.data.lower(), role=self.role.data)
        account.person = Person.ours_named(self.name.data) or Person(
            name=self.name.data, is_ours=True
        )
        account.set_password(self.new_password.data)
        return account


class AccountForm(SeenForm):
    email = EmailField("Email", [needed("Type the email to sign in with.")])
    role = ChoiceField("Role", choices=ROLE_CHOICES)

    def accepts_for(self, account: Account) -> bool:
        self.validate_on_submit()
        other = Account.with_email(self.email.data)
        if other not in (None, account):
            self.refuse(TAKEN, self.email)
        if self.role.data != "administrator" and account.is_last_administrator():
            self.refuse("Somebody must stay administrator: name another one first.", self.role)
        return not self.errors


def known_of(email: str, name: str) -> tuple[str, ...]:
    """What others know of somebody: no part of a password."""
    return email, email.partition("@")[0], name, name.replace(" ", "")

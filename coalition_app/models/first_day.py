"""What is ready from the first start: the local, its first administrator, the guide's contents."""

from datetime import date

from coalition_app.extensions import db
from coalition_app.models.account import Account
from coalition_app.models.local import Local
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person
from coalition_app.models.question import Question
from coalition_app.models.resource import Resource


class AlreadySetUp(Exception):
    """The first page is closed for good."""


def set_up(local: Local, name: str, email: str, password: str, today: date) -> Account:
    """Adds the local, its first administrator, questions, resources and national partners."""
    if Account.exists():
        raise AlreadySetUp
    administrator = Account(
        email=email.strip().lower(),
        role="administrator",
        person=Person(name=name, is_ours=True),
    )
    administrator.set_password(password)
    local.signer = administrator.person
    db.session.add_all([local, administrator, *Question.defaults()])
    db.session.add_all(Organization.national_partners(today))
    db.session.add_all(
        Resource(name=resource, position=place) for place, resource in enumerate(Resource.DEFAULTS)
    )
    return administrator

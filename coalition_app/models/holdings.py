"""What one person holds now: relationships as a lead, and open commitments."""

from sqlalchemy import Select
from sqlalchemy.orm import joinedload

from coalition_app.models.commitment import Commitment
from coalition_app.models.kept import ANY, ask
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person


def led_by(person: Person) -> list[Organization]:
    return ask(_led, person.id).all()


def owed_by(person: Person) -> list[Commitment]:
    """Open ones, the next due first."""
    return ask(_owed, person.id).all()


def _led() -> Select:
    return Organization.started().where(Organization.lead_id == ANY.id)


def _owed() -> Select:
    owed = Commitment.open().where(Commitment.owner_id == ANY.id)
    return owed.options(joinedload(Commitment.organization))

"""What one person holds now: relationships as a lead, open commitments, ties."""

from sqlalchemy import Select
from sqlalchemy.orm import joinedload, selectinload

from coalition_app.models.affiliation import Affiliation
from coalition_app.models.commitment import Commitment
from coalition_app.models.kept import ANY, ask
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person
from coalition_app.models.tie import Tie


def led_by(person: Person) -> list[Organization]:
    return ask(_led, person.id).all()


def owed_by(person: Person) -> list[Commitment]:
    """Open ones, the next due first."""
    return ask(_owed, person.id).all()


def ties_of(person: Person) -> list[Tie]:
    """Typed from either side, close ones first, with where both belong."""
    return ask(_ties, person.id).all()


def _led() -> Select:
    return Organization.started().where(Organization.lead_id == ANY.id)


def _owed() -> Select:
    owed = Commitment.open().where(Commitment.owner_id == ANY.id)
    return owed.options(joinedload(Commitment.organization))


def _ties() -> Select:
    where = selectinload(Person.affiliations).joinedload(Affiliation.organization)
    both = (joinedload(side).options(where) for side in (Tie.person, Tie.other))
    query = Tie.of(ANY).order_by(Tie.is_close.desc(), Tie.id)
    return query.options(*both, joinedload(Tie.told_by))

"""The ways in to an organization, in the guide's order (step 4): ally, own member, cold call."""

from dataclasses import dataclass

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import aliased, joinedload

from coalition_app.extensions import db
from coalition_app.models.affiliation import Affiliation
from coalition_app.models.introduction import Introduction
from coalition_app.models.kept import ANY, ask
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person
from coalition_app.models.tie import Tie


@dataclass(frozen=True)
class WayIn:
    """Somebody who could introduce us: 'Rosa Díaz' 'sister of' 'Elena Díaz'."""

    route: str
    through_person: Person | None
    through_organization: Organization | None
    how: str
    contact: Person | None = None
    is_close: bool = False

    @property
    def through(self) -> str:
        named = self.through_organization or self.through_person
        return named.name


class WaysIn:
    """Who could introduce us to one organization, and how we know them."""

    def __init__(self, organization: Organization):
        self.organization = organization
        self.theirs = [each.person for each in organization.current_affiliations]
        self.members = self._members()
        self.allies = self._allies()

    @property
    def all(self) -> list[WayIn]:
        return [*self.allies, *self.members]

    def _members(self) -> list[WayIn]:
        """Our members who belong to them, or who know somebody there, close ties first."""
        belonging = [
            WayIn("member", affiliation.person, None, affiliation.role or "member", is_close=True)
            for affiliation in self.organization.current_affiliations
            if affiliation.person.is_ours
        ]
        knowing = [self._by_tie(tie) for tie in self._ties()]
        knowing = [way for way in knowing if way]
        return belonging + sorted(knowing, key=lambda way: not way.is_close)

    def _ties(self) -> list[Tie]:
        """Every tie of somebody who is with them now."""
        return ask(_ties, self.organization.id).all()

    def _by_tie(self, tie: Tie) -> WayIn | None:
        for one, other in ((tie.person, tie.other), (tie.other, tie.person)):
            if one.is_ours and not one.is_archived and other in self.theirs:
                kind, _ = tie.seen_from(one)
                return WayIn("member", one, None, Tie.phrase(kind), other, tie.is_close)
        return None

    def _allies(self) -> list[WayIn]:
        """Organizations whose door is open to us and who work with them."""
        found = []
        suggested_by = self.organization.suggested_by
        if suggested_by and not suggested_by.is_archived:
            found.append(WayIn("ally", None, suggested_by, "suggested them"))
        for affiliation in ask(_shared_people, self.organization.id):
            person = affiliation.person
            how = f"{person.name} is with both"
            found.append(WayIn("ally", person, affiliation.organization, how, person))
        for relative in self._relatives():
            found.append(WayIn("ally", None, relative, "is of the same organization"))
        return found

    def _relatives(self) -> list[Organization]:
        """Its parent and the parent's other chapters, where our door is open."""
        if self.organization.parent_id is None:
            return []
        query = Organization.in_view().where(
            or_(
                Organization.id == self.organization.parent_id,
                Organization.parent_id == self.organization.parent_id,
            ),
            Organization.id != self.organization.id,
            Organization.id.in_(_with_open_door()),
        )
        return list(db.session.scalars(query))


def _ties() -> Select:
    theirs = (
        select(Affiliation.person_id)
        .join(Person, Person.id == Affiliation.person_id)
        .where(
            Affiliation.organization_id == ANY.id,
            Affiliation.ended_on.is_(None),
            Person.archived_at.is_(None),
        )
    )
    of_theirs = select(Tie).where(or_(Tie.person_id.in_(theirs), Tie.other_id.in_(theirs)))
    return of_theirs.order_by(Tie.id).options(joinedload(Tie.person), joinedload(Tie.other))


def _shared_people() -> Select:
    """Roles elsewhere, where our door is open, of people who are with them too."""
    here = aliased(Affiliation)
    return (
        select(Affiliation)
        .join(Person, Person.id == Affiliation.person_id)
        .join(here, here.person_id == Affiliation.person_id)
        .where(
            here.organization_id == ANY.id,
            Affiliation.organization_id != ANY.id,
            here.ended_on.is_(None),
            Affiliation.ended_on.is_(None),
            Person.archived_at.is_(None),
            Affiliation.organization_id.in_(_with_open_door()),
        )
        .options(joinedload(Affiliation.person), joinedload(Affiliation.organization))
    )


def _with_open_door():
    return select(Introduction.organization_id).where(Introduction.made_on.is_not(None))

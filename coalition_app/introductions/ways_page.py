from datetime import date, datetime

from coalition_app.extensions import db
from coalition_app.models import (
    ColdCall,
    Introduction,
    Letter,
    Local,
    Organization,
    Pathway,
    WayIn,
    WaysIn,
    facts_of,
)


class WaysPage:
    """How to get in to one organization, and what was asked for already."""

    def __init__(self, organization: Organization, caller: str, now: datetime):
        self.organization, self.today = organization, now.date()
        self.path = Pathway(facts_of(organization, now.date()), now)
        self.ways = WaysIn(organization)
        self.call = ColdCall(organization, caller, Local.current())
        self.introductions = db.session.scalars(Introduction.of(organization)).all()

    @property
    def goes_through_hq(self) -> bool:
        return self.path.facts.goes_through_hq

    @property
    def hq_is_next(self) -> bool:
        """Step 3 is now, and nobody asked HQ yet."""
        step = self.path.current
        return bool(step) and step.number == 3 and self.path.facts.hq_request is None

    @property
    def primary(self) -> WayIn | str:
        """The one way to try now: a known way in, or the route of a general one; "" for none."""
        if self.path.door or self.waiting:
            return ""
        if self.hq_is_next:
            return "hq"
        return next(iter(self.ways.all), "cold_call")

    @property
    def waiting(self) -> list[Introduction]:
        return [each for each in self.introductions if each.is_waiting]

    @property
    def settled(self) -> list[Introduction]:
        return [each for each in self.introductions if not each.is_waiting]

    def is_asked(self, way: WayIn) -> bool:
        """Whether this very way is waiting for an answer."""
        asked = [(each.through_person, each.through_organization) for each in self.waiting]
        return (way.through_person, way.through_organization) in asked

    def address_of(self, way: WayIn) -> dict:
        """The query that carries the way over to the form."""
        parts = {
            "ally": way.through_organization,
            "person": way.through_person,
            "contact": way.contact,
        }
        return {"route": way.route} | {key: part.id for key, part in parts.items() if part}

    def is_due(self, introduction: Introduction) -> bool:
        due_on: date | None = introduction.nudge_due_on
        return due_on is not None and due_on <= self.today

    @property
    def first_due(self) -> Introduction | None:
        return next((each for each in self.waiting if self.is_due(each)), None)

    def request_of(self, introduction: Introduction) -> Letter | None:
        return introduction.requests[-1] if introduction.requests else None

"""What the stories of the sample local have in common: begin, join, promise, hold."""

from datetime import timedelta

from coalition_app.models import Affiliation, Commitment, Meeting, Organization, Person, Review
from tests import world
from tests.sample_local.days import TODAY, at, days_ago


def begin(name: str, ago: int, mission: str = "", **details) -> Organization:
    """Started so many days ago and researched two days later, where there is a mission."""
    place = {"city": "Harbor Valley", "state": "CT", "postal_code": "06555", "field": "other"}
    organization = world.started(name, on=days_ago(ago), mission=mission, **{**place, **details})
    organization.listed_on = days_ago(ago)
    if mission:
        review = Review(reviewed_on=days_ago(ago - 2), reviewer=world.ours())
        organization.reviews.append(review)
    return organization


def join(organization: Organization, name: str, role: str, **details) -> Person:
    person = world.add(Person(name=name, **details))
    primary = not organization.affiliations
    world.add(Affiliation(person=person, organization=organization, role=role, is_primary=primary))
    return person


def promise(organization: Organization, what: str, owner: Person, due: int, **more) -> Commitment:
    values = {"made_on": days_ago(9), "is_ours": owner.is_ours, **more}
    return world.add(
        Commitment(
            organization=organization,
            what=what,
            owner=owner,
            due_on=TODAY + timedelta(days=due),
            **values,
        )
    )


def hold(organization: Organization, ago: int, *came: Person, **details):
    meeting = world.planned(organization, at=at(-ago, 18), place="Union hall", **details)
    meeting.expect(world.ours())
    return world.held(meeting, world.ours(), *came)


def close(meeting: Meeting) -> None:
    """Nothing is planned next, and everything is typed up."""
    meeting.has_no_next, meeting.closed_on = True, meeting.held_on

"""A real record to see a template with: the newest of its kind with an organization."""

from dataclasses import replace

from sqlalchemy import Select, select

from coalition_app.extensions import db
from coalition_app.letters.asked import REQUESTS
from coalition_app.models import (
    Addressee,
    Assistance,
    Commitment,
    Introduction,
    Meeting,
    MeetingParty,
    Organization,
    Person,
    follow_up_of,
)

ROUTES = {kind: route for route, kind in REQUESTS.items()}


def example(kind: str, organization: Organization | None) -> Addressee:
    """With this organization, or with whichever has a record of what the letter is about."""
    subject = _subject(kind, organization)
    if organization is None:
        organization = getattr(subject, "organization", None) or _any_organization(subject)
    if organization is None:
        return Addressee()
    to = Addressee(organization, organization.primary_contact)
    if isinstance(subject, Meeting):
        return _with_meeting(kind, subject, organization)
    if isinstance(subject, Introduction):
        to = replace(to, introduction=subject, person=subject.through_person)
    if isinstance(subject, Commitment):
        to = replace(to, commitment=subject)
    if isinstance(subject, Assistance):
        to = replace(to, assistance=subject)
    return to


def _subject(kind: str, organization: Organization | None):
    query = _query(kind)
    if query is None:
        return None
    if organization is not None:
        query = query.where(_organization_of(kind) == organization.id)
    return db.session.scalar(query.limit(1))


def _query(kind: str) -> Select | None:
    if kind in ROUTES:
        route = Introduction.route == ROUTES[kind]
        return select(Introduction).where(route).order_by(Introduction.id.desc())
    queries = {
        "follow_up": Meeting.held().join(Meeting.parties),
        "second_note": Meeting.held().join(Meeting.parties),
        "come_along": select(Meeting).join(Meeting.parties).order_by(Meeting.starts_at.desc()),
        "confirmation": select(Commitment).order_by(Commitment.id.desc()),
        "thanks": select(Assistance).where(Assistance.what > "").order_by(Assistance.id.desc()),
    }
    return queries.get(kind)


def _organization_of(kind: str):
    if kind in ROUTES:
        return Introduction.organization_id
    nouns = {"confirmation": Commitment, "thanks": Assistance}
    return nouns.get(kind, MeetingParty).organization_id


def _any_organization(subject) -> Organization | None:
    if isinstance(subject, Meeting):
        return subject.organizations[0]
    return db.session.scalar(Organization.started().limit(1))


def _with_meeting(kind: str, meeting: Meeting, organization: Organization) -> Addressee:
    if kind in ("follow_up", "second_note"):
        return follow_up_of(meeting, organization)
    ours = db.session.scalar(Person.ours().where(Person.is_activist).limit(1))
    return Addressee(organization, ours, meeting)

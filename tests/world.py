"""The invented cast that tests share: Local 555, its people, and the league of Harbor Valley."""

from datetime import date, datetime

from coalition_app.extensions import db
from coalition_app.models import (
    Affiliation,
    Assistance,
    Campaign,
    Commitment,
    Introduction,
    Letter,
    Meeting,
    Organization,
    Person,
    Question,
    Review,
    Tie,
    Told,
)

DAY = date(2026, 3, 14)  # the Saturday on which the tests' clock starts


def add(record):
    """Adds a record and gives it its id."""
    db.session.add(record)
    db.session.flush()
    return record


def ours(name: str = "Dori James", **details) -> Person:
    """A member of ours; the one of that name if there is one."""
    found = db.session.scalar(Person.ours().where(Person.name == name))
    return found or add(Person(name=name, is_ours=True, **details))


def theirs(organization: Organization, name: str = "Elena Díaz", role: str = "secretary") -> Person:
    """A person with a current role in the organization."""
    person = Person(name=name, phone="203 555 0142")
    joins(person, organization, role)
    return person


def joins(person: Person, organization: Organization, role: str = "member") -> Affiliation:
    """A role; whoever has it is saved as well."""
    return add(Affiliation(person=person, organization=organization, role=role))


def tie(person: Person, other: Person, kind: str = "sibling", **details) -> Tie:
    return add(Tie(person=person, other=other, kind=kind, **details))


def listed(name: str = "Harbor Valley Civil Rights League", **details) -> Organization:
    """An organization that is listed and fully identified, not started."""
    return add(unsaved(name, **details))


def unsaved(name: str, **details) -> Organization:
    known = {"kind": "community", "scope": "local", "has_members": True, "listed_on": DAY}
    return Organization(name=name, **{**known, **details})


def started(name: str = "Harbor Valley Civil Rights League", on: date = DAY, **details):
    return add(begun(name, on, **details))


def begun(name: str, on: date = DAY, **details) -> Organization:
    """Started and not yet saved: to save it once takes half as long as to save each step."""
    lead = ours()
    organization = unsaved(name, **details)
    organization.start(lead, on)
    return organization


def researched(name: str = "Harbor Valley Civil Rights League", **details) -> Organization:
    """Started, with a review, a mission and a campaign: step 3 or 4 is now."""
    organization = begun(name, mission="Equal rights in Harbor Valley.", **details)
    organization.reviews.append(Review(reviewed_on=DAY, reviewer=organization.lead))
    organization.campaigns.append(Campaign(name="Fair hiring ordinance", when="since Jan"))
    return add(organization)


def introduced(
    organization: Organization, route: str = "member", on: date = DAY, **details
) -> Introduction:
    """The door is open."""
    return add(
        Introduction(organization=organization, route=route, asked_on=on, made_on=on, **details)
    )


def questions() -> list[Question]:
    """The guide's questions, added once."""
    found = list(db.session.scalars(db.select(Question)))
    if not found:
        found = Question.defaults()
        db.session.add_all(found)
        db.session.flush()
    return found


def planned(
    *organizations: Organization, at: datetime = datetime(2026, 3, 19, 17, 30), **details
) -> Meeting:
    """A planned meeting on Thursday, March 19, 5:30 pm, with the guide's questions ready."""
    questions()
    return add(Meeting.plan(list(organizations), at, **details))


def prepared(meeting: Meeting) -> Meeting:
    """Each prepare question answered and Dori James named."""
    for question in meeting.questions("prepare"):
        meeting.answer(question, "We know what to say.")
    meeting.expect(ours())
    db.session.flush()
    return meeting


def held(meeting: Meeting, *came: Person) -> Meeting:
    """It happened; those named came."""
    meeting.hold(meeting.starts_at.date())
    for person in came:
        organization = None if person.is_ours else meeting.organizations[0]
        meeting.expect(person, organization).came = True
    db.session.flush()
    return meeting


def promised(
    meeting: Meeting,
    organization: Organization,
    what: str = "Hall on May 14",
    by: date = date(2026, 4, 2),
    **details,
) -> Commitment:
    """A commitment of ours with owner and date, made at the meeting."""
    made = {"is_ours": True, "owner": ours(), "made_on": meeting.starts_at.date()}
    return add(
        Commitment(
            organization=organization, meeting=meeting, what=what, due_on=by, **{**made, **details}
        )
    )


def sent(meeting: Meeting, organization: Organization, on: date) -> Letter:
    """The follow-up letter, sent by mail."""
    return add(Letter.already_sent(meeting, organization, on, "mail"))


def helped(meeting: Meeting, organization: Organization, what: str = "Meeting hall") -> Assistance:
    """Help was offered at the meeting."""
    offered_on = meeting.starts_at.date()
    return add(
        Assistance(organization=organization, meeting=meeting, what=what, offered_on=offered_on)
    )


def told(organization: Organization, on: date, audience: str = "board") -> Told:
    return add(Told(organization=organization, audience=audience, told_on=on, what="We met."))

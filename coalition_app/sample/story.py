"""What the chapters of the sample local have in common: its day, and how its people act."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from coalition_app.extensions import db
from coalition_app.lib.wording import day
from coalition_app.models import (
    Account,
    Affiliation,
    Commitment,
    Introduction,
    Meeting,
    Organization,
    Person,
    Review,
    Tie,
)

SATURDAY, SUNDAY = 5, 6


def add(record):
    """Adds a record and gives it its id."""
    db.session.add(record)
    db.session.flush()
    return record


def ours(name: str = "Dori James", **details) -> Person:
    """A member of ours; the one of that name if there is one."""
    found = db.session.scalar(Person.ours().where(Person.name == name))
    return found or add(Person(name=name, is_ours=True, **details))


def tie(person: Person, kind: str, other: Person, **details) -> Tie:
    return add(Tie(person=person, other=other, kind=kind, **details))


def join(organization: Organization, name: str, role: str, **details) -> Person:
    """Somebody of theirs; the first to join is whom we would call first."""
    person = add(Person(name=name, **details))
    primary = not organization.affiliations
    add(Affiliation(person=person, organization=organization, role=role, is_primary=primary))
    return person


@dataclass
class Story:
    today: date
    account: Account

    def on(self, days: int) -> date:
        """So many days from today."""
        return self.today + timedelta(days=days)

    def at(self, days: int, hour: int, minute: int = 0) -> datetime:
        """A meeting of these days: on a weekend only if it is today, else the nearest weekday
        that is still on the same side of today."""
        on = self.on(days)
        while days and on.weekday() in (SATURDAY, SUNDAY):
            on += timedelta(days=1 if days > 0 else -1)
        return datetime.combine(on, time(hour, minute))

    def said(self, days: int) -> str:
        """That day as people say it: 'Mar 3'."""
        return day(self.on(days), self.today)

    def month(self, days: int) -> str:
        """'May'."""
        return f"{self.on(days):%B}"

    def begin(self, name: str, days: int, mission: str = "", **details) -> Organization:
        """Listed and started on that day, and researched two days later if it has a mission."""
        known = {"kind": "community", "scope": "local", "has_members": True, "field": "other"}
        place = {"city": "Harbor Valley", "state": "CT", "postal_code": "06555"}
        on = self.on(days)
        begun = Organization(
            name=name, mission=mission, listed_on=on, **{**known, **place, **details}
        )
        add(begun).start(ours(), on)
        if mission:
            begun.reviews.append(Review(reviewed_on=self.on(days + 2), reviewer=ours()))
        db.session.flush()
        return begun

    def introduce(self, organization: Organization, route: str, days: int, **details) -> None:
        """The door has been open since that day."""
        on = self.on(days)
        way = {"organization": organization, "route": route, **details}
        add(Introduction(**{"asked_on": on, "made_on": on, **way}))

    def plan(self, *organizations: Organization, at: datetime, **details) -> Meeting:
        return add(Meeting.plan(list(organizations), at, **details))

    def prepare(self, meeting: Meeting, *answers: str) -> Meeting:
        """In the order of the questions; "" leaves one blank."""
        for question, text in zip(meeting.questions("prepare"), answers, strict=False):
            if text:
                meeting.answer(question, text)
        return meeting

    def note(self, meeting: Meeting, *answers: str) -> Meeting:
        """What was heard, in the order of the questions taken along."""
        for question, text in zip(meeting.questions("carry"), answers, strict=False):
            if text:
                meeting.answer(question, text)
        return meeting

    def hold(self, organization: Organization, days: int, *came: Person, **details) -> Meeting:
        """It happened in our hall, and we were there, and those who came."""
        place = {"place": "Union hall, 40 Exchange Street", **details}
        at = place.pop("at", None) or self.at(days, 18)
        meeting = self.plan(organization, at=at, **place)
        meeting.hold(self.today)
        for person in (ours(), *came):
            meeting.expect(person, None if person.is_ours else organization).came = True
        db.session.flush()
        return meeting

    def promise(
        self, organization: Organization, what: str, owner: Person, due: int, **more
    ) -> Commitment:
        """Due so many days from today."""
        made = more.pop("made", -9)
        values = {"is_ours": owner.is_ours, "due_on": self.on(due), "made_on": self.on(made)}
        who = {"organization": organization, "owner": owner}
        return add(Commitment(what=what, **who, **{**values, **more}))


def close(meeting: Meeting) -> None:
    """Everything is typed up."""
    meeting.closed_on = meeting.held_on

"""Our officers, campaigns and resources as they are typed: one per line."""

from typing import TYPE_CHECKING

from coalition_app.extensions import db
from coalition_app.lib.contact_line import read_contact
from coalition_app.models.campaign import Campaign
from coalition_app.models.issue import Issue
from coalition_app.models.person import Person
from coalition_app.models.resource import Resource

if TYPE_CHECKING:
    from collections.abc import Iterable


class WrittenInLines:
    """The lines of other tables count as the local's own: changing them changes its version, so
    that two people who edit them are told of each other."""

    @property
    def officers(self) -> str:
        """'Dori James, president'."""
        people = db.session.scalars(Person.officers())
        return "\n".join(f"{person.name}, {person.office}" for person in people)

    @officers.setter
    def officers(self, text: str) -> None:
        if text == self.officers:
            return
        offices = {_person(line): line.role for line in map(read_contact, _lines(text))}
        for person in db.session.scalars(Person.officers()).all():
            person.office = offices.pop(person, "")
        for person, office in offices.items():
            person.office = office
        self.touch()

    @property
    def signer_name(self) -> str:
        return self.signer.name if self.signer else ""

    @signer_name.setter
    def signer_name(self, name: str) -> None:
        self.signer = Person.ours_named(name) if name else None

    @property
    def issues(self) -> str:
        """What our agenda is about, in one line with commas."""
        return ", ".join(issue.name for issue in db.session.scalars(Issue.ours()))

    @issues.setter
    def issues(self, line: str) -> None:
        if line == self.issues:
            return
        known = db.session.scalars(Issue.ours()).all()
        ours = Issue.of_line(line)
        for issue in {*known, *ours}:
            issue.is_ours = issue in ours
        Issue.drop_unused(known)
        self.touch()

    @property
    def campaigns(self) -> str:
        """'Fair hiring ordinance (since Jan)', the newest first."""
        return _joined(db.session.scalars(Campaign.ours()))

    @campaigns.setter
    def campaigns(self, text: str) -> None:
        if text == self.campaigns:
            return
        for campaign in db.session.scalars(Campaign.ours()).all():
            db.session.delete(campaign)
        db.session.flush()
        for line in reversed(_lines(text)):  # the one made last is shown first
            db.session.add(Campaign.from_line(line))
            db.session.flush()
        self.touch()

    @property
    def resources(self) -> str:
        """'Meeting space (120 seats)'."""
        return _joined(db.session.scalars(Resource.in_order()))

    @resources.setter
    def resources(self, text: str) -> None:
        if text == self.resources:
            return
        known = {each.name.casefold(): each for each in db.session.scalars(Resource.in_order())}
        for position, line in enumerate(_lines(text)):
            typed = Resource.of_line(line)
            resource = known.pop(typed.name.casefold(), typed)
            resource.name, resource.details = typed.name, typed.details
            resource.position = position
            db.session.add(resource)
        for resource in known.values():
            db.session.delete(resource)
        self.touch()


def _person(line) -> Person:
    person = Person.ours_named(line.name)
    if person is None:
        person = Person(name=line.name, is_ours=True, office=line.role)
        db.session.add(person)
        db.session.flush()
    return person


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _joined(labelled: "Iterable[Campaign | Resource]") -> str:
    return "\n".join(each.label for each in labelled)

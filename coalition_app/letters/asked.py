"""The letter that an address asks for: its kind, to whom, and what it is about."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from flask import abort, request
from sqlalchemy import Select, select

from coalition_app.extensions import db
from coalition_app.models import (
    LETTER_KINDS,
    Addressee,
    Assistance,
    Commitment,
    Introduction,
    Letter,
    Local,
    Meeting,
    Organization,
    Person,
    draft_letter,
    draft_second_note,
    follow_up_of,
)
from coalition_app.web import clock

REQUESTS = {"hq": "introduction_request", "ally": "ally_request", "member": "member_request"}
WORDS = ("salutation", "body", "closing")
NAMES = ("kind", "meeting", "introduction", "commitment", "assistance", "person", "again")


@dataclass(frozen=True)
class Asked:
    kind: str
    to: Addressee
    is_second: bool = False

    @classmethod
    def read(cls, organization_id: int, person_id: int) -> "Asked":
        """What the address of this request asks for; 404 for what does not fit together."""
        kind = request.args.get("kind", "general")
        if kind not in LETTER_KINDS:
            abort(404)
        person = db.get_or_404(Person, person_id) if person_id else _named(Person, "person")
        organization = db.get_or_404(Organization, organization_id) if organization_id else None
        if organization is None:
            return cls(kind, _to_person(kind, person))
        kind, to = ABOUT.get(kind, _to_organization)(kind, organization)
        if person:
            to = replace(to, person=person)
        return cls(kind, to, is_second=kind == "follow_up" and "again" in request.args)

    @property
    def draft(self) -> Letter:
        """Drafted from the records, not saved."""
        local, today = Local.current(), clock.today()
        if self.is_second:
            return draft_second_note(self.to.meeting, self.to.organization, local, today)
        return draft_letter(self.kind, self.to, local, today)

    @property
    def others(self) -> list[Person]:
        """Who else of theirs it could go to."""
        if self.kind in REQUESTS.values() or self.to.organization is None:
            return []
        if self.kind == "come_along":
            found = list(db.session.scalars(Person.ours().where(Person.is_activist).limit(12)))
        else:
            found = [each.person for each in self.to.organization.current_affiliations]
        return [each for each in dict.fromkeys(found) if each is not self.to.person][:12]

    @property
    def begun(self) -> Letter | None:
        """The draft about the same thing to the same person that is there already."""
        to = self.to
        is_about_something = any((to.meeting, to.introduction, to.commitment, to.assistance))
        return db.session.scalar(self._drafts().limit(1)) if is_about_something else None

    def saved_before(self, letter: Letter) -> Letter | None:
        """The draft with these very words: the button was pressed twice."""
        words = {name: getattr(letter, name) for name in WORDS}
        return db.session.scalar(self._drafts().filter_by(**words).limit(1))

    def _drafts(self) -> Select:
        to = self.to
        query = select(Letter).filter_by(
            kind=self.kind,
            organization=to.organization,
            meeting=to.meeting,
            introduction=to.introduction,
            commitment=to.commitment,
            assistance=to.assistance,
            sent_on=None,
        )
        if self.kind != "follow_up":
            query = query.filter_by(recipient=to.person)
        return query


def asked_for() -> dict[str, str]:
    """The query of this request, to be asked again."""
    return {name: request.args[name] for name in NAMES if name in request.args}


def _named(noun: type, name: str):
    """The record that the address names; none without, 404 for one that is not there."""
    key = request.args.get(name, type=int)
    return db.get_or_404(noun, key) if key else None


def _to_person(kind: str, person: Person | None) -> Addressee:
    """One of ours is written to at home; one of theirs for their organization."""
    if person is None or kind != "general":
        abort(404)
    roles = [] if person.is_ours else person.current_affiliations
    return Addressee(roles[0].organization if roles else None, person)


def _to_organization(kind: str, organization: Organization) -> tuple[str, Addressee]:
    return kind, Addressee(organization, organization.primary_contact)


def _after_meeting(kind: str, organization: Organization) -> tuple[str, Addressee]:
    meeting = _named(Meeting, "meeting")
    if meeting is None or organization not in meeting.organizations:
        abort(404)
    return kind, follow_up_of(meeting, organization)


def _come_along(kind: str, organization: Organization) -> tuple[str, Addressee]:
    """To the first activist of ours, until another is chosen."""
    meeting = _named(Meeting, "meeting")
    if meeting is None or organization not in meeting.organizations:
        abort(404)
    along = [each.person for each in meeting.ours if each.comes_along]
    activist = next(iter(along), None) or db.session.scalar(
        Person.ours().where(Person.is_activist).limit(1)
    )
    return kind, Addressee(organization, activist, meeting)


def _request(kind: str, organization: Organization) -> tuple[str, Addressee]:
    """The way of asking says which kind of request it is."""
    introduction = _named(Introduction, "introduction")
    if introduction is None or introduction.organization is not organization:
        abort(404)
    if not introduction.sends_request:
        abort(404)
    person = introduction.through_person
    to = Addressee(organization, person, introduction=introduction)
    if person is None and to.home:
        to = replace(to, person=to.home.primary_contact)
    return REQUESTS[introduction.route], to


def _confirmation(kind: str, organization: Organization) -> tuple[str, Addressee]:
    commitment = _named(Commitment, "commitment")
    if commitment is None or commitment.organization is not organization:
        abort(404)
    owner = commitment.owner if not commitment.is_ours else None
    theirs = owner if owner and not owner.is_ours else organization.primary_contact
    return kind, Addressee(organization, theirs, commitment=commitment)


def _thanks(kind: str, organization: Organization) -> tuple[str, Addressee]:
    assistance = _named(Assistance, "assistance")
    if assistance is not None and assistance.organization is not organization:
        abort(404)
    return kind, Addressee(organization, organization.primary_contact, assistance=assistance)


ABOUT: dict[str, Callable[[str, Organization], tuple[str, Addressee]]] = {
    "follow_up": _after_meeting,
    "come_along": _come_along,
    "introduction_request": _request,
    "ally_request": _request,
    "member_request": _request,
    "confirmation": _confirmation,
    "thanks": _thanks,
}

"""What the places of letters are filled with: asked for many recipients at once."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from coalition_app.extensions import db
from coalition_app.lib.wording import clock_time, full_day, listing, long_day, plural
from coalition_app.models.affiliation import Affiliation
from coalition_app.models.campaign import Campaign
from coalition_app.models.commitment import Commitment
from coalition_app.models.letter_words import COLLEAGUES, FRIENDS
from coalition_app.models.local import Local
from coalition_app.models.mailing import Addressee
from coalition_app.models.meeting import Attendance, Meeting, MeetingParty
from coalition_app.models.organization import Organization
from coalition_app.models.question import Question
from coalition_app.models.resource import Resource

# The questions whose answers say how we might go on together, not what they are about.
AHEAD = {wording for _, wording in Question.CARRY[2:5]}


class LetterValues:
    """The same dozen questions to the database for one recipient and for hundreds. `further`:
    commitments beside those of the meeting."""

    def __init__(
        self,
        addressees: Iterable[Addressee],
        local: Local,
        today: date,
        further: Sequence[Commitment] = (),
    ):
        self.local, self.today, self.further = local, today, further
        of_all = list(addressees)
        self.kept = _loaded({each.organization for each in of_all if each.organization})
        meetings = _met({each.meeting for each in of_all if each.meeting})
        self.questions = _questions() if meetings else {}
        self.following = _following(meetings)
        self.of_us = self._of_us()

    def of(self, to: Addressee) -> dict[str, str]:
        values = self.of_us | _of_recipient(to) | _of_organization(to.organization)
        if to.meeting:
            values |= self._of_meeting(to)
        if to.introduction:
            values |= _of_request(to)
        if to.commitment:
            values |= _of_commitment(to.commitment)
        if to.assistance:
            side = "our help" if to.assistance.we_give else "their help"
            values[side] = to.assistance.what.rstrip(". ")
        return values

    def _of_us(self) -> dict[str, str]:
        local = self.local
        campaigns = db.session.scalars(Campaign.ours().limit(5)).all()
        lent = db.session.scalars(Resource.in_order()).all()
        members, meets_on = local.members_count, local.next_membership_on
        return {
            "our local": local.full_name,
            "our members": plural(members, "member") if members else "",
            "our presentation": local.presentation,
            "our campaigns": listing([each.name for each in campaigns]),
            "what we can lend": listing([each.name[:1].lower() + each.name[1:] for each in lent]),
            "our phone": local.phone,
            "our email": local.email,
            "membership meeting day": long_day(meets_on) if _is_ahead(meets_on, self.today) else "",
            "signer": local.signer.name if local.signer else "",
            "signer office": local.signer.office if local.signer else "",
            "today": full_day(self.today),
        }

    def _of_meeting(self, to: Addressee) -> dict[str, str]:
        meeting, organization = to.meeting, to.organization
        going = [each.person for each in meeting.ours if not each.came]
        there = came(meeting, organization)
        heard, ahead = self._said(meeting)
        following = self.following.get((meeting.id, organization.id if organization else None))
        promised = [
            each
            for each in dict.fromkeys((*meeting.commitments, *self.further))
            if each.organization is organization and each.dropped_on is None
        ]
        return {
            "meeting day": long_day(meeting.starts_at.date()),
            "meeting time": clock_time(meeting.starts_at),
            "meeting place": meeting.place.rstrip(". "),
            "others who came": listing([person.name for person in there[1:]]),
            "who goes": listing([each.name for each in going if each is not to.person]),
            "what we heard": heard,
            "new ideas": ahead,
            "our commitments": _list([each for each in promised if each.is_ours]),
            "their commitments": _list([each for each in promised if not each.is_ours]),
            "next conversation": long_day(following) if following else "",
        }

    def _said(self, meeting: Meeting) -> tuple[str, str]:
        """What they work on, and what we might do together, from the answers of the notes."""
        answers = [
            (self.questions[each.question_id], each)
            for each in meeting.answers
            if each.text.strip() and each.question_id in self.questions
        ]
        answers.sort(key=lambda each: (each[0].position, each[0].id))
        heard = [each.text.strip() for _, each in answers if each.wording not in AHEAD]
        ahead = [each.text.strip() for _, each in answers if each.wording in AHEAD]
        return " ".join(heard), " ".join(ahead)


def came(meeting: Meeting, organization: Organization | None) -> list:
    """Those of theirs who were there, in the order in which they were named."""
    return [
        each.person for each in meeting.theirs if each.came and each.organization is organization
    ]


def _loaded(organizations: set[Organization]) -> list[Organization]:
    """With their people, in three queries."""
    ids = [each.id for each in organizations if each.id]
    people = selectinload(Organization.affiliations).joinedload(Affiliation.person)
    query = select(Organization).where(Organization.id.in_(ids))
    query = query.options(people, selectinload(Organization.campaigns))
    return list(db.session.scalars(query)) if ids else []


def _met(meetings: set[Meeting]) -> list[Meeting]:
    """With all that a letter says of them."""
    ids = [each.id for each in meetings if each.id]
    attendances = selectinload(Meeting.attendances)
    query = select(Meeting).where(Meeting.id.in_(ids))
    query = query.options(
        attendances.joinedload(Attendance.person),
        attendances.joinedload(Attendance.organization),
        selectinload(Meeting.answers),
        selectinload(Meeting.commitments).joinedload(Commitment.owner),
        selectinload(Meeting.parties).joinedload(MeetingParty.organization),
    )
    return list(db.session.scalars(query)) if ids else []


def _questions() -> dict[int, Question]:
    """Those asked at the table that serve no other purpose."""
    query = select(Question).where(Question.kind == "carry", Question.purpose == "")
    return {each.id: each for each in db.session.scalars(query)}


def _following(meetings: list[Meeting]) -> dict[tuple[int, int], date]:
    """Of each meeting and organization the day of the next conversation."""
    ids = {each for meeting in meetings for each in meeting.organization_ids}
    if not ids:
        return {}
    earliest = min(meeting.starts_at for meeting in meetings)
    query = (
        select(MeetingParty.organization_id, Meeting.starts_at)
        .join(MeetingParty.meeting)
        .where(
            MeetingParty.organization_id.in_(ids),
            Meeting.canceled_on.is_(None),
            Meeting.starts_at > earliest,
        )
        .order_by(Meeting.starts_at.desc())
    )
    later = db.session.execute(query).all()
    return {
        (meeting.id, organization_id): starts_at.date()
        for meeting in meetings
        for organization_id, starts_at in later
        if organization_id in meeting.organization_ids and starts_at > meeting.starts_at
    }


def _of_recipient(to: Addressee) -> dict[str, str]:
    person = to.person
    if person is None:
        return {"greeting": FRIENDS}
    roles = [
        each.role
        for each in (to.home.current_affiliations if to.home else ())
        if each.person is person and each.role
    ]
    return {
        "greeting": person.greeting or (COLLEAGUES if person.is_ours else FRIENDS),
        "recipient": person.name,
        "recipient first name": person.first_name if person.is_named else "",
        "recipient role": person.office or next(iter(roles), ""),
    }


def _of_organization(organization: Organization | None) -> dict[str, str]:
    if organization is None:
        return {}
    campaigns = organization.campaigns
    return {
        "organization": organization.full_name,
        "their mission": organization.mission.strip().rstrip("."),
        "their newest campaign": campaigns[0].name if campaigns else "",
    }


def _of_request(to: Addressee) -> dict[str, str]:
    contact, ally = to.introduction.contact, to.introduction.through_organization
    return {
        "person to meet": contact.name if contact and not contact.is_unnamed else "them",
        "ally": ally.full_name if ally else "",
    }


def _of_commitment(commitment: Commitment) -> dict[str, str]:
    side = "our commitment" if commitment.is_ours else "their commitment"
    return {
        "commitment": commitment.what.rstrip(". "),
        side: _list([commitment]),
        "agreed on": long_day(commitment.made_on),
    }


def _list(commitments: list[Commitment]) -> str:
    """'- Hall on May 14 (Dori James) by April 2, 2026', one a line."""
    return "\n".join(
        f"- {each.what}"
        + (f" ({each.owner.name})" if each.owner else "")
        + (f" by {full_day(each.due_on)}" if each.due_on else "")
        for each in commitments
    )


def _is_ahead(on: date | None, today: date) -> bool:
    return on is not None and on >= today

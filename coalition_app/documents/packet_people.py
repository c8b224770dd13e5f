"""Those expected at a meeting, and what we know of each, in the words of a packet."""

from collections.abc import Iterator
from datetime import date
from textwrap import shorten

from coalition_app.documents.packet_parts import Attendee, Party, Remark
from coalition_app.lib.wording import day, listing
from coalition_app.models import LastTalk, LastTalks, Local, Meeting, Organization, Person, WaysIn

LONGEST_TALK = 160  # characters of what was said


def theirs(meeting: Meeting, today: date, *, with_private_notes: bool) -> tuple[Party, ...]:
    """Those expected from each organization; one that sends nobody yet is not named."""
    talks = LastTalks([each.person for each in meeting.theirs], today)
    parties = []
    for organization in meeting.organizations:
        expected = [each.person for each in meeting.theirs if each.organization is organization]
        ties = _ties(organization) if expected else {}
        people = tuple(
            Attendee(
                name=person.name_as_called,
                role=role(person, organization),
                phone=_dialed(person),
                known=tuple(_known(person, organization, ties, private=with_private_notes)),
                talk=_last_talk(talks.with_(person), today),
                pronouns=person.pronouns,
            )
            for person in expected
        )
        if people:
            parties.append(Party(organization.full_name, people))
    return tuple(parties)


def ours(meeting: Meeting, local: Local) -> Party | None:
    people = [attendance.person for attendance in meeting.ours]
    attendees = tuple(
        Attendee(
            each.name_as_called, each.office or each.worksite, _dialed(each), tuple(_language(each))
        )
        for each in people
    )
    return Party(local.short_name, attendees) if attendees else None


def role(person: Person, organization: Organization) -> str:
    roles = [each.role for each in person.current_affiliations if each.organization is organization]
    return next((role for role in roles if role), "")


def _dialed(person: Person) -> str:
    return person.dialed or person.refuses("phone")


def _ties(organization: Organization) -> dict[Person, list[Remark]]:
    """Of ours, who knows each of them. Who asked us not to tell them is left out: a packet lies on
    their table."""
    found: dict[Person, list[Remark]] = {}
    for way in WaysIn(organization).members:
        if way.contact and not way.is_between_us:
            known = Remark(way.through, f"{way.how} {way.contact.first_name}.")
            found.setdefault(way.contact, []).append(known)
    return found


def _known(
    person: Person, organization: Organization, ties: dict, *, private: bool
) -> Iterator[Remark]:
    yield from ties.get(person, ())
    others = [
        f"{each.role or 'with'} at {each.organization.name}"
        if each.role
        else each.organization.name
        for each in person.current_affiliations
        if each.organization is not organization
    ]
    if others:
        yield Remark("Also", f"{listing(others)}.")
    yield from _language(person)
    if private and person.standing:
        standing = person.standing
        yield Remark("Standing", f"{standing.label} ({standing.act}).")


def _language(person: Person) -> Iterator[Remark]:
    if person.language not in ("", "English"):
        yield Remark("", f"Speaks {person.language}.")


def _last_talk(talk: LastTalk | None, today: date) -> str:
    """'Mar 12, call with Rosa Díaz. Coffee set.'"""
    if talk is None:
        return ""
    by = f" with {listing(talk.ours)}" if talk.ours else ""
    said = shorten(talk.text, LONGEST_TALK, placeholder=" …")
    return f"{day(talk.on, today)}, {talk.what}{by}. {said}".strip()

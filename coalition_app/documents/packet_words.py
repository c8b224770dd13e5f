"""What the records say of a meeting itself, in the words of its packet."""

from datetime import datetime

from coalition_app.documents.packet_parts import (
    Attendee,
    Party,
    Prepared,
    Remark,
    Step,
    Track,
)
from coalition_app.lib.cold_call import cold_call_script
from coalition_app.models import (
    Local,
    Meeting,
    Organization,
    Pathway,
    Person,
    facts_of,
)


def tracks(meeting: Meeting, now: datetime) -> tuple[Track, ...]:
    """The nine steps of each organization that is started."""
    started = [each for each in meeting.organizations if each.is_started]
    return tuple(Track(each.full_name, _steps(each, now)) for each in started)


def _steps(organization: Organization, now: datetime) -> tuple[Step, ...]:
    path = Pathway(facts_of(organization, now.date()), now)
    return tuple(Step(step.number, step.name, step.state, step.note) for step in path.steps)


def prepared(meeting: Meeting) -> tuple[Prepared, ...]:
    """The prepare questions and their answers; those skipped on purpose are left out."""
    asked = [(each, meeting.answer_to(each)) for each in meeting.questions("prepare")]
    return tuple(
        Prepared(question.heading, meeting.wording_of(question), answer.text if answer else "")
        for question, answer in asked
        if not (answer and answer.is_skipped)
    )


def carried(meeting: Meeting) -> tuple[str, ...]:
    """The carry questions in the order of the screen."""
    return tuple(meeting.wording_of(question) for question in meeting.questions("carry"))


def contact(meeting: Meeting) -> Person | None:
    """Whom to ask for: the first of theirs who is expected, else who is known best."""
    expected = [attendance.person for attendance in meeting.theirs]
    primary = [each.primary_contact for each in meeting.organizations if each.primary_contact]
    return next(iter(expected + primary), None)


def theirs(meeting: Meeting) -> tuple[Party, ...]:
    """Those expected from each organization; one that sends nobody yet is not named."""
    parties = []
    for organization in meeting.organizations:
        expected = [each.person for each in meeting.theirs if each.organization is organization]
        people = tuple(
            Attendee(p.name_as_called, _role(p, organization), p.dialed) for p in expected
        )
        if people:
            parties.append(Party(organization.full_name, people))
    return tuple(parties)


def _role(person: Person, organization: Organization) -> str:
    roles = [each.role for each in person.current_affiliations if each.organization is organization]
    return next((role for role in roles if role), "")


def ours(meeting: Meeting, local: Local) -> Party | None:
    people = [attendance.person for attendance in meeting.ours]
    attendees = tuple(Attendee(each.name_as_called, each.office, each.dialed) for each in people)
    return Party(local.short_name, attendees) if attendees else None


def script(meeting: Meeting, local: Local) -> str:
    """For a call: what the guide says on the phone (step 4), its blanks filled."""
    if meeting.kind != "call":
        return ""
    caller = meeting.ours[0].person.name if meeting.ours else ""
    mission = meeting.organizations[0].mission if meeting.organizations else ""
    return cold_call_script(caller, local.full_name, mission)


def private(meeting: Meeting) -> tuple[Remark, ...]:
    """The private notes on the organizations and on those expected; organizers only."""
    people = [attendance.person for attendance in meeting.theirs]
    noted = [(each.full_name, each.private_notes) for each in meeting.organizations]
    noted += [(each.name, each.private_notes) for each in people]
    return tuple(Remark(name, notes) for name, notes in noted if notes)

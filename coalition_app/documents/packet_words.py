"""What the records say of a meeting itself, in the words of its packet."""

from datetime import datetime

from coalition_app.documents.measures import Measures
from coalition_app.documents.packet_parts import (
    Call,
    Prepared,
    Remark,
    Step,
    Track,
)
from coalition_app.documents.room import call_lines
from coalition_app.extensions import db
from coalition_app.lib.cold_call import cold_call_script
from coalition_app.models import (
    Introduction,
    Local,
    Meeting,
    Organization,
    Pathway,
    Person,
    facts_of,
)

MOST_NUMBERS = 6


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


def contacts(meeting: Meeting) -> dict[Organization, Person | None]:
    """Whom to ask for at each: the first of theirs who is expected, else who is known best."""
    expected: dict[Organization, Person] = {}
    for each in meeting.theirs:
        expected.setdefault(each.organization, each.person)
    return {each: expected.get(each) or each.primary_contact for each in meeting.organizations}


def contact(meeting: Meeting) -> Person | None:
    """Of all of them the first of theirs who is expected, else who is known best."""
    expected = [attendance.person for attendance in meeting.theirs]
    return next((each for each in (*expected, *contacts(meeting).values()) if each), None)


def with_each(meeting: Meeting) -> tuple[Remark, ...]:
    """Whom to ask for, and the phone, where several organizations meet."""
    if len(meeting.organizations) < 2:
        return ()
    return tuple(
        Remark(f"{person.described}, {organization.full_name}", person.dialed)
        if person
        else Remark(organization.full_name, "nobody named yet")
        for organization, person in contacts(meeting).items()
    )


def call(meeting: Meeting, local: Local, measures: Measures) -> Call | None:
    """For a call, and for a first meeting with whom we come to know by a cold call: what the guide
    says on the phone (step 4), its blanks filled."""
    if meeting.kind != "call" and not any(map(_by_cold_call, meeting.organizations)):
        return None
    caller = meeting.ours[0].person.name if meeting.ours else ""
    mission = meeting.organizations[0].mission if meeting.organizations else ""
    script = cold_call_script(caller, local.full_name, mission)
    numbers, about_us = _numbers(meeting), local.presentation
    return Call(script, numbers, about_us, call_lines(script, numbers, about_us, measures))


def _by_cold_call(organization: Organization) -> bool:
    latest = db.session.scalar(Introduction.of(organization).limit(1))
    is_cold = latest is not None and latest.route == "cold_call" and not latest.declined_on
    return is_cold and db.session.scalar(Meeting.held_with(organization).limit(1)) is None


def _numbers(meeting: Meeting) -> tuple[Remark, ...]:
    """Of those expected, or else of whom we know best, and of each organization."""
    people = [each.person for each in meeting.theirs]
    people = people or [each for each in contacts(meeting).values() if each]
    dialed = [(each.described, each.dialed or each.refuses("phone")) for each in people]
    dialed += [(each.full_name, each.phone) for each in meeting.organizations]
    return tuple(Remark(name, number) for name, number in dialed if number)[:MOST_NUMBERS]


def private(meeting: Meeting) -> tuple[Remark, ...]:
    """The private notes on the organizations and on those expected; organizers only."""
    people = [attendance.person for attendance in meeting.theirs]
    noted = [(each.full_name, each.private_notes) for each in meeting.organizations]
    noted += [(each.name, each.private_notes) for each in people]
    return tuple(Remark(name, notes) for name, notes in noted if notes)

"""What the records say of a meeting, in the words of its packet."""

from collections.abc import Iterator
from datetime import date, datetime

from coalition_app.documents.packet_parts import (
    Attendee,
    Event,
    Party,
    Prepared,
    Promise,
    Remark,
    Step,
    Track,
)
from coalition_app.extensions import db
from coalition_app.lib.cold_call import cold_call_script
from coalition_app.lib.wording import day, near_day, plural
from coalition_app.models import (
    Commitment,
    Introduction,
    Local,
    Meeting,
    Organization,
    Pathway,
    Person,
    Resource,
    Timeline,
    WaysIn,
    facts_of,
)

LATEST = 12  # events of what happened so far; older ones are counted
# Who stands where, and why we paused, is not carried to a meeting; how we filed them, of no use.
NOT_ON_PAPER = ("Standing", "Paused", "Taken up again", "Listed", "Started")


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


def who_they_are(meeting: Meeting) -> tuple[Remark, ...]:
    return tuple(
        remark
        for organization in meeting.organizations
        for remark in _of_each(meeting, organization, _description(organization))
    )


def _of_each(meeting: Meeting, organization: Organization, remarks) -> Iterator[Remark]:
    """The remarks, under the organization's name when the meeting has several."""
    remarks = list(remarks)
    if remarks and len(meeting.organizations) > 1:
        yield Remark(organization.full_name, "")
    yield from remarks


def _description(organization: Organization) -> Iterator[Remark]:
    campaigns = " · ".join(campaign.label for campaign in organization.campaigns)
    remarks = (
        Remark("", organization.mission),
        Remark("", " · ".join(_traits(organization))),
        Remark("Structure.", organization.structure),
        Remark("Campaigns.", campaigns),
        Remark("Shared issues.", organization.shared_issues),
        Remark("They work with", organization.allies),
    )
    return (remark for remark in remarks if remark.text)


def _traits(organization: Organization) -> list[str]:
    parent, count = organization.parent, organization.members_count
    traits = (
        organization.kind.capitalize(),
        organization.field if organization.field != organization.kind else "",
        f"chapter of {parent.name}" if parent else "",
        plural(count, "member") if count else "",
        organization.tax_status,
    )
    return [trait for trait in traits if trait]


def how_we_know_them(meeting: Meeting) -> tuple[Remark, ...]:
    return tuple(
        remark
        for organization in meeting.organizations
        for remark in _of_each(meeting, organization, _ways(organization))
    )


def _ways(organization: Organization) -> Iterator[Remark]:
    """Our members who know somebody there, and who introduced us; else allies who could."""
    ways = WaysIn(organization)
    for way in ways.members:
        yield Remark(way.through, f"{way.how} {way.contact.described if way.contact else 'there'}")
    made = [each for each in db.session.scalars(Introduction.of(organization)) if each.made_on]
    for introduction in made:
        if introduction.sends_request:
            yield Remark(introduction.through, "introduced us.")
    if not ways.members and not made:
        yield from (Remark(way.through, way.how) for way in ways.allies)


def promises(meeting: Meeting, today: date) -> tuple[Promise, ...]:
    """Open commitments of both sides, whichever meeting they come from, ours first."""
    ids = [organization.id for organization in meeting.organizations]
    found = db.session.scalars(Commitment.open().where(Commitment.organization_id.in_(ids)))
    in_order = sorted(found, key=lambda commitment: not commitment.is_ours)
    return tuple(_promise(commitment, today) for commitment in in_order)


def _promise(commitment: Commitment, today: date) -> Promise:
    late = commitment.days_late(today)
    when = near_day(commitment.due_on, today) if commitment.due_on else ""
    return Promise(
        side="We will" if commitment.is_ours else "They will",
        what=commitment.what,
        who=commitment.owner.name if commitment.owner else "",
        when=f"{plural(late, 'day')} late" if late else when,
        is_late=bool(late),
    )


def offers() -> tuple[str, ...]:
    return tuple(resource.label for resource in db.session.scalars(Resource.in_order()))


def history(meeting: Meeting, today: date) -> tuple[Event, ...]:
    """The latest events before this meeting; a last line counts the older ones."""
    found = [event for each in meeting.organizations for event in Timeline(each).events]
    past = [
        event
        for event in sorted(found, key=lambda event: event.on, reverse=True)
        if event.on <= today
        and event.subject is not meeting
        and not event.what.startswith(NOT_ON_PAPER)
    ]
    lines = [Event(day(each.on, today), each.who, each.what, each.text) for each in past[:LATEST]]
    if len(past) > LATEST:
        lines.append(Event("", "", "", f"{len(past) - LATEST} earlier ones are on the screen."))
    return tuple(lines)


def theirs(meeting: Meeting) -> tuple[Party, ...]:
    """Those expected from each organization; one that sends nobody yet is not named."""
    parties = []
    for organization in meeting.organizations:
        expected = [each.person for each in meeting.theirs if each.organization is organization]
        people = tuple(Attendee(p.name, _role(p, organization), p.phone) for p in expected)
        if people:
            parties.append(Party(organization.full_name, people))
    return tuple(parties)


def _role(person: Person, organization: Organization) -> str:
    roles = [each.role for each in person.current_affiliations if each.organization is organization]
    return next((role for role in roles if role), "")


def ours(meeting: Meeting, local: Local) -> Party | None:
    people = [attendance.person for attendance in meeting.ours]
    attendees = tuple(Attendee(each.name, each.office, each.phone) for each in people)
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

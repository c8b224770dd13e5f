"""What the records say of those we meet, in the words of a packet."""

from collections.abc import Iterator
from datetime import date

from coalition_app.documents.packet_parts import Event, Promise, Remark
from coalition_app.extensions import db
from coalition_app.lib.wording import day, near_day, plural
from coalition_app.models import (
    Commitment,
    Introduction,
    Meeting,
    Organization,
    Resource,
    Timeline,
    WaysIn,
)

LATEST = 12  # events of what happened so far; older ones are counted
# Who stands where, and why we paused, is not carried to a meeting; how we filed them, of no use.
NOT_ON_PAPER = ("Standing", "Paused", "Taken up again", "Listed", "Started")


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
        Remark("Shared with our agenda.", organization.issues_with_ours),
        Remark("Their issues.", organization.other_issues),
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
    """Our members who know somebody there, and who introduced us; else those with whom we talked,
    and allies who could introduce us. A packet lies on their table: who asked us not to tell them
    is not in it.
    """
    ways = WaysIn(organization)
    members = [way for way in ways.members if not way.is_between_us]
    for way in members:
        yield Remark(way.through, f"{way.how} {way.whom}")
    made = [each for each in db.session.scalars(Introduction.of(organization)) if each.made_on]
    for introduction in made:
        if introduction.sends_request:
            yield Remark(introduction.through, "introduced us.")
    if members or made:
        return
    for talk in ways.talks:
        ours = talk.conversation.our_person
        yield Remark(ours.name if ours else "We", f"talked with {talk.contact.described}")
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
    told = dict.fromkeys(
        Event(day(each.on, today), each.who, each.what, each.text) for each in past
    )
    lines = list(told)[:LATEST]  # what happened with several at once is told once
    if len(told) > LATEST:
        lines.append(Event("", "", "", f"{len(told) - LATEST} earlier ones are on the screen."))
    return tuple(lines)

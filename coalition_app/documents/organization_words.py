"""What the records say of one organization, in the words of paper."""

from collections.abc import Iterator
from datetime import date

from coalition_app.documents.packet_parts import Promise, Remark
from coalition_app.extensions import db
from coalition_app.lib.wording import near_day, plural
from coalition_app.models import Commitment, Introduction, Organization, WaysIn

# Who stands where, why we paused and what our board heard is not carried to a meeting; how we filed
# them is of no use there.
NOT_ON_PAPER = ("Standing", "Paused", "Taken up again", "Told", "Listed", "Started")


def description(organization: Organization) -> Iterator[Remark]:
    """Who they are, the mission first."""
    campaigns = " · ".join(campaign.label for campaign in organization.campaigns)
    remarks = (
        Remark("", organization.mission),
        Remark("", " · ".join(traits(organization))),
        Remark("Structure.", organization.structure),
        Remark("Campaigns.", campaigns),
        Remark("Shared with our agenda.", organization.issues_with_ours),
        Remark("Their issues.", organization.other_issues),
        Remark("They work with", organization.allies),
    )
    return (remark for remark in remarks if remark.text)


def traits(organization: Organization) -> list[str]:
    """'Community', 'civil rights', '400 members'."""
    parent, count = organization.parent, organization.members_count
    found = (
        organization.kind.capitalize(),
        organization.field if organization.field != organization.kind else "",
        f"chapter of {parent.name}" if parent else "",
        plural(count, "member") if count else "",
        organization.tax_status,
    )
    return [trait for trait in found if trait]


UNASKED = {
    "cold_call": "We called them.",
    "came_to_us": "They came to us.",
    "already_known": "We knew them already.",
}


def ways(organization: Organization) -> Iterator[Remark]:
    """Our members who know somebody there, and who introduced us; else how the door opened, those
    with whom we talked, and while it is shut allies who could introduce us. A packet lies on their
    table: who asked us not to tell them is not in it.
    """
    found = WaysIn(organization)
    members = [way for way in found.members if not way.is_between_us]
    for way in members:
        yield Remark(way.through, f"{way.how} {way.whom}")
    made = [each for each in db.session.scalars(Introduction.of(organization)) if each.made_on]
    asked = [each for each in made if each.sends_request]
    for introduction in asked:
        yield Remark(introduction.through, "introduced us.")
    if members or asked:
        return
    for route in dict.fromkeys(each.route for each in made):
        yield Remark("", UNASKED[route])
    for talk in found.talks:
        ours = talk.conversation.our_person
        yield Remark(ours.name if ours else "We", f"talked with {talk.contact.described}")
    if not made:
        yield from (Remark(way.through, way.how) for way in found.allies)


def promise(commitment: Commitment, today: date) -> Promise:
    """An open one."""
    late = commitment.days_late(today)
    when = near_day(commitment.due_on, today) if commitment.due_on else ""
    return Promise(
        side="We will" if commitment.is_ours else "They will",
        what=commitment.what,
        who=commitment.owner.name if commitment.owner else "",
        when=f"{plural(late, 'day')} late" if late else when,
        is_late=bool(late),
    )

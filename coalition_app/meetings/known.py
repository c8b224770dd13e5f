"""What we already know, put beside each question of the preparation."""

from dataclasses import dataclass

from coalition_app.extensions import db
from coalition_app.lib.wording import day
from coalition_app.models import Campaign, Commitment, Local, Meeting, Organization, Resource

FEW = 5


@dataclass(frozen=True)
class Remark:
    """A few words; `offer` is what a button puts into the answer."""

    lead: str
    text: str
    offer: str = ""


def known_beside(meeting: Meeting, today) -> dict[str, list[Remark]]:
    """By the purpose of a question."""
    local, theirs = Local.current(), meeting.organizations
    campaigns = [_campaigns(each) for each in theirs if each.campaigns]
    shared = [remark for each in theirs for remark in _issues(each)]
    missions = [Remark("Their mission", each.mission) for each in theirs]
    resources = [each.label for each in db.session.scalars(Resource.in_order())]
    remarks = {
        "opening": [_opening(each) for each in theirs if each.campaigns],
        "presentation": [
            Remark("How we present ourselves", local.presentation, local.presentation),
            Remark("Our agenda", local.agenda, local.agenda),
        ],
        "why": [*missions, *shared],
        "campaigns": [_ours()],
        "unity": [*shared, *campaigns, Remark("We can offer", " · ".join(resources))],
        "next_step": _open_commitments(meeting, today),
    }
    return {key: [each for each in found if each.text] for key, found in remarks.items()}


def _opening(organization: Organization) -> Remark:
    newest = organization.campaigns[0].label
    return Remark("Their newest campaign", newest, f"Ask about {newest}.")


def _campaigns(organization: Organization) -> Remark:
    labels = [campaign.label for campaign in organization.campaigns[:FEW]]
    return Remark("Their campaigns", " · ".join(labels))


def _issues(organization: Organization) -> list[Remark]:
    """Those that stand on our agenda as well come first, apart."""
    common, others = organization.issues_with_ours, organization.other_issues
    return [
        Remark("Shared with our agenda", common, common),
        Remark("More issues" if common else "Their issues", others, others),
    ]


def _ours() -> Remark:
    labels = [each.label for each in db.session.scalars(Campaign.ours().limit(FEW))]
    return Remark("Our campaigns", " · ".join(labels), "\n".join(labels))


def _open_commitments(meeting: Meeting, today) -> list[Remark]:
    query = Commitment.open().where(Commitment.organization_id.in_(meeting.organization_ids))
    return [
        Remark("We will" if each.is_ours else "They will", _promise(each, today))
        for each in db.session.scalars(query.limit(FEW))
    ]


def _promise(commitment: Commitment, today) -> str:
    when = f"by {day(commitment.due_on, today)}" if commitment.due_on else ""
    return " · ".join(part for part in (commitment.what, commitment.owner_name, when) if part)

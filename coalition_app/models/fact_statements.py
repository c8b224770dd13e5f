"""The statements that gather facts: each is made of a select of organizations' ids."""

from sqlalchemy import (
    Select,
    String,
    bindparam,
    case,
    cast,
    false,
    func,
    literal,
    or_,
    select,
    union,
    union_all,
)
from sqlalchemy.orm import aliased

from coalition_app.models.affiliation import Affiliation
from coalition_app.models.assistance import Assistance
from coalition_app.models.campaign import Campaign
from coalition_app.models.commitment import Commitment
from coalition_app.models.conversation import Conversation, ConversationPerson
from coalition_app.models.introduction import Introduction, Nudge
from coalition_app.models.letter import ABOUT_THEM, Letter
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person
from coalition_app.models.standing import Pause, Review, Standing
from coalition_app.models.tie import Tie
from coalition_app.models.told import Told


def organizations(ids: Select) -> Select:
    """Id and whether they go through HQ, then in the order of `Facts` what it begins with."""
    chapter = Organization.chapter
    return (
        select(
            Organization.id,
            Organization.goes_through_hq,
            case((chapter != "", Organization.name + ", " + chapter), else_=Organization.name),
            Organization.kind,
            Organization.scope,
            func.coalesce(Organization.has_members | (Organization.members_count > 0), false()),
            Organization.strategic_reason != "",
            Organization.started_on,
            func.coalesce(Person.name, ""),
            Organization.mission != "",
            Organization.cadence_days,
        )
        .outerjoin(Person, Person.id == Organization.lead_id)
        .where(Organization.id.in_(ids))
    )


def latest_days(ids: Select):
    """What, organization and the latest day of each kind."""
    days = {
        "reviewed": (Review, Review.reviewed_on),
        "talked": (Conversation, Conversation.held_on),
        "promised": (Commitment, func.coalesce(Commitment.changed_on, Commitment.made_on)),
    }
    return union_all(*(_latest(ids, what, *found) for what, found in days.items()))


def _latest(ids: Select, what: str, noun: type, day) -> Select:
    query = select(literal(what).label("what"), noun.organization_id, func.max(day).label("day"))
    return query.where(noun.organization_id.in_(ids)).group_by(noun.organization_id)


def marks(ids: Select):
    """What and organization: of yes or no, those of which it is yes."""
    found = {
        "through_hq": _through_hq(),
        "campaign": select(Campaign.organization_id).where(Campaign.organization_id.in_(ids)),
        "paused": _pauses(ids),
        "in_conversation": _in_conversation(ids),
    }
    named = {what: query.subquery() for what, query in found.items()}
    return union_all(*(select(literal(what), *each.c) for what, each in named.items()))


def _through_hq() -> Select:
    """National partners and every chapter below one."""
    partners = select(Organization.id).where(Organization.is_national_partner)
    tree = partners.cte("through_hq", recursive=True)
    chapter = aliased(Organization)
    tree = tree.union(select(chapter.id).join(tree, chapter.parent_id == tree.c.id))
    return select(tree.c.id)


def introductions(ids: Select) -> Select:
    through = aliased(Organization)
    nudges = (
        select(func.count())
        .where(Nudge.introduction_id == Introduction.id)
        .correlate(Introduction)
        .scalar_subquery()
    )
    return (
        select(
            Introduction.organization_id,
            Introduction.id,
            Introduction.route,
            Introduction.asked_on,
            Introduction.made_on,
            Introduction.declined_on,
            Person.name.label("person"),
            through.name.label("ally"),
            nudges.label("nudges"),
        )
        .outerjoin(Person, Person.id == Introduction.through_person_id)
        .outerjoin(through, through.id == Introduction.through_organization_id)
        .where(Introduction.organization_id.in_(ids))
        .order_by(Introduction.id.desc())
    )


def assistances(ids: Select) -> Select:
    columns = (
        Assistance.organization_id,
        Assistance.meeting_id,
        Assistance.we_give,
        Assistance.state,
        Assistance.offered_on,
        Assistance.settled_on,
    )
    return select(*columns).where(Assistance.organization_id.in_(ids))


def letters(ids: Select) -> Select:
    """Organization, its follow-ups that went as '12 2026-03-14,…', the last letter to them.

    One row instead of many: fetching is what takes the time.
    """
    meeting = func.coalesce(cast(Letter.meeting_id, String), "")
    follow_up = meeting + " " + cast(Letter.sent_on, String)
    to_them = func.max(Letter.sent_on).filter(Letter.kind.not_in(ABOUT_THEM))
    return (
        select(
            Letter.organization_id,
            func.aggregate_strings(follow_up, ",").filter(Letter.kind == "follow_up"),
            to_them,
        )
        .where(Letter.organization_id.in_(ids), Letter.sent_on.is_not(None))
        .group_by(Letter.organization_id)
    )


def tolds(ids: Select) -> Select:
    """Organization, audience and the days on which it was told, as '2026-03-14,…'."""
    days = func.aggregate_strings(cast(Told.told_on, String), ",")
    query = select(Told.organization_id, Told.audience, days)
    query = query.where(Told.organization_id.in_(ids))
    return query.group_by(Told.organization_id, Told.audience)


def _pauses(ids: Select) -> Select:
    """Running on the day that is given as `today`."""
    return select(Pause.organization_id).where(
        Pause.organization_id.in_(ids),
        Pause.ended_on.is_(None),
        or_(Pause.until.is_(None), Pause.until > bindparam("today")),
    )


def standings(ids: Select) -> Select:
    """Later rows of one day win."""
    query = select(Standing.organization_id, Standing.value)
    query = query.where(Standing.organization_id.in_(ids))
    return query.order_by(Standing.rated_on, Standing.id)


def acquaintances(ids: Select):
    """Our people who know somebody there: a tie of ours, or our own member's affiliation."""
    theirs = _current_affiliations(ids).add_columns(Person.is_ours).cte("theirs")
    ours = aliased(Person)
    is_ours = ours.is_ours & ours.archived_at.is_(None)
    return union(
        select(theirs.c.organization_id, Tie.person_id)
        .join(Tie, Tie.other_id == theirs.c.person_id)
        .join(ours, (ours.id == Tie.person_id) & is_ours),
        select(theirs.c.organization_id, Tie.other_id)
        .join(Tie, Tie.person_id == theirs.c.person_id)
        .join(ours, (ours.id == Tie.other_id) & is_ours),
        select(theirs.c.organization_id, theirs.c.person_id).where(theirs.c.is_ours),
    )


def _in_conversation(ids: Select) -> Select:
    """Organizations with a two-way conversation with somebody who is still there.

    Begins at the conversations, which are few beside the people.
    """
    is_there = (
        select(Affiliation.id)
        .join(Person, Person.id == Affiliation.person_id)
        .where(
            Affiliation.organization_id == Conversation.organization_id,
            Affiliation.person_id == ConversationPerson.person_id,
            Affiliation.ended_on.is_(None),
            Person.archived_at.is_(None),
        )
        .exists()
    )
    return (
        select(Conversation.organization_id)
        .join(ConversationPerson, ConversationPerson.conversation_id == Conversation.id)
        .where(Conversation.is_two_way, Conversation.organization_id.in_(ids), is_there)
    )


def _current_affiliations(ids: Select) -> Select:
    return (
        select(Affiliation.organization_id, Affiliation.person_id)
        .join(Person, Person.id == Affiliation.person_id)
        .where(
            Affiliation.organization_id.in_(ids),
            Affiliation.ended_on.is_(None),
            Person.archived_at.is_(None),
        )
    )

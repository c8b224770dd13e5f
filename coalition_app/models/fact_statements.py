"""The statements that gather facts: one row for each organization.

Many records of one kind come as one text: what takes the time is fetching rows.
"""

from sqlalchemy import (
    ColumnElement,
    Integer,
    ScalarSelect,
    Select,
    String,
    Subquery,
    bindparam,
    case,
    cast,
    exists,
    false,
    func,
    or_,
    select,
)
from sqlalchemy.orm import aliased

from coalition_app.models.affiliation import Affiliation
from coalition_app.models.assistance import Assistance
from coalition_app.models.campaign import Campaign
from coalition_app.models.commitment import Commitment
from coalition_app.models.conversation import Conversation, ConversationPerson
from coalition_app.models.introduction import Introduction, Nudge
from coalition_app.models.letter import ABOUT_THEM, Letter
from coalition_app.models.meeting import Meeting, MeetingParty
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person
from coalition_app.models.standing import Pause, Review, Standing
from coalition_app.models.tie import Tie
from coalition_app.models.told import Told

Piece = ColumnElement[str]


def organizations(ids: Select) -> Select:
    """In the order of `Row`, on the day that is given as `today`."""
    lead, chapter, id_ = aliased(Person), Organization.chapter, Organization.id
    rating = select(Standing.value).where(Standing.organization_id == id_)
    latest_first = (Standing.rated_on.desc(), Standing.id.desc())
    return (
        select(
            id_,
            case((chapter != "", Organization.name + ", " + chapter), else_=Organization.name),
            Organization.kind,
            Organization.scope,
            func.coalesce(Organization.has_members | (Organization.members_count > 0), false()),
            Organization.strategic_reason != "",
            Organization.started_on,
            func.coalesce(lead.name, ""),
            Organization.mission != "",
            Organization.cadence_days,
            Organization.goes_through_hq | id_.in_(_through_hq()),
            exists().where(Campaign.organization_id == id_),
            exists().where(Pause.organization_id == id_, Pause.ended_on.is_(None), _runs()),
            _of(id_, func.max(Review.reviewed_on), Review.organization_id),
            rating.order_by(*latest_first).limit(1).correlate(Organization).scalar_subquery(),
        )
        .outerjoin(lead, lead.id == Organization.lead_id)
        .where(id_.in_(ids))
    )


def acquaintances(ids: Select) -> Select:
    """Whether one of us knows somebody there, and when they talked last."""
    asked = ids.subquery("asked")
    talked_on = _of(asked.c.id, func.max(Conversation.held_on), Conversation.organization_id)
    return select(asked.c.id, _is_acquainted(asked), talked_on)


def commitments(ids: Select) -> Select:
    """When one changed last, and when one was made last that never changed: apart, each is found
    at one end of the index."""
    asked, id_ = ids.subquery("asked"), Commitment.organization_id
    changed = _of(asked.c.id, func.max(Commitment.changed_on), id_)
    made = _of(asked.c.id, func.max(Commitment.made_on), id_, Commitment.changed_on.is_(None))
    return select(asked.c.id, changed, made)


def letters(ids: Select) -> Select:
    """Follow-ups that went, as '12 2026-03-14,…' (of which meeting, if it is of one, and when),
    and when the last letter to them went."""
    asked, id_ = ids.subquery("asked"), Letter.organization_id
    went = _listed(_maybe(Letter.meeting_id), _word(Letter.sent_on))
    follow_ups = (Letter.kind == "follow_up", Letter.sent_on.is_not(None))
    to_them = Letter.kind.not_in(ABOUT_THEM)
    return select(
        asked.c.id,
        _of(asked.c.id, went, id_, *follow_ups),
        _of(asked.c.id, func.max(Letter.sent_on), id_, to_them),
    )


def tolds(ids: Select) -> Select:
    """'board 2026-03-14,…'."""
    asked = ids.subquery("asked")
    told = _listed(Told.audience, _word(Told.told_on))
    return select(asked.c.id, _of(asked.c.id, told, Told.organization_id))


def assistances(ids: Select) -> Select:
    """'12 1 given 2026-03-14 2026-03-20,…': at which meeting, do we give, the state and its days;
    a meeting and a settling may be missing."""
    asked = ids.subquery("asked")
    offered = _listed(
        _maybe(Assistance.meeting_id),
        _word(cast(Assistance.we_give, Integer)),
        Assistance.state,
        _word(Assistance.offered_on),
        _maybe(Assistance.settled_on),
    )
    return select(asked.c.id, _of(asked.c.id, offered, Assistance.organization_id))


def meetings(ids: Select) -> Select:
    """'12 9 2026-03-14 17:30:00,…': which, what is so of it (`said`), when it begins."""
    asked = ids.subquery("asked")
    said = (
        Meeting.held_on.is_not(None),
        Meeting.canceled_on.is_not(None),
        MeetingParty.stayed_away,
        Meeting.is_just_us,
        Meeting.has_no_next,
    )
    bits = sum(cast(each, Integer) * 2**place for place, each in enumerate(said))
    told = _listed(_word(Meeting.id), _word(bits), _word(Meeting.starts_at))
    is_theirs = Meeting.id == MeetingParty.meeting_id
    return select(asked.c.id, _of(asked.c.id, told, MeetingParty.organization_id, is_theirs))


# In the order of `Beside`.
BESIDE = (acquaintances, commitments, letters, tolds, assistances, meetings)


def introductions(ids: Select) -> Select:
    """Rows of their own, since they hold names."""
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


def _through_hq() -> Select:
    """National partners and every chapter below one."""
    partners = select(Organization.id).where(Organization.is_national_partner)
    tree = partners.cte("through_hq", recursive=True)
    chapter = aliased(Organization)
    tree = tree.union(select(chapter.id).join(tree, chapter.parent_id == tree.c.id))
    return select(tree.c.id)


def _runs() -> ColumnElement[bool]:
    return or_(Pause.until.is_(None), Pause.until > bindparam("today"))


def _of(id_, found, organization_id, *conditions: ColumnElement[bool]) -> ScalarSelect:
    """What is found of the one organization with this id."""
    query = select(found).where(organization_id == id_, *conditions)
    return query.correlate(id_.table).scalar_subquery()


def _is_acquainted(asked: Subquery) -> ColumnElement[bool]:
    """Somebody who is still there is ours, tied to one of ours, or was talked with both ways."""
    known = (
        Person.is_ours,
        _is_tied(Tie.other_id, Tie.person_id),
        _is_tied(Tie.person_id, Tie.other_id),
        _is_talked_with(asked),
    )
    query = exists().where(
        Affiliation.organization_id == asked.c.id,
        Affiliation.ended_on.is_(None),
        Person.id == Affiliation.person_id,
        Person.archived_at.is_(None),
        or_(*known),
    )
    return query.correlate(asked)


def _is_tied(theirs_id, ours_id) -> ColumnElement[bool]:
    """Typed from either side."""
    ours = aliased(Person)
    is_ours = ours.is_ours & ours.archived_at.is_(None)
    return exists().where(theirs_id == Person.id, ours.id == ours_id, is_ours).correlate(Person)


def _is_talked_with(asked: Subquery) -> ColumnElement[bool]:
    query = exists().where(
        ConversationPerson.person_id == Person.id,
        Conversation.id == ConversationPerson.conversation_id,
        Conversation.organization_id == asked.c.id,
        Conversation.is_two_way,
    )
    return query.correlate(asked, Person)


def _listed(*pieces: Piece) -> Piece:
    text, *more = pieces
    for each in more:
        text = text + " " + each
    return func.aggregate_strings(text, ",")


def _word(column) -> Piece:
    return cast(column, String)


def _maybe(column) -> Piece:
    return func.coalesce(_word(column), "")

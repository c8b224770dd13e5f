"""What narrows and sorts the list of organizations beyond their own columns, set by set.

Contact is what the cadence counts: a conversation, a held meeting, a letter sent to them.
"""

from datetime import date, datetime, time

from sqlalchemy import ColumnElement, Date, Select, func, select, tuple_, union_all
from sqlalchemy.orm import aliased

from coalition_app.models.conversation import Conversation
from coalition_app.models.issue import OrganizationIssue
from coalition_app.models.letter import ABOUT_THEM, Letter
from coalition_app.models.meeting import Meeting, MeetingParty
from coalition_app.models.organization import Organization
from coalition_app.models.standing import Standing


def without_contact_since(day: date) -> ColumnElement[bool]:
    """Started ones that nobody has been in contact with from that day on."""
    begins = datetime.combine(day, time.min)
    return (
        Organization.started_on.is_not(None)
        & (Organization.started_on < day)
        & Organization.id.not_in(_talked().where(Conversation.held_on >= day))
        & Organization.id.not_in(met().where(Meeting.starts_at >= begins))
        & Organization.id.not_in(_written().where(Letter.sent_on >= day))
    )


def last_contacts(ids: Select | None = None) -> Select:
    """The day of the last contact of each organization, or of each of `ids`, that had one."""
    queries = (
        _talked().add_columns(Conversation.held_on.label("on")),
        met().add_columns(func.date(Meeting.starts_at, type_=Date).label("on")),
        _written().add_columns(Letter.sent_on.label("on")),
    )
    if ids is not None:
        queries = [query.where(query.selected_columns[0].in_(ids)) for query in queries]
    contacts = union_all(*queries).subquery()
    latest = func.max(contacts.c.on).label("on")
    return select(contacts.c.organization_id, latest).group_by(contacts.c.organization_id)


def _talked() -> Select:
    return select(Conversation.organization_id)


def met() -> Select:
    """Organizations that a held meeting was with; a date of it in Meeting."""
    query = select(MeetingParty.organization_id).join(
        Meeting, Meeting.id == MeetingParty.meeting_id
    )
    is_off = Meeting.canceled_on.is_not(None) | MeetingParty.stayed_away
    return query.where(Meeting.held_on.is_not(None), ~is_off)


def _written() -> Select:
    to_them = Letter.organization_id.is_not(None) & Letter.kind.not_in(ABOUT_THEM)
    return select(Letter.organization_id).where(Letter.sent_on.is_not(None), to_them)


def standings_now(ids: Select | None = None) -> Select:
    """Organization and value of the latest standing of each; later rows of one day win."""
    later = aliased(Standing)
    is_passed = (
        select(later.id)
        .where(
            later.organization_id == Standing.organization_id,
            tuple_(later.rated_on, later.id) > tuple_(Standing.rated_on, Standing.id),
        )
        .exists()
    )
    query = select(Standing.organization_id, Standing.value).where(~is_passed)
    of_one = Standing.organization_id
    return query.where(of_one.is_not(None) if ids is None else of_one.in_(ids))


def stands_at(value: int) -> ColumnElement[bool]:
    """The latest standing has that value; 0 stands for not rated yet."""
    now = standings_now().subquery()
    if value == 0:
        return Organization.id.not_in(select(now.c.organization_id))
    return Organization.id.in_(select(now.c.organization_id).where(now.c.value == value))


def works_on(issue_id: int) -> ColumnElement[bool]:
    shared = select(OrganizationIssue.organization_id)
    return Organization.id.in_(shared.where(OrganizationIssue.issue_id == issue_id))


def is_chapter_of(parent_id: int) -> ColumnElement[bool]:
    """A chapter of it, or of one of its chapters, however deep."""
    direct = select(Organization.id).where(Organization.parent_id == parent_id)
    tree = direct.cte("chapters", recursive=True)
    chapter = aliased(Organization)
    tree = tree.union(select(chapter.id).join(tree, chapter.parent_id == tree.c.id))
    return Organization.id.in_(select(tree.c.id))

"""Gathers the facts of many organizations with a fixed number of set-based queries."""

from collections import defaultdict
from datetime import date

from sqlalchemy import Select, func, or_, select, union
from sqlalchemy.orm import aliased

from coalition_app.extensions import db
from coalition_app.models.affiliation import Affiliation
from coalition_app.models.assistance import Assistance
from coalition_app.models.campaign import Campaign
from coalition_app.models.commitment import Commitment
from coalition_app.models.conversation import Conversation, ConversationPerson
from coalition_app.models.facts import (
    AssistanceFacts,
    Facts,
    IntroductionFacts,
    LetterFacts,
    ToldFacts,
)
from coalition_app.models.introduction import ROUTES, Introduction, Nudge, next_nudge_on
from coalition_app.models.letter import Letter
from coalition_app.models.meeting_facts import meetings_within
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person, Tie
from coalition_app.models.record import latest
from coalition_app.models.standing import Pause, Review, Standing
from coalition_app.models.told import Told


def facts_of_started(today: date) -> dict[int, Facts]:
    """The facts of every started organization in view, by id."""
    started = select(Organization.id).where(
        Organization.started_on.is_not(None), Organization.archived_at.is_(None)
    )
    return find_facts(started, today)


def facts_of(organization: Organization, today: date) -> Facts:
    within = select(Organization.id).where(Organization.id == organization.id)
    return find_facts(within, today)[organization.id]


def find_facts(within: Select, today: date) -> dict[int, Facts]:
    """The facts of the organizations whose ids `within` selects, by id."""
    meetings = meetings_within(within)
    through_hq = _through_hq()
    reviewed = _by_organization(within, Review, func.max(Review.reviewed_on))
    campaigns = _by_organization(within, Campaign, func.count())
    introductions = _introductions(within)
    assistances = _assistances(within)
    letters = _letters(within)
    tolds = _tolds(within)
    paused = _paused(within, today)
    standings = _standings(within)
    talked = _by_organization(within, Conversation, func.max(Conversation.held_on))
    acquainted, in_conversation = _acquainted(within), _in_conversation(within)
    changed = _commitments_changed(within)
    return {
        row.id: Facts(
            **_of_row(row),
            is_paused=row.id in paused,
            reviewed_on=reviewed.get(row.id),
            has_campaign=bool(campaigns.get(row.id)),
            goes_through_hq=row.goes_through_hq or row.id in through_hq,
            acquainted_ids=frozenset(acquainted[row.id]),
            is_in_conversation=row.id in in_conversation,
            introductions=tuple(introductions[row.id]),
            meetings=tuple(meetings[row.id]),
            assistances=tuple(assistances[row.id]),
            letters=tuple(letters[row.id]),
            tolds=tuple(tolds[row.id]),
            commitments_changed_on=changed.get(row.id),
            last_contact_on=_last_contact(row.id, talked, meetings, letters),
            standing=standings.get(row.id),
        )
        for row in _rows(within)
    }


def _rows(within: Select):
    query = (
        select(
            Organization.id,
            Organization.name,
            Organization.chapter,
            Organization.kind,
            Organization.scope,
            Organization.has_members,
            Organization.members_count,
            Organization.strategic_reason,
            Organization.started_on,
            Organization.mission,
            Organization.goes_through_hq,
            Organization.cadence_days,
            Person.name.label("lead"),
        )
        .outerjoin(Person, Person.id == Organization.lead_id)
        .where(Organization.id.in_(within))
    )
    return db.session.execute(query)


def _of_row(row) -> dict:
    return {
        "id": row.id,
        "name": f"{row.name}, {row.chapter}" if row.chapter else row.name,
        "kind": row.kind,
        "scope": row.scope,
        "has_members": bool(row.has_members or row.members_count),
        "strategic_reason": bool(row.strategic_reason),
        "started_on": row.started_on,
        "lead": row.lead or "",
        "has_mission": bool(row.mission),
        "cadence_days": row.cadence_days,
    }


def _by_organization(within: Select, noun, value) -> dict:
    query = (
        select(noun.organization_id, value)
        .where(noun.organization_id.in_(within))
        .group_by(noun.organization_id)
    )
    return dict(db.session.execute(query).all())


def _through_hq() -> set[int]:
    """National partners and every chapter below one."""
    partners = select(Organization.id).where(Organization.is_national_partner)
    tree = partners.cte("through_hq", recursive=True)
    chapter = aliased(Organization)
    tree = tree.union(select(chapter.id).join(tree, chapter.parent_id == tree.c.id))
    return set(db.session.scalars(select(tree.c.id)))


def _introductions(within: Select) -> dict[int, list[IntroductionFacts]]:
    through = aliased(Organization)
    nudges = (
        select(func.count())
        .where(Nudge.introduction_id == Introduction.id)
        .correlate(Introduction)
        .scalar_subquery()
    )
    query = (
        select(Introduction, Person.name, through.name, nudges)
        .outerjoin(Person, Person.id == Introduction.through_person_id)
        .outerjoin(through, through.id == Introduction.through_organization_id)
        .where(Introduction.organization_id.in_(within))
        .order_by(Introduction.id.desc())
    )
    found = defaultdict(list)
    for each, person, organization, count in db.session.execute(query):
        found[each.organization_id].append(
            IntroductionFacts(
                id=each.id,
                route=each.route,
                through=person or organization or ROUTES[each.route],
                asked_on=each.asked_on,
                made_on=each.made_on,
                declined_on=each.declined_on,
                nudges=count,
                nudge_due_on=next_nudge_on(each.asked_on, count) if each.is_waiting else None,
            )
        )
    return found


def _assistances(within: Select) -> dict[int, list[AssistanceFacts]]:
    columns = (
        Assistance.meeting_id,
        Assistance.we_give,
        Assistance.state,
        Assistance.offered_on,
        Assistance.settled_on,
    )
    return _gathered(within, Assistance, columns, AssistanceFacts)


def _letters(within: Select) -> dict[int, list[LetterFacts]]:
    columns = (Letter.kind, Letter.meeting_id, Letter.sent_on)
    return _gathered(within, Letter, columns, LetterFacts, Letter.sent_on.is_not(None))


def _tolds(within: Select) -> dict[int, list[ToldFacts]]:
    return _gathered(within, Told, (Told.audience, Told.told_on), ToldFacts)


def _gathered(within: Select, noun, columns, facts, *conditions) -> dict:
    query = select(noun.organization_id, *columns).where(
        noun.organization_id.in_(within), *conditions
    )
    found = defaultdict(list)
    for key, *values in db.session.execute(query):
        found[key].append(facts(*values))
    return found


def _paused(within: Select, today: date) -> set[int]:
    query = select(Pause.organization_id).where(
        Pause.organization_id.in_(within),
        Pause.ended_on.is_(None),
        or_(Pause.until.is_(None), Pause.until > today),
    )
    return set(db.session.scalars(query))


def _standings(within: Select) -> dict[int, int]:
    """The latest standing of each; later rows of one day win."""
    query = (
        select(Standing.organization_id, Standing.value)
        .where(Standing.organization_id.in_(within))
        .order_by(Standing.rated_on, Standing.id)
    )
    return dict(db.session.execute(query).all())


def _acquainted(within: Select) -> dict[int, set[int]]:
    """Our people who know somebody there: a tie of ours, or our own member's affiliation."""
    theirs = _current_affiliations(within).subquery()
    ours = select(Person.id).where(Person.is_ours, Person.archived_at.is_(None))
    ties = union(
        select(theirs.c.organization_id, Tie.person_id)
        .join(Tie, Tie.other_id == theirs.c.person_id)
        .where(Tie.person_id.in_(ours)),
        select(theirs.c.organization_id, Tie.other_id)
        .join(Tie, Tie.person_id == theirs.c.person_id)
        .where(Tie.other_id.in_(ours)),
        select(theirs.c.organization_id, theirs.c.person_id).where(theirs.c.person_id.in_(ours)),
    )
    found = defaultdict(set)
    for organization_id, person_id in db.session.execute(ties):
        found[organization_id].add(person_id)
    return found


def _in_conversation(within: Select) -> set[int]:
    """Organizations with a two-way conversation with somebody who is still there."""
    theirs = _current_affiliations(within).subquery()
    query = (
        select(Conversation.organization_id)
        .join(ConversationPerson, ConversationPerson.conversation_id == Conversation.id)
        .join(
            theirs,
            (theirs.c.person_id == ConversationPerson.person_id)
            & (theirs.c.organization_id == Conversation.organization_id),
        )
        .where(Conversation.is_two_way, Conversation.organization_id.in_(within))
    )
    return set(db.session.scalars(query))


def _current_affiliations(within: Select) -> Select:
    return (
        select(Affiliation.organization_id, Affiliation.person_id)
        .join(Person, Person.id == Affiliation.person_id)
        .where(
            Affiliation.organization_id.in_(within),
            Affiliation.ended_on.is_(None),
            Person.archived_at.is_(None),
        )
    )


def _commitments_changed(within: Select) -> dict[int, date]:
    query = (
        select(
            Commitment.organization_id,
            func.max(Commitment.made_on),
            func.max(Commitment.changed_on),
        )
        .where(Commitment.organization_id.in_(within))
        .group_by(Commitment.organization_id)
    )
    return {key: latest([made, changed]) for key, made, changed in db.session.execute(query)}


def _last_contact(key: int, talked: dict, meetings: dict, letters: dict) -> date | None:
    """Only a conversation, a held meeting or a sent letter counts (domain: cadence)."""
    met = [each.starts_at.date() for each in meetings[key] if each.is_held and not each.is_off]
    written = [each.sent_on for each in letters[key] if each.kind != "introduction_request"]
    return latest([talked.get(key), *met, *written])

"""The ways in to an organization, in the guide's order (step 4): ally, own member, cold call."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import aliased, joinedload

from coalition_app.extensions import db
from coalition_app.models.acquaintance_sheet import AcquaintanceSheet
from coalition_app.models.affiliation import Affiliation
from coalition_app.models.conversation import Conversation
from coalition_app.models.introduction import Introduction
from coalition_app.models.kept import ANY, ask
from coalition_app.models.narrowing import met
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person
from coalition_app.models.tie import Tie


@dataclass(frozen=True)
class WayIn:
    """Somebody who could introduce us: 'Rosa Díaz' 'sister of' 'Elena Díaz'."""

    route: str
    through_person: Person | None
    through_organization: Organization | None
    how: str
    contact: Person | None = None
    is_close: bool = False
    told_by: tuple[Person, ...] = ()
    is_between_us: bool = False

    @property
    def through(self) -> str:
        named = self.through_organization or self.through_person
        return named.name

    @property
    def whom(self) -> str:
        """'Elena Díaz, secretary'; 'somebody there' as long as no name is known."""
        if self.contact is None:
            return "there"
        return "somebody there" if self.contact.is_unnamed else self.contact.described

    def role_in(self, organization: Organization) -> str:
        """'secretary'; "" for none."""
        roles = [
            affiliation.role
            for affiliation in organization.current_affiliations
            if affiliation.person is self.contact
        ]
        return next(filter(None, roles), "")


@dataclass(frozen=True)
class Talk:
    """A two-way conversation of ours with somebody who is still there, the latest of its kind."""

    conversation: Conversation
    contact: Person


class WaysIn:
    """Who could introduce us to one organization, and how we know them."""

    def __init__(self, organization: Organization):
        self.organization = organization
        self.theirs = [each.person for each in organization.current_affiliations]
        self.members = self._members()
        self.allies = self._allies()

    @property
    def all(self) -> list[WayIn]:
        return [*self.allies, *self.members]

    @property
    def talks(self) -> list[Talk]:
        """The latest two-way conversation with each of them."""
        found: dict[int, Talk] = {}
        for conversation in ask(_conversations, self.organization.id).unique():
            for person in conversation.people:
                if person in self.theirs:
                    found.setdefault(person.id, Talk(conversation, person))
        return list(found.values())

    @property
    def other_talks(self) -> list[Talk]:
        """Those that say more than the ties do: with somebody whom none of us is said to know."""
        known = {way.contact for way in self.members}
        return [talk for talk in self.talks if talk.contact not in known]

    @property
    def by_member(self) -> dict[Person, list[WayIn]]:
        """Those of ours who know somebody there, each with whom."""
        found = defaultdict(list)
        for way in self.members:
            found[way.through_person].append(way)
        return found

    def _members(self) -> list[WayIn]:
        """Our members who belong to them, or who know somebody there, close ties first."""
        pairs = self._pairs()
        ours = [each for each in self.theirs if each.is_ours]
        quiet = _quiet([*ours, *(member for member, _ in pairs)])
        belonging = [
            WayIn(
                "member",
                affiliation.person,
                None,
                affiliation.role or "member",
                is_close=True,
                is_between_us=affiliation.person_id in quiet,
            )
            for affiliation in self.organization.current_affiliations
            if affiliation.person.is_ours
        ]
        known = sorted(pairs.items(), key=_rank)
        return belonging + [_by_ties(*pair, ties, quiet) for pair, ties in known]

    def _pairs(self) -> dict[tuple[Person, Person], list[Tie]]:
        """Each of ours with each whom they know there, and how."""
        found = defaultdict(list)
        for tie in ask(_ties, self.organization.id):
            for one, other in ((tie.person, tie.other), (tie.other, tie.person)):
                if one.is_ours and not one.is_archived and other in self.theirs:
                    found[one, other].append(tie)
                    break
        return found

    def _allies(self) -> list[WayIn]:
        """Organizations whose door is open to us and who work with them."""
        found = []
        suggested_by = self.organization.suggested_by
        if suggested_by and not suggested_by.is_archived:
            found.append(WayIn("ally", None, suggested_by, "suggested them"))
        for affiliation in ask(_shared_people, self.organization.id):
            person = affiliation.person
            how = f"{person.name} is with both"
            found.append(WayIn("ally", person, affiliation.organization, how, person))
        for relative in self._relatives():
            found.append(WayIn("ally", None, relative, "is of the same organization"))
        return found

    def _relatives(self) -> list[Organization]:
        """Its parent and the parent's other chapters, where our door is open."""
        if self.organization.parent_id is None:
            return []
        query = Organization.in_view().where(
            or_(
                Organization.id == self.organization.parent_id,
                Organization.parent_id == self.organization.parent_id,
            ),
            Organization.id != self.organization.id,
            Organization.id.in_(_with_open_door()),
        )
        return list(db.session.scalars(query))


def _by_ties(member: Person, contact: Person, ties: list[Tie], quiet: set[int]) -> WayIn:
    tellers = dict.fromkeys(tie.told_by for tie in ties if tie.told_by)
    return WayIn(
        "member",
        member,
        None,
        Tie.phrases([tie.seen_from(member)[0] for tie in ties]),
        contact,
        is_close=any(tie.is_close for tie in ties),
        told_by=tuple(tellers),
        is_between_us=member.id in quiet,
    )


def _rank(known: tuple[tuple[Person, Person], list[Tie]]) -> tuple:
    """Close ties first, then in the order of the kinds, then as they were told."""
    ties = known[1]
    kind = min(Tie.KINDS.index(tie.kind) for tie in ties)
    return not any(tie.is_close for tie in ties), kind, ties[0].id


def _quiet(members: Iterable[Person]) -> set[int]:
    """Those who said, when last asked: do not tell them that I know them."""
    ids = [member.id for member in members]
    query = select(AcquaintanceSheet).where(AcquaintanceSheet.person_id.in_(ids))
    query = query.order_by(AcquaintanceSheet.asked_on, AcquaintanceSheet.id)
    latest = {each.person_id: each.may_tell for each in db.session.scalars(query)}
    return {id_ for id_, may_tell in latest.items() if may_tell is False}


def _ties() -> Select:
    """Every tie of somebody who is with them now."""
    theirs = (
        select(Affiliation.person_id)
        .join(Person, Person.id == Affiliation.person_id)
        .where(
            Affiliation.organization_id == ANY.id,
            Affiliation.ended_on.is_(None),
            Person.archived_at.is_(None),
        )
    )
    of_theirs = select(Tie).where(or_(Tie.person_id.in_(theirs), Tie.other_id.in_(theirs)))
    loaded = (joinedload(Tie.person), joinedload(Tie.other), joinedload(Tie.told_by))
    return of_theirs.order_by(Tie.id).options(*loaded)


def _conversations() -> Select:
    query = select(Conversation).where(
        Conversation.organization_id == ANY.id, Conversation.is_two_way
    )
    loaded = (joinedload(Conversation.people), joinedload(Conversation.our_person))
    return query.order_by(Conversation.held_on.desc(), Conversation.id.desc()).options(*loaded)


def _shared_people() -> Select:
    """Roles elsewhere, where our door is open, of people who are with them too."""
    here = aliased(Affiliation)
    return (
        select(Affiliation)
        .join(Person, Person.id == Affiliation.person_id)
        .join(here, here.person_id == Affiliation.person_id)
        .where(
            here.organization_id == ANY.id,
            Affiliation.organization_id != ANY.id,
            here.ended_on.is_(None),
            Affiliation.ended_on.is_(None),
            Person.archived_at.is_(None),
            Affiliation.organization_id.in_(_with_open_door()),
        )
        .options(joinedload(Affiliation.person), joinedload(Affiliation.organization))
    )


def _with_open_door() -> Select:
    """Those in view that somebody introduced us to, or that met with us."""
    introduced = select(Introduction.organization_id).where(Introduction.made_on.is_not(None))
    is_open = Organization.id.in_(introduced) | Organization.id.in_(met())
    return select(Organization.id).where(Organization.archived_at.is_(None), is_open)

"""Whom one member knows, organization by organization: the "Who do you know?" sheet."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import joinedload, selectinload

from coalition_app.extensions import db
from coalition_app.lib.name_list import Named
from coalition_app.models.affiliation import Affiliation
from coalition_app.models.meant import Meant
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person
from coalition_app.models.tie import FAMILY, Tie

MOST_ROWS = 100  # of a sheet that one person fills in


@dataclass(frozen=True)
class Box:
    """A column of the sheet; `kind` is the tie that a tick alone makes, "" for a member."""

    name: str
    key: str
    kind: str = ""
    kinds: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return self.name.capitalize()


MEMBER = Box("member", "m")
TIED = (
    Box("family", "f", "family", FAMILY),
    Box("worship", "w", "congregation", ("congregation",)),
    Box("neighbor", "n", "neighbor", ("neighbor",)),
    Box("friend", "r", "friend", ("friend",)),
    Box("coworker", "c", "coworker", ("coworker",)),
)
BOXES = (MEMBER, *TIED)
# How a tie is written before a name, and what somebody without a name is called.
WORDS = {
    "spouse or partner": "partner",
    "family": "relative",
    "congregation": "worship",
    "school": "schoolmate",
    "other": "knows",
}
UNNAMED = {"family": "Relative of {}", "congregation": "Somebody from {}’s congregation"}


def sheet_organizations() -> list[Organization]:
    """The rows of the sheet, on paper and on screen: by name; if too many, the started ones."""
    query = Organization.in_view().order_by(None)
    query = query.order_by(Organization.started_on.is_(None), Organization.sort_name)
    found = db.session.scalars(query.limit(MOST_ROWS))
    return sorted(found, key=lambda each: (each.sort_name, each.id))


def letter_of(organization: Organization) -> str:
    """The heading under which it stands."""
    first = organization.sort_name[:1].upper()
    return first if first.isalpha() else "#"


class Acquaintances:
    def __init__(self, member: Person):
        self.member = member
        self.roles = {each.organization_id: each for each in member.current_affiliations}
        self.known: dict[int, dict[Person, list[Tie]]] = defaultdict(dict)
        for tie in db.session.scalars(_ties_of(member)):
            self._add(tie)
        self._kept: set[Tie | Affiliation] = set()
        self._made: dict[str, Person] = {}

    @property
    def organizations(self) -> list[Organization]:
        """Those of the sheet, then others where the member knows somebody."""
        rows = sheet_organizations()
        on_sheet = {each.id for each in rows}
        other = [id_ for id_ in {*self.roles, *self.known} if id_ not in on_sheet]
        query = Organization.in_view().where(Organization.id.in_(other))
        return [*rows, *db.session.scalars(query)]

    @property
    def seen(self) -> set[str]:
        """What is shown: only that may be taken away by unticking it."""
        return set(self._marked())

    def boxes_at(self, organization: Organization) -> set[str]:
        ties = [tie for found in self.known[organization.id].values() for tie in found]
        boxes = {MEMBER.name} if organization.id in self.roles else set()
        return boxes | _boxes_of(tie.kind for tie in ties)

    def names_at(self, organization: Organization) -> str:
        """As one would type them: 'Rosa Lima, treasurer; cousin Al'."""
        ticked = self.boxes_at(organization) - {MEMBER.name}
        words = []
        for person, ties in self.known[organization.id].items():
            if person.is_unnamed:
                continue
            role = _role(person, organization)
            named = f"{person.name}, {role.role}" if role and role.role else person.name
            kinds = [tie.seen_from(person)[0] for tie in ties]
            if set(_columns(kinds)) == (ticked or {"other"}):
                words.append(named)
            else:
                words += [f"{WORDS.get(kind, kind)} {named}" for kind in kinds]
        return "; ".join(words)

    def near(self, organization: Organization) -> dict[int, str]:
        """Who may be named by less than their full name."""
        return {each.person_id: each.person.name for each in organization.current_affiliations}

    def note(
        self, organization: Organization, boxes: set[str], people: list[tuple[Named, Meant]]
    ) -> None:
        """One row of the sheet; what is there already is not made again."""
        if MEMBER.name in boxes:
            self._belong(organization)
        ticked = [box for box in TIED if box.name in boxes]
        kinds = [box.kind for box in ticked]
        named: set[str] = set()
        for who, meant in people:
            mine = [who.kind] if who.kind else kinds or ["other"]
            named |= _boxes_of(mine)
            self._tie(self._person(organization, who, meant, mine), mine)
        for box in ticked:
            if box.name not in named:
                self._tie(self._unnamed(organization, box.kind), [box.kind])

    def keep(self, organization: Organization) -> None:
        """The row says what is there already."""
        found = self.known[organization.id].values()
        self._kept |= {tie for ties in found for tie in ties}
        self._kept |= {self.roles[organization.id]} if organization.id in self.roles else set()

    def forget_unticked(self, seen: set[str], now: datetime) -> int:
        """Takes away what the page showed and the sheet does not say any more."""
        gone = [
            each for mark, each in self._marked().items() if mark in seen and each not in self._kept
        ]
        for each in gone:
            if isinstance(each, Tie):
                self._untie(each, now)
            else:
                _leave(each, now.date())
        return len(gone)

    def _marked(self) -> dict[str, Tie | Affiliation]:
        roles = {f"a{role.id}": role for role in self.roles.values()}
        people = (ties for here in self.known.values() for ties in here.values())
        return roles | {f"t{tie.id}": tie for ties in people for tie in ties}

    def _add(self, tie: Tie) -> None:
        _, other = tie.seen_from(self.member)
        for affiliation in other.current_affiliations:
            if not other.is_archived:
                self.known[affiliation.organization_id].setdefault(other, []).append(tie)

    def _belong(self, organization: Organization) -> None:
        role = self.roles.get(organization.id)
        if role is None:
            role = self.roles[organization.id] = _join(self.member, organization, MEMBER.name)
        self._kept.add(role)

    def _tie(self, person: Person, kinds: Iterable[str]) -> None:
        for kind in kinds:
            self._kept.add(Tie.note(person, kind, self.member, told_by=self.member))

    def _person(
        self, organization: Organization, who: Named, meant: Meant, kinds: list[str]
    ) -> Person:
        """Who is known, or who had no name yet, or somebody new; with a role there."""
        person = meant.person or self._same(organization, meant) or self._made_here(meant)
        person = person or self._nameless(organization, kinds)
        if person is None:
            person = Person(name=meant.typed, phone=who.contact.phone, email=who.contact.email)
            db.session.add(person)
        elif person.is_unnamed:
            person.name = meant.typed
        self._made[meant.key] = person
        role = _role(person, organization) or _join(person, organization)
        role.role = who.contact.role or role.role
        return person

    def _same(self, organization: Organization, meant: Meant) -> Person | None:
        """A namesake tied to the member here was made by this very sheet, sent before."""
        here = self.known[organization.id]
        return next((each for each in meant.choices if each in here), None)

    def _made_here(self, meant: Meant) -> Person | None:
        """Somebody new whom an earlier row names too."""
        if meant.key in self._made:
            db.session.flush()
        return self._made.get(meant.key)

    def _nameless(self, organization: Organization, kinds: Iterable[str]) -> Person | None:
        for person, ties in self.known[organization.id].items():
            if person.is_unnamed and any(tie.kind in kinds for tie in ties):
                return person
        return None

    def _unnamed(self, organization: Organization, kind: str) -> Person:
        person = self._nameless(organization, [kind])
        if person is None:
            words = UNNAMED.get(kind, f"{kind.capitalize()} of {{}}")
            person = Person(name=words.format(self.member.name))
            person.is_unnamed = True
            _join(person, organization)
        return person

    def _untie(self, tie: Tie, now: datetime) -> None:
        _, other = tie.seen_from(self.member)
        db.session.delete(tie)
        db.session.flush()
        if other.is_unnamed and db.session.scalar(Tie.of(other).limit(1)) is None:
            other.archive(now)


def _ties_of(member: Person):
    where = selectinload(Person.affiliations).joinedload(Affiliation.organization)
    both = (joinedload(Tie.person).options(where), joinedload(Tie.other).options(where))
    return Tie.of(member).order_by(Tie.id).options(*both)


def _boxes_of(kinds: Iterable[str]) -> set[str]:
    """The boxes that say these kinds; a kind that has none is told by a word."""
    return {box.name for box in TIED} & set(_columns(kinds))


def _columns(kinds: Iterable[str]) -> list[str]:
    """The box of each kind; the kind itself where there is none."""
    boxes = {kind: box.name for box in TIED for kind in box.kinds}
    return [boxes.get(kind, kind) for kind in kinds]


def _role(person: Person, organization: Organization) -> Affiliation | None:
    found = (each for each in person.current_affiliations if each.organization is organization)
    return next(found, None)


def _join(person: Person, organization: Organization, role: str = "") -> Affiliation:
    roles = organization.affiliations
    roles.append(Affiliation(person=person, role=role))
    return roles[-1]


def _leave(role: Affiliation, today: date) -> None:
    """A plain member was a slip of the pen; any other role was real, and ends."""
    if role.role == MEMBER.name and not role.is_primary:
        db.session.delete(role)
    else:
        role.end(today)

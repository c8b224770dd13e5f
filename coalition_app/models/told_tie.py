"""A tie as it was typed, among the people whom we know: what it means, and what it makes."""

from collections.abc import Mapping

from coalition_app.extensions import db
from coalition_app.lib.name_list import Named
from coalition_app.lib.tie_line import TieLine
from coalition_app.lib.wording import listing
from coalition_app.models.affiliation import Affiliation
from coalition_app.models.meant import NOBODY, Meant, whom
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person
from coalition_app.models.roster import MYSELF, Roster, Unclear, begins_like, folded
from coalition_app.models.tie import Tie


class Side:
    """One of the two who know each other; a new one is ours, or comes into the organization."""

    def __init__(self, meant: Meant, named: Named | None = None):
        self.meant = meant
        self.contact = named.contact if named else None
        self.is_ours = bool(meant.person and meant.person.is_ours)
        self.joins = False

    @property
    def role(self) -> str:
        return self.contact.role if self.contact else ""

    def person(self, organization: Organization | None) -> Person:
        found = self.meant.person or Person(name=self.meant.typed, is_ours=self.is_ours)
        if self.contact and not self.meant.person:
            found.phone, found.email = self.contact.phone, self.contact.email
        if self.joins:
            organization.affiliations.append(Affiliation(person=found, role=self.role))
        db.session.add(found)
        return found


class ToldTie:
    """What a line means on the page of a person, or of an organization."""

    def __init__(
        self,
        line: TieLine,
        *,
        person: Person | None = None,
        organization: Organization | None = None,
        me: Person | None = None,
        answers: Mapping[str, str] = NOBODY,
    ):
        self.line, self.person, self.organization = line, person, organization
        self.me, self.answers = me, answers
        self.roster = Roster([organization] if organization else [], me)
        self.near = self.roster.everybody
        self.ones, self.others = self._sides(line.one), self._sides(line.other)
        self.problem = self._missing()
        self.told_by = self._teller()
        if organization and not self.problem:
            self._place(organization)

    @property
    def sides(self) -> list[Side]:
        return [*self.ones, *self.others]

    @property
    def questions(self) -> list[Meant]:
        """Names that may mean somebody else than one thinks."""
        return [side.meant for side in self.sides if side.meant.choices]

    @property
    def is_clear(self) -> bool:
        return not self.problem and not any(side.meant.is_unclear for side in self.sides)

    @property
    def words(self) -> str:
        """'Ana Ruiz is a sibling of Elena Díaz'."""
        ones, others = ([side.meant.name for side in sides] for sides in (self.ones, self.others))
        return f"{listing(ones)} {Tie.said(self.line.kind, len(ones))} {listing(others)}"

    @property
    def newcomers(self) -> list[Side]:
        return [side for side in self.sides if side.meant.is_new or side.joins]

    def note(self) -> None:
        """Adds the ties, and the people who are new. The same line typed twice is one."""
        ones = [self._person(side, self.others) for side in self.ones]
        others = [self._person(side, self.ones) for side in self.others]
        db.session.flush()
        for one in ones:
            for other in others:
                told = {"is_close": self.line.is_close, "told_by": self.told_by}
                Tie.note(one, self.line.kind, other, **told)

    def _person(self, side: Side, opposite: list[Side]) -> Person:
        """A namesake who is tied like this already was made by this very line, sent before."""
        for known in (each.meant.person for each in opposite if side.meant.is_new):
            for namesake in side.meant.choices:
                if known and Tie.between(namesake, known, self.line.kind):
                    return namesake
        return side.person(self.organization)

    def _sides(self, names: tuple[Named, ...]) -> list[Side]:
        if not names and self.person:
            return [Side(Meant(self.person.name, self.person))]
        return [Side(self._whom(named.name), named) for named in names]

    def _whom(self, typed: str) -> Meant:
        words = folded(typed).split()
        if self.me and len(words) == 1 and words[0] in MYSELF:
            return Meant(typed, self.me)
        meant = whom(typed, self.near, self.answers, asks_far=self.organization is None)
        is_named = meant.person is not None and not meant.choices
        if self.person and not is_named and words and begins_like(words, self.person.name):
            return Meant(typed, self.person)
        return meant

    def _missing(self) -> str:
        """Why nothing can be noted yet, and what to type."""
        if not (self.line.names and self.ones and self.others):
            if self.person:
                return "Type whom they know, like: sister Elena Díaz, close, Sam told us."
            return "Type both names, like: Ana Ruiz is a sister of Elena Díaz, close, Sam told us."
        ones, others = ({side.meant.person for side in each} for each in (self.ones, self.others))
        if ones & others - {None}:
            return "Type somebody else’s name: nobody is tied to themselves."
        if self.person and self.person not in ones | others:
            return f"This says nothing about {self.person.name}. Type it where one of the two is."
        unread = [side.role for side in self.sides if side.role and not self.organization]
        return f"Leave out “{unread[0]}”, or type it as a role." if unread else ""

    def _teller(self) -> Person | None:
        if not self.line.told_by:
            return None
        try:
            found = self.roster.find(self.line.told_by)
        except Unclear as error:
            self.problem = self.problem or str(error)
            return None
        if found is None:
            words = (
                f"Nobody called {self.line.told_by} is here. Leave out who told us, or add them."
            )
            self.problem = self.problem or words
        return found

    def _place(self, organization: Organization) -> None:
        """Of two who are new, the first is ours; who is not ours belongs to the organization."""
        here = {each.person_id for each in organization.current_affiliations}
        known_ours = [any(side.is_ours for side in each) for each in (self.ones, self.others)]
        known = [any(side.meant.person for side in each) for each in (self.ones, self.others)]
        for side in self.ones:
            side.is_ours = side.is_ours or (side.meant.is_new and not known_ours[1])
        for side in self.others:
            is_ours = side.meant.is_new and known[0] and not known_ours[0]
            side.is_ours = side.is_ours or is_ours
        for side in self.sides:
            is_here = side.meant.person is not None and side.meant.person.id in here
            side.joins = not (side.is_ours or is_here)
        members = {side.meant.person.id for side in self.sides if side.meant.person}
        if not (members & here or any(side.joins for side in self.sides)):
            self.problem = (
                f"{self.words}, but neither is with {organization.full_name} as far as we know. "
                "Add who is under People first."
            )

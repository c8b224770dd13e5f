"""Whom a typed name means: people at the table first, then of their organizations, then ours."""

import unicodedata
from collections.abc import Iterable

from coalition_app.extensions import db
from coalition_app.lib.names import without_title
from coalition_app.lib.wording import plural
from coalition_app.models.affiliation import Affiliation
from coalition_app.models.meeting import Meeting
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person

MYSELF = ("me", "i", "myself")
SUGGESTED = 300  # names that a field offers; any other may still be typed
FEW = 3


class Unclear(ValueError):
    """Several people may be meant; the text says which, and what to type."""


class Roster:
    """The people whom one may name at a meeting, or when writing about organizations."""

    def __init__(
        self,
        organizations: Iterable[Organization],
        me: Person | None = None,
        meeting: Meeting | None = None,
    ):
        self.me = me
        self.organizations = list(organizations)
        self.at_table = [each.person for each in meeting.attendances] if meeting else []

    def find(self, typed: str) -> Person | None:
        """By full name, by the beginnings of its words ("sam", "el di"), or "me".

        None when nobody is known by it; Unclear when the nearest circle has several.
        """
        wanted = folded(typed).split()
        if not wanted:
            return None
        if self.me and len(wanted) == 1 and wanted[0] in MYSELF:
            return self.me
        circles = [self._at_table(), self._theirs(), _ours()]
        for fits in (is_named, begins_like):
            for circle in circles:
                found = {id_: name for id_, name in circle.items() if fits(wanted, name)}
                if found:
                    return db.session.get(Person, _only(found, typed))
        return _stranger(typed)

    def find_or_new(self, typed: str, organization: Organization | None, role: str = "") -> Person:
        """Ours without an organization; a new one of theirs gets its role there."""
        known = self.find(typed)
        if known:
            return known
        person = Person(name=" ".join(typed.split()), is_ours=organization is None)
        db.session.add(person)
        if organization is not None:
            person.affiliations.append(Affiliation(organization=organization, role=role))
        db.session.flush()
        return person

    def side_of(self, person: Person) -> Organization | None:
        """The organization for which somebody of theirs is here; none for ours."""
        if person.is_ours:
            return None
        theirs = [each.organization for each in person.current_affiliations]
        return next((each for each in self.organizations if each in theirs), None)

    @property
    def names(self) -> list[str]:
        """What a field may offer while one types."""
        circles = (self._at_table(), self._theirs(), _ours(SUGGESTED))
        return list(dict.fromkeys(name for circle in circles for name in circle.values()))

    @property
    def everybody(self) -> dict[int, str]:
        """Id and name of all who may be named by less than their full name."""
        return {**self._at_table(), **self._theirs(), **_ours()}

    def _at_table(self) -> dict[int, str]:
        people = [*self.at_table, *([self.me] if self.me else [])]
        return {person.id: person.name for person in people}

    def _theirs(self) -> dict[int, str]:
        ids = [organization.id for organization in self.organizations]
        query = Affiliation.current().where(Affiliation.organization_id.in_(ids))
        people = (affiliation.person for affiliation in db.session.scalars(query))
        return {person.id: person.name for person in people}


def _ours(most: int | None = None) -> dict[int, str]:
    query = Person.ours().with_only_columns(Person.id, Person.name)
    query = query.order_by(None).order_by(Person.office == "", Person.sort_name, Person.id)
    return dict(db.session.execute(query.limit(most)).all())


def _stranger(typed: str) -> Person | None:
    """Anyone else known by exactly this name, if it is one."""
    found = list(db.session.scalars(Person.named(typed).limit(2)))
    return found[0] if len(found) == 1 else None


def _only(found: dict[int, str], typed: str) -> int:
    if len(found) == 1:
        return next(iter(found))
    names = list(dict.fromkeys(found.values()))
    if len(names) == 1:
        raise Unclear(
            f"{len(found)} people are called {names[0]}. Give one of them a middle initial first."
        )
    rest = len(names) - FEW
    more = f" or {plural(rest, 'other')}" if rest > 0 else ""
    raise Unclear(f'"{typed}" may be {" or ".join(names[:FEW])}{more}. Type more of the name.')


def is_named(wanted: list[str], name: str) -> bool:
    return wanted == folded(name).split()


def begins_like(wanted: list[str], name: str) -> bool:
    """Whether each typed word begins a word of the name, in their order."""
    words = iter(folded(name).split())
    return all(any(word.startswith(part) for word in words) for part in wanted)


def folded(name: str) -> str:
    """'Rev. Elena Díaz' as 'elena diaz', for comparing."""
    letters = unicodedata.normalize("NFKD", without_title(name))
    return "".join(each for each in letters if not unicodedata.combining(each)).casefold()

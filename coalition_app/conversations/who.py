"""Whom a name in a typed line means, among everybody, and for which organization they spoke."""

from dataclasses import dataclass

from coalition_app.extensions import db
from coalition_app.lib.talk_line import Named
from coalition_app.lib.wording import listing
from coalition_app.models import Affiliation, Organization, Person, Roster, Unclear
from coalition_app.web.named import organizations_named

FEW = 3


@dataclass
class Talked:
    """`person` is none for a new name; `organization` is none for one of ours."""

    name: str
    person: Person | None
    organization: Organization | None

    def at_hand(self) -> Person:
        """The person, added with a role where they are new."""
        if self.person is None:
            self.person = Person(name=self.name)
            db.session.add(self.person)
            self.person.affiliations.append(Affiliation(organization=self.organization))
        return self.person


def whom(named: tuple[Named, ...]) -> list[Talked]:
    """Unclear says what to type where a name may mean several, or nobody."""
    return [_at(each) if each.organization else _among_all(each.name) for each in named]


def _at(named: Named) -> Talked:
    found = organizations_named(named.organization)
    if len(found) != 1:
        words = listing([each.full_name for each in found]) or "nobody on the list"
        raise Unclear(f"“{named.organization}” may be {words}. Type more of its name.")
    person = Roster(found).find(named.name)
    return Talked(person.name if person else named.name, person, found[0])


def _among_all(name: str) -> Talked:
    found = list(db.session.scalars(Person.named(name).limit(FEW)))
    found = found or list(db.session.scalars(Person.found_by(name).limit(FEW)))
    if not found:
        raise Unclear(f"Nobody is called {name}. Say where: “{name} of …”, and they are added.")
    if len(found) > 1:
        raise Unclear(f"{name} may be {listing([_placed(each) for each in found])}. Type more.")
    (person,) = found
    organization = _organization_of(person)
    if organization is None and not person.is_ours:
        raise Unclear(f"{person.name} is in no organization. Say where: “{person.name} of …”.")
    return Talked(person.name, person, None if person.is_ours else organization)


def _organization_of(person: Person) -> Organization | None:
    current = sorted(person.current_affiliations, key=lambda each: not each.is_primary)
    return current[0].organization if current else None


def _placed(person: Person) -> str:
    organization = _organization_of(person)
    return f"{person.name} ({organization.full_name})" if organization else person.name

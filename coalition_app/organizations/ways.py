"""How we know them, as a chain: Rosa Díaz, sister of, Elena Díaz, secretary of, the League."""

from dataclasses import dataclass

from coalition_app.models import Organization, Person, WayIn


@dataclass(frozen=True)
class Link:
    """A name in the chain with its page; without a page, the words between two names."""

    words: str
    endpoint: str = ""
    id: int | None = None
    is_ours: bool = False


def steps_of(way: WayIn, organization: Organization) -> list[Link]:
    them = Link(organization.full_name, "organizations.show", organization.id)
    if way.route == "ally":
        ally = way.through_organization
        known = Link(ally.full_name, "organizations.show", ally.id, is_ours=True)
        return [known, Link(way.how), them]
    member = _person(way.through_person, is_ours=True)
    if way.contact is None:
        return [member, Link(f"{way.how} of"), them]
    return [member, Link(way.how), _person(way.contact), Link(_role(way, organization)), them]


def _person(person: Person, *, is_ours: bool = False) -> Link:
    return Link(person.name, "people.show", person.id, is_ours)


def _role(way: WayIn, organization: Organization) -> str:
    """'secretary of', or 'with' where no role is known."""
    for affiliation in organization.current_affiliations:
        if affiliation.person is way.contact and affiliation.role:
            return f"{affiliation.role} of"
    return "with"

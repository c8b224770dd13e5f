"""A leader's line on the research sheet, 'Name, role, email', and the person whom it means."""

from coalition_app.lib.contact_line import ContactLine
from coalition_app.lib.folding import fold
from coalition_app.lib.same_name import is_same_name
from coalition_app.models.affiliation import Affiliation
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person


class AlreadyElse(ValueError):
    """What was typed contradicts what somebody else wrote; the text says what stands there."""


def line_of(affiliation: Affiliation) -> ContactLine:
    person = affiliation.person
    return ContactLine(person.name, affiliation.role, person.phone, person.email)


def write_leader(
    organization: Organization,
    typed: ContactLine,
    affiliation: Affiliation | None = None,
    shown: ContactLine | None = None,
) -> Affiliation:
    """The current role that the line means: never a second card for one person.

    `affiliation` is whom the line stood for until now, `shown` what it said: only what differs
    from it is written. Another name is another person, and nobody is removed.
    """
    shown = shown or ContactLine("")
    if affiliation and _still_means(affiliation.person, typed):
        return _change(affiliation, typed, shown)
    there = _there(organization, typed)
    return _fill(there, typed) if there else Affiliation.of_line(typed, organization)


def _still_means(person: Person, typed: ContactLine) -> bool:
    if fold(person.name) == fold(typed.name):
        return True
    return is_same_name(person.name, typed.name) and Person.known_by(typed) is None


def _there(organization: Organization, typed: ContactLine) -> Affiliation | None:
    """Somebody of that name who is in the organization already."""
    return next(
        (
            each
            for each in organization.current_affiliations
            if fold(each.person.name) == fold(typed.name) and each.person.may_be(typed)
        ),
        None,
    )


def _fill(affiliation: Affiliation, typed: ContactLine) -> Affiliation:
    person = affiliation.person
    affiliation.role = typed.role or affiliation.role
    person.phone, person.email = person.phone or typed.phone, person.email or typed.email
    return affiliation


def _change(affiliation: Affiliation, typed: ContactLine, shown: ContactLine) -> Affiliation:
    person = affiliation.person
    parts = {"role": affiliation, "phone": person, "email": person}
    changed = [part for part in parts if getattr(typed, part) != getattr(shown, part)]
    for part in changed:
        stored = getattr(parts[part], part)
        if stored and fold(stored) not in (fold(getattr(shown, part)), fold(getattr(typed, part))):
            raise AlreadyElse(f"The {part} of {person.name} is “{stored}” already.")
    for part in changed:
        setattr(parts[part], part, getattr(typed, part))
    person.name = typed.name
    return affiliation

"""Reads who and what is known, once for a file, with few statements."""

from collections import defaultdict
from collections.abc import Callable

from sqlalchemy import Result, Select, select

from coalition_app.extensions import db
from coalition_app.models.affiliation import Affiliation
from coalition_app.models.contact_point import ContactPoint
from coalition_app.models.import_entry import Entry
from coalition_app.models.import_known import (
    Known,
    KnownOrganizations,
    KnownPeople,
    key_of_sorted,
    name_key,
    names_of,
)
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person


class EverythingKnown:
    """People, organizations, and who belongs to which; grows with the rows of the file."""

    def __init__(self, execute: Callable[[Select], Result] | None = None) -> None:
        """`execute` reads past the session, for whom must not hold up those who write."""
        self.execute = execute or db.session.execute
        self.people, self.organizations = KnownPeople(), KnownOrganizations()
        self.read_organizations()
        self.read_people()
        self.read_roles()

    def read_organizations(self) -> None:
        one = Organization.__table__.c
        reached = self.points_by("organization_id")
        columns = (one.id, one.name, one.chapter, one.city, one.email, one.phone, one.external_id)
        columns += (one.ein, one.file_number, one.acronym, one.nickname, one.former_names)
        for row in self.execute(select(*columns, one.archived_at)):
            if row.archived_at:
                self.organizations.archived_numbers.update(filter(None, (row.ein, row.file_number)))
                continue
            known = Known(row.id, row.name, row.city, row.email, row.phone)
            known.others, known.is_organization = reached.get(row.id, ()), True
            names = names_of(row.name, row.chapter, row.acronym, row.nickname, row.former_names)
            self.organizations.add(known, row.external_id, names)
            self.organizations.add_numbers(known, row.ein, row.file_number)

    def read_people(self) -> None:
        reached = self.points_by("person_id")
        one = Person.__table__.c
        query = select(one.id, one.name, one.city, one.email, one.phone)
        query = query.add_columns(one.external_id, one.sort_name).where(one.archived_at.is_(None))
        for id_, name, city, email, phone, external_id, sort_name in self.execute(query):
            known = Known(id_, name, city, email, phone, reached.get(id_, ()))
            self.people.add(known, external_id, (key_of_sorted(sort_name),))

    def read_roles(self) -> None:
        people, organizations = self.people.by_id, self.organizations.by_id
        one = Affiliation.__table__.c
        query = select(one.person_id, one.organization_id, one.ended_on)
        for person_id, organization_id, ended_on in self.execute(query):
            person, organization = people.get(person_id), organizations.get(organization_id)
            if person and organization:
                person.beside |= {organization}
                if ended_on is None:
                    person.within |= {organization}

    def points_by(self, key: str) -> dict[int, list[tuple[str, str]]]:
        one, found = ContactPoint.__table__.c, defaultdict(list)
        query = select(one[key], one.kind, one.value).where(one[key].is_not(None))
        for id_, kind, value in self.execute(query):
            found[id_].append((kind, value))
        return found

    def find(self, entry: Entry) -> tuple[Known | None, Known | None]:
        """Whom the row means: person and organization, none for a new one."""
        organization = (
            self.organizations.find(entry.organization) if entry.has_organization else None
        )
        person = self.people.find(entry.person, organization) if entry.has_person else None
        return person, organization

    def learn(
        self, entry: Entry, person: Known | None, organization: Known | None
    ) -> tuple[Known | None, Known | None]:
        """What the row says is known to the rows below it."""
        if entry.has_organization:
            organization = self.learn_organization(entry, organization)
        if entry.has_person:
            if person is None:
                names = (name_key(entry.person.name),)
                person = self.people.add_new(entry.person, entry.number, names)
            else:
                person.learn(entry.person)
                self.people.answer_to(person, entry.person.all_of("email"))
            if organization:
                person.joins(organization)
        return person, organization

    def learn_organization(self, entry: Entry, known: Known | None) -> Known:
        values = entry.organization.values
        if known is None:
            names = names_of(entry.organization.name, values.get("chapter", ""))
            known = self.organizations.add_new(entry.organization, entry.number, names)
        else:
            known.learn(entry.organization)
        self.organizations.add_numbers(known, values.get("ein"), values.get("file_number"))
        return known

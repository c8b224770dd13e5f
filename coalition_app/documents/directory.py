"""A directory: organizations with how to reach them, whom to ask for, and who of ours leads."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import joinedload, selectinload

from coalition_app.documents.sheet import Sheet, file_name
from coalition_app.extensions import db
from coalition_app.lib.wording import full_day, plural
from coalition_app.models import Affiliation, Local, Organization

MOST_ENTRIES = 500  # more would take longer to print than a page may


@dataclass(frozen=True)
class Contact:
    name: str
    role: str
    reach: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    name: str
    about: str
    address: tuple[str, ...]
    reach: tuple[str, ...]
    contacts: tuple[Contact, ...]
    lead: str


@dataclass(frozen=True)
class DirectorySheet(Sheet):
    """Words only, ready to be set. Private notes have no place in it."""

    template: ClassVar[str] = "documents/directory.html"

    file_name: str
    title: str
    summary: str
    footer: str
    entries: tuple[Entry, ...]
    left_out: int

    @classmethod
    def of(cls, which: ColumnElement[bool], today: date) -> "DirectorySheet":
        """By name; what is beyond the first five hundred is counted only."""
        local = Local.current()
        found = list(db.session.scalars(_found(which)))
        entries = tuple(_entry(each) for each in found[:MOST_ENTRIES])
        return cls(
            file_name=file_name("Directory", "", today),
            title="Directory of organizations",
            summary=f"{plural(len(entries), 'organization')}, as of {full_day(today)}",
            footer=f"{local.short_name} · Directory of organizations · {full_day(today)}",
            entries=entries,
            left_out=len(found) - len(entries),
        )


def _found(which: ColumnElement[bool]):
    people = selectinload(Organization.affiliations).joinedload(Affiliation.person)
    return (
        select(Organization)
        .where(which)
        .order_by(Organization.sort_name, Organization.id)
        .options(people, joinedload(Organization.lead), selectinload(Organization.contact_points))
    )


def _entry(organization: Organization) -> Entry:
    about = (organization.kind, organization.field, organization.scope)
    further = (each.point.line for each in organization.contact_points)
    ways = (organization.phone, organization.email, organization.website, *further)
    return Entry(
        name=organization.full_name,
        about=" · ".join(dict.fromkeys(part for part in about if part)),
        address=tuple(organization.address_lines),
        reach=tuple(way for way in ways if way),
        contacts=tuple(_contact(each) for each in _named(organization)),
        lead=organization.lead.name if organization.lead else "",
    )


def _named(organization: Organization) -> list[Affiliation]:
    """Who is known only as somebody's neighbor would say whom of us that somebody knows."""
    return [each for each in organization.current_affiliations if not each.person.is_unnamed]


def _contact(affiliation: Affiliation) -> Contact:
    """Somebody who asked for no calls or mail is printed without the way."""
    person = affiliation.person
    reach = tuple(way for way in (person.dialed, person.mailed) if way)
    return Contact(person.name, affiliation.role, reach)

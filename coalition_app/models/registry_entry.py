"""An organization in a public registry."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import BigInteger, Index, select
from sqlalchemy.orm import Mapped, mapped_column

from coalition_app.extensions import db
from coalition_app.lib.names import full_name
from coalition_app.lib.registry_record import IRS, Record
from coalition_app.models.organization import Organization
from coalition_app.models.registry_file import BIND, reading
from coalition_app.storage.full_text import FullTextSearch

UNIONS_FROM = 1_000_000_000  # ids of unions: their file number beyond the largest EIN
WITHOUT_WORTH = ("", "other", "labor")


class RegistryEntry(db.Model):
    """`id` is the EIN as a number, or the file number and UNIONS_FROM.

    `named` and `more` hold what is only searched, names and all else; `twin_key` is shared by the
    same union in both registries; `print` is the row's fingerprint.
    """

    __bind_key__ = BIND
    __table_args__ = (Index(None, "source", "part"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    source: Mapped[str]
    part: Mapped[str]
    name: Mapped[str]
    chapter: Mapped[str]
    contact: Mapped[str]
    street: Mapped[str]
    city: Mapped[str]
    state: Mapped[str]
    postal_code: Mapped[str]
    kind: Mapped[str]
    field: Mapped[str]
    scope: Mapped[str]
    tax_status: Mapped[str]
    since: Mapped[int | None]
    money: Mapped[str]
    income: Mapped[int]
    members: Mapped[int | None]
    has_ended: Mapped[bool]
    parent: Mapped[str]
    parent_name: Mapped[str]
    twin_key: Mapped[str] = mapped_column(index=True)
    filed: Mapped[str]
    partner: Mapped[str]
    named: Mapped[str]
    more: Mapped[str]
    print: Mapped[int] = mapped_column(BigInteger)

    ORIGINS = {
        IRS: "the IRS registry of exempt organizations",
        "olms": "the union reports of the Department of Labor",
    }

    @classmethod
    def with_id(cls, number: int) -> "RegistryEntry | None":
        with reading() as session:
            return session.get(cls, number) if session else None

    @classmethod
    def with_ids(cls, numbers: Iterable[int]) -> list["RegistryEntry"]:
        with reading() as session:
            found = select(cls).where(cls.id.in_(list(numbers)))
            return list(session.scalars(found)) if session else []

    @property
    def ein(self) -> str | None:
        return f"{self.id:09d}" if self.source == IRS else None

    @property
    def file_number(self) -> str | None:
        return None if self.source == IRS else str(self.id - UNIONS_FROM)

    @property
    def full_name(self) -> str:
        return full_name(self.name, self.chapter)

    @property
    def place(self) -> str:
        return " ".join(part for part in (self.city, self.state, self.postal_code[:5]) if part)

    @property
    def about(self) -> str:
        """'501(c)(4) civic league · civil rights · income over $100,000 · since 1948'.

        'CWA local · 1,240 members in 2021 · Communications Workers AFL-CIO'.
        """
        since = f"since {self.since}" if self.since else ""
        if self.source == IRS:
            parts = (self.tax_status, self.worthy_field, self.money, since)
        else:
            parts = (self.members_in_words, self.parent_name, since)
        return " · ".join(part for part in (*parts, self.end) if part)

    @property
    def worthy_field(self) -> str:
        return "" if self.field in WITHOUT_WORTH else self.field

    @property
    def members_in_words(self) -> str:
        """'1,240 members in 2021'."""
        if not self.members:
            return "members not told"
        return f"{self.members:,} {'member' if self.members == 1 else 'members'} in {self.part}"

    @property
    def end(self) -> str:
        return f"ended in {self.part}" if self.has_ended else ""

    def as_organization(self, today: date) -> Organization:
        """Listed, not started; kind and field are guesses that step 1 shows to be looked at."""
        return Organization(
            name=self.name,
            chapter=self.chapter,
            kind=self.kind,
            field=self.field,
            scope=self.scope,
            ein=self.ein,
            file_number=self.file_number,
            members_count=self.members or None,
            has_members=True if self.members else None,
            tax_status=self.tax_status,
            listed_contact=self.contact,
            street=self.street,
            city=self.city,
            state=self.state,
            postal_code=self.postal_code,
            origin=self.ORIGINS[self.source],
            listed_on=today,
        )

    def complete(self, organization: Organization) -> None:
        """Adds what this registry knows of it and the organization lacks."""
        organization.ein = organization.ein or self.ein
        organization.file_number = organization.file_number or self.file_number
        organization.tax_status = organization.tax_status or self.tax_status
        organization.listed_contact = organization.listed_contact or self.contact
        if self.members and not organization.members_count:
            organization.members_count, organization.has_members = self.members, True

    @classmethod
    def organizations(cls, entries: Iterable["RegistryEntry"]) -> dict[int, Organization]:
        """Those of them that stand among our organizations already, by the entry's id."""
        by_ein = {entry.ein: entry.id for entry in entries if entry.ein}
        by_file = {entry.file_number: entry.id for entry in entries if entry.file_number}
        listed = select(Organization).where(
            Organization.ein.in_(by_ein) | Organization.file_number.in_(by_file)
        )
        found = {}
        for organization in db.session.scalars(listed):
            for id_ in (by_ein.get(organization.ein), by_file.get(organization.file_number)):
                if id_:
                    found[id_] = organization
        return found


def id_of(record: Record) -> int:
    return record.number if record.source == IRS else UNIONS_FROM + record.number


SEARCH = FullTextSearch(RegistryEntry.__table__, "named", "more")

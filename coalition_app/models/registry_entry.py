"""An organization in a public registry; kept in a database of its own that can be loaded again."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice

from sqlalchemy import delete, func, insert, inspect, select
from sqlalchemy.orm import Mapped, mapped_column

from coalition_app.extensions import db
from coalition_app.lib.irs import Record
from coalition_app.models.organization import Organization
from coalition_app.storage.dialect import FullTextSearch

AT_ONCE = 2000
CANDIDATES = 400


class RegistryFile(db.Model):
    """What was loaded of one state, and when."""

    __bind_key__ = "registry"

    state: Mapped[str] = mapped_column(primary_key=True)
    entries_count: Mapped[int]
    loaded_at: Mapped[datetime]

    @classmethod
    def loaded(cls) -> list["RegistryFile"]:
        """Empty, too, where no registry database was ever made."""
        connection = db.session.connection({"mapper": cls})
        if not inspect(connection).has_table(cls.__tablename__):
            return []
        return list(db.session.scalars(select(cls).order_by(cls.state)))


class RegistryEntry(db.Model):
    """`id` is the EIN as a number; `also` holds what is only searched."""

    __bind_key__ = "registry"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    chapter: Mapped[str]
    contact: Mapped[str]
    street: Mapped[str]
    city: Mapped[str]
    state: Mapped[str] = mapped_column(index=True)
    postal_code: Mapped[str]
    kind: Mapped[str]
    field: Mapped[str]
    scope: Mapped[str]
    tax_status: Mapped[str]
    since: Mapped[int | None]
    money: Mapped[str]
    also: Mapped[str]

    ORIGIN = "the IRS registry of exempt organizations"

    @classmethod
    def with_ein(cls, number: int) -> "RegistryEntry | None":
        return db.session.get(cls, number) if RegistryFile.loaded() else None

    @classmethod
    def search(cls, text: str, limit: int = 50) -> list["RegistryEntry"]:
        """Whose name, chapter line, initials, city, ZIP, EIN or listed contact has all the words.

        Ranking a very common word is slow: some candidates are taken as they come, then sorted.
        """
        candidates = select(cls.id).where(SEARCH.matching(text, CANDIDATES)).limit(CANDIDATES)
        named = func.lower(cls.name + " " + cls.chapter).contains(text.lower(), autoescape=True)
        found = select(cls).where(cls.id.in_(candidates))
        found = found.order_by(named.desc(), cls.name, cls.chapter, cls.id).limit(limit)
        return list(db.session.scalars(found))

    @classmethod
    def load(cls, records: Iterable[Record], now: datetime) -> list[RegistryFile]:
        """Puts the records in the place of what was there of their states; the caller commits."""
        connection = db.session.connection({"mapper": cls})
        states: set[str] = set()
        for rows in _portions(records):
            for state in {row["state"] for row in rows.values()} - states:
                connection.execute(delete(cls).where(cls.state == state))
                states.add(state)
            connection.execute(delete(cls).where(cls.id.in_(rows)))
            connection.execute(insert(cls.__table__), list(rows.values()))
        SEARCH.rebuild(connection)
        return [cls._note(state, now) for state in sorted(states)]

    @classmethod
    def _note(cls, state: str, now: datetime) -> RegistryFile:
        count = db.session.scalar(select(func.count(cls.id)).where(cls.state == state))
        return db.session.merge(RegistryFile(state=state, entries_count=count, loaded_at=now))

    @property
    def ein(self) -> str:
        return f"{self.id:09d}"

    @property
    def full_name(self) -> str:
        return f"{self.name}, {self.chapter}" if self.chapter else self.name

    @property
    def place(self) -> str:
        return " ".join(part for part in (self.city, self.state, self.postal_code[:5]) if part)

    @property
    def about(self) -> str:
        """'501(c)(4) civic league since 1948 · civil rights · income over $100,000'."""
        status = f"{self.tax_status} since {self.since}" if self.since else self.tax_status
        field = "" if self.field in ("other", "labor") else self.field
        return " · ".join(part for part in (status, field, self.money) if part)

    def as_organization(self, today: date) -> Organization:
        """Listed, not started; kind and field are guesses that step 1 shows to be looked at."""
        return Organization(
            name=self.name,
            chapter=self.chapter,
            kind=self.kind,
            field=self.field,
            scope=self.scope,
            ein=self.ein,
            tax_status=self.tax_status,
            listed_contact=self.contact,
            street=self.street,
            city=self.city,
            state=self.state,
            postal_code=self.postal_code,
            origin=self.ORIGIN,
            listed_on=today,
        )

    @classmethod
    def organizations(cls, entries: list["RegistryEntry"]) -> dict[str, Organization]:
        """Those of them that stand among our organizations already, by EIN."""
        numbers = [entry.ein for entry in entries]
        found = db.session.scalars(select(Organization).where(Organization.ein.in_(numbers)))
        return {organization.ein: organization for organization in found}


SEARCH = FullTextSearch(
    RegistryEntry.__table__, "name", "chapter", "contact", "city", "postal_code", "also"
)


def _portions(records: Iterable[Record]) -> Iterator[dict[int, dict]]:
    """Rows by EIN, some at a time; of an EIN that is repeated, the last row."""
    remaining = iter(records)
    while portion := list(islice(remaining, AT_ONCE)):
        yield {int(record.ein): _row(record) for record in portion}


def _row(record: Record) -> dict:
    row = record._asdict()
    ein = row.pop("ein")
    return row | {"id": int(ein), "also": f"{row['also']} {ein} {ein[2:]}"}

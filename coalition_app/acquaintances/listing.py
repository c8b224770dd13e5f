"""Our members: who was asked whom they know, when, and what came of it."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import func, select, union_all

from coalition_app.extensions import db
from coalition_app.models import AcquaintanceSheet, Affiliation, Person, Tie

MOST = 500


@dataclass(frozen=True)
class Asked:
    member: Person
    sheet: AcquaintanceSheet | None
    ties: int
    roles: int


class Listing:
    """Who was not asked yet stands first."""

    def __init__(self):
        query = Person.ours()
        self.count = db.session.scalar(select(func.count()).select_from(query.subquery()))
        members = list(db.session.scalars(query.limit(MOST)))
        sheets, ties, roles = _latest_sheets(), _ties(), _roles()
        rows = [
            Asked(member, sheets.get(member.id), ties[member.id], roles[member.id])
            for member in members
        ]
        self.rows = sorted(rows, key=lambda row: row.sheet is not None)

    @property
    def asked_count(self) -> int:
        return sum(row.sheet is not None for row in self.rows)


def _latest_sheets() -> dict[int, AcquaintanceSheet]:
    query = select(AcquaintanceSheet).order_by(AcquaintanceSheet.asked_on, AcquaintanceSheet.id)
    return {sheet.person_id: sheet for sheet in db.session.scalars(query)}


def _ties() -> Counter:
    sides = union_all(
        select(Tie.person_id.label("id")).where(Tie.person_id != Tie.other_id),
        select(Tie.other_id.label("id")),
    ).subquery()
    query = select(sides.c.id, func.count()).join(Person, Person.id == sides.c.id)
    query = query.where(Person.is_ours).group_by(sides.c.id)
    return Counter(dict(db.session.execute(query).all()))


def _roles() -> Counter:
    query = select(Affiliation.person_id, func.count()).join(Affiliation.person)
    query = query.where(Person.is_ours, Affiliation.ended_on.is_(None))
    return Counter(dict(db.session.execute(query.group_by(Affiliation.person_id)).all()))

"""The list of people with their current roles, a hundred a page, by a fixed number of queries."""

from sqlalchemy import Select, func, select
from sqlalchemy.orm import selectinload

from coalition_app.extensions import db
from coalition_app.models import Affiliation, Person

PAGE_ROWS = 100
SHOWS = {
    "": "everybody",
    "ours": "ours",
    "activists": "activists",
    "theirs": "theirs",
    "archived": "archived",
}


class Listing:
    """`wanted`: q and show; what is missing does not narrow."""

    def __init__(self, wanted: dict, page: int):
        self.wanted = wanted
        query = _matching(wanted)
        uncounted = query.order_by(None).with_only_columns(Person.id).subquery()
        self.count = db.session.scalar(select(func.count()).select_from(uncounted))
        self.pages = max(-(-self.count // PAGE_ROWS), 1)
        self.page = min(max(page, 1), self.pages)
        roles = selectinload(Person.affiliations).joinedload(Affiliation.organization)
        query = query.offset(self.first).limit(PAGE_ROWS).options(roles)
        self.rows = list(db.session.scalars(query))

    @property
    def first(self) -> int:
        """How many rows stand on the pages before."""
        return (self.page - 1) * PAGE_ROWS


def _matching(wanted: dict) -> Select:
    show = wanted.get("show", "")
    query = select(Person).where(Person.holds(wanted.get("q", "")))
    query = query.order_by(Person.sort_name, Person.id)
    if show == "archived":
        return query.where(Person.archived_at.is_not(None))
    query = query.where(Person.archived_at.is_(None))
    conditions = {
        "ours": Person.is_ours,
        "activists": Person.is_activist,
        "theirs": ~Person.is_ours,
    }
    return query.where(conditions[show]) if show else query

"""Which people are meant: what the address of the list asks for, as one query."""

from sqlalchemy import ColumnElement, Select, select

from coalition_app.models import Affiliation, Organization, Person
from coalition_app.web.sheet import Sorting

SHOWS = {
    "": ("everybody", None),
    "ours": ("ours", Person.is_ours),
    "activists": ("activists", Person.is_activist),
    "officers": ("officers", Person.has_office()),
    "theirs": ("theirs", ~Person.is_ours),
    "archived": ("archived", None),
}
ASKED = {"call": Person.do_not_call, "mail": Person.do_not_mail}


def narrowed(wanted: dict[str, str]) -> Select:
    """The ids, in no order; `wanted` as filters.FilterForm gives it."""
    conditions = (CONDITIONS[name](value) for name, value in wanted.items() if value)
    query = select(Person.id).where(*(each for each in conditions if each is not None))
    if wanted.get("show") == "archived":
        return query.where(Person.archived_at.is_not(None))
    return query.where(Person.archived_at.is_(None))


def in_order(ids: Select, sorting: Sorting) -> Select:
    """What is empty comes last, whichever way; by family name within what is alike."""
    by_name = (Person.sort_name, Person.id)
    if sorting.name == "name":
        return ids.order_by(*(each.desc() for each in by_name) if sorting.is_down else by_name)
    value = getattr(Person, sorting.name)
    return ids.order_by(value == "", value.desc() if sorting.is_down else value, *by_name)


def _belonging(text: str) -> ColumnElement[bool]:
    """Those with a current role in an organization of that name, or whose name holds it."""
    meant = select(Organization.id).where(Organization.holds(text))
    roles = select(Affiliation.person_id).where(
        Affiliation.ended_on.is_(None), Affiliation.organization_id.in_(meant)
    )
    return Person.id.in_(roles)


CONDITIONS = {
    "q": Person.holds,
    "show": lambda show: SHOWS[show][1],
    "organization": _belonging,
    "worksite": Person.works_at,
    "language": Person.speaks,
    "asked": lambda way: ASKED[way],
}

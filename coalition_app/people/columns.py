"""The columns that the list of people can show, and what stands in a row's cells."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from flask import url_for
from markupsafe import Markup
from sqlalchemy import Row as Found
from sqlalchemy import Select, select

from coalition_app.lib.names import as_called, full_name
from coalition_app.models import Affiliation, Organization, Person, Within
from coalition_app.web import access, filters
from coalition_app.web.sheet import Cell, Column, Columns, Row

COLUMNS = Columns(
    Column("name", "Name", ("name",)),
    Column("roles", "With", is_usual=True, is_sortable=False),
    Column("phone", "Phone", ("phone",), is_usual=True, is_sortable=False),
    Column("email", "Email", ("email",), is_usual=True, is_sortable=False),
    Column("part", "In our local", ("office",), is_usual=True, is_sortable=False),
    Column("worksite", "Worksite", ("worksite",)),
    Column("is_ours", "Our member", ("is_ours",), is_sortable=False),
    Column("is_activist", "Activist", ("is_activist",), is_sortable=False),
    Column("preferred_name", "Goes by", ("preferred_name",)),
    Column("pronouns", "Pronouns", ("pronouns",)),
    Column("language", "Language", ("language",)),
    Column("city", "City", ("city",)),
    Column("refused", "Asked us", is_sortable=False),
)
LINK = Markup('{}<a href="{}/{}">{}</a>')
TAG = Markup('<span class="tag soon">{}</span> {}')


class Known(NamedTuple):
    """What is known of one person when the row is written."""

    record: Found
    roles: tuple[Found, ...]
    organizations: str


def rows_of(ids: Iterable[int], columns: tuple[Column, ...]) -> list[Row]:
    """The rows of these people in that order."""
    within = Within(ids)
    key = "people", columns, url_for("people.index"), access.can("organizer")
    return within.recall(*key, find=lambda: _rows(within, ids, columns))


def _rows(within: Within, ids: Iterable[int], columns: tuple[Column, ...]) -> list[Row]:
    records = {record.id: record for record in within.ask(_records)}
    roles = defaultdict(list)
    if any(column.name == "roles" for column in columns):
        for role in within.ask(_roles):
            roles[role.person_id].append(role)
    organizations = url_for("organizations.index")
    look = columns, url_for("people.index"), access.can("organizer")
    known = (Known(records[id_], tuple(roles[id_]), organizations) for id_ in ids)
    return [_row(each, *look) for each in known]


@lru_cache(maxsize=5000)
def _row(known: Known, columns: tuple[Column, ...], base: str, is_editable: bool) -> Row:
    """As it was, where nothing has changed that stands in it."""
    record = known.record
    cells = [Cell(column, SHOWN[column.name](known)) for column in columns[1:]]
    url, name = f"{base}/{record.id}", as_called(record.name, record.preferred_name)
    fields = columns[0].fields
    return Row(record.id, url, name, cells, fields, is_editable, is_choosable=is_editable)


def _records(ids: Select) -> Select:
    return select(
        Person.id,
        Person.name,
        Person.preferred_name,
        Person.pronouns,
        Person.language,
        Person.phone,
        Person.email,
        Person.city,
        Person.is_ours,
        Person.is_activist,
        Person.office,
        Person.worksite,
        Person.do_not_mail,
        Person.do_not_call,
    ).where(Person.id.in_(ids))


def _roles(ids: Select) -> Select:
    """Current ones, as they were typed."""
    return (
        select(
            Affiliation.person_id,
            Affiliation.role,
            Affiliation.organization_id,
            Organization.name,
            Organization.chapter,
        )
        .join(Affiliation.organization)
        .where(Affiliation.person_id.in_(ids), Affiliation.ended_on.is_(None))
        .order_by(Affiliation.id)
    )


def _with(known: Known) -> Markup:
    """'secretary, Harbor League', each organization a link."""
    links = []
    for role in known.roles:
        name = full_name(role.name, role.chapter)
        before = f"{role.role}, " if role.role else ""
        links.append(LINK.format(before, known.organizations, role.organization_id, name))
    return Markup("<br>").join(links)


def _phone(known: Known) -> str:
    return _refusing(filters.phone(known.record.phone), known.record.do_not_call, "do not call")


def _email(known: Known) -> str:
    return _refusing(known.record.email, known.record.do_not_mail, "do not mail")


def _refusing(text: str, is_refused: bool, words: str) -> str:
    return TAG.format(words, text) if text and is_refused else text


def _part(known: Known) -> str:
    record = known.record
    if not record.is_ours:
        return ""
    parts = (record.office, "activist" if record.is_activist else "")
    return ", ".join(part for part in parts if part) or "member"


def _asked(known: Known) -> str:
    asked = (
        (known.record.do_not_call, "do not call"),
        (known.record.do_not_mail, "do not mail"),
    )
    return ", ".join(words for is_so, words in asked if is_so)


def _plain(name: str) -> Callable[[Known], str]:
    return lambda known: getattr(known.record, name)


def _yes(name: str) -> Callable[[Known], str]:
    return lambda known: "yes" if getattr(known.record, name) else ""


SHOWN: dict[str, Callable[[Known], str]] = {
    **{column.name: _plain(column.name) for column in COLUMNS.all},
    "roles": _with,
    "phone": _phone,
    "email": _email,
    "part": _part,
    "is_ours": _yes("is_ours"),
    "is_activist": _yes("is_activist"),
    "refused": _asked,
}

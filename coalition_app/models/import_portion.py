"""Some rows of an import on their way into the database, in a handful of statements."""

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import select

from coalition_app.extensions import db
from coalition_app.lib.folding import fold
from coalition_app.lib.guess import guess_from
from coalition_app.lib.reach import Point
from coalition_app.lib.sheets import Row
from coalition_app.models import import_rows as many
from coalition_app.models.affiliation import Affiliation
from coalition_app.models.contact_point import ContactPoint
from coalition_app.models.import_change import ImportChange
from coalition_app.models.import_entry import Party
from coalition_app.models.import_known import Known
from coalition_app.models.import_merging import Merged
from coalition_app.models.import_plan import merge
from coalition_app.models.import_record import Import, ImportSkip
from coalition_app.models.indexing import reindex
from coalition_app.models.issue import Issue, OrganizationIssue
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person

Pair = tuple[Known, Known]
NAMED = ("name", "chapter")


class Portion:
    """Collects what rows add, then `save` writes all of it and notes how to undo it."""

    def __init__(self, of: Import, today: date):
        self.of, self.today = of, today
        self.new: dict[Known, None] = {}
        self.before: dict[Known, many.Values] = defaultdict(dict)
        self.points: list[tuple[Known, Point]] = []
        self.roles: dict[Pair, many.Values] = {}
        self.issues: dict[Known, list[str]] = {}
        self.parents: dict[Known, Known] = {}
        self.skips: list[many.Values] = []
        self.changes: list[many.Values] = []

    def skip(self, row: Row, reason: str) -> None:
        self.skips.append(
            {
                "import_id": self.of.id,
                "row_number": row.number,
                "reason": reason,
                "cells": row.cells,
            }
        )

    def begins(self, known: Known) -> bool:
        """Whether this row is the first of somebody new."""
        if known.id is not None or known in self.new:
            return False
        self.new[known] = None
        return True

    def take(self, known: Known, party: Party, overwrites: bool) -> Merged:
        before = dict(known.values or {})
        change = merge(known, party, overwrites)
        if known.id is not None and change.fields:
            self.before[known] |= {
                name: before.get(name) for name in change.fields if name not in self.before[known]
            }
        self.points += [(known, point) for point in change.points]
        return change

    def relate(
        self, person: Known, organization: Known, role: dict[str, Any], overwrites: bool
    ) -> bool:
        """Whether this is a new role in it, or says more of a known one."""
        known = self.roles.get((person, organization)) or current_role(person, organization)
        if known is None:
            self.roles[person, organization] = {"role": "", **role}
            return True
        filled = {name: value for name, value in role.items() if value and not known.get(name)}
        if overwrites and role.get("role"):
            filled["role"] = role["role"]
        more = {name: value for name, value in filled.items() if known.get(name) != value}
        if more:
            self.roles[person, organization] = {**known, **more}
        return bool(more)

    def add_issues(self, organization: Known, names: list[str]) -> bool:
        if not names:
            return False
        known = issues_of(organization)
        known |= {fold(name) for name in self.issues.get(organization, ())}
        added = [name for name in names if fold(name) not in known]
        if added:
            self.issues.setdefault(organization, []).extend(added)
        return bool(added)

    def set_parent(self, organization: Known, parent: Known | None) -> bool:
        if parent is None or parent is organization or (organization.values or {}).get("parent_id"):
            return False
        self.parents[organization] = parent
        return True

    def save(self) -> None:
        for noun in (Organization, Person):
            self.save_new(noun)
            self.save_changed(noun)
        self.save_parents()
        self.save_roles()
        self.save_points()
        self.save_issues()
        many.add_all(ImportSkip, self.skips)
        many.add_all(ImportChange, self.changes)
        for noun in (Organization, Person):
            reindex(noun, [known.id for known in self.touched() if noun is noun_of(known)])

    def touched(self) -> set[Known]:
        people = {person for person, _ in self.roles}
        return {*self.new, *self.before, *people, *(known for known, _ in self.points)}

    def note(
        self, key: str, id_: int, before: many.Values, after: many.Values, is_new: bool = False
    ) -> None:
        nobody = dict.fromkeys(
            ("person_id", "organization_id", "affiliation_id", "contact_point_id")
        )
        self.changes.append(
            nobody
            | {"import_id": self.of.id, key: id_, "is_new": is_new}
            | {"before": before, "after": after}
        )

    def save_new(self, noun: many.Noun) -> None:
        added = [known for known in self.new if noun_of(known) is noun]
        rows = [self.row_of(noun, known) for known in added]
        for known, row, id_ in zip(added, rows, many.add_all(noun, rows), strict=True):
            known.id, known.values = id_, {"id": id_, **row}
            self.note(key_of(noun), id_, {}, many.snapshot(row), is_new=True)

    def row_of(self, noun: many.Noun, known: Known) -> many.Values:
        row = many.blank(noun) | (known.values or {})
        if noun is Organization:
            row |= {"listed_on": self.today, "origin": f"imported from {self.of.file_name}"}
            guessed = guess_from(row["name"])
            for name in ("kind", "field", "scope", "has_members"):
                if row[name] in ("", None):
                    row[name] = getattr(guessed, name)
        return row | {"sort_name": sort_name_of(noun, row)}

    def save_changed(self, noun: many.Noun) -> None:
        changed = {}
        for known, before in self.before.items():
            if noun_of(known) is not noun or not before:
                continue
            after = {name: known.values[name] for name in before}
            self.note(key_of(noun), known.id, told(before), told(after))
            if any(name in NAMED for name in after):
                after["sort_name"] = sort_name_of(noun, known.values)
            changed[known.id] = after
        many.change_all(noun, changed)

    def save_parents(self) -> None:
        for known, parent in self.parents.items():
            after = {"parent_id": parent.id}
            self.note("organization_id", known.id, {"parent_id": None}, after)
            many.change_all(Organization, {known.id: after})

    def save_roles(self) -> None:
        added = {pair: role for pair, role in self.roles.items() if "id" not in role}
        rows = [
            many.blank(Affiliation)
            | {"person_id": person.id, "organization_id": organization.id}
            | ended(role)
            for (person, organization), role in added.items()
        ]
        for row, id_ in zip(rows, many.add_all(Affiliation, rows), strict=True):
            self.note("affiliation_id", id_, {}, many.snapshot(row), is_new=True)
        self.save_filled_roles([role for role in self.roles.values() if "id" in role])

    def save_filled_roles(self, filled: list[many.Values]) -> None:
        stored = many.rows_of(Affiliation, [role["id"] for role in filled])
        changed = {}
        for role in filled:
            before, after = stored[role["id"]], ended(role)
            names = [name for name in after if before[name] != after[name]]
            changed[role["id"]] = {name: after[name] for name in names}
            self.note(
                "affiliation_id",
                role["id"],
                told({name: before[name] for name in names}),
                told(changed[role["id"]]),
            )
        many.change_all(Affiliation, changed)

    def save_points(self) -> None:
        rows = [
            {"person_id": None, "organization_id": None, key_of(noun_of(known)): known.id}
            | {"kind": point.kind, "label": point.label, "value": point.value}
            for known, point in self.points
        ]
        for row, id_ in zip(rows, many.add_all(ContactPoint, rows), strict=True):
            self.note("contact_point_id", id_, {}, many.snapshot(row), is_new=True)

    def save_issues(self) -> None:
        pairs = []
        for known, names in self.issues.items():
            found = [Issue.named(name) for name in names]
            db.session.flush()
            found = list(dict.fromkeys(found))
            pairs += [{"organization_id": known.id, "issue_id": issue.id} for issue in found]
            after = {"issues": [issue.folded_name for issue in found]}
            self.note("organization_id", known.id, {}, after)
        if pairs:
            db.session.connection().execute(OrganizationIssue.__table__.insert(), pairs)


def noun_of(known: Known) -> many.Noun:
    return Organization if known.is_organization else Person


def key_of(noun: many.Noun) -> str:
    return f"{noun.__table__.name}_id"


def sort_name_of(noun: many.Noun, row: many.Values) -> str:
    """As the noun itself makes it of its names."""
    return noun(**{name: row[name] for name in NAMED if row.get(name)}).sort_name


def told(values: many.Values) -> many.Values:
    return {name: many.told(value) for name, value in values.items()}


def current_role(person: Known, organization: Known) -> many.Values | None:
    if organization not in person.within or not (person.id and organization.id):
        return None
    query = select(*Affiliation.__table__.columns).where(
        Affiliation.person_id == person.id,
        Affiliation.organization_id == organization.id,
        Affiliation.ended_on.is_(None),
    )
    found = db.session.execute(query.limit(1)).mappings().first()
    return dict(found) if found else None


def ended(role: many.Values) -> many.Values:
    """A role that is over is nobody's first contact."""
    if role.get("ended_on"):
        role = {**role, "is_primary": False, "ended_year": role["ended_on"].year}
    return role


def issues_of(organization: Known) -> set[str]:
    if organization.id is None:
        return set()
    of_it = OrganizationIssue.organization_id == organization.id
    query = select(Issue.folded_name).join(
        OrganizationIssue, OrganizationIssue.issue_id == Issue.id
    )
    return set(db.session.scalars(query.where(of_it)))

"""Takes an import back, portion after portion, the newest change first.

What it created goes, unless somebody has used or changed it since: that is archived. What it
updated gets its old values back, unless they were changed since: that stays.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, Row, Table, delete, func, select

from coalition_app.extensions import db
from coalition_app.models import import_rows as many
from coalition_app.models.affiliation import Affiliation
from coalition_app.models.contact_point import ContactPoint
from coalition_app.models.import_change import ImportChange
from coalition_app.models.import_portion import NAMED, key_of, sort_name_of
from coalition_app.models.import_record import Import
from coalition_app.models.indexing import reindex
from coalition_app.models.issue import Issue, OrganizationIssue
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person

PORTION = 100
MOST_NAMED = 50
Changes = Sequence[Row]


class ImportUndoing:
    """`portions` yields after each how many changes are taken back; the caller commits then."""

    def __init__(self, of: Import, now: datetime):
        self.of, self.now = of, now
        self.tally: dict[str, Any] = {"removed": 0, "archived": 0, "restored": 0, "kept": 0}
        self.tally |= {"names": []} | (of.undone or {})

    @property
    def total(self) -> int:
        of_it = ImportChange.import_id == self.of.id
        return db.session.scalar(select(func.count()).select_from(ImportChange).where(of_it))

    def portions(self) -> Iterator[int]:
        done = 0
        table = ImportChange.__table__
        query = select(*table.columns).where(table.c.import_id == self.of.id)
        query = query.order_by(table.c.id.desc()).limit(PORTION)
        while changes := db.session.execute(query).all():
            self.take_back(changes)
            many.remove_all(ImportChange, [change.id for change in changes])
            done += len(changes)
            self.of.undone = {**self.tally, "names": list(self.tally["names"])}
            yield done

    def take_back(self, changes: Changes) -> None:
        """Parts first, then fields, then the records that the import created."""
        created = [change for change in changes if change.is_new]
        touched = {Person: set(), Organization: set()}
        for noun in (ContactPoint, Affiliation):
            for row in self.remove_parts(noun, of_noun(created, noun)):
                owner = Person if row["person_id"] else Organization
                touched[owner].add(row[key_of(owner)])
        for noun in (Affiliation, Person, Organization):
            self.restore_all(noun, of_noun([each for each in changes if not each.is_new], noun))
        for noun in (Person, Organization):
            self.remove(noun, of_noun(created, noun))
            touched[noun] |= {getattr(change, key_of(noun)) for change in of_noun(changes, noun)}
            reindex(noun, touched[noun])

    def remove_parts(self, noun: many.Noun, created: Changes) -> list[many.Values]:
        """Roles and further phones, emails, links, as far as they are what they were."""
        stored, gone = many.rows_of(noun, [getattr(each, key_of(noun)) for each in created]), []
        for change in created:
            row = stored[getattr(change, key_of(noun))]
            if many.snapshot(row) == change.after:
                gone.append(row)
            else:
                self.keep(owner_of(row))
        many.remove_all(noun, [row["id"] for row in gone])
        return gone

    def restore_all(self, noun: many.Noun, changes: Changes) -> None:
        """One after the other: a record may have been changed by several rows."""
        for change in changes:
            id_ = getattr(change, key_of(noun))
            row, after = many.rows_of(noun, [id_])[id_], dict(change.after)
            remove_issues(id_, after.pop("issues", []))
            back = {
                name: value_of(noun, name, change.before.get(name))
                for name, value in after.items()
                if many.told(row[name]) == value
            }
            if len(back) < len(after):
                self.keep(row["name"] if "name" in row else owner_of(row))
            if noun is not Affiliation and (back or not after):
                self.tally["restored"] += 1
            many.change_all(noun, {id_: back | sorted_again(noun, row, back)})

    def remove(self, noun: many.Noun, created: Changes) -> None:
        afters = {getattr(change, key_of(noun)): change.after for change in created}
        used, gone, archived = used_ids(noun.__table__, list(afters)), [], {}
        for id_, row in many.rows_of(noun, afters).items():
            if id_ not in used and many.snapshot(row) == afters[id_]:
                gone.append(id_)
            else:
                archived[id_] = {"archived_at": row["archived_at"] or self.now}
                self.name(row["name"])
        many.change_all(noun, archived)
        many.remove_all(noun, gone)
        self.tally["archived"] += len(archived)
        self.tally["removed"] += len(gone)

    def keep(self, name: str) -> None:
        self.tally["kept"] += 1
        self.name(name)

    def name(self, name: str) -> None:
        if len(self.tally["names"]) < MOST_NAMED and name not in self.tally["names"]:
            self.tally["names"].append(name)


def of_noun(changes: Changes, noun: many.Noun) -> Changes:
    return [change for change in changes if getattr(change, key_of(noun))]


def owner_of(row: many.Values) -> str:
    """Whose role, phone or email it is."""
    noun = Person if row["person_id"] else Organization
    query = select(noun.name).where(noun.id == row[key_of(noun)])
    return db.session.scalar(query)


def remove_issues(organization_id: int, names: list[str]) -> None:
    """What the import tagged; a tag that nobody uses any more goes."""
    for issue in db.session.scalars(select(Issue).where(Issue.folded_name.in_(names))):
        of_it = OrganizationIssue.issue_id == issue.id
        tag = delete(OrganizationIssue).where(
            of_it, OrganizationIssue.organization_id == organization_id
        )
        db.session.execute(tag)
        if not issue.is_ours and not db.session.scalar(select(OrganizationIssue).where(of_it)):
            db.session.delete(issue)


def sorted_again(noun: many.Noun, row: many.Values, back: many.Values) -> many.Values:
    named = any(name in back for name in NAMED)
    return {"sort_name": sort_name_of(noun, row | back)} if named else {}


def used_ids(table: Table, ids: list[int]) -> set[int]:
    """Those that any other record points to."""
    keys = [
        key.parent
        for other in table.metadata.sorted_tables
        for key in other.foreign_keys
        if key.column.table is table and other is not ImportChange.__table__
    ]
    found: set[int] = set()
    for portion in many.portions(ids):
        for key in keys:
            found |= set(db.session.scalars(select(key).where(key.in_(portion)).distinct()))
    return found


def value_of(noun: many.Noun, name: str, told: Any) -> Any:
    """A field's value from how JSON kept it; what was empty is empty again."""
    if told is None:
        return many.blank(noun)[name]
    is_day = isinstance(noun.__table__.columns[name].type, Date)
    return date.fromisoformat(told) if is_day else told

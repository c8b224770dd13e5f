"""Two records that are one: field by field, with the histories of both."""

from datetime import date
from typing import Any

from sqlalchemy import delete, or_, select, update

from coalition_app.extensions import db
from coalition_app.lib.folding import fold
from coalition_app.lib.reach import KINDS as REACH
from coalition_app.models.affiliation import Affiliation
from coalition_app.models.campaign import Campaign
from coalition_app.models.contact_point import ContactPoint
from coalition_app.models.import_change import ImportChange
from coalition_app.models.indexing import reindex
from coalition_app.models.introduction import Introduction
from coalition_app.models.merge_fields import (
    BOTH,
    EARLIEST,
    GONE,
    KEPT,
    MergeField,
    earliest,
    fields_of,
)
from coalition_app.models.merged import Merged
from coalition_app.models.not_same import KEYS as PAIR
from coalition_app.models.not_same import NotSame
from coalition_app.models.organization import Organization
from coalition_app.models.organization_name import BETWEEN_NAMES
from coalition_app.models.person import Person
from coalition_app.models.pointing import join, repoint, rows
from coalition_app.models.standing import Pause
from coalition_app.models.tie import Tie

KEYS = {Organization: "organization_id", Person: "person_id"}
CALLED = ("name", "acronym", "nickname")


class Merging:
    """`gone` becomes part of `kept`. `Merging(kept, gone).finish({"phone": "gone"}, today)`"""

    def __init__(self, kept: Organization | Person, gone: Organization | Person):
        self.kept, self.gone, self.noun = kept, gone, type(kept)
        self.key = KEYS[self.noun]
        self.fields = fields_of(kept, gone)

    @property
    def choices(self) -> list[MergeField]:
        return [field for field in self.fields if field.is_choice]

    @property
    def taken_over(self) -> list[MergeField]:
        """What only one of the two says."""
        return [field for field in self.fields if not field.is_choice]

    def finish(self, picks: dict[str, str], today: date) -> None:
        """`picks`: kept, gone or both, by the names of fields; else what is proposed."""
        values, reach = self._values(picks), self._reach_left(picks)
        db.session.flush()
        self._make_room(today)
        repoint(self.noun.__table__, self.kept.id, self.gone.id)
        gone_id = self.gone.id
        self._remove_gone()
        self._remove_selves()
        self._take(values, reach)
        self._tidy()
        Merged.note(self.noun, gone_id, self.kept.id)
        db.session.flush()
        reindex(self.noun, [self.kept.id, gone_id])
        db.session.expire_all()

    def _values(self, picks: dict[str, str]) -> dict[str, Any]:
        values = {}
        for field in self.fields:
            pick = picks.get(field.name, field.proposed) if field.is_choice else field.proposed
            for name in field.columns:
                values[name] = self._picked(name, pick)
        for name in EARLIEST & set(self.noun.__table__.columns.keys()):
            values[name] = earliest(getattr(self.kept, name), getattr(self.gone, name))
        if self.noun is Organization:
            values["former_names"] = self._former_names(values)
            values.update(self._others_only(values))
        return values

    def _others_only(self, values: dict[str, Any]) -> dict[str, int | None]:
        """Nobody is a chapter of themselves or of their own chapter: that falls away."""
        pair, own = (self.kept, self.gone), (self.kept.id, self.gone.id)
        found = {}
        for name in ("parent_id", "suggested_by_id"):
            said = (values.get(name), *(getattr(record, name) for record in pair))
            found[name] = next((id_ for id_ in said if id_ and id_ not in own), None)
        parent = found["parent_id"] and db.session.get(Organization, found["parent_id"])
        if parent and any(parent.is_below(each) for each in pair):
            found["parent_id"] = None
        return found

    def _picked(self, name: str, pick: str) -> Any:
        kept, gone = getattr(self.kept, name), getattr(self.gone, name)
        if pick == BOTH:
            return f"{kept}\n{gone}"
        return gone if pick == GONE else kept

    def _former_names(self, values: dict[str, Any]) -> str:
        """All that either is or was called, but for what it is called from now on."""
        stays = [values.get(name, getattr(self.kept, name)) for name in (*CALLED, "chapter")]
        stays.append(f"{stays[0]}, {stays[-1]}")
        names = [name for each in (self.kept, self.gone) for name in _all_names(each)]
        former = {fold(name): name for name in reversed(names) if name.strip()}
        for name in stays:
            former.pop(fold(name), None)
        return ", ".join(reversed(former.values()))

    def _reach_left(self, picks: dict[str, str]) -> list[tuple[str, str]]:
        """The phone, email and website that were not picked: they stay as further ones."""
        left = []
        for kind, name in zip(REACH, ("phone", "email", "website"), strict=True):
            field = next((field for field in self.choices if field.name == name), None)
            if field:
                pick = picks.get(name, field.proposed)
                left.append((kind, field.gone if pick == KEPT else field.kept))
        return left

    def _make_room(self, today: date) -> None:
        """What there may be only one of, and what the other one's must not change."""
        self._keep_imports_apart()
        if self.noun is not Organization:
            return
        if self.kept.is_started:
            running = (Pause.organization_id == self.gone.id) & Pause.ended_on.is_(None)
            db.session.execute(update(Pause).where(running).values(ended_on=today))
        if any(affiliation.is_primary for affiliation in self.kept.affiliations):
            of_gone = Affiliation.organization_id == self.gone.id
            db.session.execute(update(Affiliation).where(of_gone).values(is_primary=False))

    def _keep_imports_apart(self) -> None:
        """Undoing an import takes the merged record away only if that import made both."""
        key = getattr(ImportChange, self.key)
        new = ImportChange.is_new & key.in_([self.kept.id, self.gone.id])
        made = list(db.session.scalars(select(ImportChange).where(new)))
        if len(made) == 2 and made[0].import_id == made[1].import_id:
            made = [change for change in made if getattr(change, self.key) == self.gone.id]
        for change in made:
            change.is_new, change.before, change.after = False, {}, {}
        db.session.flush()

    def _remove_gone(self) -> None:
        """Past the session, which would take along the rows that it saw there."""
        gone_id, kept_id = self.gone.id, self.kept.id
        db.session.expunge(self.gone)
        db.session.expire_all()
        table = self.noun.__table__
        db.session.execute(delete(table).where(table.c.id == gone_id))
        self.kept = db.session.get(self.noun, kept_id)

    def _remove_selves(self) -> None:
        """Nobody knows, introduces or suggests themselves."""
        one, other = (getattr(NotSame, name) for name in PAIR[self.noun])
        db.session.execute(delete(NotSame).where(one == other))
        if self.noun is Person:
            with_self = (Tie.person_id == self.kept.id) & (Tie.other_id == self.kept.id)
            db.session.execute(delete(Tie).where(with_self))
            return
        through = Introduction.through_organization_id
        own = (through == self.kept.id) & (Introduction.organization_id == self.kept.id)
        db.session.execute(update(Introduction).where(own).values(through_organization_id=None))

    def _take(self, values: dict[str, Any], reach: list[tuple[str, str]]) -> None:
        for name, value in values.items():
            setattr(self.kept, name, value)
        for kind, value in reach:
            self.kept.contact_points.append(ContactPoint(kind=kind, value=value))
        self._leave_out_firsts()
        self.kept.touch()
        db.session.flush()

    def _leave_out_firsts(self) -> None:
        """A further phone, email or link that is the first one is no further one."""
        firsts = {
            (kind, _plain(getattr(self.kept, name, "")))
            for kind, name in zip(REACH, ("phone", "email", "website"), strict=True)
        }
        for point in list(self.kept.contact_points):
            if (point.kind, _plain(point.value)) in firsts:
                self.kept.contact_points.remove(point)

    def _tidy(self) -> None:
        """What both had in the same words stands once."""
        _once(ContactPoint, getattr(ContactPoint, self.key) == self.kept.id, _same_point)
        mine = getattr(Affiliation, self.key) == self.kept.id
        _once(Affiliation, mine, _same_role)
        if self.noun is Organization:
            _once(Campaign, Campaign.organization_id == self.kept.id, _same_campaign)
        else:
            either = or_(Tie.person_id == self.kept.id, Tie.other_id == self.kept.id)
            _once(Tie, either, _same_tie)


def _all_names(organization: Organization) -> list[str]:
    named = [organization.full_name, organization.acronym, organization.nickname]
    former = BETWEEN_NAMES.split(organization.former_names)
    return [*named, *(" ".join(name.split()) for name in former)]


def _once(noun: type[db.Model], condition, same) -> None:
    seen: dict = {}
    for row in rows(noun.__table__, condition):
        key = same(row)
        if key in seen:
            join(noun.__table__, seen[key], row)
        else:
            seen[key] = row


def _same_point(row) -> tuple:
    return row["kind"], _plain(row["value"])


def _plain(value: str) -> str:
    return "".join(letter for letter in fold(value) if letter.isalnum())


def _same_role(row) -> tuple:
    lasted = (row["began_year"], row["ended_on"]) if row["ended_on"] else ()
    return row["person_id"], row["organization_id"], fold(row["role"]), lasted


def _same_campaign(row) -> tuple:
    return fold(row["name"]), fold(row["when"])


def _same_tie(row) -> tuple:
    people = frozenset((row["person_id"], row["other_id"]))
    turned = row["kind"] in Tie.REVERSED
    return people, row["kind"], row["person_id"] if turned else None

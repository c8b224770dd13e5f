"""What each of two records says, field by field, and which of it is proposed for the one to come.

All columns count, by the schema; those of one address go together.
"""

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Boolean, Column

from coalition_app.lib.folding import fold
from coalition_app.lib.likeness import dialed
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person

KEPT, GONE, BOTH = "kept", "gone", "both"
NEVER = frozenset(
    {"id", "version", "sort_name", "archived_at", "forgotten_on", "is_unnamed", "former_names"}
)
EARLIEST = frozenset({"listed_on", "started_on"})
ADDRESS = ("street", "city", "state", "postal_code")
TOGETHER = frozenset({"allies", "opponents", "structure", "notes", "private_notes"})
# A yes of either is one: nobody who asked not to be called is called after a merge.
EITHER = frozenset(
    {"is_national_partner", "do_not_mail", "do_not_call", "is_ours", "is_activist", "has_members"}
)
LABELS = {
    "preferred_name": "Goes by",
    "ein": "EIN",
    "parent_id": "Chapter of",
    "lead_id": "Lead",
    "suggested_by_id": "Suggested by",
    "suggested_at_id": "Suggested at",
    "members_count": "How many members",
    "has_members": "Has members",
    "strategic_reason": "Why strategic without members",
    "cadence_days": "In touch every so many days",
    "goes_through_hq": "Go through HQ",
    "is_ours": "Our member",
    "is_activist": "Activist",
    "scope": "Reach",
    "is_national_partner": "National partner",
    "external_id": "Number in another program",
}
SHOWN_BY = {"parent_id": "parent", "lead_id": "lead", "suggested_by_id": "suggested_by"}


class MergeField(NamedTuple):
    """Where the two differ. Without `is_choice` only one of them says anything."""

    name: str
    columns: tuple[str, ...]
    label: str
    kept: str
    gone: str
    proposed: str
    is_choice: bool

    @property
    def options(self) -> list[tuple[str, str]]:
        both = [(BOTH, "both, one below the other")] if self.name in TOGETHER else []
        return [(KEPT, self.kept), (GONE, self.gone), *both]

    @property
    def taken(self) -> str:
        return self.kept if self.proposed == KEPT else self.gone


def fields_of(kept: Organization | Person, gone: Organization | Person) -> list[MergeField]:
    """Those in which the two differ, in the order of the record."""
    found = []
    for column in kept.__table__.columns:
        name = column.name
        if name in NEVER or name in EARLIEST or name in ADDRESS[1:]:
            continue
        columns = ADDRESS if name == ADDRESS[0] else (name,)
        mine, theirs = (_values(each, columns) for each in (kept, gone))
        if _told(mine) != _told(theirs) and not _is_same_phone(name, mine, theirs):
            found.append(_field(column, columns, kept, gone))
    return found


def _field(column: Column, columns: tuple[str, ...], kept, gone) -> MergeField:
    has = [any(map(is_said, _values(each, columns))) for each in (kept, gone)]
    return MergeField(
        name=column.name,
        columns=columns,
        label="Address" if columns == ADDRESS else label_of(column.name),
        kept=words_of(kept, columns),
        gone=words_of(gone, columns),
        proposed=_proposed(column, has, kept, gone),
        is_choice=all(has),
    )


def _proposed(column: Column, has: list[bool], kept, gone) -> str:
    """The filled one, else the newer one; a yes, and both texts."""
    if not all(has):
        return KEPT if has[0] else GONE
    if column.name in TOGETHER:
        return BOTH
    if column.name in EITHER:
        return KEPT if getattr(kept, column.name) else GONE
    if isinstance(column.type, Boolean):
        return KEPT
    return _better_spelled(column.name, kept, gone) or (KEPT if kept.id > gone.id else GONE)


def _better_spelled(name: str, kept, gone) -> str:
    """Of one name in two spellings the one with its accents, else the one that stands."""
    mine, theirs = (str(getattr(each, name)) for each in (kept, gone))
    if name in ADDRESS or fold(mine) != fold(theirs):
        return ""
    return GONE if mine.isascii() and not theirs.isascii() else KEPT


def _is_same_phone(name: str, mine: list[Any], theirs: list[Any]) -> bool:
    """Two ways to write one number are no choice."""
    return name == "phone" and bool(mine[0] and theirs[0]) and dialed(mine) == dialed(theirs)


def is_said(value: Any) -> bool:
    """A no is an answer, too."""
    return value is not None and value != ""


def label_of(name: str) -> str:
    return LABELS.get(name, name.replace("_", " ").capitalize())


def words_of(record, columns: tuple[str, ...]) -> str:
    """What these columns of a record say together, as its page shows it."""
    if columns == ADDRESS:
        return ", ".join(record.address_lines)
    shown = getattr(record, SHOWN_BY.get(columns[0], columns[0]))
    if isinstance(shown, bool):
        return "yes" if shown else "no"
    if isinstance(shown, Organization):
        return shown.full_name
    if isinstance(shown, Person):
        return shown.name
    return "" if shown is None else str(shown)


def _values(record, columns: tuple[str, ...]) -> list[Any]:
    return [getattr(record, name) for name in columns]


def _told(values: list[Any]) -> list[Any]:
    return [value if is_said(value) else None for value in values]


def earliest(*days: date | None) -> date | None:
    return min((day for day in days if day), default=None)

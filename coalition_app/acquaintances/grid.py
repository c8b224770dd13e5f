"""The rows of one member's sheet, as they are stored and as they were typed."""

from collections.abc import Iterator

from sqlalchemy import select
from werkzeug.datastructures import MultiDict

from coalition_app.extensions import db
from coalition_app.lib.name_list import Named, read_names
from coalition_app.lib.tidy import tidy_line
from coalition_app.lib.wording import listing
from coalition_app.models import (
    BOXES,
    Acquaintances,
    Affiliation,
    Meant,
    Organization,
    Tie,
    letter_of,
    whom,
)

LONGEST = 1000  # characters of the names in one row
BLANK_ROWS = 3
NEW = "new-"


class Row:
    """One organization. `key` names its fields: its id, or new-0 for one that is written in."""

    def __init__(self, key: str, organization: Organization | None = None):
        self.key, self.organization = key, organization
        self.written_in = ""
        self.boxes: set[str] = set()
        self.names = ""
        self.error = ""
        self.is_changed = False
        self.people: list[tuple[Named, Meant]] = []

    @property
    def title(self) -> str:
        return self.organization.full_name if self.organization else self.written_in

    @property
    def label(self) -> str:
        """What its fields are called for who does not see them."""
        return self.title or f"Organization {int(self.key.removeprefix(NEW)) + 1} not on the sheet"

    @property
    def is_empty(self) -> bool:
        return not (self.boxes or self.names or self.written_in)

    @property
    def questions(self) -> list[Meant]:
        return [meant for _, meant in self.people if meant.choices]

    @property
    def said(self) -> str:
        """How the names are understood: 'Rosa Lima, treasurer, is new; Al is cousin'."""
        return "; ".join(_said(named, meant) for named, meant in self.people)

    def read(self, sent: MultiDict) -> None:
        """What was typed in its fields."""
        stored = self.boxes, self.names
        self.boxes = {box.name for box in BOXES} & set(sent.getlist(f"boxes-{self.key}"))
        self.names = tidy_line(sent.get(f"names-{self.key}"))
        self.written_in = tidy_line(sent.get(f"organization-{self.key}"))
        self.is_changed = bool(self.written_in) or stored != (self.boxes, self.names)

    def understand(self, known: Acquaintances, sent: MultiDict) -> None:
        """Whom the names mean; says what is wrong with the row."""
        if self.organization is None and self.written_in:
            self.organization = Organization.named(self.written_in)
        if max(len(self.names), len(self.written_in)) > LONGEST:
            self.error = f"Shorten it: at most {LONGEST:,} characters fit here."
            return
        if not self.title and not self.is_empty:
            self.error = "Type which organization this is."
        near = known.near(self.organization) if self.organization else {}
        begin = f"{self.key} "
        answers = {
            name.removeprefix(begin): id_ for name, id_ in sent.items() if name.startswith(begin)
        }
        for named in read_names(self.names, Affiliation.ROLES):
            meant = whom(named.name, near, answers)
            self.people.append((named, meant))
            if meant.is_unclear:
                self.error = f"Who is {named.name}? Choose whom you mean."
            elif meant.person is known.member:
                self.error = f"{named.name} is the member whose sheet this is."

    def list_organization(self, today) -> Organization | None:
        """One that is written in is listed as well; the one it is now."""
        if self.organization is None:
            self.organization = Organization.named(self.written_in)
        if self.organization is None:
            origin = "a member’s “Who do you know?” sheet"
            self.organization = Organization(name=self.written_in, origin=origin, listed_on=today)
            db.session.add(self.organization)
            db.session.flush()
            return self.organization
        return None


def stored_rows(known: Acquaintances) -> list[Row]:
    rows = []
    for organization in known.organizations:
        row = Row(str(organization.id), organization)
        row.boxes, row.names = known.boxes_at(organization), known.names_at(organization)
        rows.append(row)
    return rows + [Row(f"{NEW}{number}") for number in range(BLANK_ROWS)]


def typed_rows(known: Acquaintances, sent: MultiDict) -> list[Row]:
    """The sheet with what was typed; a row that the page did not have stays as it is stored."""
    rows = stored_rows(known)
    here = {row.key for row in rows}
    gone = [name[6:] for name in sent if name.startswith("names-") and name[6:] not in here]
    query = select(Organization).where(
        Organization.id.in_([int(id_) for id_ in gone if is_id(id_)])
    )
    rows += [Row(str(each.id), each) for each in db.session.scalars(query)]
    for row in rows:
        if f"names-{row.key}" in sent:
            row.read(sent)
            if row.is_changed:
                row.understand(known, sent)
    return rows


def under_letters(rows: list[Row]) -> Iterator[tuple[str, list[Row]]]:
    """Each heading with its rows; the blank ones at the foot have a heading of words."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        heading = letter_of(row.organization) if row.key.isdecimal() else "Not on the sheet"
        found.setdefault(heading, []).append(row)
    yield from found.items()


def is_id(key: str) -> bool:
    """Whether it stands for an organization, and not for a row that is still empty."""
    return key.isdecimal() and len(key) < 19


def _said(named: Named, meant: Meant) -> str:
    known = meant.person.described if meant.person else meant.typed
    role = named.contact.role if not meant.person else ""
    parts = [known, role, named.kind and _kind(named.kind), "new" if meant.is_new else "known"]
    return ", ".join(part for part in parts if part)


def _kind(kind: str) -> str:
    return listing([kind]) if kind not in Tie.PHRASES else Tie.PHRASES[kind]

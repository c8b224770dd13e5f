"""What one row of somebody's file says of a person, an organization and the role between them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, partial
from typing import Any

from coalition_app.lib import cell_values as values
from coalition_app.lib import columns
from coalition_app.lib.reach import Point
from coalition_app.lib.sheets import Row
from coalition_app.models.import_cells import CONVERTERS, DATES, LONGEST_LINE, LONGEST_TEXT, TEXTS
from coalition_app.models.import_cells import text as read_text
from coalition_app.models.import_ways import Way, normal

Found = dict[str, list[tuple[int, Any]]]  # by key: position and value of each cell

REACHED = ("phone", "email", "link")
JOINED = ("notes", "private_notes")
SHARED = ("street", "city", "state", "postal_code")
NAME_PARTS = tuple(f"person.{part}" for part in ("prefix", "first", "middle", "last", "suffix"))
BUILT = set(NAME_PARTS) | {
    "person.address",
    "organization.address",
    "person.street2",
    "organization.street2",
    "person.birthday",
    "person.id",
    "organization.id",
    "organization.employer",
    "organization.issues",
    "organization.parent",
}
KEPT_TITLES = {"rev", "reverend", "dr", "fr", "father", "sister", "rabbi", "imam", "pastor"}
KEPT_TITLES |= {"hon", "prof", "deacon", "bishop", "elder", "br", "brother"}
SUFFIXES = {"jr", "sr", "ii", "iii", "iv", "esq", "phd", "md"}
SEEN_AGAIN = 4_000  # a town, an office or a state stands in many rows
NO_LABELS = ("* ", "mycontacts")
NOBODY = "There is no name in this row."


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one cell, under the header of its column."""

    header: str
    words: str


@dataclass(slots=True)
class Party:
    """A person or an organization as the row has it."""

    values: dict[str, Any] = field(default_factory=dict)
    points: list[Point] = field(default_factory=list)
    id: int | None = None
    _reach: tuple[frozenset[Way], ...] = ()

    @property
    def reach(self) -> tuple[frozenset[Way], ...]:
        """All ways, those that are no links, phones; asked for when all is taken in."""
        if not self._reach:
            every = frozenset(normal(point) for point in self.points)
            told = frozenset(way for way in every if way[0] != "link")
            self._reach = every, told, frozenset(way for way in told if way[0] == "phone")
        return self._reach

    @property
    def ways(self) -> frozenset[Way]:
        """Its phones and emails, however they are written."""
        return self.reach[1]

    @property
    def name(self) -> str:
        return self.values.get("name", "")

    @property
    def is_given(self) -> bool:
        return bool(self.name or self.id)

    @property
    def is_findable(self) -> bool:
        """Without a name somebody who is known already can be meant."""
        return bool(self.is_given or self.values.get("external_id") or self.all_of("email"))

    def all_of(self, kind: str) -> list[str]:
        return [point.value for point in self.points if point.kind == kind]

    def add_line(self, name: str, line: str) -> None:
        self.values[name] = "\n".join(filter(None, (self.values.get(name), line)))


@dataclass(slots=True)
class Entry:
    number: int
    person: Party = field(default_factory=Party)
    organization: Party = field(default_factory=Party)
    has_person: bool = False
    has_organization: bool = False
    role: dict[str, Any] = field(default_factory=dict)
    issues: list[str] = field(default_factory=list)
    parent: str = ""
    problems: list[Problem] = field(default_factory=list)
    is_unusable: bool = False

    def refuse(self, words: str) -> None:
        """The whole row, whatever its other cells hold."""
        self.is_unusable = True
        self.problems.append(Problem("", words))


class EntryReader:
    """Reads the rows of one file by the mapping that was chosen."""

    def __init__(
        self, headers: Sequence[str], mapping: Sequence[str], rows: Sequence[Row], today: date
    ):
        self.headers, self.rows, self.today = headers, rows, today
        self.labels = columns.labels_of(headers, mapping)
        self.converted = [
            (at, key, lru_cache(SEEN_AGAIN)(self.converter(at, key)))
            for at, key in enumerate(mapping)
            if key and key != "row.label"
        ]

    def converter(self, at: int, key: str) -> Callable[[str], Any]:
        if key in DATES:
            day_first = values.is_day_first([row.cells[at] for row in self.rows])
            read = values.birthday if key == "person.birthday" else values.day
            return partial(read, day_first=day_first, today=self.today)
        limit = LONGEST_TEXT if key.partition(".")[2] in TEXTS else LONGEST_LINE
        return CONVERTERS.get(key) or partial(read_text, limit)

    def read(self, row: Row) -> Entry:
        entry, found = Entry(row.number), {}
        cells = row.cells
        for at, key, convert in self.converted:
            if not cells[at]:
                continue
            try:
                value = convert(cells[at])
            except ValueError as problem:
                entry.problems.append(Problem(self.headers[at], str(problem)))
            else:
                found.setdefault(key, []).append((at, value))
        self.take(entry, found, cells)
        settle(entry, found, self.headers)
        if row.problem:
            entry.refuse(row.problem)
        return entry

    def take(self, entry: Entry, found: Found, cells: list[str]) -> None:
        """What stands alone in its column."""
        for key, given in found.items():
            group, _, part = key.partition(".")
            if group == "row" or key in BUILT:
                continue
            party = entry.organization if group == "organization" else entry.person
            if group == "role":
                entry.role[part] = given[0][1]
            elif part in REACHED:
                party.points += [
                    point for cell in given for point in self.points(part, cell, cells)
                ]
            elif part in JOINED:
                party.add_line(part, "\n".join(value for _, value in given))
            else:
                party.values[part] = given[0][1]

    def points(self, kind: str, cell: tuple[int, list[str]], cells: list[str]) -> list[Point]:
        """Each value of the cell with its label, where another column has labels."""
        at, found = cell
        labels = values.parts(cells[self.labels[at]].replace("* ", "")) if at in self.labels else []
        labels = [label.lower() for label in labels] or [""]
        return [
            Point(kind, value, labels[min(n, len(labels) - 1)]) for n, value in enumerate(found)
        ]


def settle(entry: Entry, found: Found, headers: Sequence[str]) -> None:
    """What belongs together is put together, and to whom it belongs."""
    for group, party in (("person", entry.person), ("organization", entry.organization)):
        party.id = one(found, f"{group}.id")
        for part, value in (one(found, f"{group}.address") or {}).items():
            party.values.setdefault(part, value)
        if second := one(found, f"{group}.street2"):
            street = party.values.get("street", "")
            party.values["street"] = ", ".join(filter(None, (street, second)))
    if (employer := one(found, "organization.employer")) and not entry.organization.name:
        entry.organization.values["name"] = employer
    entry.parent = one(found, "organization.parent") or ""
    entry.issues = issues_of(found)
    name_person(entry.person, found)
    if one(found, "row.kind") == "organization":
        name = entry.person.values.pop("name", "")
        entry.organization.values.setdefault("name", name)
        entry.person.values.pop("preferred_name", None)
    give_to_whom_it_belongs(entry)
    add_notes(entry, found, headers)


def one(found: Found, key: str) -> Any:
    return found[key][0][1] if key in found else None


def issues_of(found: Found) -> list[str]:
    cells = [value for _, value in found.get("organization.issues", [])]
    names = [" ".join(name.split()) for cell in cells for name in cell.replace(";", ",").split(",")]
    return list(dict.fromkeys(name for name in names if name))


def name_person(person: Party, found: Found) -> None:
    prefix, *names, suffix = [one(found, part) or "" for part in NAME_PARTS]
    name = " ".join(filter(None, names)) or flipped(person.name)
    if name and prefix.lower().rstrip(".") in KEPT_TITLES and not name.startswith(prefix):
        name = f"{prefix} {name}"
    if name and suffix and not name.endswith(suffix):
        name = f"{name} {suffix}"
    if name:
        person.values["name"] = name


def flipped(name: str) -> str:
    """'Díaz, Elena' is Elena Díaz; 'Marcus Hill, Jr.' stays."""
    last, comma, first = name.partition(", ")
    is_suffix = first.lower().rstrip(".") in SUFFIXES
    return f"{first} {last}" if comma and not is_suffix and "," not in first else name


def give_to_whom_it_belongs(entry: Entry) -> None:
    """An address in a row without a person is the organization's, and the other way round."""
    person, organization = entry.person, entry.organization
    entry.has_organization = organization.is_given
    entry.has_person = person.is_given or (person.is_findable and not organization.is_given)
    if entry.has_organization and not entry.has_person:
        give(person, organization)
        for name in JOINED:
            if notes := person.values.get(name):
                organization.add_line("private_notes", notes)
        entry.person = Party()
    elif entry.has_person and not entry.has_organization:
        give(organization, person)
        if website := organization.values.get("website"):
            person.points.append(Point("link", website))
        entry.organization = Party()
    if not (entry.has_person and entry.has_organization):
        entry.role = {}
    if not entry.has_organization:
        entry.issues, entry.parent = [], ""


def give(giver: Party, taker: Party) -> None:
    taker.points += giver.points
    if not any(taker.values.get(name) for name in SHARED):
        taker.values |= {name: giver.values[name] for name in SHARED if giver.values.get(name)}
    if external_id := giver.values.get("external_id"):
        taker.values.setdefault("external_id", external_id)


def add_notes(entry: Entry, found: Found, headers: Sequence[str]) -> None:
    if not entry.has_person and not entry.has_organization:
        entry.refuse(NOBODY)
        return
    lines = [
        f"{headers[at]}: {kept}"
        for at, value in found.get("row.note", ())
        if (kept := without_defaults(value))
    ]
    if birthday := one(found, "person.birthday"):
        lines.insert(0, f"Birthday: {birthday}")
    for line in lines:
        if entry.has_person:
            entry.person.add_line("notes", line)
        else:
            entry.organization.add_line("private_notes", line)


def without_defaults(value: str) -> str:
    """Google puts everybody under '* myContacts'."""
    kept = [each for each in values.parts(value) if not each.lower().startswith(NO_LABELS)]
    return ", ".join(kept)

"""Who and what is known already, in memory, to find out whom each row of a file means."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from coalition_app.lib.folding import fold
from coalition_app.lib.names import full_name, sort_name, without_title
from coalition_app.lib.same_name import is_same_name
from coalition_app.models.import_entry import Party
from coalition_app.models.import_ways import Way, comparable


class Ambiguous(Exception):
    """The row may mean several; the words say which."""


@dataclass(slots=True, eq=False)
class Known:
    """A person or an organization: known before (then with an id), or new in this file.

    There are many, and few are asked for more than their name: the rest is made when needed.
    """

    id: int | None
    name: str
    city: str = ""
    email: str = ""
    phone: str = ""
    others: Sequence[Way] = ()
    is_organization: bool = False
    row: int | None = None
    beside: frozenset["Known"] = frozenset()  # roles, also past ones
    within: frozenset["Known"] = frozenset()  # current roles only
    values: dict[str, Any] | None = None
    said: frozenset[Way] = frozenset()
    stored: set[Way] | None = None

    @property
    def reached(self) -> set[Way]:
        """Phones, emails and links that are written down."""
        if self.stored is None:
            ways = (("email", self.email), ("phone", self.phone), *self.others)
            self.stored = {(kind, comparable(kind, value)) for kind, value in ways if value}
        return self.stored

    @property
    def ways(self) -> set[Way]:
        """Also those that rows of this file say."""
        return self.reached | self.said if self.said else self.reached

    def learn(self, party: Party) -> None:
        self.said |= party.reach[0]
        self.city = self.city or party.values.get("city", "")

    def contradicts(self, party: Party) -> bool:
        """Both have emails, or phones, and none of all is the same."""
        mine, theirs = self.ways, party.ways
        if not mine or not theirs or not theirs.isdisjoint(mine):
            return False
        kinds = {kind for kind, _ in theirs}
        return any(kind in kinds for kind, _ in mine)

    def dials(self, party: Party) -> bool:
        """A phone of the row is one of theirs."""
        if not (self.phone or self.others or self.said):
            return False
        return not party.reach[2].isdisjoint(self.ways)

    def joins(self, organization: "Known") -> None:
        self.beside |= {organization}
        self.within |= {organization}

    @property
    def words(self) -> str:
        return f"{self.name} (row {self.row})" if self.id is None and self.row else self.name


class Acquaintances:
    """All records of one noun, found by what a row can say of them."""

    are_organizations = False

    def __init__(self) -> None:
        self.by_id: dict[int, Known] = {}
        self.by_external: dict[str, list[Known]] = defaultdict(list)
        self.by_email: dict[str, list[Known]] = defaultdict(list)
        self.by_name: dict[str, list[Known]] = defaultdict(list)

    def add(self, known: Known, external_id: str, names: Iterable[str]) -> None:
        if known.id is not None:
            self.by_id[known.id] = known
        if external_id:
            self.by_external[external_id].append(known)
        for name in names:
            self.by_name[name].append(known)
        if known.email:
            self.by_email[fold(known.email)].append(known)
        if known.others:
            self.answer_to(known, [value for kind, value in known.others if kind == "email"])

    def answer_to(self, known: Known, emails: Iterable[str]) -> None:
        """Found by these emails from now on."""
        for email in emails:
            self.by_email[fold(email)].append(known)

    def add_new(self, party: Party, row: int, names: Iterable[str]) -> Known:
        known = Known(None, party.name, row=row, is_organization=self.are_organizations)
        known.learn(party)
        self.answer_to(known, party.all_of("email"))
        self.add(known, party.values.get("external_id", ""), names)
        return known

    def by_ids(self, party: Party) -> Known | None:
        """By our id, then by that of the other program. Raises Ambiguous and LookupError."""
        if party.id is not None:
            if party.id not in self.by_id:
                raise LookupError(f"We have nobody and nothing with the id {party.id}.")
            return self.by_id[party.id]
        external_id = party.values.get("external_id", "")
        found = only(self.by_external.get(external_id, ()))
        if found and party.name and not may_be(found.name, party.name):
            raise LookupError(f"{found.words} has the id {external_id} already.")
        return found


def only(found: Iterable[Known]) -> Known | None:
    """Raises Ambiguous for several."""
    several = list(dict.fromkeys(found))
    if len(several) > 1:
        names = " and ".join(known.words for known in several[:3])
        raise Ambiguous(f"This may be one of several: {names}.")
    return several[0] if several else None


class KnownPeople(Acquaintances):
    def find(self, party: Party, organization: Known | None) -> Known | None:
        """Raises Ambiguous and LookupError."""
        return (
            self.by_ids(party)
            or self.with_its_email(party)
            or self.with_its_name(party, organization)
        )

    def with_its_email(self, party: Party) -> Known | None:
        """A couple or an office may share one: the name must not be another's."""
        emails = [fold(email) for email in party.all_of("email")]
        found = [known for email in emails for known in self.by_email.get(email, ())]
        return only(known for known in found if not party.name or may_be(known.name, party.name))

    def with_its_name(self, party: Party, organization: Known | None) -> Known | None:
        """The same name, nothing that contradicts, and one thing more that is the same."""
        if not party.name:
            return None
        alike = self.by_name.get(name_key(party.name), ())
        city = fold(party.values.get("city"))
        if party.points or organization or city:
            alike = [known for known in alike if is_confirmed(known, party, organization, city)]
        return only(known for known in alike if not known.contradicts(party))


def is_confirmed(known: Known, party: Party, organization: Known | None, city: str) -> bool:
    if organization in known.beside or (city and known.city and fold(known.city) == city):
        return True
    return known.dials(party)


def may_be(known: str, given: str) -> bool:
    """One person by both names: spelled a little otherwise, or married since."""
    first = [fold(without_title(name)).split()[:1] for name in (known, given)]
    return is_same_name(known, given) or first[0] == first[1]


def name_key(name: str) -> str:
    """Without title, suffix and initials in the middle; case and accents do not matter."""
    return key_of_sorted(sort_name(name))


def key_of_sorted(name: str) -> str:
    """The same of a name as it is sorted: 'hill, marcus t.'."""
    key = fold(name)
    if key.count(" ") < 2:
        return key
    family, first, *others = key.split(" ")
    return " ".join([family, first, *(word for word in others if len(word.rstrip(".")) > 1)])


class KnownOrganizations(Acquaintances):
    are_organizations = True

    def __init__(self) -> None:
        super().__init__()
        self.by_number: dict[str, Known] = {}
        self.archived_numbers: set[str] = set()

    def find(self, party: Party) -> Known | None:
        """Raises Ambiguous and LookupError."""
        return self.by_ids(party) or self.with_its_number(party) or self.with_its_name(party)

    def with_its_number(self, party: Party) -> Known | None:
        """By EIN or file number; LookupError if an archived one has it."""
        for number in filter(None, (party.values.get("ein"), party.values.get("file_number"))):
            if number in self.archived_numbers:
                raise LookupError("An archived organization has this number: bring it back first.")
            if number in self.by_number:
                return self.by_number[number]
        return None

    def with_its_name(self, party: Party) -> Known | None:
        """The same name, and no other city; the one of that city first."""
        city, chapter = fold(party.values.get("city")), party.values.get("chapter", "")
        full = fold(full_name(party.name, chapter))
        alike = self.by_name.get(full, ())
        here = [known for known in alike if city and fold(known.city) == city]
        return only(here or [known for known in alike if not city or not known.city])

    def named(self, name: str) -> Known | None:
        """The only one of that name."""
        found = self.by_name.get(fold(name), ()) if name else ()
        return found[0] if len(found) == 1 else None

    def add_numbers(self, known: Known, *numbers: str | None) -> None:
        self.by_number |= {number: known for number in numbers if number}


def names_of(name: str, chapter: str = "", *others: str) -> set[str]:
    """Every name under which a row may mean it."""
    found = {fold(full_name(name, chapter))}
    for other in filter(None, others):
        parts = other.replace(";", ",").split(",")
        found.update(fold(" ".join(part.split())) for part in parts if part.strip())
    return found

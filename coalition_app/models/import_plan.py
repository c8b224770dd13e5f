"""What would become of each row of a file, before anything is written."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from coalition_app.lib.collecting import collecting_later
from coalition_app.lib.sheets import Sheet
from coalition_app.models.import_acquaintance import EverythingKnown
from coalition_app.models.import_entry import Entry, EntryReader, Party
from coalition_app.models.import_known import Ambiguous, Known
from coalition_app.models.import_merging import Merged, merged
from coalition_app.models.import_rows import rows_of
from coalition_app.models.import_ways import comparable
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person

UNNAMED = "There is no name in this row, and nobody known has this email."


@dataclass(slots=True)
class Decision:
    """`act`: create, update, same or skip, which has a reason."""

    entry: Entry
    act: str = "same"
    reason: str = ""
    person: Known | None = None
    organization: Known | None = None
    creates_person: bool = False
    creates_organization: bool = False
    relates: bool = False
    changes: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def skip(self, reason: str) -> "Decision":
        self.act, self.reason = "skip", reason
        return self


def decide(entry: Entry, known: EverythingKnown, leaves_out: bool) -> Decision:
    """Whom the row means; `leaves_out` takes a row in without those of its cells that are wrong."""
    decision = Decision(entry)
    if entry.is_unusable or (entry.problems and not leaves_out):
        return decision.skip(reason_of(entry))
    try:
        person, organization = known.find(entry)
    except (Ambiguous, LookupError) as problem:
        return decision.skip(str(problem))
    if entry.has_person and person is None and not entry.person.name:
        return decision.skip(UNNAMED)
    decision.creates_person = entry.has_person and person is None
    decision.creates_organization = entry.has_organization and organization is None
    decision.relates = bool(entry.has_person and entry.has_organization) and not (
        person and organization and organization in person.within
    )
    decision.person, decision.organization = known.learn(entry, person, organization)
    if decision.creates_person or decision.creates_organization:
        decision.act = "create"
    elif decision.relates:
        decision.act, decision.changes = "update", ["role"]
    return decision


def reason_of(entry: Entry) -> str:
    return " ".join(
        f"{problem.header}: {problem.words}" if problem.header else problem.words
        for problem in entry.problems
    )


class ImportPlan:
    """The preview: a decision on each row, and how many of each there are."""

    def __init__(
        self, sheet: Sheet, mapping: list[str], today: date, overwrites: bool, leaves_out: bool
    ):
        self.overwrites = overwrites
        self.counts: Counter[str] = Counter()
        self.updated: set[Known] = set()
        with collecting_later():
            self.decide_on(sheet, mapping, today, leaves_out)

    def decide_on(self, sheet: Sheet, mapping: list[str], today: date, leaves_out: bool) -> None:
        reader = EntryReader(sheet.headers, mapping, sheet.rows, today)
        known = EverythingKnown()
        self.decisions = [decide(reader.read(row), known, leaves_out) for row in sheet.rows]
        self.look_up_values()
        for decision in self.decisions:
            self.weigh(decision)

    def look_up_values(self) -> None:
        """The fields of those who are known, as they are now."""
        taken = [decision for decision in self.decisions if decision.act != "skip"]
        wanted = {
            Person: (each.person for each in taken),
            Organization: (each.organization for each in taken),
        }
        for noun, known in wanted.items():
            found = {each.id: each for each in known if each and each.id and each.values is None}
            read_values(noun, found)

    def weigh(self, decision: Decision) -> None:
        """Counts the row, after finding out what it would change."""
        if decision.act == "skip":
            self.counts["skipped"] += 1
            return
        entry = decision.entry
        for noun, known, party, is_new in (
            ("people", decision.person, entry.person, decision.creates_person),
            (
                "organizations",
                decision.organization,
                entry.organization,
                decision.creates_organization,
            ),
        ):
            if known is not None:
                change = merge(known, party, self.overwrites)
                self.count(decision, noun, known, is_new, change)
        if decision.act == "same":
            self.counts["unchanged"] += 1

    def count(
        self, decision: Decision, noun: str, known: Known, is_new: bool, change: Merged
    ) -> None:
        decision.kept += change.kept
        if is_new:
            self.counts[f"{noun}_created"] += 1
        elif change.is_anything:
            decision.act = "update" if decision.act == "same" else decision.act
            decision.changes += [*change.fields, *(point.kind for point in change.points)]
            if known.id and known not in self.updated:
                self.updated.add(known)
                self.counts[f"{noun}_updated"] += 1

    @property
    def skipped(self) -> list[Decision]:
        return [decision for decision in self.decisions if decision.act == "skip"]

    @property
    def flawed(self) -> list[Decision]:
        """Rows with something wrong, whether they are skipped or not."""
        return [each for each in self.decisions if each.entry.problems or each.act == "skip"]


def merge(known: Known, party: Party, overwrites: bool) -> Merged:
    """What the row adds, which `known` has from now on."""
    known.values = {} if known.values is None else known.values
    now = known.values.get
    change = merged(party, now, known.reached, known.is_organization, overwrites)
    known.values |= change.fields
    known.reached.update(party.reach[0])
    return change


def read_values(noun: type, known: dict[int, Known]) -> set[int]:
    """The fields of these as they are now; answers with the ids of those in view."""
    found = rows_of(noun, known)
    for id_, values in found.items():
        known[id_].values = values
        if website := values.get("website"):
            known[id_].reached.add(("link", comparable("link", website)))
    return {id_ for id_, values in found.items() if values["archived_at"] is None}

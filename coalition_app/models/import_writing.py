"""Writes the rows of an import, portion after portion, with what is needed to undo each."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from coalition_app.lib.sheets import Row, Sheet
from coalition_app.models.import_acquaintance import EverythingKnown
from coalition_app.models.import_entry import EntryReader
from coalition_app.models.import_known import Known
from coalition_app.models.import_plan import Decision, decide, read_values
from coalition_app.models.import_portion import Portion
from coalition_app.models.import_record import Import
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person

PORTION = 100
GONE = "It was archived or merged while this was being read in."


class ImportWriting:
    """`portions` yields after each how many rows are behind it; the caller commits then."""

    def __init__(self, of: Import, sheet: Sheet, today: date, known: EverythingKnown):
        self.of, self.rows, self.today = of, sheet.rows, today
        self.reader = EntryReader(sheet.headers, of.mapping, sheet.rows, today)
        self.known = known
        self.counted: set[Known] = set()

    def portions(self) -> Iterator[int]:
        start = self.of.written_count
        while start < len(self.rows):
            rows = self.rows[start : start + PORTION]
            self.write(rows)
            start += len(rows)
            self.of.written_count = start
            yield start

    def write(self, rows: list[Row]) -> None:
        decided = [
            (row, decide(self.reader.read(row), self.known, self.of.leaves_out)) for row in rows
        ]
        self.skip_those_gone([decision for _, decision in decided])
        portion, self.counts = Portion(self.of, self.today), Counter()
        for row, decision in decided:
            if decision.act == "skip":
                portion.skip(row, decision.reason)
                self.counts["skipped"] += 1
            elif not self.take(portion, decision):
                self.counts["unchanged"] += 1
        portion.save()
        self.of.add_counts(self.counts)

    def skip_those_gone(self, decisions: list[Decision]) -> None:
        """What is known of each is read again: somebody may be at work on them."""
        in_view = {}
        for noun, name in ((Person, "person"), (Organization, "organization")):
            known = [getattr(each, name) for each in decisions if each.act != "skip"]
            in_view[name] = read_values(noun, {each.id: each for each in known if each and each.id})
        for decision in decisions:
            for name, ids in in_view.items():
                known = getattr(decision, name)
                if known and known.id and known.id not in ids:
                    decision.skip(GONE)

    def take(self, portion: Portion, decision: Decision) -> bool:
        """Whether the row adds anything."""
        entry, organization, person = decision.entry, decision.organization, decision.person
        adds = False
        for known, party in ((organization, entry.organization), (person, entry.person)):
            if known is not None:
                is_new = portion.begins(known)
                change = portion.take(known, party, self.of.overwrites)
                adds |= is_new or change.is_anything
                self.count(known, is_new, change.is_anything)
        if organization is not None:
            adds |= portion.add_issues(organization, entry.issues)
            adds |= portion.set_parent(organization, self.known.organizations.named(entry.parent))
        if organization is not None and person is not None:
            adds |= portion.relate(person, organization, entry.role, self.of.overwrites)
        return adds

    def count(self, known: Known, is_new: bool, is_changed: bool) -> None:
        """Each once, as created or as updated."""
        if (is_new or is_changed) and known not in self.counted:
            self.counted.add(known)
            noun = "organizations" if known.is_organization else "people"
            self.counts[f"{noun}_{'created' if is_new else 'updated'}"] += 1

"""Erasing somebody who asks for it. In history "a person" stays; nothing brings the name back."""

import json
import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import JSON, Column, RowMapping, String, Table, delete, or_, select, update

from coalition_app.extensions import db
from coalition_app.lib.folding import fold
from coalition_app.models.account import Account
from coalition_app.models.acquaintance_sheet import AcquaintanceSheet
from coalition_app.models.affiliation import Affiliation
from coalition_app.models.contact_point import ContactPoint
from coalition_app.models.fact_building import facts_from
from coalition_app.models.import_change import ImportChange
from coalition_app.models.import_record import Import
from coalition_app.models.indexing import reindex
from coalition_app.models.job import Job
from coalition_app.models.letter import Letter
from coalition_app.models.local import Local
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person
from coalition_app.models.print_run import PrintRun
from coalition_app.models.standing import Standing
from coalition_app.models.tie import Tie
from coalition_app.storage import erasing, search_index
from coalition_app.storage.dialect import folded

NOBODY = "a person"
# Kept, so that what happened with us stays what it was.
STAYS = frozenset({"id", "version", "is_ours", "name", "sort_name"})
# Written by the program itself: cleansed, not listed.
OWN_RECORDS = frozenset({"person", "account", "job", "import", "import_change", "import_skip"})
GOES = frozenset({"contact_point", "affiliation", "standing", "acquaintance_sheet"})
LONGEST_SHOWN = 120


class Place(NamedTuple):
    """A text of ours in which the name still stands: on the page of `kind` and `id`."""

    kind: str
    id: int | None
    text: str


class Forgetting:
    def __init__(self, person: Person):
        self.person = person
        self.words = [word for word in (person.name, person.email, person.phone) if word]
        points = db.session.scalars(
            select(ContactPoint.value).where(ContactPoint.person_id == person.id)
        )
        self.words = [word.strip() for word in (*self.words, *points) if word.strip()]
        self.named = _whole(fold(word) for word in self.words)
        self.spelled = _whole(self.words)

    @property
    def leads(self) -> list[Organization]:
        query = Organization.started().where(Organization.lead_id == self.person.id)
        return list(db.session.scalars(query))

    @property
    def has_account(self) -> bool:
        active = Account.disabled_at.is_(None)
        query = select(Account.id).where(Account.person_id == self.person.id, active)
        return db.session.scalar(query.limit(1)) is not None

    @property
    def is_signer(self) -> bool:
        return (
            db.session.scalar(select(Local.id).where(Local.signer_id == self.person.id)) is not None
        )

    @property
    def is_refused(self) -> bool:
        return self.has_account or self.is_signer or bool(self.leads)

    def places(self) -> list[Place]:
        """All texts that name them; whoever asked decides with us what becomes of those."""
        found = []
        for table in Person.__table__.metadata.sorted_tables:
            if table.name not in OWN_RECORDS:
                found += self._places_in(table)
        return list(dict.fromkeys(found))

    def forget(self, now: datetime) -> None:
        """Needs a commit, and then `erasing.sweep` for what earlier changes left in the file."""
        connection = db.session.connection()
        erasing.overwrite(connection)
        letters = self._letters()
        self._cleanse_records()
        self._cleanse_letters(letters)
        self._remove_rows()
        self._empty_person(now.date())
        self.person.archive(now)
        db.session.flush()
        reindex(Person, [self.person.id])
        reindex(Letter, [letter.id for letter in letters])
        for noun, ids in ((Person, [self.person.id]), (Letter, [])):
            search_index.of(noun.__table__).erase(connection, ids)
        facts_from.cache_clear()

    def _places_in(self, table: Table) -> list[Place]:
        texts = [column for column in table.columns if _is_text(column)]
        if not texts or not self.words:
            return []
        query = select(table).where(or_(*(_holds(column, self.words) for column in texts)))
        found = []
        for row in db.session.execute(query).mappings():
            kind, id_ = _page_of(table, row)
            for column in texts:
                text = row[column.name] or ""
                if self.named.search(fold(text)) and not self._is_cleansed(column, row):
                    found.append(Place(kind, id_, _excerpt(text, self.named)))
        return found

    def _is_cleansed(self, column: Column, row: RowMapping) -> bool:
        """Rows that go with them, and the fields of a letter that say to whom it went."""
        table = column.table
        if table is Letter.__table__:
            is_to_them = row["recipient_id"] == self.person.id
            is_by_them = row["signer_name"] == self.person.name
            return (is_to_them and column.name in ("salutation", "address")) or (
                is_by_them and column.name in ("signer_name", "signer_title")
            )
        return table.name in GOES and row["person_id"] == self.person.id

    def _letters(self) -> list[Letter]:
        theirs = or_(
            Letter.recipient_id == self.person.id,
            Letter.sender_id == self.person.id,
            Letter.signer_name == self.person.name,
        )
        return list(db.session.scalars(select(Letter).where(theirs)))

    def _cleanse_letters(self, letters: list[Letter]) -> None:
        """That one was sent, when and with which words stays; to whom and by whom goes."""
        name = self.person.name
        for letter in letters:
            if letter.signer_name == name:
                letter.signer_name, letter.signer_title, letter.paper = NOBODY, "", None
            if letter.recipient_id == self.person.id:
                letter.salutation, letter.paper = f"Dear {NOBODY},", None
                letter.address = _organization_lines(letter)

    def _cleanse_records(self) -> None:
        """What imports and jobs noted, and the account that they no longer have."""
        ImportChange.forget(self.person, self.words)
        of_others = ImportChange.person_id.is_(None)  # a namesake keeps the name
        for change in db.session.scalars(select(ImportChange).where(of_others)):
            change.before, change.after = (
                self._cleansed(value) for value in (change.before, change.after)
            )
        for each in db.session.scalars(select(Import)):
            each.undone = self._cleansed(each.undone)
        for run in db.session.scalars(select(PrintRun)):
            run.chosen = self._cleansed(run.chosen)
        for job in db.session.scalars(select(Job)):
            job.title, job.words = self._cleansed(job.title), self._cleansed(job.words)
            job.given, job.result = (
                json.dumps(self._cleansed(json.loads(text))) if text else text
                for text in (job.given, job.result)
            )
        for account in db.session.scalars(
            select(Account).where(Account.person_id == self.person.id)
        ):
            account.email, account.password_hash = f"{NOBODY} {account.id}", "none"

    def _cleansed(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: self._cleansed(each) for key, each in value.items()}
        if isinstance(value, list):
            return [self._cleansed(each) for each in value]
        return self.spelled.sub(NOBODY, value) if isinstance(value, str) else value

    def _remove_rows(self) -> None:
        id_ = self.person.id
        db.session.flush()
        db.session.execute(update(Tie).where(Tie.told_by_id == id_).values(told_by_id=None))
        db.session.execute(delete(Tie).where(or_(Tie.person_id == id_, Tie.other_id == id_)))
        for noun in (ContactPoint, Standing, AcquaintanceSheet, Affiliation):
            db.session.execute(delete(noun).where(noun.person_id == id_))
        db.session.expire(self.person)

    def _empty_person(self, today: date) -> None:
        self.person.name = NOBODY
        for column in Person.__table__.columns:
            if column.name not in STAYS:
                setattr(self.person, column.name, _blank(column))
        self.person.forgotten_on = today


def _organization_lines(letter: Letter) -> str:
    """What an address says of the organization; all else may be theirs, of whatever year."""
    organization = letter.organization
    if organization is None:
        return ""
    known = (organization.name, organization.full_name, organization.visiting_address)
    own = {fold(line) for line in (*known, *organization.address_lines)}
    return "\n".join(line for line in letter.address_lines if fold(line) in own)


def _blank(column: Column) -> Any:
    if column.nullable:
        return None
    return "" if isinstance(column.type, String) else False


def _is_text(column: Column) -> bool:
    is_words = isinstance(column.type, String) and not isinstance(column.type, JSON)
    return is_words and column.name != "folded_name" and column.name != "sort_name"


def _holds(column: Column, words: list[str]):
    from_db = folded(column)
    return or_(*(from_db.contains(fold(word), autoescape=True) for word in words))


def _page_of(table: Table, row: RowMapping) -> tuple[str, int | None]:
    """Where one may change the text: its own page, else that of what it belongs to."""
    if table.name in ("organization", "meeting", "letter", "commitment"):
        return table.name, row["id"]
    for noun in ("meeting", "organization", "person"):
        if row.get(f"{noun}_id"):
            return noun, row[f"{noun}_id"]
    return table.name, row.get("id")


def _whole(words: Iterable[str]) -> re.Pattern:
    """Any of them, but not within another word: 'Al' is not in 'Alliance'."""
    any_of = "|".join(re.escape(word) for word in words) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{any_of})(?!\w)")


def _excerpt(text: str, named: re.Pattern) -> str:
    """The words around the name."""
    lines = [line.strip() for line in text.splitlines()]
    line = next((line for line in lines if named.search(fold(line))), lines[0])
    if len(line) <= LONGEST_SHOWN:
        return line
    found = named.search(fold(line))
    start = max(0, (found.start() if found else 0) - LONGEST_SHOWN // 2)
    return f"…{line[start : start + LONGEST_SHOWN]}…"

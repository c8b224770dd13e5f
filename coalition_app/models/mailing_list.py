"""Who gets a letter or a label of a run, in its order, and who is left out and why."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from coalition_app.extensions import db
from coalition_app.lib import addresses
from coalition_app.lib.wording import listing
from coalition_app.models.affiliation import Affiliation
from coalition_app.models.letter import Letter
from coalition_app.models.letter_draft import follow_up_of
from coalition_app.models.mailing import Addressee
from coalition_app.models.meeting import Attendance, Meeting
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person
from coalition_app.models.print_run import PrintRun
from coalition_app.storage.dialect import among

OF_PEOPLE = ("people", "meeting")
ZIP = re.compile(r"\d{5}(?:-\d{4})?$")


@dataclass(frozen=True)
class Recipient:
    """One letter or label: `to` whom it is written, or the `letter` that is drafted already."""

    to: Addressee
    letter: Letter | None = None

    @property
    def name(self) -> str:
        return self.letter.addressee if self.letter else self.to.name

    @property
    def organization(self) -> str:
        """Beside the name; "" when it is the name."""
        of = self.letter.organization if self.letter else self.to.organization
        return of.full_name if of and of.full_name != self.name else ""

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """As on the envelope."""
        return tuple(self.letter.address_lines) if self.letter else self.to.address.lines

    @cached_property
    def why_not(self) -> str:
        """Why they get nothing; "" when nothing is amiss."""
        person = self.letter.recipient if self.letter else self.to.person
        if person and person.forgotten_on:
            return "asked to be forgotten"
        if self.letter is None:
            return self.to.why_not_mailed
        if any(each and each.is_archived for each in (person, self.letter.organization)):
            return "archived"
        if person and person.refuses("letter"):
            return "asked us not to mail"
        if not self.lines:
            return "no address"
        missing = addresses.missing_in(self.lines)
        return f"no {listing(missing)}" if missing else ""

    @property
    def household(self) -> str:
        """Of somebody who gets it at home."""
        is_at_home = self.letter is None and self.to.person and not self.to.address.organization
        return self.to.address.household if is_at_home else ""

    @property
    def by_name(self) -> tuple[str, str]:
        """By the organization, then by family name."""
        letter, to = self.letter, self.to
        of = letter.organization if letter else to.home
        person = letter.recipient if letter else to.person
        return tuple(each.sort_name if each else "" for each in (of or person, person))

    @property
    def by_person(self) -> tuple[str, str]:
        """By family name."""
        return self.by_name[::-1]

    @property
    def by_zip(self) -> tuple:
        """The ZIP at the end of the last line; those without come last."""
        code = ZIP.search(self.lines[-1]) if self.lines else None
        return (code is None, code[0] if code else "", *self.by_name)

    @property
    def key(self) -> dict[str, int]:
        """The ids by which a run knows them again."""
        if self.letter:
            return {"letter": self.letter.id}
        named = {name: getattr(self.to, name) for name in ("organization", "person", "meeting")}
        return {name: record.id for name, record in named.items() if record}


class MailingList:
    """`going`: in order; `left_out`: each with its reason. Few queries, however many they are."""

    def __init__(self, run: PrintRun):
        found = CHOSEN[run.source](run)
        in_order = attrgetter("by_zip" if run.sorting == "zip" else "by_name")
        if run.source in OF_PEOPLE and run.sorting == "name":
            in_order = attrgetter("by_person")
        self.going: list[Recipient] = []
        self.left_out: list[tuple[Recipient, str]] = []
        of_household: dict[str, Recipient] = {}
        for each in sorted(found, key=in_order):
            door = each.household if run.is_per_household else ""
            first = of_household.get(door) if door else None
            if why := each.why_not or (first and f"same household as {first.name}"):
                self.left_out.append((each, why))
                continue
            self.going.append(each)
            of_household[door] = each

    def leave_out(self, recipient: Recipient, why: str) -> None:
        self.going.remove(recipient)
        self.left_out.append((recipient, why))


def settled(keys: Sequence[dict[str, int]]) -> list[Recipient | None]:
    """The recipients of these keys, in their order; None for one that is gone or merged since."""
    known = {
        "organization": _by_id(_organizations(_ids(keys, "organization"))),
        "person": _by_id(_people(_ids(keys, "person"))),
        "meeting": _by_id(_meetings(_ids(keys, "meeting"))),
        "letter": _by_id(_letters(_ids(keys, "letter"))),
    }
    found = ({name: known[name].get(id_) for name, id_ in key.items()} for key in keys)
    return [_recipient(**each) if None not in each.values() else None for each in found]


def _recipient(letter: Letter | None = None, **to) -> Recipient:
    return Recipient(Addressee(**to), letter)


def _ids(keys: Iterable[dict[str, int]], name: str) -> list[int]:
    return [key[name] for key in keys if name in key]


def _by_id(records: Iterable) -> dict:
    return {record.id: record for record in records}


def _of_organizations(run: PrintRun) -> Iterator[Recipient]:
    for each in _organizations(run.ids):
        person = each.primary_contact if run.goes_to == "contact" else None
        yield Recipient(Addressee(each, person))


def _of_people(run: PrintRun) -> Iterator[Recipient]:
    """Ours at home; theirs at the organization in which they have a role."""
    for person in _people(run.ids):
        roles = [each.organization for each in person.current_affiliations if not person.is_ours]
        yield Recipient(Addressee(roles[0] if roles else None, person))


def _of_meeting(run: PrintRun) -> Iterator[Recipient]:
    """Those of theirs who came; before the meeting, those who are expected."""
    for meeting in _meetings(run.ids):
        for each in meeting.theirs:
            if each.came or not meeting.held_on:
                yield Recipient(Addressee(each.organization, each.person, meeting))


def _of_drafts(run: PrintRun) -> Iterator[Recipient]:
    return (Recipient(Addressee(), letter) for letter in _letters(run.ids) if not letter.is_sent)


def _of_due(run: PrintRun) -> Iterator[Recipient]:
    meetings = _by_id(_meetings(id_ for id_, _ in run.ids))
    organizations = _by_id(_organizations(id_ for _, id_ in run.ids))
    for meeting_id, organization_id in run.ids:
        meeting, organization = meetings.get(meeting_id), organizations.get(organization_id)
        if meeting and organization:
            yield Recipient(follow_up_of(meeting, organization))


CHOSEN = {
    "organizations": _of_organizations,
    "people": _of_people,
    "meeting": _of_meeting,
    "drafts": _of_drafts,
    "due": _of_due,
}


def _organizations(ids: Iterable[int]) -> list[Organization]:
    people = selectinload(Organization.affiliations).joinedload(Affiliation.person)
    return _found(Organization, ids, people)


def _people(ids: Iterable[int]) -> list[Person]:
    roles = selectinload(Person.affiliations).joinedload(Affiliation.organization)
    return _found(Person, ids, roles)


def _meetings(ids: Iterable[int]) -> list[Meeting]:
    there = selectinload(Meeting.attendances)
    return _found(
        Meeting, ids, there.joinedload(Attendance.person), there.joinedload(Attendance.organization)
    )


def _letters(ids: Iterable[int]) -> list[Letter]:
    return _found(Letter, ids, joinedload(Letter.organization), joinedload(Letter.recipient))


def _found(noun: type[db.Model], ids: Iterable[int], *loaded) -> list:
    ids = list(ids)
    if not ids:
        return []
    query = select(noun).where(among(noun.id, ids)).options(*loaded)
    return list(db.session.scalars(query))

"""All that the page of one person shows, gathered by a fixed number of queries."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy.orm import joinedload, selectinload

from coalition_app.extensions import db
from coalition_app.models import (
    Affiliation,
    Commitment,
    Letter,
    Meeting,
    Organization,
    Person,
    PersonTimeline,
    Tie,
    led_by,
    owed_by,
    ties_of,
)

LOADED = (
    joinedload(Person.affiliations).joinedload(Affiliation.organization),
    selectinload(Person.contact_points),
    selectinload(Person.standings),
)
PLACES = {Meeting: "meetings.show", Letter: "letters.show", Commitment: "commitments.edit"}


@dataclass(frozen=True)
class TieRow:
    """A tie seen from the person whose page it is: 'sibling of', Elena."""

    tie: Tie
    phrase: str
    other: Person


class PersonPage:
    MOST_EVENTS = 12

    def __init__(self, id_: int, *, whole_history: bool = False):
        self.person = db.get_or_404(Person, id_, options=LOADED)
        self.whole_history = whole_history

    @cached_property
    def current(self) -> list[Affiliation]:
        """The main contact's role first."""
        current = self.person.current_affiliations
        return sorted(current, key=lambda affiliation: not affiliation.is_primary)

    @cached_property
    def past(self) -> list[Affiliation]:
        return [each for each in self.person.affiliations if not each.is_current]

    @cached_property
    def ties(self) -> list[TieRow]:
        rows = []
        for tie in ties_of(self.person):
            kind, other = tie.seen_from(self.person)
            rows.append(TieRow(tie, Tie.phrase(kind), other))
        return rows

    @cached_property
    def leads(self) -> list[Organization]:
        return led_by(self.person)

    @cached_property
    def commitments(self) -> list[Commitment]:
        return owed_by(self.person)

    @cached_property
    def events(self) -> list:
        return PersonTimeline(self.person).events

    @property
    def shown_events(self) -> Iterator[tuple]:
        """(event, endpoint of its page or none)"""
        shown = self.events if self.whole_history else self.events[: self.MOST_EVENTS]
        return ((event, PLACES.get(type(event.subject), "")) for event in shown)

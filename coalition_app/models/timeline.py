"""What happened with an organization, latest first: meetings and conversations on one line."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from coalition_app.lib.wording import listing
from coalition_app.models.commitment import Commitment
from coalition_app.models.conversation import Conversation
from coalition_app.models.introduction import Introduction
from coalition_app.models.kept import ANY, ask
from coalition_app.models.letter import WAYS, Letter
from coalition_app.models.meeting import KINDS as MEETING_KINDS
from coalition_app.models.meeting import Attendance, Meeting
from coalition_app.models.organization import Organization
from coalition_app.models.told import AUDIENCES, Told


@dataclass(frozen=True)
class Event:
    """One line: on a day, what (bold), and the rest of the sentence; who, for paper.

    `when` is said in the place of a day that nobody knows.
    """

    on: date
    what: str
    text: str = ""
    who: str = ""
    subject: object = None
    when: str = ""


class Timeline:
    """The events of one organization, latest first."""

    def __init__(self, organization: Organization):
        self.organization = organization
        events = [
            *self._started(),
            *self._reviews(),
            *self._introductions(),
            *self._conversations(),
            *self._meetings(),
            *self._letters(),
            *self._commitments(),
            *self._tolds(),
            *self._standings(),
            *self._pauses(),
        ]
        events.reverse()  # of one day, what comes later on the path stands above
        self.events = sorted(events, key=lambda event: event.on, reverse=True)

    def _asked(self, build: Callable[[], Select]) -> list:
        return ask(build, self.organization.id).unique().all()

    def _started(self):
        organization = self.organization
        if organization.listed_on:
            origin = f"from {organization.origin}." if organization.origin else ""
            yield Event(organization.listed_on, "Listed", origin)
        if organization.started_on:
            lead = organization.lead.name
            yield Event(organization.started_on, "Started", f"Lead: {lead}.", lead)

    def _reviews(self):
        for review in self.organization.reviews:
            who = review.reviewer.name if review.reviewer else ""
            text = "No website." if review.has_no_website else ""
            by = f"by {who}" if who else ""
            yield Event(review.reviewed_on, "Researched", _sentence(by, text), who)

    def _introductions(self):
        for each in self._asked(_introductions):
            if each.sends_request:
                yield Event(
                    each.asked_on,
                    "Introduction asked",
                    f"through {each.through}.",
                    each.through,
                    each,
                )
            if each.made_on:
                yield Event(each.made_on, "Door opened", _opened(each), each.through, each)
            if each.declined_on:
                text = f"by {each.through}."
                yield Event(each.declined_on, "Introduction declined", text, each.through, each)

    def _conversations(self):
        for each in self._asked(_conversations):
            theirs = listing([person.name for person in each.people])
            text = f"with {theirs}. {each.summary}" if each.people else each.summary
            who = listing([p.name for p in (each.our_person, *each.people) if p])
            yield Event(each.held_on, each.kind.capitalize(), text.strip(), who, each)

    def _meetings(self):
        for meeting in self._asked(_meetings):
            on = meeting.starts_at.date()
            if meeting.canceled_on:
                yield Event(on, "Meeting canceled", meeting.cancel_reason, "", meeting)
            elif meeting.held_on:
                came = [each.person.name for each in meeting.attendances if each.came]
                kind = MEETING_KINDS[meeting.kind].capitalize()
                text = f"with {listing(came)}." if came else "held."
                yield Event(on, kind, text, listing(came), meeting)

    def _letters(self):
        for letter in self._asked(_letters):
            who = letter.sender.name if letter.sender else ""
            yield Event(letter.sent_on, letter.title, f"sent {WAYS[letter.sent_by]}.", who, letter)

    def _commitments(self):
        for each in self._asked(_commitments):
            side, who = "We" if each.is_ours else "They", each.owner.name if each.owner else ""
            if each.kept_on:
                yield Event(each.kept_on, f"{side} kept", f"{each.what}.", who, each)
            elif each.dropped_on:
                text = _sentence(each.what, each.drop_reason)
                yield Event(each.dropped_on, "Dropped", text, who, each)

    def _tolds(self):
        for told in self._asked(_tolds):
            who = told.teller.name if told.teller else ""
            yield Event(told.told_on, "Told", f"{AUDIENCES[told.audience]}. {told.what}", who, told)

    def _standings(self):
        for standing in self.organization.standings:
            yield Event(standing.rated_on, f"Standing {standing.value}", f"{standing.act}.")

    def _pauses(self):
        for pause in self.organization.pauses:
            yield Event(pause.paused_on, "Paused", f"{pause.reason}.")
            if pause.ended_on:
                yield Event(pause.ended_on, "Taken up again")


def _introductions() -> Select:
    through = (Introduction.through_person, Introduction.through_organization)
    return Introduction.of(ANY).options(*map(joinedload, through))


def _conversations() -> Select:
    those = (Conversation.our_person, Conversation.people)
    return Conversation.of(ANY).options(*map(joinedload, those))


def _meetings() -> Select:
    return Meeting.of(ANY).options(joinedload(Meeting.attendances).joinedload(Attendance.person))


def _letters() -> Select:
    return Letter.sent().where(Letter.organization_id == ANY.id).options(joinedload(Letter.sender))


def _commitments() -> Select:
    of_them = select(Commitment).where(Commitment.organization_id == ANY.id)
    return of_them.options(joinedload(Commitment.owner))


def _tolds() -> Select:
    return Told.of(ANY).options(joinedload(Told.teller))


def _sentence(*parts: str) -> str:
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def _opened(introduction: Introduction) -> str:
    words = {
        "cold_call": "by a cold call.",
        "came_to_us": "They came to us.",
        "already_known": "We knew them already.",
    }
    text = words.get(introduction.route) or f"{introduction.through} introduced us."
    return _sentence(text, introduction.note)

"""What happened with one person, latest first: every kind of contact and act on one line."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload, selectinload

from coalition_app.models.commitment import Commitment
from coalition_app.models.conversation import Conversation, ConversationPerson
from coalition_app.models.introduction import Introduction
from coalition_app.models.kept import ANY, ask
from coalition_app.models.letter import ABOUT_THEM, WAYS, Letter
from coalition_app.models.letter import KINDS as LETTER_KINDS
from coalition_app.models.meeting import KINDS as MEETING_KINDS
from coalition_app.models.meeting import Attendance, Meeting, MeetingParty
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person
from coalition_app.models.timeline import Event

MOST_OF_A_KIND = 300


@dataclass(frozen=True)
class PersonEvent(Event):
    """'Call' 'with' the organizations: the rest of the sentence."""

    link: str = "with"
    organizations: tuple[Organization, ...] = ()


class PersonTimeline:
    """The events of one person, latest first; of each kind the newest few hundred."""

    def __init__(self, person: Person):
        self.person = person
        events = [
            *self._roles(),
            *self._introductions(),
            *self._conversations(),
            *self._meetings(),
            *self._letters(),
            *self._commitments(),
            *self._standings(),
        ]
        events.reverse()  # of one day, what comes later on the path stands above
        self.events = sorted(events, key=lambda event: event.on, reverse=True)

    def _asked(self, build: Callable[[], Select]) -> list:
        return ask(build, self.person.id).unique().all()

    def _roles(self) -> Iterator[PersonEvent]:
        for each in self.person.affiliations:
            years, at = each.years, {"link": "at", "organizations": (each.organization,)}
            began = f"Began as {each.role}" if each.role else "Began"
            ended = f"No longer {each.role}" if each.role else "No longer"
            if years.began:
                yield PersonEvent(date(years.began, 1, 1), began, when=str(years.began), **at)
            if each.ended_on and years.ended in (None, each.ended_on.year):
                yield PersonEvent(each.ended_on, ended, **at)
            elif years.ended:
                when = str(years.ended)
                yield PersonEvent(date(years.ended, 12, 31), ended, when=when, **at)

    def _introductions(self) -> Iterator[PersonEvent]:
        for each in self._asked(_introductions):
            to = {"link": "to", "organizations": (each.organization,), "subject": each}
            if each.through_person_id != self.person.id:
                if each.made_on:
                    at = {**to, "link": f"by {each.through}, at"}
                    yield PersonEvent(each.made_on, "Introduced to us", each.note, **at)
                continue
            yield PersonEvent(each.asked_on, "Asked to introduce us", **to)
            if each.made_on:
                yield PersonEvent(each.made_on, "Introduced us", each.note, **to)
            if each.declined_on:
                yield PersonEvent(each.declined_on, "Could not introduce us", each.note, **to)

    def _conversations(self) -> Iterator[PersonEvent]:
        for each in self._asked(_conversations):
            here = (each.organization,)
            what = each.kind.capitalize()
            yield PersonEvent(each.held_on, what, each.summary, subject=each, organizations=here)

    def _meetings(self) -> Iterator[PersonEvent]:
        for each in self._asked(_meetings):
            what, came = MEETING_KINDS[each.kind].capitalize(), tuple(each.organizations_that_came)
            on = each.starts_at.date()
            yield PersonEvent(on, what, subject=each, organizations=came)

    def _letters(self) -> Iterator[PersonEvent]:
        for each in self._asked(_letters):
            those = (each.organization,) if each.organization else ()
            here = {"link": "to", "organizations": those, "subject": each}
            if each.kind in ABOUT_THEM:
                here["link"] = "about"
            what = f"{self._part_in(each)} {LETTER_KINDS[each.kind]}"
            yield PersonEvent(each.sent_on, what, WAYS[each.sent_by], **here)

    def _part_in(self, letter: Letter) -> str:
        if letter.recipient_id == self.person.id:
            return "Got our"
        return "Signed the" if letter.signer_name == self.person.name else "Sent the"

    def _commitments(self) -> Iterator[PersonEvent]:
        for each in self._asked(_commitments):
            on, what = each.made_on, "Promise made"
            if each.kept_on:
                on, what = each.kept_on, "Promise kept"
            elif each.dropped_on:
                on, what = each.dropped_on, "Promise dropped"
            words = f"{each.what} ({each.drop_reason})" if each.drop_reason else each.what
            link = "to" if each.is_ours else "for"
            here = (each.organization,)
            yield PersonEvent(on, what, words, subject=each, link=link, organizations=here)

    def _standings(self) -> Iterator[PersonEvent]:
        for each in self.person.standings:
            yield PersonEvent(each.rated_on, f"Standing {each.label}", each.act)


def _introductions() -> Select:
    of_them = or_(Introduction.through_person_id == ANY.id, Introduction.contact_id == ANY.id)
    shown = (
        Introduction.organization,
        Introduction.through_person,
        Introduction.through_organization,
    )
    return _newest(Introduction, of_them, Introduction.asked_on).options(*map(joinedload, shown))


def _conversations() -> Select:
    with_them = select(ConversationPerson.conversation_id).where(
        ConversationPerson.person_id == ANY.id
    )
    of_them = or_(Conversation.our_person_id == ANY.id, Conversation.id.in_(with_them))
    query = _newest(Conversation, of_them, Conversation.held_on)
    return query.options(joinedload(Conversation.organization))


def _meetings() -> Select:
    came = select(Attendance.meeting_id).where(Attendance.person_id == ANY.id, Attendance.came)
    held = Meeting.id.in_(came) & Meeting.held_on.is_not(None)
    parties = selectinload(Meeting.parties).joinedload(MeetingParty.organization)
    return _newest(Meeting, held, Meeting.starts_at).options(parties)


def _letters() -> Select:
    signing = select(Person.name).where(Person.id == ANY.id, Person.is_ours).scalar_subquery()
    of_them = or_(
        Letter.recipient_id == ANY.id,
        Letter.sender_id == ANY.id,
        Letter.signer_name == signing,
    )
    sent = of_them & Letter.sent_on.is_not(None)
    return _newest(Letter, sent, Letter.sent_on).options(joinedload(Letter.organization))


def _commitments() -> Select:
    query = _newest(Commitment, Commitment.owner_id == ANY.id, Commitment.made_on)
    return query.options(joinedload(Commitment.organization))


def _newest(noun: type, condition, day) -> Select:
    return select(noun).where(condition).order_by(day.desc(), noun.id.desc()).limit(MOST_OF_A_KIND)

"""When we last talked with each of several people, whatever the occasion."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from coalition_app.extensions import db
from coalition_app.models.conversation import Conversation, ConversationPerson
from coalition_app.models.meeting import KINDS, Attendance, Meeting
from coalition_app.models.person import Person


@dataclass(frozen=True)
class LastTalk:
    """'call' with 'Rosa Díaz' of ours; `text`: what was said."""

    on: date
    what: str
    ours: tuple[str, ...]
    text: str = ""


class LastTalks:
    """The latest two-way conversation or held meeting with each of them, up to a day."""

    def __init__(self, people: Iterable[Person], until: date):
        self.ids = [person.id for person in people]
        self.until = until
        self._found: dict[int, LastTalk] = {}
        self._take(self._meetings(), _of_meeting)
        self._take(self._conversations(), _of_conversation)

    def with_(self, person: Person) -> LastTalk | None:
        return self._found.get(person.id)

    def _take(self, query, worded) -> None:
        """The rows come latest first: the first one of each person counts."""
        latest: dict[int, object] = {}
        for person_id, record in db.session.execute(query):
            latest.setdefault(person_id, record)
        for person_id, record in latest.items():
            talk, known = worded(record), self._found.get(person_id)
            if known is None or talk.on > known.on:
                self._found[person_id] = talk

    def _meetings(self):
        return (
            select(Attendance.person_id, Meeting)
            .join(Attendance.meeting)
            .where(
                Attendance.person_id.in_(self.ids),
                Attendance.came,
                Meeting.held_on <= self.until,
            )
            .order_by(Meeting.starts_at.desc(), Meeting.id.desc())
        )

    def _conversations(self):
        return (
            select(ConversationPerson.person_id, Conversation)
            .join(Conversation, Conversation.id == ConversationPerson.conversation_id)
            .where(
                ConversationPerson.person_id.in_(self.ids),
                Conversation.is_two_way,
                Conversation.held_on <= self.until,
            )
            .order_by(Conversation.held_on.desc(), Conversation.id.desc())
        )


def _of_meeting(meeting: Meeting) -> LastTalk:
    ours = tuple(each.person.name for each in meeting.ours if each.came)
    return LastTalk(meeting.starts_at.date(), KINDS[meeting.kind], ours)


def _of_conversation(talk: Conversation) -> LastTalk:
    ours = (talk.our_person.name,) if talk.our_person else ()
    return LastTalk(talk.held_on, talk.kind, ours, talk.summary)

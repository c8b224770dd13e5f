"""The cold call to one organization (guide, step 4): what to say, and what came of it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from coalition_app.extensions import db
from coalition_app.lib.cold_call import cold_call_script
from coalition_app.lib.reach import Point
from coalition_app.lib.wording import listing
from coalition_app.models.affiliation import Affiliation
from coalition_app.models.commitment import Commitment
from coalition_app.models.conversation import Conversation
from coalition_app.models.introduction import Introduction
from coalition_app.models.local import Local
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person
from coalition_app.models.standing import Pause

FIRST_ASKED = ("executive director", "president")


class ColdCall:
    """What to say, whom to ask for, and what is not known for it yet. No blank is ever shown."""

    def __init__(self, organization: Organization, caller: str, local: Local):
        self.organization, self.caller, self.local = organization, caller, local

    @property
    def script(self) -> str:
        return cold_call_script(self.caller, self.local.full_name, self.organization.mission)

    @property
    def whom(self) -> Affiliation | None:
        """The executive director, else the president, else anybody whom we may call."""
        affiliations = self.organization.current_affiliations
        current = [each for each in affiliations if not each.person.do_not_call]
        asked = (each for role in FIRST_ASKED for each in current if each.role == role)
        return next(asked, current[0] if current else None)

    @property
    def asks_for(self) -> str:
        """'Elena Díaz, executive director'; the role alone while no name is known."""
        if self.whom:
            return self.whom.person.described
        return self.organization.listed_contact or "the executive director"

    @property
    def phones(self) -> list[Point]:
        """Theirs first, then the organization's; each number once."""
        theirs = self.whom.person.points if self.whom else []
        every = (*theirs, *self.organization.points)
        found = [each for each in every if each.kind == "phone" and "fax" not in each.label.lower()]
        return list({point.value: point for point in reversed(found)}.values())[::-1]

    @property
    def phone(self) -> str:
        return self.phones[0].value if self.phones else ""

    @property
    def missing(self) -> str:
        """'their phone number and their mission', in the words of the research sheet."""
        lacks = (
            (not (self.whom or self.organization.listed_contact), "whom to ask for"),
            (not self.phone, "their phone number"),
            (not self.organization.mission, "their mission"),
        )
        return listing([words for applies, words in lacks if applies])


@dataclass(frozen=True)
class Outcome:
    """`label`: on the button and beside the box on paper; `summary`: what the history says when
    nothing else was typed; `opens`: they took the call, so the door is open."""

    name: str
    key: str
    label: str
    summary: str
    opens: bool = False


class CallOutcome:
    """What is written after a call: the conversation, the introduction by it, and what follows."""

    OUTCOMES = (
        Outcome("agreed", "a", "Agreed to meet", "They agreed to meet.", opens=True),
        Outcome("reached", "r", "Reached, no day yet", "We talked; no day yet.", opens=True),
        Outcome("call_back", "b", "Call back", "They asked us to call back."),
        Outcome("message", "m", "Left a message", "Left a message."),
        Outcome("declined", "d", "They declined", "They declined."),
    )

    def __init__(
        self,
        organization: Organization,
        caller: Person,
        on: date,
        contact: Person | None = None,
        note: str = "",
    ):
        self.organization, self.caller, self.on = organization, caller, on
        self.contact, self.note = contact, note
        self.introduction: Introduction | None = None
        self.is_first = False  # whether this call is the first of its introduction
        self.commitment: Commitment | None = None
        self.pause: Pause | None = None

    def write(self, outcome: Outcome, back_on: date | None = None) -> None:
        """Adds all that follows to be saved; pressed twice, it is written once."""
        self.conversation = Conversation.log(
            self.organization,
            [self.contact] if self.contact else [],
            self.caller,
            kind="call",
            held_on=self.on,
            is_two_way=outcome.opens,
            summary=self.note or outcome.summary,
        )
        self.introduction = self._introduction()
        if self.introduction:
            self._settle(outcome)
        if outcome.name == "call_back":
            self._call_again(back_on)
        elif outcome.name == "declined":
            self._pause()

    def _introduction(self) -> Introduction | None:
        """The one that waits, the one of this day, or a new one; none once the door is open."""
        found = db.session.scalars(Introduction.of(self.organization)).all()
        calls = [each for each in found if each.route == "cold_call"]
        ours = [
            each for each in calls if each.is_waiting or self.on in (each.made_on, each.declined_on)
        ]
        if ours:
            return ours[0]
        if any(each.made_on for each in found):
            return None
        self.is_first = True
        return Introduction.ask(self.organization, "cold_call", self.on)

    def _settle(self, outcome: Outcome) -> None:
        if outcome.opens:
            self.introduction.make(self.on, self.contact)
        elif outcome.name == "declined":
            self.introduction.decline(self.on)
        elif self.introduction.asked_on < self.on:
            self.introduction.nudge(self.on)

    def _call_again(self, back_on: date | None) -> None:
        whom = self.contact.name if self.contact else self.organization.full_name
        details = {"owner": self.caller, "due_on": back_on, "is_ours": True}
        self.commitment = Commitment.make(
            self.organization, f"Call {whom} again", self.on, **details
        )

    def _pause(self) -> None:
        """Declined is a pause: Today is silent until somebody takes it up again."""
        if self.organization.pause_on(self.on) is None:
            reason = f"they declined: {self.note}" if self.note else "they declined our call"
            self.pause = Pause(organization=self.organization, reason=reason, paused_on=self.on)
            db.session.add(self.pause)

    @property
    def written(self) -> dict[str, int]:
        """The ids of what was written, once it is saved, for `take_back`."""
        found = {
            "conversation": self.conversation,
            "commitment": self.commitment,
            "pause": self.pause,
            "first" if self.is_first else "introduction": self.introduction,
        }
        return {name: record.id for name, record in found.items() if record}

    @classmethod
    def take_back(cls, organization: Organization, written: dict[str, int], on: date) -> None:
        """Undoes what one press wrote on a day."""
        for name, model in MADE.items():
            record = _own(model, written.get(name), organization)
            if record:
                db.session.delete(record)
        introduction = _own(Introduction, written.get("introduction"), organization)
        if introduction:
            introduction.wait()
            introduction.take_back_nudge(on)


MADE = {
    "conversation": Conversation,
    "commitment": Commitment,
    "pause": Pause,
    "first": Introduction,
}


def _own(model, id_: int | None, organization: Organization):
    if id_ is None:
        return None
    wanted = select(model).where(model.id == id_, model.organization_id == organization.id)
    return db.session.scalar(wanted)

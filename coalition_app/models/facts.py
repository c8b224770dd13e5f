"""What the records say of one organization, as plain values the pathway decides on."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import takewhile
from operator import attrgetter
from typing import NamedTuple

from coalition_app.lib.once import once


@dataclass(frozen=True)
class IntroductionFacts:
    id: int
    route: str
    through: str
    asked_on: date
    made_on: date | None = None
    declined_on: date | None = None
    nudges: int = 0
    nudge_due_on: date | None = None

    @property
    def is_waiting(self) -> bool:
        return self.made_on is None and self.declined_on is None


class MeetingFacts(NamedTuple):
    """A meeting as one organization sees it; `is_off` when canceled or they stayed away.

    What is blank and who is named is known of planned ones, what is recorded of the latest held.
    """

    id: int
    starts_at: datetime
    is_held: bool = False
    is_off: bool = False
    open_questions: int = 0
    ours_named: int = 0
    is_recorded: bool = False
    comes_along: bool = False
    is_just_us: bool = False
    has_no_next: bool = False

    @property
    def is_prepared(self) -> bool:
        return self.open_questions == 0 and self.ours_named > 0

    @property
    def brings_somebody(self) -> bool:
        """An activist comes along, or it is said that it is just us this time."""
        return self.comes_along or self.is_just_us


class AssistanceFacts(NamedTuple):
    meeting_id: int | None
    we_give: bool
    state: str
    offered_on: date
    settled_on: date | None = None

    def counts_for(self, meeting: MeetingFacts | None, previous: MeetingFacts | None) -> bool:
        """Offered in this round, or still open when the round began (step 7).

        The round begins after the previous held meeting, so that keeping an old promise
        counts for the round in which it was kept.
        """
        if not (self.we_give or self.state == "nothing_needed"):
            return False
        if previous is None or (meeting and self.meeting_id == meeting.id):
            return True
        if self.state == "nothing_needed":
            return self.meeting_id is None and self.offered_on > previous.starts_at.date()
        return self._was_open_after(previous.starts_at.date())

    def _was_open_after(self, previous: date) -> bool:
        return self.settled_on is None or self.settled_on > previous


class LetterFacts(NamedTuple):
    kind: str
    meeting_id: int | None
    sent_on: date


class ToldFacts(NamedTuple):
    audience: str
    told_on: date


@dataclass(frozen=True)
class Door:
    """Open from the earliest of an introduction made or a meeting held."""

    on: date
    route: str
    note: str


# Days of quiet before a relationship is spoken of again, by standing (domain: cadence).
CADENCE_DAYS = {1: 30, 2: 60, 3: 90, None: 90}
SECOND_NUDGE_DAYS = 14
TO_MEMBERS = ("board", "membership")

_when = attrgetter("starts_at", "id")


@dataclass(frozen=True)
class Facts:
    id: int
    name: str
    kind: str = ""
    scope: str = ""
    has_members: bool = False
    strategic_reason: bool = False
    started_on: date | None = None
    lead: str = ""
    has_mission: bool = False
    cadence_days: int | None = None
    is_paused: bool = False
    reviewed_on: date | None = None
    has_campaign: bool = False
    goes_through_hq: bool = False
    is_acquainted: bool = False  # somebody there is known to one of us (the acquaintance rule)
    introductions: tuple[IntroductionFacts, ...] = ()
    meetings: tuple[MeetingFacts, ...] = ()
    assistances: tuple[AssistanceFacts, ...] = ()
    letters: tuple[LetterFacts, ...] = ()
    tolds: tuple[ToldFacts, ...] = ()
    commitments_changed_on: date | None = None
    last_contact_on: date | None = None
    standing: int | None = None
    kept: dict[str, object] = field(default_factory=dict, init=False, compare=False, repr=False)

    @once
    def door(self) -> Door | None:
        """The earliest opening; on one day an introduction comes before its meeting."""
        openings = [
            (each.made_on, 0 if each.route == "hq" else 1, each.route, each.through)
            for each in self.introductions
            if each.made_on
        ]
        openings += [(met.starts_at.date(), 2, "meeting", "") for met in self.meetings_held[:1]]
        if not openings:
            return None
        on, _, route, through = min(openings)
        return Door(on, route, _door_note(route, through))

    @once
    def live_meetings(self) -> list[MeetingFacts]:
        """The earliest first. Canceled ones are no round, nor those they stayed away from."""
        live = [meeting for meeting in self.meetings if not meeting.is_off]
        live.sort(key=_when)
        return live

    @once
    def meetings_held(self) -> list[MeetingFacts]:
        return [meeting for meeting in self.live_meetings if meeting.is_held]

    @once
    def meetings_planned(self) -> list[MeetingFacts]:
        return [meeting for meeting in self.live_meetings if not meeting.is_held]

    def after(self, meeting: MeetingFacts) -> list[MeetingFacts]:
        """The live meetings that follow it, the next one first."""
        live = self.live_meetings
        return live[live.index(meeting) + 1 :]

    def is_shared_onward(self, meeting: MeetingFacts) -> bool:
        """An activist is named for a later conversation, or 'just us', or none is planned."""
        return meeting.has_no_next or any(each.brings_somebody for each in self.after(meeting))

    @once
    def round(self) -> MeetingFacts | None:
        """The latest held meeting until its follow-up is sent, then the next planned one."""
        latest = self.meetings_held[-1] if self.meetings_held else None
        if latest and not self.follow_up_sent_on(latest):
            return latest
        planned = self.meetings_planned
        later = [each for each in planned if not latest or each.starts_at > latest.starts_at]
        return later[0] if later else latest

    @property
    def hq_request(self) -> IntroductionFacts | None:
        return next((each for each in self.introductions if each.route == "hq"), None)

    @property
    def hq_declined(self) -> bool:
        return any(each.route == "hq" and each.declined_on for each in self.introductions)

    @property
    def hq_is_silent(self) -> bool:
        """No answer although both nudges were given."""
        return any(
            each.route == "hq" and each.is_waiting and each.nudges >= 2
            for each in self.introductions
        )

    def has_offered_help(self, meeting: MeetingFacts | None) -> bool:
        earlier = (each for each in reversed(self.meetings_held) if _is_earlier(each, meeting))
        previous = next(earlier, None)
        return any(each.counts_for(meeting, previous) for each in self.assistances)

    def follow_up_sent_on(self, meeting: MeetingFacts) -> date | None:
        """When the follow-up of this meeting was sent: the first one after it."""
        met_on, may_be = meeting.starts_at.date(), (None, meeting.id)
        since = [each for each in self.letters if each.sent_on >= met_on]
        days = [
            each.sent_on for each in since if each.kind == "follow_up" and each.meeting_id in may_be
        ]
        return min(days, default=None)

    def told_members_on(self, meeting: MeetingFacts) -> date | None:
        """When the board or the membership was told, on or after the meeting (step 9)."""
        met_on = meeting.starts_at.date()
        return next((on for on in self.members_told_on if on >= met_on), None)

    @property
    def untold(self) -> list[MeetingFacts]:
        """Held meetings of which the members heard nothing: telling one tells all before it."""
        last_told_on = self.members_told_on[-1] if self.members_told_on else date.min
        held = reversed(self.meetings_held)
        return list(takewhile(lambda met: met.starts_at.date() > last_told_on, held))[::-1]

    @once
    def members_told_on(self) -> list[date]:
        """The days on which the board or the membership was told, the earliest first."""
        return sorted(each.told_on for each in self.tolds if each.audience in TO_MEMBERS)

    @property
    def last_follow_up_on(self) -> date | None:
        sent = (letter.sent_on for letter in self.letters if letter.kind == "follow_up")
        return max(sent, default=None)

    @property
    def quiet_after(self) -> date | None:
        """The day on which the relationship goes quiet; none for standing 4 and 5."""
        days = self.cadence_days or CADENCE_DAYS.get(self.standing)
        known_since = self.last_contact_on or self.started_on
        return known_since + timedelta(days=days) if days and known_since else None


def _is_earlier(met: MeetingFacts, meeting: MeetingFacts | None) -> bool:
    return meeting is not None and met.starts_at < meeting.starts_at


def _door_note(route: str, through: str) -> str:
    notes = {
        "meeting": "we met",
        "cold_call": "by a cold call",
        "came_to_us": "they came to us",
        "already_known": "already known",
    }
    return notes.get(route) or f"by {through}"

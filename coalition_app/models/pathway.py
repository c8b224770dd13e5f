"""The nine steps of one organization, derived from facts and the day, never ticked.

Pure: nothing here asks the database. The rules are domain.md's, after the nine-step guide.
"""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from coalition_app.lib.once import once
from coalition_app.lib.wording import day, near_day
from coalition_app.models.facts import Facts

NAMES = (
    "Identify",
    "Research",
    "Ask HQ",
    "Introduction",
    "Prepare",
    "Meet",
    "Offer help",
    "Follow up",
    "Share",
)
DONE, NOW, AHEAD, NOT_NEEDED = "done", "now", "ahead", "not needed"


class Step(NamedTuple):
    """One of the nine. `note` is the word under it: a day, a name, why it is not needed."""

    number: int
    name: str
    state: str
    note: str = ""

    @property
    def label(self) -> str:
        return f"{self.number} {self.name}"

    @property
    def mark(self) -> str:
        """The state in one word, as the track is drawn by: 'not-needed'."""
        return self.state.replace(" ", "-")


class Judgment(NamedTuple):
    """Whether one step is done or not needed, and what says so."""

    is_done: bool = False
    is_not_needed: bool = False
    note: str = ""

    @property
    def is_settled(self) -> bool:
        return self.is_done or self.is_not_needed


class Pathway:
    """The steps of an organization at a moment (wall clock of the local's zone)."""

    def __init__(self, facts: Facts, now: datetime):
        self.facts, self.now, self.today = facts, now, now.date()
        self.door = facts.door
        self.round = facts.round

    @once
    def current(self) -> Step | None:
        """The step that is now; none once all are settled."""
        for number, judge in enumerate(_JUDGES, 1):
            judgment = judge(self)
            if not judgment.is_settled:
                return Step(number, NAMES[number - 1], NOW, judgment.note)
        return None

    @once
    def steps(self) -> tuple[Step, ...]:
        """All nine of the guide: the first that is open is now, those behind it are ahead."""
        steps, now_is_given = [], False
        for number, (name, judge) in enumerate(zip(NAMES, _JUDGES, strict=True), 1):
            judgment = judge(self)
            if judgment.is_done:
                state = DONE
            elif judgment.is_not_needed:
                state = NOT_NEEDED
            else:
                state, now_is_given = (AHEAD if now_is_given else NOW), True
            steps.append(Step(number, name, state, judgment.note))
        return tuple(steps)

    @property
    def is_complete(self) -> bool:
        return self.current is None

    @property
    def is_quiet(self) -> bool:
        """After step 9, no contact within the cadence."""
        due_on = self.facts.quiet_after
        return self.is_complete and due_on is not None and due_on <= self.today

    @property
    def summary(self) -> str:
        """'5 Prepare', or 'all done'."""
        return self.current.label if self.current else "all done"

    @property
    def step_number(self) -> int:
        """1 to 9; 10 once all are done."""
        return self.current.number if self.current else 10

    @property
    def is_review_old(self) -> bool:
        """More than a year: a nudge to look again, never a step back."""
        reviewed = self.facts.reviewed_on
        return bool(reviewed) and reviewed <= self.today - timedelta(days=365)

    @property
    def is_nobody_left(self) -> bool:
        return bool(self.door) and not self.facts.is_acquainted


def _identify(path: Pathway) -> Judgment:
    """Kind, scope, and members or a written reason why it is strategic without."""
    facts = path.facts
    known = facts.kind and facts.scope and (facts.has_members or facts.strategic_reason)
    return Judgment(is_done=bool(known), note=_on(path, facts.started_on))


def missing_identity(facts: Facts) -> list[str]:
    """What step 1 still lacks, in the words of its form."""
    lacks = [
        (not facts.kind, "labor or community"),
        (not facts.scope, "national, regional or local"),
        (
            not (facts.has_members or facts.strategic_reason),
            "whether it has members, or why it is strategic without",
        ),
    ]
    return [words for applies, words in lacks if applies]


def _research(path: Pathway) -> Judgment:
    """Reviewed on a date, and a mission in one sentence or a campaign."""
    facts = path.facts
    done = bool(facts.reviewed_on) and (facts.has_mission or facts.has_campaign)
    return Judgment(is_done=done, note=_on(path, facts.reviewed_on) if done else "")


def _ask_hq(path: Pathway) -> Judgment:
    """Needed for national partners, their chapters and those marked, until the door is open."""
    facts = path.facts
    if path.door:
        by_hq = path.door.route == "hq"
        note = day(path.door.on, path.today) if by_hq else "not needed"
        return Judgment(is_done=by_hq, is_not_needed=not by_hq, note=note)
    why_not = (
        (not facts.goes_through_hq, "not needed"),
        (facts.is_acquainted, "somebody knows them"),
        (facts.hq_declined, "HQ declined"),
        (facts.hq_is_silent, "HQ stayed silent"),
    )
    note = next((words for applies, words in why_not if applies), "")
    return Judgment(is_not_needed=bool(note), note=note)


def _introduction(path: Pathway) -> Judgment:
    """The door was opened by a route other than HQ."""
    if not path.door:
        return Judgment()
    if path.door.route == "hq":
        return Judgment(is_not_needed=True, note="by HQ")
    return Judgment(is_done=True, note=path.door.note)


def _prepare(path: Pathway) -> Judgment:
    """Each prepare question settled and somebody of ours named; or the meeting is held."""
    meeting = path.round
    if meeting is None:
        return Judgment()
    when = "met" if meeting.is_held else "meets"
    note = f"{when} {near_day(meeting.starts_at.date(), path.today)}"
    return Judgment(is_done=meeting.is_prepared or meeting.is_held, note=note)


def _meet(path: Pathway) -> Judgment:
    """Held, and anything typed or somebody's attendance."""
    meeting = path.round
    done = meeting is not None and meeting.is_held and meeting.is_recorded
    return Judgment(is_done=done, note=_on(path, meeting.starts_at.date()) if done else "")


def _offer_help(path: Pathway) -> Judgment:
    """In this round or still open from earlier: help offered, or 'nothing needed now'."""
    return Judgment(is_done=path.facts.has_offered_help(path.round))


def _follow_up(path: Pathway) -> Judgment:
    """The note was sent after the meeting. Done stays done."""
    if path.round is None or not path.round.is_held:
        return Judgment()
    sent_on = path.facts.follow_up_sent_on(path.round)
    return Judgment(is_done=bool(sent_on), note=_on(path, sent_on))


def _share(path: Pathway) -> Judgment:
    """Told to board or membership, and an activist named for the next conversation."""
    if path.round is None or not path.round.is_held:
        return Judgment()
    told_on = path.facts.told_members_on(path.round)
    done = bool(told_on) and path.facts.is_shared_onward(path.round)
    return Judgment(is_done=done, note=_on(path, told_on) if done else "")


_JUDGES = (
    _identify,
    _research,
    _ask_hq,
    _introduction,
    _prepare,
    _meet,
    _offer_help,
    _follow_up,
    _share,
)


def _on(path: Pathway, value: date | None) -> str:
    return day(value, path.today) if value else ""

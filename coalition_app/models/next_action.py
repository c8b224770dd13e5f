"""What a started organization asks of us now: the action of its step, and actions of their own.

Pure, like the pathway. Due moments are wall-clock times of the local's zone.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from coalition_app.lib.wording import clock_time, day, listing, near_day, plural
from coalition_app.models.facts import SECOND_NUDGE_DAYS, IntroductionFacts, MeetingFacts
from coalition_app.models.pathway import Pathway, missing_identity


@dataclass(frozen=True)
class Action:
    """One thing to do. `headline` and `joiner` read on with the organization's name."""

    kind: str
    organization_id: int
    organization: str
    headline: str
    joiner: str = "with"
    detail: str = ""
    subject_id: int | None = None
    due_at: datetime | None = None
    is_of_step: bool = True

    shape = "action"

    @property
    def key(self) -> str:
        """Names it as long as it is to do."""
        return f"{self.kind}-{self.organization_id}-{self.subject_id or 0}"

    @property
    def day(self) -> date | None:
        return self.due_at.date() if self.due_at else None

    def is_late(self, now: datetime) -> bool:
        return self.due_at is not None and self.due_at < now


def actions_of(path: Pathway) -> list[Action]:
    """The action of the step that is now, then what earlier rounds and quiet times still ask."""
    step = _STEPS[path.current.number - 1](path) if path.current else _stay_in_touch(path)
    return [action for action in (step, *_of_their_own(path, step)) if action]


def _action(path: Pathway, kind: str, headline: str, **more) -> Action:
    return Action(kind, path.facts.id, path.facts.name, headline, **more)


def _identify(path: Pathway) -> Action:
    lacking = f"Missing: {listing(missing_identity(path.facts))}."
    return _action(path, "identify", "Say what is missing", joiner="about", detail=lacking)


def _research(path: Pathway) -> Action:
    if path.facts.reviewed_on:
        detail = "Reviewed; one sentence of their mission or one campaign is still missing."
    else:
        detail = "Their mission, recent campaigns, and a quick look at the structure."
    return _action(path, "research", "Review the website", joiner="of", detail=detail)


def _ask_hq(path: Pathway) -> Action:
    request = path.facts.hq_request
    if request is None:
        detail = "The Legislative or Political office can introduce us to the liaison."
        return _action(path, "ask_hq", "Ask HQ to introduce us", joiner="to", detail=detail)
    return _nudge(path, request, "Call HQ again")


def _introduction(path: Pathway) -> Action:
    waiting = [each for each in path.facts.introductions if each.is_waiting and each.route != "hq"]
    if waiting:
        soonest = min(waiting, key=lambda each: (each.nudge_due_on or date.max, each.id))
        return _nudge(path, soonest, f"Ask {soonest.through} again")
    detail = "An ally who works with them, a member of ours who knows somebody, then a cold call."
    return _action(path, "find_way_in", "Find a way in", joiner="to", detail=detail)


def _nudge(path: Pathway, request: IntroductionFacts, headline: str) -> Action:
    """A reminder on its day; before it, and after the last one, waiting or another way in."""
    asked = f"Asked {day(request.asked_on, path.today)}"
    if request.nudge_due_on is None:
        detail = f"{asked}, reminded twice, no answer. Try another way in."
        return _action(path, "find_way_in", "Find another way in", joiner="to", detail=detail)
    due_at = _end_of(request.nudge_due_on)
    if path.today < request.nudge_due_on:
        detail = f"{asked}. Remind on {day(request.nudge_due_on, path.today)}."
        headline = f"Wait for {request.through} to introduce us"
        return _action(
            path, "wait", headline, joiner="to", detail=detail, subject_id=request.id, due_at=due_at
        )
    which = "First" if request.nudges == 0 else "Second"
    detail = f"{asked}, {which.lower()} reminder."
    return _action(
        path, "nudge", headline, joiner="about", detail=detail, subject_id=request.id, due_at=due_at
    )


def _prepare(path: Pathway) -> Action:
    if path.round is None:
        was_off = [meeting for meeting in path.facts.meetings if meeting.is_off]
        if was_off:
            last = max(was_off, key=lambda meeting: meeting.starts_at)
            detail = f"The meeting of {day(last.starts_at.date(), path.today)} did not take place."
            return _action(path, "new_date", "Set a new date", detail=detail, subject_id=last.id)
        return _action(path, "plan", "Plan a meeting", detail="Coffee is enough to begin with.")
    if path.round.starts_at <= path.now:
        return _did_it_happen(path, path.round)
    headline = f"Finish preparing for {_when(path, path.round)}"
    return _action(
        path,
        "prepare",
        headline,
        detail=preparation_gaps(path.round),
        subject_id=path.round.id,
        due_at=path.round.starts_at,
    )


def preparation_gaps(meeting: MeetingFacts) -> str:
    """What is still blank and who is not named, in one line; empty when ready."""
    blank = plural(meeting.open_questions, "question is blank", "questions are blank")
    named = "" if meeting.ours_named else "Nobody of ours is named to come along yet."
    return " ".join(part for part in (f"{blank}." if meeting.open_questions else "", named) if part)


def _meet(path: Pathway) -> Action:
    meeting = path.round
    if meeting.is_held:
        return _type_up(path, meeting)
    if meeting.starts_at <= path.now:
        return _did_it_happen(path, meeting)
    return _action(
        path,
        "meet",
        f"Meet {_when(path, meeting)}",
        detail="Everything is prepared. Print the packet and take it along.",
        subject_id=meeting.id,
        due_at=meeting.starts_at,
    )


def _type_up(path: Pathway, meeting: MeetingFacts) -> Action:
    headline = f"Type up the meeting of {day(meeting.starts_at.date(), path.today)}"
    detail = "Before the memory fades: what was said, who was there, who owes what."
    due_at = meeting.starts_at + timedelta(days=1)
    return _action(path, "type_up", headline, detail=detail, subject_id=meeting.id, due_at=due_at)


def _did_it_happen(path: Pathway, meeting: MeetingFacts) -> Action:
    headline = f"Did the meeting of {day(meeting.starts_at.date(), path.today)} happen?"
    due_at = meeting.starts_at + timedelta(days=1)
    detail = "Held, moved or canceled."
    return _action(
        path, "did_it_happen", headline, detail=detail, subject_id=meeting.id, due_at=due_at
    )


def _offer_help(path: Pathway) -> Action:
    detail = "No resource is too small. If they need nothing now, say so."
    meeting_id = path.round.id if path.round else None
    return _action(
        path, "offer_help", "Offer some help", joiner="to", detail=detail, subject_id=meeting_id
    )


def _follow_up(path: Pathway) -> Action:
    meeting = path.round
    due_at = meeting.starts_at + timedelta(days=2)
    met = near_day(meeting.starts_at.date(), path.today)
    detail = f"Met {met}, due {near_day(due_at.date(), path.today)} {clock_time(due_at)}."
    return _action(
        path,
        "follow_up",
        "Write the follow-up letter",
        joiner="to",
        detail=detail,
        subject_id=meeting.id,
        due_at=due_at,
    )


def _share(path: Pathway) -> Action:
    return _sharing(path, path.round, is_of_step=True)


def _sharing(path: Pathway, meeting: MeetingFacts, *, is_of_step: bool) -> Action | None:
    """What a meeting still lacks of step 9: telling it first, then who comes along."""
    shared = {"subject_id": meeting.id, "is_of_step": is_of_step}
    if not path.facts.told_members_on(meeting):
        about = day(meeting.starts_at.date(), path.today)
        return _action(path, "tell", f"Tell the board about the meeting of {about}", **shared)
    if path.facts.is_shared_onward(meeting):
        return None
    following = path.facts.after(meeting)
    if not following:
        detail = "Or say that none is planned."
        return _action(path, "next", "Set the next conversation", detail=detail, **shared)
    next_at = following[0].starts_at
    if next_at <= path.now:
        return None
    headline = f"Name who comes along on {day(next_at.date(), path.today)}"
    detail = "One or two activists, or just us this time."
    return _action(path, "name_activist", headline, detail=detail, **shared)


def _stay_in_touch(path: Pathway) -> Action | None:
    """After step 9: a word before the relationship goes quiet, and one second nudge."""
    due_on = path.facts.quiet_after
    if due_on is None:
        return None
    last = path.facts.last_contact_on
    detail = f"Last contact {day(last, path.today)}." if last else "No contact on record yet."
    if path.today >= due_on + timedelta(days=SECOND_NUDGE_DAYS):
        detail += " Second reminder."
    return _action(
        path, "stay_in_touch", "Get in touch again", detail=detail, due_at=_end_of(due_on)
    )


def _of_their_own(path: Pathway, step: Action | None) -> list[Action | None]:
    """What is not the step's but still to do: old plans, earlier rounds, a second note."""
    asked = step.subject_id if step and step.kind == "did_it_happen" else None
    left = [
        each
        for each in path.facts.meetings_planned
        if each.starts_at <= path.now and each.id != asked
    ]
    return [
        *(_did_it_happen(path, meeting) for meeting in left),
        _untyped(path, step),
        *(_sharing(path, meeting, is_of_step=False) for meeting in _unshared(path)),
        _second_note(path),
    ]


def _untyped(path: Pathway, step: Action | None) -> Action | None:
    """The latest meeting held waits for its notes, also when an earlier step is still open."""
    if path.round is None or not path.round.is_held or path.round.is_recorded:
        return None
    return None if step and step.kind == "type_up" else _type_up(path, path.round)


def _unshared(path: Pathway) -> list[MeetingFacts]:
    """Earlier rounds of which nobody was told; and the last one, which says what comes next."""
    last = path.facts.meetings_held[-1:]
    earlier = [each for each in path.facts.untold if each not in last]
    return [each for each in (*earlier, *last) if each is not path.round]


def _second_note(path: Pathway) -> Action | None:
    """Offered when commitments changed since the note (step 8: done stays done)."""
    meeting = path.round
    sent_on = path.facts.follow_up_sent_on(meeting) if meeting and meeting.is_held else None
    changed_on = path.facts.commitments_changed_on
    if not (sent_on and changed_on) or changed_on <= path.facts.last_follow_up_on:
        return None
    detail = f"The commitments changed since the letter of {day(sent_on, path.today)}."
    return _action(
        path,
        "second_note",
        "Send a second note",
        joiner="to",
        detail=detail,
        subject_id=meeting.id,
        is_of_step=False,
    )


def _when(path: Pathway, meeting: MeetingFacts) -> str:
    return f"{near_day(meeting.starts_at.date(), path.today)}, {clock_time(meeting.starts_at)}"


def _end_of(on: date) -> datetime:
    return datetime.combine(on, time(23, 59))


_STEPS = (
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

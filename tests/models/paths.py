"""Facts and pathways written in one line, for tests of the nine steps."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from coalition_app.models import Facts, Pathway
from coalition_app.models.facts import (
    AssistanceFacts,
    IntroductionFacts,
    LetterFacts,
    MeetingFacts,
    ToldFacts,
)

DAY = date(2026, 3, 14)
NOW = datetime(2026, 3, 14, 10)
THURSDAY = datetime(2026, 3, 19, 17, 30)

IDENTIFIED = Facts(
    id=1, name="League", kind="community", scope="local", has_members=True, started_on=DAY
)
RESEARCHED = replace(IDENTIFIED, reviewed_on=DAY, has_mission=True)


def state(facts: Facts, number: int, now: datetime = NOW) -> str:
    return Pathway(facts, now).steps[number - 1].state


def current(facts: Facts, now: datetime = NOW) -> int | None:
    step = Pathway(facts, now).current
    return step.number if step else None


def introduction(route: str = "member", made_on: date | None = DAY, **more) -> IntroductionFacts:
    values = {"id": 1, "route": route, "through": "Rosa Díaz", "asked_on": DAY, "made_on": made_on}
    return IntroductionFacts(**{**values, **more})


def meeting(at: datetime = THURSDAY, *, held: bool = False, **more) -> MeetingFacts:
    values = {"id": int(at.timestamp()), "starts_at": at, "is_held": held}
    return MeetingFacts(**{**values, **more})


def held(at: datetime = THURSDAY, **more) -> MeetingFacts:
    return meeting(at, held=True, is_recorded=True, **more)


def offered(of: MeetingFacts | None = None, on: date = DAY, **more) -> AssistanceFacts:
    values = {"we_give": True, "state": "proposed", "offered_on": on, **more}
    return AssistanceFacts(meeting_id=of.id if of else None, **values)


def letter(on: date, of: MeetingFacts | None = None) -> LetterFacts:
    return LetterFacts("follow_up", of.id if of else None, on)


def told(on: date, audience: str = "board") -> ToldFacts:
    return ToldFacts(audience, on)


def after(at: datetime = THURSDAY, days: int = 1) -> datetime:
    return at + timedelta(days=days)


def shared(**more) -> Facts:
    """All nine steps are done after one meeting."""
    met = held(has_no_next=True)
    return replace(
        RESEARCHED,
        introductions=(introduction(),),
        meetings=(met,),
        assistances=(offered(met),),
        letters=(letter(date(2026, 3, 20), met),),
        tolds=(told(date(2026, 3, 20)),),
        last_contact_on=date(2026, 3, 20),
        **more,
    )

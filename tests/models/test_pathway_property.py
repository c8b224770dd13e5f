"""Adding a good act never moves a step backward; only canceling, pausing and forgetting may."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from coalition_app.models import Facts, Pathway
from coalition_app.models.facts import (
    AssistanceFacts,
    IntroductionFacts,
    LetterFacts,
    MeetingFacts,
    ToldFacts,
)

ROUTES = ("hq", "ally", "member", "cold_call", "came_to_us", "already_known")


@dataclass
class Story:
    """An organization to which one good act after another is added, as the days go by."""

    facts: Facts
    now: datetime = datetime(2026, 3, 14, 10)

    @property
    def today(self) -> date:
        return self.now.date()

    def change(self, **values) -> None:
        self.facts = replace(self.facts, **values)

    def add(self, to: str, value) -> None:
        self.change(**{to: (*getattr(self.facts, to), value)})

    def change_meeting(self, meeting: MeetingFacts, **values) -> None:
        others = [each for each in self.facts.meetings if each.id != meeting.id]
        self.change(meetings=(*others, meeting._replace(**values)))

    def pick(self, items, number: int):
        items = list(items)
        return items[number % len(items)] if items else None


def identify(story: Story, number: int) -> None:
    story.change(kind="labor", scope="local", strategic_reason=True)


def review(story: Story, number: int) -> None:
    story.change(reviewed_on=story.today)


def learn(story: Story, number: int) -> None:
    story.change(**{("has_mission", "has_campaign")[number % 2]: True})


def get_to_know(story: Story, number: int) -> None:
    story.change(is_acquainted=True)


def ask(story: Story, number: int) -> None:
    route = ROUTES[number % 3]
    asked = IntroductionFacts(len(story.facts.introductions), route, "Rosa Díaz", story.today)
    story.add("introductions", asked)


def nudge(story: Story, number: int) -> None:
    waiting = story.pick((each for each in story.facts.introductions if each.is_waiting), number)
    if waiting:
        others = [each for each in story.facts.introductions if each is not waiting]
        nudged = replace(waiting, nudges=waiting.nudges + 1)
        story.change(introductions=(*others, nudged))


def introduce(story: Story, number: int) -> None:
    on = story.today - timedelta(days=number % 40)
    made = IntroductionFacts(100 + number, ROUTES[number % 6], "Rosa Díaz", on, made_on=on)
    story.add("introductions", made)


def plan(story: Story, number: int) -> None:
    """Later than whatever is planned: an earlier plan is another round by definition."""
    last = max((each.starts_at for each in story.facts.meetings), default=story.now)
    at = max(last, story.now) + timedelta(days=1 + number % 20)
    meeting = MeetingFacts(len(story.facts.meetings), at, open_questions=2)
    story.change(meetings=(*story.facts.meetings, meeting))


def prepare(story: Story, number: int) -> None:
    meeting = story.pick(story.facts.meetings_planned, number)
    if meeting:
        left = max(meeting.open_questions - 1, 0)
        story.change_meeting(meeting, open_questions=left, ours_named=1)


def hold(story: Story, number: int) -> None:
    for meeting in story.facts.meetings_planned[:1]:
        story.now = max(story.now, meeting.starts_at)
        story.change_meeting(meeting, is_held=True)


def record(story: Story, number: int) -> None:
    meeting = story.pick(story.facts.meetings_held, number)
    if meeting:
        story.change_meeting(meeting, is_recorded=True)


def offer(story: Story, number: int) -> None:
    meeting = story.pick((None, story.facts.round), number)
    state = ("proposed", "agreed", "nothing_needed")[number % 3]
    meeting_id = meeting.id if meeting else None
    story.add("assistances", AssistanceFacts(meeting_id, True, state, story.today))


def give(story: Story, number: int) -> None:
    """Keeping the commitment of an agreed assistance makes it given."""
    opened = (each for each in story.facts.assistances if each.state in ("proposed", "agreed"))
    kept = story.pick(opened, number)
    if kept:
        others = [each for each in story.facts.assistances if each is not kept]
        story.change(assistances=(*others, kept._replace(state="given", settled_on=story.today)))


def write(story: Story, number: int) -> None:
    meeting = story.pick([None, *story.facts.meetings_held], number)
    meeting_id = meeting.id if meeting else None
    story.add("letters", LetterFacts("follow_up", meeting_id, story.today))


def tell(story: Story, number: int) -> None:
    audience = ("board", "membership", "lpat")[number % 3]
    story.add("tolds", ToldFacts(audience, story.today))


def name_activist(story: Story, number: int) -> None:
    meeting = story.pick(story.facts.meetings_planned, number)
    if meeting:
        story.change_meeting(meeting, comes_along=number % 2 == 0, is_just_us=number % 2 == 1)


def plan_none(story: Story, number: int) -> None:
    meeting = story.pick(story.facts.meetings_held, number)
    if meeting:
        story.change_meeting(meeting, has_no_next=True)


def let_days_pass(story: Story, number: int) -> None:
    story.now += timedelta(days=number % 30)


ACTS = (
    identify,
    review,
    learn,
    get_to_know,
    ask,
    nudge,
    introduce,
    plan,
    prepare,
    hold,
    record,
    offer,
    give,
    write,
    tell,
    name_activist,
    plan_none,
    let_days_pass,
)


def settled(path: Pathway, numbers) -> set[int]:
    states = {step.number: step.state for step in path.steps if step.number in numbers}
    return {number for number, state in states.items() if state in ("done", "not needed")}


def went_back(before: Pathway, after: Pathway) -> set[int]:
    """Steps that were settled and are not: 1 to 4 ever, 5 to 9 within one round."""
    lost = settled(before, range(1, 5)) - settled(after, range(1, 5))
    if before.round and after.round and before.round.id == after.round.id:
        lost |= settled(before, range(5, 10)) - settled(after, range(5, 10))
    elif before.round and after.round.starts_at < before.round.starts_at:
        lost.add(5)
    return lost


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    through_hq=st.booleans(),
    acts=st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 120)), max_size=30),
)
def test_no_good_act_moves_a_step_back(through_hq, acts):
    story = Story(Facts(id=1, name="League", goes_through_hq=through_hq))
    for act, number in acts:
        before = Pathway(story.facts, story.now)
        act(story, number)
        lost = went_back(before, Pathway(story.facts, story.now))
        assert not lost, f"{act.__name__} took back steps {lost}"


def test_the_check_sees_a_step_that_goes_back():
    met = MeetingFacts(1, datetime(2026, 3, 14, 9), is_held=True, is_recorded=True)
    story = Story(Facts(id=1, name="League", meetings=(met,)))
    before = Pathway(story.facts, story.now)
    story.change_meeting(met, is_recorded=False)
    assert went_back(before, Pathway(story.facts, story.now)) == {6}

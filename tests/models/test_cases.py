"""The cases of the domain, on records: from what was typed to the step that is now."""

from datetime import date, datetime, timedelta

import pytest

from coalition_app.models import (
    Affiliation,
    Assistance,
    Commitment,
    Conversation,
    Introduction,
    Meeting,
    Organization,
    Pathway,
    Told,
    actions_of,
    facts_of,
)
from tests import world
from tests.world import DAY

pytestmark = pytest.mark.usefixtures("db")
NOW = datetime(2026, 3, 14, 10)


def path(organization, now=NOW) -> Pathway:
    return Pathway(facts_of(organization, now.date()), now)


def current(organization, now=NOW) -> int | None:
    step = path(organization, now).current
    return step.number if step else None


def state(organization, number, now=NOW) -> str:
    return path(organization, now).steps[number - 1].state


def partner() -> Organization:
    return world.listed("Jobs with Justice", scope="national", is_national_partner=True)


def test_a_national_partner_is_asked_for_through_hq():
    organization = world.researched(scope="national", is_national_partner=True)
    assert current(organization) == 3


def test_a_chapter_of_a_national_partner_goes_through_hq():
    assert current(world.researched(parent=partner())) == 3


def test_a_chapter_below_a_chapter_goes_through_hq():
    state_chapter = world.listed("State chapter", parent=partner())
    assert current(world.researched(parent=state_chapter)) == 3


def test_an_organization_marked_for_hq_goes_through_hq():
    assert current(world.researched(goes_through_hq=True)) == 3


def test_a_chapter_with_a_contact_whom_one_of_us_knows_needs_no_hq():
    chapter = world.researched(parent=partner())
    world.tie(world.ours("Rosa Díaz"), world.theirs(chapter))
    assert current(chapter) == 4


def test_a_tie_typed_from_their_side_counts_the_same():
    chapter = world.researched(parent=partner())
    world.tie(world.theirs(chapter), world.ours("Rosa Díaz"))
    assert current(chapter) == 4


def test_our_own_member_in_their_ranks_is_an_acquaintance():
    chapter = world.researched(parent=partner())
    world.add(Affiliation(person=world.ours("Rosa Díaz"), organization=chapter, role="member"))
    assert current(chapter) == 4


@pytest.mark.parametrize(("is_two_way", "step"), [(True, 4), (False, 3)])
def test_only_a_two_way_conversation_makes_an_acquaintance(is_two_way, step):
    chapter = world.researched(parent=partner())
    people = [world.theirs(chapter)]
    talk = Conversation(organization=chapter, held_on=DAY, is_two_way=is_two_way, people=people)
    world.add(talk)
    assert current(chapter) == step


def test_an_in_care_of_name_counts_for_nothing():
    assert current(world.researched(parent=partner(), listed_contact="Elena Díaz")) == 3


def test_a_contact_of_theirs_whom_nobody_knows_counts_for_nothing():
    chapter = world.researched(parent=partner())
    world.theirs(chapter)
    assert current(chapter) == 3


def test_a_contact_who_moved_away_is_a_warning_once_the_door_is_open():
    chapter = world.researched(parent=partner())
    elena = world.theirs(chapter)
    world.tie(world.ours("Rosa Díaz"), elena)
    world.introduced(chapter, through_person=world.ours("Rosa Díaz"), contact=elena)
    elena.affiliations[0].end(DAY)
    after = path(chapter)
    assert after.current.number == 5
    assert after.is_nobody_left


def test_a_contact_who_moved_away_before_the_door_opened_brings_hq_back():
    chapter = world.researched(parent=partner())
    elena = world.theirs(chapter)
    world.tie(world.ours("Rosa Díaz"), elena)
    elena.affiliations[0].end(DAY)
    assert current(chapter) == 3


def test_hq_is_silent_after_two_reminders():
    chapter = world.researched(parent=partner())
    asked = world.add(Introduction(organization=chapter, route="hq", asked_on=DAY))
    asked.nudge(DAY + timedelta(days=7))
    asked.nudge(DAY + timedelta(days=21))
    assert current(chapter, NOW + timedelta(days=21)) == 4


def test_two_presses_on_one_day_are_one_reminder():
    asked = world.add(Introduction(organization=world.researched(), route="hq", asked_on=DAY))
    asked.nudge(DAY + timedelta(days=7))
    asked.nudge(DAY + timedelta(days=7))
    assert len(asked.nudges) == 1


def test_hq_that_declined_gives_way_to_the_next_way_in():
    chapter = world.researched(parent=partner())
    world.add(Introduction(organization=chapter, route="hq", asked_on=DAY)).decline(DAY)
    assert current(chapter) == 4


def test_they_came_to_us_opens_the_door():
    organization = world.researched()
    world.introduced(organization, "came_to_us")
    assert (state(organization, 3), state(organization, 4)) == ("not needed", "done")


def test_an_organization_without_members_needs_a_written_reason():
    organization = world.started(has_members=False)
    assert current(organization) == 1
    organization.strategic_reason = "Runs the only shelter in the valley."
    assert current(organization) == 2


def test_a_canceled_meeting_asks_for_a_new_date():
    organization = world.researched()
    world.introduced(organization)
    world.planned(organization).cancel(DAY, "Their director is ill.")
    action = actions_of(path(organization))[0]
    assert (current(organization), action.kind) == (5, "new_date")


def test_a_moved_meeting_keeps_its_old_date_in_its_history():
    meeting = world.planned(world.researched())
    meeting.move(datetime(2026, 3, 26, 18), DAY)
    world.add(meeting)
    assert [move.was_at for move in meeting.moves] == [datetime(2026, 3, 19, 17, 30)]


def test_a_canceled_meeting_with_a_new_date_is_planned_again():
    meeting = world.planned(world.researched())
    meeting.cancel(DAY, "Their director is ill.")
    meeting.move(datetime(2026, 3, 26, 18), DAY)
    assert meeting.state == "planned"


def met(*organizations, at=datetime(2026, 3, 19, 17, 30)) -> Meeting:
    for organization in organizations:
        world.introduced(organization)
    return world.held(world.planned(*organizations, at=at), world.ours())


def finished(organization, at=datetime(2026, 3, 19, 17, 30)) -> Meeting:
    """A round with all of its nine steps, none planned next."""
    meeting = met(organization, at=at)
    on = at.date()
    offer = Assistance(organization=organization, meeting=meeting, what="hall", offered_on=on)
    world.add(offer)
    world.sent(meeting, organization, on)
    world.add(Told(organization=organization, audience="board", told_on=on))
    meeting.has_no_next = True
    return meeting


LATER = datetime(2026, 3, 20, 9)


def test_one_whole_round_leaves_nothing_to_do():
    organization = world.researched()
    finished(organization)
    assert current(organization, LATER) is None


def test_a_second_round_begins_at_prepare():
    organization = world.researched()
    finished(organization)
    world.planned(organization, at=datetime(2026, 4, 9, 18))
    assert current(organization, LATER) == 5


def test_a_third_round_begins_at_prepare_too():
    organization = world.researched()
    finished(organization)
    finished(organization, datetime(2026, 4, 9, 18))
    world.planned(organization, at=datetime(2026, 5, 7, 18))
    assert current(organization, datetime(2026, 4, 10, 9)) == 5


def test_the_second_round_needs_an_offer_of_its_own():
    organization = world.researched()
    first = finished(organization)
    first.assistances[0].agree(DAY, world.ours(), DAY).keep(date(2026, 3, 19))
    met(organization, at=datetime(2026, 4, 9, 18))
    assert current(organization, datetime(2026, 4, 10, 9)) == 7


def test_of_several_organizations_only_those_that_came_have_met():
    league, rivers, unidos = (world.researched(name) for name in ("League", "Rivers", "Unidos"))
    meeting = met(league, rivers, unidos)
    meeting.parties[2].stayed_away = True
    assert [current(each, LATER) for each in (league, rivers, unidos)] == [7, 7, 5]


def test_a_commitment_of_a_joint_meeting_is_recorded_with_its_organization_only():
    league, rivers = world.researched("League"), world.researched("Rivers")
    meeting = world.planned(league, rivers)
    meeting.hold(meeting.starts_at.date())
    world.introduced(league)
    world.introduced(rivers)
    made = {"what": "Flyer", "made_on": DAY, "due_on": DAY, "owner": world.ours()}
    world.add(Commitment(organization=league, meeting=meeting, **made))
    assert (state(league, 6, LATER), state(rivers, 6, LATER)) == ("done", "now")


def test_a_letter_before_closing_counts():
    organization = world.researched()
    meeting = met(organization)
    world.sent(meeting, organization, date(2026, 3, 20))
    assert meeting.closed_on is None
    assert state(organization, 8, LATER) == "done"


def test_told_before_the_letter_counts():
    organization = world.researched()
    meeting = met(organization)
    meeting.has_no_next = True
    world.add(Told(organization=organization, audience="membership", told_on=date(2026, 3, 19)))
    assert (state(organization, 8, LATER), state(organization, 9, LATER)) == ("ahead", "done")


def test_an_activist_on_a_later_meeting_shares_the_relationship():
    organization = world.researched()
    meeting = finished(organization)
    meeting.has_no_next = False
    assert current(organization, LATER) == 9
    coming = world.planned(organization, at=datetime(2026, 4, 9, 18))
    coming.expect(world.ours("Rosa Díaz")).comes_along = True
    world.add(coming)
    actions = actions_of(path(organization, LATER))
    assert "name_activist" not in [action.kind for action in actions]


def test_just_us_this_time_is_enough():
    organization = world.researched()
    finished(organization).has_no_next = False
    world.planned(organization, at=datetime(2026, 4, 9, 18), is_just_us=True)
    actions = actions_of(path(organization, LATER))
    assert "name_activist" not in [action.kind for action in actions]

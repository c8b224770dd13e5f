"""Promises, help, standing and the next conversation, each in one line."""

from datetime import date, datetime

import pytest

from coalition_app.models import Assistance, Commitment, Meeting, Resource, Standing
from tests import world


def fill(client, act: str, prefix: str, /, htmx=True, button: str | None = None, **typed):
    fields = {f"{prefix}-{name}": value for name, value in typed.items()}
    return client.submit(button or f'form[action$="/{act}"]', fields, htmx=htmx)


def promise(client, **typed):
    return fill(client, "commitments", "promise", **typed)


def all_of(db, noun):
    db.session.expire_all()
    return list(db.session.scalars(db.select(noun)))


@pytest.fixture
def notes(organizer, held):
    return organizer.get(f"/meetings/{held.id}/notes")


def test_a_promise_of_ours_follows_from_who(notes, db, league):
    answer = promise(notes, what="Hall on May 14", who="dori", due_on="apr 2")
    (commitment,) = all_of(db, Commitment)
    assert (commitment.is_ours, commitment.owner_name) == (True, "Dori James")
    assert (commitment.due_on, commitment.organization) == (date(2026, 4, 2), league)
    assert "Hall on May 14 We will · Dori James Thu, Apr 2" in answer.text
    assert answer.one("#promise-what").has("autofocus")
    assert answer.headers["HX-Trigger"] == "commitments-changed"


def test_a_promise_of_theirs_follows_from_who(notes, db):
    promise(notes, what="Precinct list", who="Elena", due_on="fri")
    (commitment,) = all_of(db, Commitment)
    assert (commitment.is_ours, commitment.due_on) == (False, date(2026, 3, 20))


def test_sent_twice_it_is_one_promise(notes, db):
    for _ in range(2):
        promise(notes, what="Hall", who="me", due_on="apr 2")
    assert len(all_of(db, Commitment)) == 1


def test_without_owner_it_needs_a_side(notes, db):
    answer = promise(notes, what="Hall")
    assert answer.status == 422
    assert "Type who does it, or choose the side." in answer.text
    assert answer.one("#promise-what")["value"] == "Hall"
    promise(notes, what="Hall", side="We will")
    assert all_of(db, Commitment)[0].owner is None


def test_one_of_theirs_does_not_do_what_we_owe(notes, db):
    answer = promise(notes, what="Hall", who="Elena", side="We will")
    assert "Elena Díaz is one of theirs." in answer.text
    assert all_of(db, Commitment) == []


def test_a_name_nobody_has_needs_a_side_and_is_added(notes, db):
    answer = promise(notes, what="Sign-up sheets", who="Ana Ruiz")
    assert 'Nobody called "Ana Ruiz" is known yet.' in answer.text
    answer = promise(notes, what="Sign-up sheets", who="Ana Ruiz", side="They will")
    assert "Ana Ruiz is new among the people" in answer.text
    assert not all_of(db, Commitment)[0].owner.is_ours


@pytest.mark.parametrize(("due", "words"), [("soon", "Type a date"), ("4/2/1926", "1926")])
def test_a_day_that_is_none_is_refused_and_kept(notes, db, due, words):
    answer = promise(notes, what="Hall", who="me", due_on=due)
    assert answer.status == 422
    assert words in answer.text
    assert answer.one("#promise-due_on")["value"] == due
    assert all_of(db, Commitment) == []


def test_too_long_a_promise_is_refused(notes, db):
    answer = promise(notes, what="x" * 100_000, who="me")
    assert answer.status == 422
    assert "at most 300 fit here" in answer.text


def test_at_a_table_of_several_it_is_said_with_whom(organizer, db, table, after):
    world.held(table)
    notes = organizer.get(f"/meetings/{table.id}/notes")
    assert "Choose with which organization." in promise(notes, what="Hall", who="me").text
    promise(notes, what="Hall", who="me", side="We will, with Vecinos Unidos")
    assert all_of(db, Commitment)[0].organization.name == "Vecinos Unidos"


def test_it_says_how_a_line_is_understood(organizer, held):
    line = "promise-what=Hall&promise-who=dor&promise-due_on=may 1&promise-side="
    answer = organizer.get(f"/meetings/{held.id}/commitments/understood?{line}", htmx=True)
    assert answer.text == "We will · Dori James · Friday, May 1 · Enter to add"


def test_it_says_what_a_line_lacks(organizer, held):
    line = "promise-what=Hall&promise-who=zed&promise-due_on=&promise-side="
    answer = organizer.get(f"/meetings/{held.id}/commitments/understood?{line}", htmx=True)
    assert 'Nobody called "zed" is known yet.' in answer.text


def test_help_with_who_and_when_is_agreed_and_a_commitment(notes, db):
    answer = fill(notes, "assistances", "help", what="Meeting hall", who="dori", due_on="apr 2")
    (assistance,) = all_of(db, Assistance)
    assert (assistance.state, assistance.commitment.due_on) == ("agreed", date(2026, 4, 2))
    assert answer.headers["HX-Trigger"] == "assistances-changed"


@pytest.mark.parametrize(("day", "is_said"), [("apr 2", True), ("apr 3", False)])
def test_what_is_lent_to_others_on_that_day_is_pointed_out(notes, db, day, is_said):
    world.add(Resource(name="Meeting hall"))
    rivers = world.researched("Green Rivers Alliance")
    lent = Assistance.offer(rivers, "Meeting hall", date(2026, 3, 17))
    lent.agree(date(2026, 3, 17), world.ours(), date(2026, 4, 2))
    db.session.commit()
    answer = fill(notes, "assistances", "help", what="Meeting hall", who="dori", due_on=day)
    said = "promised to Green Rivers Alliance for the same day as well"
    assert (said in answer.text) == is_said


def test_help_without_is_proposed(notes, db):
    fill(notes, "assistances", "help", what="Copies")
    assert [each.state for each in all_of(db, Assistance)] == ["proposed"]
    assert all_of(db, Commitment) == []


def test_help_sent_twice_is_one(notes, db):
    for _ in range(2):
        fill(notes, "assistances", "help", what="Meeting hall", who="me", due_on="apr 2")
    assert (len(all_of(db, Assistance)), len(all_of(db, Commitment))) == (1, 1)


def test_help_that_was_only_offered_is_agreed_not_offered_again(notes, db):
    fill(notes, "assistances", "help", what="Meeting hall")
    for _ in range(2):
        fill(notes, "assistances", "help", what="meeting hall.", who="me", due_on="apr 2")
    (assistance,) = all_of(db, Assistance)
    assert (assistance.state, assistance.commitment.due_on) == ("agreed", date(2026, 4, 2))


def test_help_offered_at_an_earlier_meeting_is_agreed_at_this_one(notes, db, held, league):
    earlier = world.planned(league, at=datetime(2026, 2, 19, 17, 30))
    world.helped(earlier, league)
    db.session.commit()
    answer = fill(notes, "assistances", "help", what="Meeting hall", who="me")
    assert "Offered on Feb 19 already: now it is agreed." in answer.text
    (assistance,) = all_of(db, Assistance)
    assert (assistance.meeting.id, assistance.commitment.meeting.id) == (earlier.id, held.id)


def test_nothing_needed_now_is_one_button(notes, db):
    fill(notes, "assistances", "help", button="We asked, they need nothing now")
    assert [each.state for each in all_of(db, Assistance)] == ["nothing_needed"]


def test_help_of_nothing_is_refused(notes):
    answer = fill(notes, "assistances", "help")
    assert "Type what was offered or asked for." in answer.text


def test_a_standing_has_the_act_that_proves_it(notes, db, league):
    answer = fill(notes, "standing", "standing", value="2 acts with us", act="brought 12 people")
    assert "2 acts with us" in answer.text
    fill(notes, "standing", "standing", value="1", act="decided with us")
    (standing,) = all_of(db, Standing)
    assert (standing.value, standing.act) == (1, "decided with us")
    assert standing.rated_on == date(2026, 3, 19)


@pytest.mark.parametrize(
    ("typed", "words"),
    [({"value": "2"}, "Type the act that proves it."), ({"act": "came"}, "Choose 1 to 5.")],
)
def test_half_a_standing_is_refused(notes, typed, words):
    assert words in fill(notes, "standing", "standing", **typed).text


def meet_again(client, button: str | None = None, **typed):
    return fill(client, "next-conversation", "next", button=button, **typed)


def test_the_next_conversation_is_planned_with_an_activist(notes, held, league):
    world.ours("Rosa Díaz")
    answer = meet_again(notes, starts_at="Apr 9, 6 pm", along="rosa")
    following = held.next_for(league)
    assert following.starts_at == datetime(2026, 4, 9, 18)
    assert [(each.person.name, each.comes_along) for each in following.ours] == [
        ("Rosa Díaz", True)
    ]
    assert "Thu, Apr 9, 6:00 pm · Rosa Díaz comes along" in answer.text
    assert not [mark for mark in answer.all(".mark") if "yes" not in mark.classes]


def test_just_us_this_time(notes, held, league):
    meet_again(notes, "Just us this time", starts_at="4/9 6pm")
    assert held.next_for(league).is_just_us


def test_none_planned_is_one_button(notes, held):
    answer = meet_again(notes, "None is planned")
    assert held.has_no_next
    assert "None is planned." in answer.text


def test_set_after_all_it_takes_back_none_planned(notes, db, held, league):
    meet_again(notes, "None is planned")
    meet_again(notes, starts_at="4/9 6pm")
    assert not held.has_no_next


def test_set_twice_it_is_one_meeting_with_its_move_kept(notes, db, held, league):
    meet_again(notes, starts_at="4/9 6pm", along="Ana Ruiz")
    meet_again(notes, starts_at="4/16 6pm", along="Rosa Díaz")
    assert len(all_of(db, Meeting)) == 2
    following = held.next_for(league)
    assert [move.was_at.day for move in following.moves] == [9]
    assert [each.person.name for each in following.ours] == ["Rosa Díaz"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({}, "Type when, or say that none is planned."),
        ({"starts_at": "3/1 6pm"}, "That is before this meeting."),
        ({"starts_at": "3/14/2027 02:30"}, "there is no such hour"),
        ({"starts_at": "4/9 6pm", "along": "Elena"}, "Elena Díaz is one of theirs."),
    ],
)
def test_what_cannot_be_is_refused(notes, db, typed, words):
    answer = meet_again(notes, **typed)
    assert answer.status == 422
    assert words in answer.text
    assert len(all_of(db, Meeting)) == 1


def test_only_those_who_came_meet_again(organizer, table, after):
    world.held(table).parties[1].stayed_away = True
    meet_again(organizer.get(f"/meetings/{table.id}/notes"), starts_at="4/9 6pm")
    following = table.next_for(table.organizations[0])
    assert following.organizations == table.organizations_that_came


def test_without_script_each_line_comes_back_to_its_place(notes, held):
    page = promise(notes, what="Hall", who="me", due_on="apr 2", htmx=False)
    assert page.path == f"/meetings/{held.id}/notes?at=commitments"
    assert page.one("#promise-what").has("autofocus")
    page = meet_again(page, "None is planned", htmx=False)
    assert page.one(".foot [autofocus]").text == "Close meeting"

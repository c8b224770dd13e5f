"""Did it happen? Held, canceled, who stayed away; closed when all is typed up."""

from datetime import date, datetime

import pytest

from tests import world


def test_held_leads_to_the_notes(organizer, meeting, after):
    organizer.get(f"/meetings/{meeting.id}")
    page = organizer.submit("It was held: type it up T")
    assert page.path == f"/meetings/{meeting.id}/notes"
    assert meeting.held_on == date(2026, 3, 19)


def test_what_lies_ahead_cannot_have_been_held(organizer, meeting):
    page = organizer.post(f"/meetings/{meeting.id}/holding", follow=True)
    assert "It lies ahead still." in page.text
    assert meeting.held_on is None


def test_canceling_keeps_the_reason_and_can_be_undone(organizer, meeting):
    organizer.get(f"/meetings/{meeting.id}/cancel")
    page = organizer.submit("Cancel the meeting", reason="Elena is ill")
    assert (meeting.state, meeting.cancel_reason) == ("canceled", "Elena is ill")
    page.submit("Undo")
    assert (meeting.state, meeting.moves) == ("planned", [])


def test_a_canceled_meeting_gets_a_new_date(organizer, meeting):
    meeting.cancel(date(2026, 3, 14), "ill")
    organizer.get(f"/meetings/{meeting.id}/edit")
    page = organizer.submit("Set the date", starts_at="4/2 6pm")
    assert meeting.state == "planned"
    assert meeting.starts_at == datetime(2026, 4, 2, 18)
    assert "was Thu, Mar 19, 5:30 pm" in page.text


def test_too_long_a_reason_is_refused_and_kept(organizer, meeting):
    organizer.get(f"/meetings/{meeting.id}/cancel")
    page = organizer.submit("Cancel the meeting", reason="x" * 201)
    assert page.status == 422
    assert "Shorten it by 1 character" in page.text
    assert page.one("[name=reason]")["value"] == "x" * 201


def test_of_several_organizations_two_came(organizer, table, after):
    vecinos = table.organizations[1]
    ana = world.theirs(vecinos, "Ana Ruiz")
    world.held(table).expect(ana, vecinos).came = True
    organizer.get(f"/meetings/{table.id}/notes")
    page = organizer.submit("They stayed away: Vecinos Unidos")
    assert "Vecinos Unidos stayed away." in page.text
    assert len(table.organizations_that_came) == 2
    assert not table.theirs[0].came
    page.submit("They came after all: Vecinos Unidos")
    assert len(table.organizations_that_came) == 3


def test_not_all_of_them_stay_away(organizer, table, after):
    world.held(table)
    for party in table.parties[1:]:
        party.stayed_away = True
    organizer.get(f"/meetings/{table.id}")
    page = organizer.submit("They stayed away: Harbor Valley Civil Rights League")
    assert "If nobody came, cancel the meeting" in page.text
    assert len(table.organizations_that_came) == 1


def test_it_closes_when_nothing_is_missing(organizer, held):
    held.has_no_next = True
    organizer.get(f"/meetings/{held.id}/notes")
    page = organizer.submit("Close meeting")
    assert "Closed. Everything is typed up." in page.text
    assert held.closed_on == date(2026, 3, 19)
    page.submit("Undo")
    assert (held.closed_on, held.reopenings) == (None, [])


def test_what_is_missing_keeps_it_open(organizer, held):
    organizer.get(f"/meetings/{held.id}/notes")
    page = organizer.submit("Close meeting")
    assert page.status == 422
    assert "Not closed yet" in page.text
    missing = page.one(".marks a")
    assert (missing["href"], held.closed_on) == ("#next", None)


def test_a_commitment_without_owner_or_date_keeps_it_open(organizer, held, league):
    held.has_no_next = True
    world.promised(held, league, by=None)
    organizer.get(f"/meetings/{held.id}/notes")
    page = organizer.submit("Close meeting")
    assert page.status == 422
    assert "Give an owner and a date to Hall on May 14" in page.text


def test_a_closed_one_is_reopened_with_a_reason(organizer, db, held):
    held.closed_on = held.held_on
    organizer.get(f"/meetings/{held.id}/reopen")
    page = organizer.submit("Reopen it", reason=" ")
    assert page.status == 422
    assert "Say in a few words why." in page.text
    page.submit("Reopen it", reason="They sent two more names")
    page.submit("Reopen it", reason="They sent two more names")
    assert held.closed_on is None
    page = organizer.get(f"/meetings/{held.id}")
    assert page.text.count(": They sent two more names") == 1


def test_marks_are_no_checkboxes(organizer, held):
    page = organizer.get(f"/meetings/{held.id}/notes")
    assert not page.has(".foot [type=checkbox]")
    assert page.has(".foot .mark")


@pytest.mark.parametrize(
    "act",
    ["holding", "canceling", "uncanceling", "closing", "unclosing", "reopening", "staying-away",
     "attendance", "coming", "leaving", "suggestions", "commitments", "assistances", "standing",
     "next-conversation", "notes", "preparation"],
)  # fmt: skip
def test_a_viewer_changes_nothing(viewer, meeting, act):
    assert viewer.post(f"/meetings/{meeting.id}/{act}").status == 403

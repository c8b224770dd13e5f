"""Typing one in, changing it, and what becomes of it."""

from datetime import date
from urllib.parse import quote

import pytest

from coalition_app.models import Commitment
from tests import world
from tests.keeping import kept


@kept
def league(db, local):
    return world.started()


@kept
def commitment(league) -> Commitment:
    return world.promised(world.planned(league), league)


def stored(db) -> list[Commitment]:
    db.session.expire_all()
    return list(db.session.scalars(db.select(Commitment)))


def test_one_is_typed_in(organizer, db, league):
    elena = world.theirs(league)
    organizer.get(f"/commitments/new?organization={league.id}")
    fields = {"what": "Volunteer list", "side": "theirs", "owner_name": "el", "due_on": "fri"}
    page = organizer.submit("Add", fields)
    assert "Written down." in page.text
    (made,) = stored(db)
    assert (made.what, made.is_ours, made.owner) == ("Volunteer list", False, elena)
    assert (made.due_on, made.organization) == (date(2026, 3, 20), league)


def test_one_of_a_meeting_belongs_to_it(organizer, db, league):
    meeting = world.planned(league)
    organizer.get(f"/commitments/new?meeting={meeting.id}")
    organizer.submit("Add", what="Hall", owner_name="me", due_on="4/2")
    assert stored(db)[0].meeting == meeting


def test_one_with_somebody_else_than_was_there_belongs_to_no_meeting(organizer, db, league):
    rivers = world.listed("Green Rivers Alliance")
    organizer.get(f"/commitments/new?meeting={world.planned(league).id}")
    organizer.submit("Add", what="Hall", organization=rivers.name, owner_name="me", due_on="4/2")
    (made,) = stored(db)
    assert (made.organization, made.meeting) == (rivers, None)


def test_sent_twice_it_is_one(organizer, db, league):
    page = organizer.get(f"/commitments/new?organization={league.id}")
    for _ in range(2):
        page.submit("Add", what="Hall", owner_name="me", due_on="4/2")
    assert len(stored(db)) == 1


def test_a_new_name_is_added_to_its_side(organizer, db, league):
    organizer.get(f"/commitments/new?organization={league.id}")
    page = organizer.submit("Add", what="Hall", side="theirs", owner_name="Ana Ruiz")
    assert "Ana Ruiz is new among the people" in page.text
    assert stored(db)[0].owner.affiliations[0].organization == league


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("what", "", "Type what was promised."),
        ("what", "x" * 301, "Shorten it by 1 character"),
        ("organization", "Nobody Known", 'No organization is called "Nobody Known"'),
        ("due_on", "soon", "Type a date"),
        ("due_on", "4/2/1926", "1926"),
        ("owner_name", "Sam", "Type more of the name."),
    ],
)
def test_what_cannot_be_is_refused_and_kept(organizer, db, league, field, typed, words):
    world.ours("Sam Okafor")
    world.ours("Sam Lee")
    organizer.get(f"/commitments/new?organization={league.id}")
    page = organizer.submit("Add", {"what": "Hall", field: typed})
    assert page.status == 422
    assert words in page.text
    assert page.one(f"[name={field}]").get("value", "") == typed
    assert stored(db) == []


def test_one_of_theirs_does_not_do_what_we_owe(organizer, db, league):
    world.theirs(league)
    organizer.get(f"/commitments/new?organization={league.id}")
    page = organizer.submit("Add", what="Hall", owner_name="Elena")
    assert page.status == 422
    assert "Elena Díaz is one of theirs." in page.text
    assert stored(db) == []


def test_a_change_of_the_date_keeps_the_old_one(organizer, db, commitment):
    organizer.get(f"/commitments/{commitment.id}/edit")
    organizer.submit("Save", what="Hall on May 21", due_on="4/9")
    (changed,) = stored(db)
    assert (changed.what, changed.due_on) == ("Hall on May 21", date(2026, 4, 9))
    assert [each.was_due_on for each in changed.dates] == [date(2026, 4, 2)]
    assert "Earlier dates Thu, Apr 2" in organizer.get(f"/commitments/{changed.id}/edit").text


def test_two_who_change_one_see_both_versions(organizer, administrator, commitment):
    slow = organizer.get(f"/commitments/{commitment.id}/edit")
    administrator.get(f"/commitments/{commitment.id}/edit")
    administrator.submit("Save", what="Hall on May 21")
    page = slow.submit("Save", what="Hall on June 4")
    assert page.status == 409
    assert "Hall on May 21" in page.text
    assert page.one("[name=what]")["value"] == "Hall on June 4"


def test_kept_is_one_button_and_can_be_undone(organizer, db, clock, commitment):
    organizer.get("/commitments?show=ours")
    page = organizer.submit("form[action$='/keeping']")
    assert page.path == f"/commitments?show=ours&row={commitment.id}"
    assert stored(db)[0].kept_on == clock.today
    page.submit("Undo")
    assert stored(db)[0].is_open


def test_kept_help_is_given(organizer, db, clock, league):
    meeting = world.planned(league)
    help_ = world.helped(meeting, league)
    help_.agree(clock.today, world.ours(), clock.today)
    organizer.get("/commitments")
    organizer.submit("form[action$='/keeping']")
    assert help_.state == "given"


def test_dropping_needs_a_reason(organizer, db, commitment):
    organizer.get(f"/commitments/{commitment.id}/drop")
    page = organizer.submit("Drop it", reason="")
    assert page.status == 422
    assert "Type why, for the history." in page.text
    page.submit("Drop it", reason="The hall burned down")
    (dropped,) = stored(db)
    assert (dropped.is_open, dropped.drop_reason) == (False, "The hall burned down")
    assert "The hall burned down" in organizer.get("/commitments?show=all").text
    organizer.submit("form[action$='/reopening']")
    assert stored(db)[0].is_open


def test_a_new_date_shows_the_old_one(organizer, db, commitment):
    organizer.get(f"/commitments/{commitment.id}/redate")
    page = organizer.submit("Set the date", due_on="4/9")
    assert "was Apr 2, changed Mar 14" in page.text


@pytest.mark.parametrize(
    ("typed", "words"), [("", "Type the new date."), ("4/2", "That is the date it has already.")]
)
def test_a_new_date_is_another_date(organizer, commitment, typed, words):
    organizer.get(f"/commitments/{commitment.id}/redate")
    page = organizer.submit("Set the date", due_on=typed)
    assert page.status == 422
    assert words in page.text


def test_a_new_date_is_taken_back(organizer, db, commitment):
    organizer.get(f"/commitments/{commitment.id}/redate")
    page = organizer.submit("Set the date", due_on="4/9")
    for _ in range(2):
        page.submit("Undo")
        assert (stored(db)[0].due_on, stored(db)[0].dates) == (date(2026, 4, 2), [])


def in_its_row(client, address: str):
    """The row that a key of the list opens, and what takes its place when it is sent."""
    row = client.get(address, htmx=True)
    assert row.one("tr").get("id")
    return row


def test_in_the_list_the_reason_is_typed_in_the_row(organizer, db, commitment):
    here = f"/commitments?show=ours&row={commitment.id}"
    row = in_its_row(organizer, f"/commitments/{commitment.id}/drop?next={quote(here)}")
    refused = row.submit("Drop it", htmx=True)
    assert (refused.status, refused.one("tr")["id"]) == (422, f"commitment-{commitment.id}")
    answer = refused.submit("Drop it", reason="The hall burned down", htmx=True, follow=False)
    after = organizer.get(answer.location, htmx=True)
    assert "The hall burned down" in after.one("tr").text
    assert after.has("[data-undo]")


def test_in_the_list_the_new_date_is_typed_in_the_row(organizer, db, commitment):
    here = f"/commitments?row={commitment.id}"
    row = in_its_row(organizer, f"/commitments/{commitment.id}/redate?next={quote(here)}")
    answer = row.submit("Set the date", due_on="thu", htmx=True, follow=False)
    assert "was Apr 2, changed Mar 14" in organizer.get(answer.location, htmx=True).one("tr").text


def test_what_is_kept_stays_in_its_place(organizer, clock, commitment):
    page = organizer.get("/commitments?show=late")
    clock.move_to("2026-04-10 09:00")
    page = organizer.get("/commitments?show=late")
    answer = page.submit("form[action$='/keeping']", htmx=True, follow=False)
    after = organizer.get(answer.location, htmx=True)
    assert "kept Apr 10" in after.one("tr").text
    assert after.one("hx-partial[hx-target='.head .sub']").text == ""


def test_they_are_reminded_with_words_that_are_ready(organizer, db, clock, league):
    elena = world.theirs(league)
    elena.email = "elena@league.example"
    late = {"by": date(2026, 3, 10), "is_ours": False, "owner": elena}
    world.promised(world.planned(league), league, "Volunteer list & keys", **late)
    organizer.get("/commitments")
    page = organizer.get(organizer.one("a[data-key=m]")["href"])
    assert "Hello Elena," in page.one("textarea").text
    mail = page.one("a[href^='mailto:']")["href"]
    assert mail.startswith(
        "mailto:elena@league.example?subject=Volunteer%20list%20%26%20keys&body="
    )
    page = page.submit("form[action$='/reminding']")
    assert "reminded Mar 14" in page.text
    page.submit("Undo")
    assert stored(db)[0].reminded_on is None


def test_who_asked_for_no_mail_gets_none(organizer, league):
    elena = world.theirs(league)
    elena.email, elena.do_not_mail = "elena@league.example", True
    late = {"by": date(2026, 3, 10), "is_ours": False, "owner": elena}
    key = world.promised(world.planned(league), league, **late).id
    page = organizer.get(f"/commitments/{key}/remind")
    assert "Elena Díaz asked for no mail." in page.text
    assert not page.has("a[href^='mailto:']")


def test_nobody_is_led_elsewhere(organizer, commitment):
    sent = {"next": "https://elsewhere.example/"}
    answer = organizer.post(f"/commitments/{commitment.id}/keeping", sent)
    assert (answer.status, answer.location) == (303, "/commitments")


@pytest.mark.parametrize("act", ["edit", "drop", "redate", "remind"])
def test_an_unknown_one_is_not_found(organizer, act):
    assert organizer.get(f"/commitments/999/{act}").status == 404


@pytest.mark.parametrize(
    "act",
    ["keeping", "reopening", "dropping", "redating", "redating-back", "reminding", "not-reminding"],
)
def test_a_viewer_changes_nothing(viewer, db, commitment, act):
    assert viewer.post(f"/commitments/{commitment.id}/{act}").status == 403
    assert stored(db)[0].is_open

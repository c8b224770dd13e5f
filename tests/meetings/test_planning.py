"""Planning a meeting: with whom, when, where, who comes."""

from datetime import datetime

import pytest

from coalition_app.models import Meeting, Person
from tests import world


def only(db) -> Meeting:
    return db.session.scalars(db.select(Meeting)).one()


def test_it_is_offered_with_their_contact_and_our_lead(organizer, league):
    world.theirs(league)
    page = organizer.get(f"/meetings/new?organization={league.id}")
    assert page.one("[name=first]")["value"] == league.name
    assert page.one("[name=theirs]")["value"] == "Elena Díaz"
    assert page.one("[name=ours]")["value"] == "Dori James"


def test_it_is_planned_in_one_form(organizer, db, league):
    elena = world.theirs(league)
    organizer.get(f"/meetings/new?organization={league.id}")
    page = organizer.submit("Plan it", starts_at="3/19 5:30 pm", place="Main St", ours="Dori, me")
    assert "Planned." in page.text
    meeting = only(db)
    assert (meeting.starts_at, meeting.place) == (datetime(2026, 3, 19, 17, 30), "Main St")
    assert meeting.organizations == [league]
    assert [(each.person, each.organization) for each in meeting.theirs] == [(elena, league)]
    assert [each.person.name for each in meeting.ours] == ["Dori James"]


def test_the_second_one_is_a_working_meeting(organizer, league):
    organizer.get(f"/meetings/new?organization={league.id}")
    assert organizer.one("[name=kind] [selected]")["value"] == "first"
    world.held(world.planned(league, at=datetime(2026, 3, 1, 9)))
    organizer.get(f"/meetings/new?organization={league.id}")
    assert organizer.one("[name=kind] [selected]")["value"] == "working"


def test_several_organizations_are_typed_by_name(organizer, db, league):
    vecinos = world.listed("Vecinos Unidos")
    organizer.get("/meetings/new")
    organizer.submit("Plan it", first="civil rights", second="vecinos unidos", starts_at="3/19 6pm")
    assert only(db).organizations == [league, vecinos]


def test_names_that_are_new_become_people(organizer, db, league):
    organizer.get(f"/meetings/new?organization={league.id}")
    organizer.submit("Plan it", starts_at="3/19 6pm", theirs="Marcus Hill and Ana Ruiz", ours="me")
    marcus = db.session.scalar(db.select(Person).where(Person.name == "Marcus Hill"))
    assert not marcus.is_ours
    assert [each.organization for each in marcus.affiliations] == [league]
    assert len(only(db).theirs) == 2


def test_the_same_form_sent_twice_plans_one(organizer, db, league):
    page = organizer.get(f"/meetings/new?organization={league.id}")
    page.submit("Plan it", starts_at="3/19 5:30 pm")
    page.submit("Plan it", starts_at="3/19 5:30 pm")
    assert only(db)


@pytest.mark.parametrize(
    ("start", "until", "words"),
    [
        ("3/19 5:30 pm", "5 pm", "end before it begins"),
        ("3/19 5:30 pm", "later", "Type when it ends"),
        ("3/14/2027 1 am", "2:30 am", "there is no such hour"),
    ],
)
def test_an_end_that_is_none_is_refused_at_its_field(organizer, league, start, until, words):
    organizer.get(f"/meetings/new?organization={league.id}")
    page = organizer.submit("Plan it", starts_at=start, until=until)
    assert page.status == 422
    assert words in page.one("#until-error").text
    assert page.one("[name=until]")["value"] == until


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Type a day and a time."),
        ("soon", "Type a date and a time"),
        ("3/19/1926 5:30 pm", "1926 is too far from now"),
        ("3/8/2026 02:30", "there is no such hour"),
    ],
)
def test_a_moment_that_is_none_is_refused_and_kept(organizer, db, league, typed, words):
    organizer.get(f"/meetings/new?organization={league.id}")
    page = organizer.submit("Plan it", starts_at=typed, place="Main St")
    assert page.status == 422
    assert words in page.text
    assert page.one("[name=starts_at]")["value"] == typed
    assert page.one("[name=place]")["value"] == "Main St"
    assert db.session.scalar(db.select(Meeting)) is None


def test_an_organization_nobody_listed_is_refused(organizer, league):
    organizer.get("/meetings/new")
    page = organizer.submit("Plan it", first="Nobody Knows Them", starts_at="3/19 6pm")
    assert page.status == 422
    assert 'No organization is called "Nobody Knows Them"' in page.text


def test_somebody_of_theirs_is_not_one_of_ours(organizer, league):
    world.theirs(league)
    organizer.get(f"/meetings/new?organization={league.id}")
    page = organizer.submit("Plan it", starts_at="3/19 6pm", theirs="", ours="Elena")
    assert page.status == 422
    assert "Elena Díaz is not one of ours" in page.text


def test_one_that_follows_another_takes_who_came_and_the_place(organizer, table):
    world.held(table).parties[1].stayed_away = True
    table.place = "Union hall"
    page = organizer.get(f"/meetings/new?after={table.id}")
    names = [page.one(f"[name={each}]")["value"] for each in ("first", "second", "third")]
    assert names == ["Harbor Valley Civil Rights League", "Mothers for Safe Streets", ""]
    assert page.one("[name=place]")["value"] == "Union hall"


def test_a_move_keeps_the_old_date_in_the_history(organizer, db, meeting):
    organizer.get(f"/meetings/{meeting.id}/edit")
    page = organizer.submit("Save", starts_at="3/26 6pm")
    assert "was Thu, Mar 19, 5:30 pm, moved Mar 14" in page.text
    assert meeting.starts_at == datetime(2026, 3, 26, 18)


def test_a_held_meeting_is_corrected_not_moved(organizer, held):
    organizer.get(f"/meetings/{held.id}/edit")
    organizer.submit("Save", starts_at="3/18 6pm")
    assert (held.held_on.day, held.moves) == (18, [])


def test_a_held_meeting_cannot_lie_ahead(organizer, held):
    organizer.get(f"/meetings/{held.id}/edit")
    page = organizer.submit("Save", starts_at="4/18 6pm")
    assert page.status == 422
    assert "It was held already" in page.text


def test_an_organization_with_commitments_stays(organizer, db, table):
    vecinos = table.organizations[1]
    world.promised(table, vecinos)
    organizer.get(f"/meetings/{table.id}/edit")
    page = organizer.submit("Save", second="")
    assert page.status == 422
    assert "Vecinos Unidos has commitments from this meeting" in page.text


def test_another_organization_joins_and_one_leaves(organizer, table):
    world.listed("Hall of Labor")
    ana = world.theirs(table.organizations[1], "Ana Ruiz")
    table.expect(ana, table.organizations[1])
    organizer.get(f"/meetings/{table.id}/edit")
    organizer.submit("Save", second="Hall of Labor")
    names = [each.name for each in table.organizations]
    assert names == [
        "Harbor Valley Civil Rights League",
        "Mothers for Safe Streets",
        "Hall of Labor",
    ]
    assert table.attendances == []


def test_two_who_change_a_meeting_see_both_versions(organizer, administrator, meeting):
    slow = organizer.get(f"/meetings/{meeting.id}/edit")
    administrator.get(f"/meetings/{meeting.id}/edit")
    administrator.submit("Save", place="Union hall")
    page = slow.submit("Save", place="Café")
    assert page.status == 409
    assert "Union hall" in page.text
    assert page.one("[name=place]")["value"] == "Café"


@pytest.mark.parametrize("path", ["/meetings/new", "/meetings/1/edit", "/meetings/1/cancel"])
def test_a_viewer_plans_nothing(viewer, meeting, path):
    assert viewer.get(path).status == 403


@pytest.mark.parametrize("path", ["", "/edit", "/cancel", "/prepare", "/notes", "/packet.pdf"])
def test_an_unknown_meeting_is_not_found(organizer, path):
    assert organizer.get(f"/meetings/999{path}").status == 404

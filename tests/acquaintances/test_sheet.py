"""Entering one member's "Who do you know?" sheet, and who was asked."""

import pytest

from coalition_app.models import AcquaintanceSheet, Affiliation, Organization, Person, Tie
from tests import world


@pytest.fixture
def ana(db):
    return world.ours("Ana Ruiz")


@pytest.fixture
def league(db):
    return world.started()


def ties(db):
    found = db.session.scalars(db.select(Tie).order_by(Tie.id))
    return [(tie.person.name, tie.kind, tie.other.name) for tie in found]


def typed(organization, boxes=(), names=""):
    return {f"boxes-{organization.id}": list(boxes), f"names-{organization.id}": names}


def enter(client, member, fields):
    client.get(f"/acquaintances/{member.id}")
    return client.submit("Save the sheet", fields)


def test_a_row_is_entered_and_shown_when_the_sheet_is_opened_again(db, organizer, ana, league):
    page = enter(organizer, ana, typed(league, ["coworker"], "Rosa Lima, treasurer"))
    assert page.path == "/acquaintances"
    assert "Ana Ruiz: 1 organization noted. New among the people: Rosa Lima." in page.text
    assert ties(db) == [("Rosa Lima", "coworker", "Ana Ruiz")]
    again = organizer.get(f"/acquaintances/{ana.id}")
    assert again.one(f"#names-{league.id}")["value"] == "Rosa Lima, treasurer"
    assert [box["value"] for box in again.all("[checked][type=checkbox]")] == ["coworker"]


def test_saving_twice_doubles_nothing(db, organizer, ana, league):
    page = organizer.get(f"/acquaintances/{ana.id}")
    fields = typed(league, ["member", "neighbor", "friend"], "friend Rosa Lima")
    fields |= {"organization-new-0": "Vecinos Unidos", "boxes-new-0": ["worship"]}
    for _ in range(2):
        page.submit("Save the sheet", fields, follow=False)
    assert len(ties(db)) == 3
    assert len(db.session.scalars(db.select(Affiliation)).all()) == 4
    assert len(db.session.scalars(db.select(AcquaintanceSheet)).all()) == 1
    assert len(db.session.scalars(db.select(Organization)).all()) == 2


def test_an_organization_that_is_written_in_is_listed(db, organizer, ana, league):
    fields = {"organization-new-1": "Vecinos Unidos", "names-new-1": "Rosa Lima"}
    page = enter(organizer, ana, fields)
    assert "Listed: Vecinos Unidos." in page.text
    assert Organization.named("Vecinos Unidos").origin == "a member’s “Who do you know?” sheet"
    assert ties(db) == [("Rosa Lima", "other", "Ana Ruiz")]


def test_one_that_is_written_in_but_on_the_sheet_is_that_one(db, organizer, ana, league):
    fields = {"organization-new-0": league.name.upper(), "boxes-new-0": ["friend"]}
    enter(organizer, ana, fields)
    assert [each.organization_id for each in db.session.scalars(db.select(Affiliation))] == [
        league.id
    ]


@pytest.mark.parametrize(
    ("answer", "may_tell", "shown"),
    [("yes", True, "yes"), ("no", False, "between us"), ("not-said", None, "")],
)
def test_the_day_and_what_they_allow_are_kept(db, organizer, ana, answer, may_tell, shown):
    page = enter(organizer, ana, {"asked_on": "3/12", "may_tell": answer})
    sheet = AcquaintanceSheet.latest_of(ana)
    assert (sheet.asked_on, sheet.may_tell) == (world.date(2026, 3, 12), may_tell)
    asked = next(row for row in page.all("tbody tr") if "Ana Ruiz" in row.text)
    assert asked.text == f"Ana Ruiz Mar 12 {shown}".strip()


def test_who_was_not_asked_yet_stands_first(organizer, ana):
    world.ours("Zoe Abel")
    enter(organizer, ana, {})
    rows = [row.text for row in organizer.get("/acquaintances").all("tbody tr")]
    assert "not asked yet" in rows[0]
    assert rows[-1].startswith("Ana Ruiz")


def test_which_of_several_is_asked_and_nothing_typed_is_lost(db, organizer, ana, league):
    both = [world.add(Person(name="Rosa Lima", city=city)) for city in ("Mill River", "Elm")]
    fields = typed(league, ["friend"], "Rosa Lima, treasurer")
    page = enter(organizer, ana, fields | {"asked_on": "3/10"})
    assert page.status == 422
    assert "Who is Rosa Lima?" in page.one(".errors").text
    assert page.one(f"#names-{league.id}")["value"] == "Rosa Lima, treasurer"
    assert page.one("#asked_on")["value"] == "3/10"
    assert ties(db) == []
    page.submit("Save the sheet", {f"{league.id} who rosa lima": str(both[1].id)})
    assert db.session.scalars(db.select(Tie)).one().person_id == both[1].id


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"names-{}": "x" * 100_000}, "Shorten it"),
        ({"names-{}": "Ana Ruiz"}, "the member whose sheet this is"),
        ({"boxes-new-0": ["friend"]}, "Type which organization this is."),
        ({"organization-new-0": "x" * 100_000}, "Shorten it"),
        ({"asked_on": "31 February"}, "There is no such day."),
        ({"asked_on": ""}, "Type the day"),
    ],
)
def test_what_cannot_be_is_named_and_nothing_is_written(db, organizer, ana, league, fields, words):
    fields = {name.format(league.id): value for name, value in fields.items()}
    page = enter(organizer, ana, fields)
    assert page.status == 422
    assert words in page.one(".errors").text
    for name, value in fields.items():
        if not isinstance(value, list):
            assert page.one(f"[name='{name}']")["value"] == value
    assert ties(db) == []
    assert AcquaintanceSheet.latest_of(ana) is None


def test_it_says_what_it_understands_while_one_types(organizer, ana, league):
    world.theirs(league)
    path = f"/acquaintances/{ana.id}/understood"
    asked = {f"names-{league.id}": "Elena; cousin Al", f"boxes-{league.id}": "friend"}
    page = organizer.get(path, query_string=asked, htmx=True)
    assert "Elena Díaz, secretary, known; Al, cousin, new" in page.text
    asked = {f"names-{'9' * 5000}": "Elena"}
    assert organizer.get(path, query_string=asked, htmx=True).status == 200


def test_the_next_member_is_chosen_by_a_first_name(organizer, ana):
    organizer.get("/acquaintances")
    assert organizer.submit("Enter the sheet", name="ana").path == f"/acquaintances/{ana.id}"


def test_a_new_member_is_added_once_that_was_said(db, organizer, ana):
    organizer.get("/acquaintances")
    page = organizer.submit("Enter the sheet", name="Bo Li")
    assert page.status == 422
    assert "Nobody of ours is called Bo Li." in page.text
    page = page.submit("Add Bo Li as our member")
    assert db.session.scalars(Person.named("Bo Li")).one().is_ours
    assert page.title.startswith("Bo Li")


def test_a_viewer_sees_who_was_asked_and_enters_nothing(viewer, ana):
    assert "Ana Ruiz" in viewer.get("/acquaintances").text
    assert viewer.get(f"/acquaintances/{ana.id}").status == 403
    assert viewer.post(f"/acquaintances/{ana.id}").status == 403
    assert viewer.post("/acquaintances").status == 403


def test_only_our_members_have_a_sheet(organizer, league):
    elena = world.theirs(league)
    for id_ in (elena.id, 999):
        assert organizer.get(f"/acquaintances/{id_}").status == 404
        assert organizer.post(f"/acquaintances/{id_}").status == 404


def test_a_row_that_is_left_as_it_was_asks_and_changes_nothing(db, organizer, ana, league):
    tie = world.tie(ana, world.theirs(league, "Rosa Lima"), "sibling", is_close=True)
    world.theirs(league, "Rosa Lima")
    page = enter(organizer, ana, {"asked_on": "3/12"})
    assert page.path == "/acquaintances"
    assert ties(db) == [("Ana Ruiz", "sibling", "Rosa Lima")]
    assert db.session.get(Tie, tie.id).is_close


def test_what_is_unticked_is_said_to_be_taken_away(db, organizer, ana, league):
    enter(organizer, ana, typed(league, ["member", "neighbor"]))
    page = enter(organizer, ana, typed(league))
    assert "Taken away: 2 entries." in page.text
    assert ties(db) == []

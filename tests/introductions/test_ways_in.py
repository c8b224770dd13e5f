import pytest

from coalition_app.models import Affiliation, Introduction
from tests import world
from tests.keeping import kept


@kept
def league(local):
    return world.researched()


def ways(client, organization):
    return client.get(f"/organizations/{organization.id}/introductions")


def asked(league, route="hq", **details) -> Introduction:
    return world.add(Introduction(organization=league, route=route, asked_on=world.DAY, **details))


def test_the_ways_stand_in_the_order_of_the_guide(organizer, league):
    page = ways(organizer, league)
    headings = [heading.text for heading in page.all("main h2")]
    assert headings == [
        "1. An ally who works with them",
        "2. Our own member who knows somebody",
        "3. A cold call",
        "The door",
    ]


def test_for_a_national_partner_headquarters_come_first(organizer, league):
    league.is_national_partner = True
    page = ways(organizer, league)
    assert page.all("main h2")[0].text == "First: headquarters"
    assert page.one("main .btn.go").text == "Ask HQ"


def test_a_member_who_knows_somebody_is_the_way_to_try(organizer, league):
    elena = world.theirs(league)
    world.tie(world.ours("Rosa Díaz"), elena, is_close=True)
    page = ways(organizer, league)
    assert "Rosa Díaz sibling of Elena Díaz" in page.text
    form = organizer.get(page.one("main .btn.go")["href"])
    assert form.one("#through_person")["value"] == "Rosa Díaz"
    assert form.one("#contact")["value"] == "Elena Díaz"


def test_an_ally_comes_before_our_own_member(organizer, league):
    world.tie(world.ours("Rosa Díaz"), world.theirs(league))
    ally = world.listed("Mothers for Safe Streets")
    world.introduced(ally)
    league.suggested_by = ally
    page = ways(organizer, league)
    assert page.one("main .btn.go").text == "Ask Mothers for Safe Streets"


def test_an_ally_that_met_with_us_may_open_their_door(organizer, league):
    elena = world.theirs(league)
    for ally in (world.listed("Mothers for Safe Streets"), world.listed("Left Long Ago")):
        elena.affiliations.append(Affiliation(organization=ally))
        world.held(world.planned(ally))
    assert "Ask Mothers for Safe Streets" in ways(organizer, league).text
    assert "Left Long Ago" in ways(organizer, league).text
    ally.archive(world.datetime(2026, 3, 20))
    assert "Left Long Ago" not in ways(organizer, league).text


def test_the_script_has_no_blanks(organizer, league):
    world.theirs(league, role="executive director")
    page = ways(organizer, league)
    script = page.one("blockquote").text
    assert script.startswith("Hello, my name is Dori James from CWA Local 555.")
    assert "its mission: Equal rights in Harbor Valley." in script
    assert "Ask for Elena Díaz, executive director, 203 555 0142." in page.text
    assert "_" not in script


def test_what_the_call_lacks_is_said(organizer, local):
    page = ways(organizer, world.started())
    assert "Not known yet: whom to ask for, their phone number and their mission." in page.text
    assert page.one("blockquote").text.endswith("very curious about your organization.")


def test_who_is_asked_waits_with_the_day_of_the_next_reminder(organizer, league):
    asked(league)
    page = ways(organizer, league)
    assert "HQ remind Mar 21" in page.text
    assert "Asked Mar 14. Write the request." in page.text
    assert not page.has("main .btn.go")


@pytest.mark.parametrize(("day", "tone"), [("2026-03-21", "soon"), ("2026-03-22", "late")])
def test_a_reminder_is_red_only_once_it_is_late(organizer, league, clock, day, tone):
    asked(league)
    clock.move_to(f"{day} 09:00")
    assert ways(organizer, league).one(f".tag.{tone}").text == "remind now"


def test_reminded_today_sets_the_next_day_and_can_be_undone(organizer, db, league, clock):
    introduction = asked(league)
    clock.move_to("2026-03-21 09:00")
    ways(organizer, league)
    page = organizer.submit("Reminded today")
    assert "The next reminder is due on Apr 4." in page.text
    assert len(introduction.nudges) == 1
    page = page.submit("Undo")
    assert "taken back" in page.text
    db.session.expire_all()
    assert introduction.nudges == []


def test_two_presses_are_one_reminder(organizer, league):
    introduction = asked(league)
    page = ways(organizer, league)
    page.submit("Reminded today", follow=False)
    page.submit("Reminded today", follow=False)
    assert len(introduction.nudges) == 1


def test_after_the_second_reminder_another_way_is_suggested(organizer, league, clock):
    introduction = asked(league)
    introduction.nudge(world.DAY)
    clock.move_to("2026-04-04 09:00")
    ways(organizer, league)
    assert "Look for another way in as well." in organizer.submit("Reminded today").text


def test_declined_is_noted_and_can_be_undone(organizer, db, league):
    introduction = asked(league)
    ways(organizer, league)
    page = organizer.submit("Note it")
    assert "Declined: HQ" in page.text
    page.submit("Undo")
    db.session.expire_all()
    assert introduction.is_waiting


def test_declined_on_an_old_page_closes_no_door(organizer, db, league):
    introduction = asked(league)
    ways(organizer, league)
    introduction.make(world.DAY)
    db.session.commit()
    assert "it stays so" in organizer.submit("Note it").text
    db.session.expire_all()
    assert introduction.made_on == world.DAY


def test_an_open_door_is_said(organizer, league):
    world.introduced(league, through_person=world.ours("Rosa Díaz"))
    page = ways(organizer, league)
    assert "open since Mar 14: by Rosa Díaz." in page.text
    assert "Made: Rosa Díaz" in page.text


def test_a_viewer_reads_and_does_nothing(viewer, league):
    introduction = asked(league)
    page = ways(viewer, league)
    assert not page.has("main form")
    for act in ("nudging", "not-nudging", "making", "declining", "waiting"):
        assert viewer.post(f"/introductions/{introduction.id}/{act}").status == 403
    assert viewer.get(f"/organizations/{league.id}/introductions/new").status == 403


def test_an_unknown_organization_is_not_found(organizer, local):
    assert organizer.get("/organizations/99/introductions").status == 404
    assert organizer.get("/introductions/99/making").status == 404

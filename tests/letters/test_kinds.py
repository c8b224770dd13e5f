"""Every kind of letter, from the place where one thinks of it."""

import pytest

from coalition_app.models import Assistance, Introduction, Letter, Local
from tests import world


def new(league, kind, **of) -> str:
    about = "".join(f"&{name}={record.id}" for name, record in of.items())
    return f"/organizations/{league.id}/letters/new?kind={kind}{about}"


def body(page) -> str:
    return page.one("#body").text


def test_thanks_for_help_that_they_gave(organizer, league):
    given = world.add(
        Assistance(
            organization=league,
            what="Ten people at our picket line",
            we_give=False,
            state="given",
            offered_on=world.DAY,
        )
    )
    page = organizer.get(f"/organizations/{league.id}")
    page = organizer.get(page.one("a[href*=thanks]")["href"])
    assert f"assistance={given.id}" in page.one("#letter")["action"]
    assert "with us: Ten people at our picket line made a difference" in body(page)
    assert "good to stand with you" not in body(page)
    assert page.submit("Save").one("h1").text == "Thanks for help"


def test_an_ally_is_asked_at_their_own_address(organizer, league):
    ally = world.listed("Green Rivers Alliance", street="7 Canal Road", city="Harbor Valley")
    june = world.theirs(ally, "June Abbott")
    asked = world.add(
        Introduction(
            organization=league, route="ally", through_organization=ally, asked_on=world.DAY
        )
    )
    page = organizer.get(new(league, "introduction_request", introduction=asked))
    assert page.one("#address").text.startswith(f"{june.name} {ally.full_name} 7 Canal Road")
    assert "We are glad of all that we do together with Green Rivers Alliance." in body(page)
    assert "get to know Harbor Valley Civil Rights League too" in body(page)


def test_a_member_of_ours_is_asked_at_home(organizer, db, league):
    rosa = world.ours("Rosa Díaz", street="9 Orchard Street", city="Derby", postal_code="06418")
    elena = world.theirs(league)
    asked = world.add(
        Introduction(
            organization=league,
            route="member",
            through_person=rosa,
            contact=elena,
            asked_on=world.DAY,
        )
    )
    page = organizer.get(new(league, "introduction_request", introduction=asked))
    assert page.one("#address").text == "Rosa Díaz 9 Orchard Street Derby 06418"
    assert page.one("#salutation")["value"] == "Dear Rosa,"
    assert "Would you introduce us to Elena Díaz?" in body(page)
    page.submit("Save")
    assert db.session.scalar(Letter.drafts()).kind == "member_request"


def test_a_first_letter_names_their_mission_and_how_to_reach_us(organizer, league):
    Local.current().phone = "203 555 0100"
    page = organizer.get(new(league, "first_letter"))
    assert "We read about your mission: Equal rights in Harbor Valley." in body(page)
    assert body(page).endswith("Our phone is 203 555 0100.")


def test_an_activist_of_ours_is_asked_to_come_along(organizer, league):
    meeting = world.planned(league, place="Corner Cafe")
    world.ours("Rosa Díaz", is_activist=True)
    page = organizer.get(f"/meetings/{meeting.id}")
    page = organizer.get(page.one("a[href*=come_along]")["href"])
    assert "On Thursday, March 19 at 5:30 pm" in body(page)
    assert "The place is Corner Cafe." in body(page)
    assert page.one("#salutation")["value"] == "Dear Rosa,"
    assert "Invitation to come along about" in page.text


def test_a_leader_is_asked_to_brief_our_members(organizer, clock, league):
    Local.current().next_membership_on = clock.today.replace(day=27)
    page = organizer.get(new(league, "briefing_invitation"))
    assert "membership meeting on Friday, March 27" in body(page)
    assert "Your work on Fair hiring ordinance" in body(page)


def test_a_commitment_is_confirmed_to_who_owns_it(organizer, league, meeting):
    marcus = world.theirs(league, "Marcus Hill")
    theirs = world.promised(meeting, league, "Ten volunteers.", is_ours=False, owner=marcus)
    page = organizer.get(f"/commitments/{theirs.id}/edit")
    page = organizer.get(page.one("a[href*=confirmation]")["href"])
    assert page.one("#subject")["value"] == "What we agreed: Ten volunteers"
    assert "you kindly offered this: - Ten volunteers. (Marcus Hill) by April 2" in body(page)
    assert "We said that we would" not in body(page)
    assert page.one("#salutation")["value"] == "Dear Marcus Hill:"


def test_a_letter_to_one_of_ours_belongs_to_no_organization(organizer, db):
    rosa = world.ours("Rosa Díaz", street="9 Orchard Street", city="Derby", postal_code="06418")
    page = organizer.get(f"/people/{rosa.id}")
    page = organizer.get(page.one("a[href*='letters/new']")["href"])
    assert page.one("#address").text.startswith("Rosa Díaz 9 Orchard Street")
    page.submit("Save", body="Happy May Day.")
    letter = db.session.scalar(Letter.drafts())
    assert (letter.organization, letter.recipient.name) == (None, "Rosa Díaz")
    assert "Rosa Díaz" in organizer.get("/letters").one("section[aria-labelledby=drafts]").text
    assert "draft of Mar 14" in organizer.get("/find?q=happy+may").text
    organizer.get(f"/letters/{letter.id}")
    page = organizer.submit("Mark as sent")
    assert page.path == f"/people/{rosa.id}"
    assert "Got our letter" in page.text


def test_the_letter_may_go_to_somebody_else_of_theirs(organizer, league):
    world.theirs(league)
    marcus = world.theirs(league, "Marcus Hill")
    page = organizer.get(new(league, "general"))
    page = organizer.get(page.one("#letter p.hint a")["href"])
    assert page.one("#salutation")["value"] == "Dear Marcus Hill:"
    assert f"person={marcus.id}" in page.one("#letter")["action"]


def test_what_the_records_ask_for_comes_first(organizer, league, meeting):
    page = organizer.get(f"/organizations/{league.id}/letters")
    rows = [row.text for row in page.all("main li")]
    assert rows[0].startswith("Follow-up letter of the meeting of Mar 19")
    assert any("we will: Hall on May 14" in row for row in rows)
    assert rows[-1].startswith("Another letter")
    assert page.all("main li a")[1]["data-shortcut"] == "2"


@pytest.mark.parametrize(
    "query", ["kind=thanks&assistance=99", "kind=confirmation", "kind=come_along", "person=99"]
)
def test_what_a_letter_is_about_has_to_be_there(organizer, league, query):
    assert organizer.get(f"/organizations/{league.id}/letters/new?{query}").status == 404

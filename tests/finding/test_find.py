"""Find anything: a page without JavaScript, a list to choose from while one types."""

import pytest

from coalition_app.models import Person
from tests import world

OPTIONS = "div#find_options"


@pytest.fixture
def league(db):
    league = world.started()
    world.theirs(league)
    meeting = world.planned(league, place="Corner Café")
    world.promised(meeting, league, "Flyer for the May forum")
    return league


def found(page) -> dict[str, list[str]]:
    return {
        section.one("h2").text: [name.text for name in section.all("li a")]
        for section in page.all("main section")
    }


def test_the_page_says_what_is_found_by_kind(organizer, league):
    page = organizer.get("/find?q=harbor+valley")
    assert found(page) == {
        "Organizations": ["Harbor Valley Civil Rights League"],
        "Meetings": ["Harbor Valley Civil Rights League"],
        "People": ["Elena Díaz"],
        "Commitments": ["Flyer for the May forum"],
    }


def test_what_is_chosen_opens(organizer, league):
    page = organizer.get("/find?q=elena")
    assert organizer.get(page.one("main li a")["href"]).title.startswith("Elena Díaz")


def test_while_one_types_it_is_a_list_of_options(organizer, league):
    fragment = organizer.get("/find?q=diaz", htmx=OPTIONS)
    options = fragment.all("[role=option]")
    assert [option["id"] for option in options] == ["find-person-2", "find-all"]
    assert "1 found" in fragment.text


def test_nothing_found_offers_to_type_it_in(organizer):
    page = organizer.get("/find?q=zebra")
    assert "Nothing found" in page.text
    assert page.one("main .empty a")["href"] == "/organizations/new?name=zebra"


def test_a_viewer_is_not_sent_to_a_page_that_is_closed(viewer, league):
    page = viewer.get("/find?q=flyer")
    assert page.one("main li a")["href"] == f"/organizations/{league.id}"


def test_a_stranger_finds_nothing(page, local):
    assert page.get("/find?q=elena").status == 303


@pytest.mark.parametrize(
    "text", ["%00", "%22*%22", "NEAR(", "a" * 10_000, "%F0%9F%8C%BB", "%ED%A0%80"]
)
def test_any_text_is_only_text(organizer, text):
    assert organizer.get(f"/find?q={text}").status == 200
    assert organizer.get(f"/find?q={text}", htmx=OPTIONS).status == 200


def test_private_notes_are_not_found(organizer, league):
    world.add(Person(name="Ana", private_notes="quarrel", notes="knows boats"))
    assert found(organizer.get("/find?q=quarrel")) == {}


def test_the_number_of_whoever_asked_for_no_calls_is_not_shown(organizer, league):
    league.primary_contact.do_not_call = True
    page = organizer.get("/find?q=0142")
    assert "Elena Díaz" in page.text
    assert "do not call" in page.text
    assert "203 555 0142" not in page.text

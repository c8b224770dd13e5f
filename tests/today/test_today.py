"""Today: late, today, within a week, next steps; done in place."""

from datetime import date

import pytest

from coalition_app.extensions import db
from coalition_app.models import Commitment
from tests import world
from tests.conftest import account_for
from tests.queries import counted


@pytest.fixture
def dori(app, sample):
    """Signed in as the organizer of the sample local."""
    client = app.test_client()
    client.sign_in(sample)
    return client


def rows(page, heading: str) -> list[str]:
    sections = [each for each in page.all("section") if each.all("h2")]
    found = [each for each in sections if each.all("h2")[0].text == heading]
    return [item.text for section in found for item in section.all("li")]


def test_the_headline_counts_what_needs_us(dori):
    assert dori.get("/").one("h1").text == "Six things need you"


def test_what_is_late_stands_first(dori):
    late = rows(dori.get("/"), "Late")
    assert [text for text in late if text.startswith("Flyer for the May forum")]
    assert len(late) == 3


def test_what_is_due_today_says_when(dori):
    assert "Met Mar 12, due today 6:00 pm." in " ".join(rows(dori.get("/"), "Today"))


def test_exactly_one_button_is_the_primary_one(dori):
    assert len(dori.get("/").all("main .btn.go")) == 1


def test_a_paused_organization_is_not_spoken_of(dori):
    assert "Harbor Valley Food Bank" not in dori.get("/").text


def test_coming_meetings_say_what_is_still_blank(dori):
    assert "2 questions are blank." in " ".join(rows(dori.get("/"), "Next meetings"))


def test_a_commitment_is_kept_in_place(dori):
    dori.get("/")
    commitment = db.session.scalar(
        db.select(Commitment).where(Commitment.what == "Flyer for the May forum")
    )
    key = commitment.id
    page = dori.submit(f"form[action='/commitments/{key}/keeping']")
    assert page.path == "/"
    assert db.session.get(Commitment, key).kept_on == date(2026, 3, 14)


def test_a_reminder_is_noted_in_place(dori):
    first = dori.get("/").all("form[action$='/nudging']")[0]
    page = dori.submit(f"form[action='{first['action']}']")
    assert page.path == "/"
    assert len(rows(page, "Late") + rows(page, "Today")) == 5


def test_nobody_started_says_how_to_begin(organizer):
    page = organizer.get("/")
    assert page.one("h1").text == "Begin with one organization"
    assert page.has("a[href='/organizations/new']")


def test_nothing_to_do_says_so(organizer):
    organization = world.researched()
    world.introduced(organization)
    assert organizer.get("/").one("h1").text == "Nothing needs you today"


def test_a_viewer_reads_and_has_nothing_to_press_but_print(dori, viewer_of_sample):
    page = viewer_of_sample.get("/")
    assert {button.text for button in page.all(".rows .btn")} == {"Print the packet"}


@pytest.fixture
def viewer_of_sample(app, dori):
    from_board = app.test_client()
    from_board.sign_in(account_for("viewer"))
    return from_board


def test_the_queries_are_the_same_for_many(dori):
    with counted() as few:
        dori.get("/")
    for number in range(40):
        world.introduced(world.researched(f"Ally {number}"))
    with counted() as many:
        dori.get("/")
    assert len(many) == len(few)


def test_a_long_list_is_cut_and_offered_whole(organizer, db, local):
    league = world.started()
    meeting = world.planned(league)
    for number in range(27):
        world.promised(meeting, league, f"Promise {number}", by=date(2026, 3, 1))
    page = organizer.get("/")
    assert len(page.all("section[aria-labelledby=late] li")) == 25
    whole = organizer.get(page.one("section[aria-labelledby=late] .hint a")["href"])
    assert len(whole.all("section[aria-labelledby=late] li")) == 27

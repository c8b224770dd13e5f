"""The fixed script of typing up a meeting, by keyboard alone, and how many keys it takes."""

from datetime import date, datetime

import pytest
from playwright.sync_api import expect

from coalition_app.models import (
    Affiliation,
    Assistance,
    Attendance,
    Commitment,
    Meeting,
    Organization,
    Person,
    Resource,
    Standing,
)
from tests import world
from tests.meetings.typing import is_uncovered

MOST_KEYS = 40
ANSWERS = (
    "Fair hiring ordinance goes to the board in May.",
    "Turnout for the May forum.",
    "Call-center bill and the ordinance: same committee chair.",
    "They need volunteers for the forum; we need faces at the hearing.",
    "Monthly call, first Monday.",
)
ACT = "brought 12 people to the hearing on Mar 3"


class Keyboard:
    """Counts every key that is not a character of the facts.

    No field that Tab leads to is behind the foot of the page.
    """

    def __init__(self, page):
        self.page, self.keys = page, 0

    def types(self, text: str) -> None:
        self.page.keyboard.insert_text(text)

    def press(self, key: str) -> None:
        self.keys += 1
        self.page.keyboard.press(key)
        assert key != "Tab" or is_uncovered(self.page)

    def separates(self, text: str) -> None:
        """A character that is no part of a fact."""
        self.keys += len(text)
        self.types(text)


@pytest.fixture
def meeting(db, clock, local):
    league = world.researched()
    elena = world.theirs(league)
    world.ours("Sam Okafor")
    world.ours("Rosa Díaz", is_activist=True)
    db.session.add(Resource(name="Meeting hall"))
    meeting = world.planned(league, place="Main St, Harbor Valley")
    meeting.expect(elena, league)
    meeting.expect(world.ours())
    db.session.commit()
    clock.move_to("2026-03-19 20:00")
    return meeting


def test_a_meeting_is_typed_up_with_few_keys_and_no_click(chromium, db, meeting):
    keyboard = Keyboard(chromium)
    id_ = meeting.id
    db.session.commit()
    chromium.goto(f"/meetings/{id_}")
    keyboard.press("t")
    expect(chromium.locator("#notes textarea").first).to_be_focused()
    type_answers(keyboard)
    type_commitments(keyboard)
    type_people(keyboard)
    type_help_and_standing(keyboard)
    type_next_and_close(keyboard)
    chromium.get_by_text("Closed. Everything is typed up.").wait_for()
    assert keyboard.keys <= MOST_KEYS
    db.session.expire_all()
    check_records(db, meeting)


def type_answers(keyboard: Keyboard) -> None:
    for answer in ANSWERS:
        keyboard.types(answer)
        keyboard.press("Tab")
    keyboard.types("Vecinos Unidos")
    keyboard.separates(", ")
    keyboard.types("Mothers for Safe Streets")
    for _ in range(3):  # to what we could offer, who they are, anything else
        keyboard.press("Tab")
    expect(keyboard.page.locator("#suggestions .tag")).to_have_count(2)
    keyboard.press("Tab")


def type_commitments(keyboard: Keyboard) -> None:
    """How a line is understood is said while one types."""
    rows = keyboard.page.locator("#commitments tbody tr")
    understood = keyboard.page.locator("#commitments [role=status]")
    lines = (
        ("10 phone-bank volunteers", "Sam", "May 1"),
        ("Precinct volunteer list", "Elena", "Friday"),
    )
    for count, (what, who, due) in enumerate(lines, 1):
        expect(keyboard.page.get_by_label("What", exact=True).first).to_be_focused()
        keyboard.types(what)
        keyboard.press("Tab")
        keyboard.types(who)
        if count == 1:
            expect(understood).to_contain_text("We will · Sam Okafor · no date yet · Enter to add")
        keyboard.press("Tab")
        keyboard.types(due)
        keyboard.press("Enter")
        expect(rows).to_have_count(count)
    expect(keyboard.page.locator("#promise-what")).to_be_focused()
    keyboard.press("Enter")


def type_people(keyboard: Keyboard) -> None:
    came = keyboard.page.locator("#people .mark.yes")
    names = (("Elena", ""), ("Marcus Hill", "president"), ("Dori", ""), ("me", ""))
    for count, (name, role) in enumerate(names, 1):
        expect(keyboard.page.locator("#people-name")).to_be_focused()
        keyboard.types(name)
        if role:
            keyboard.separates(", ")
            keyboard.types(role)
        keyboard.press("Enter")
        expect(came).to_have_count(count)
        expect(keyboard.page.locator("#people-name")).to_have_value("")
    keyboard.press("Enter")


def type_help_and_standing(keyboard: Keyboard) -> None:
    page = keyboard.page
    expect(page.locator("#help-what")).to_be_focused()
    keyboard.types("Meeting hall on May 14")
    keyboard.press("Tab")
    keyboard.types("Dori")
    keyboard.press("Tab")
    keyboard.types("Apr 2")
    keyboard.press("Enter")
    expect(page.locator("#commitments tbody tr")).to_have_count(3)
    expect(page.locator("#help-what")).to_be_focused()
    expect(page.locator("#help-what")).to_have_value("")
    keyboard.press("Enter")
    expect(page.locator("#standing-value")).to_be_focused()
    keyboard.press("2")
    keyboard.press("Tab")
    keyboard.types(ACT)
    keyboard.press("Enter")
    expect(page.locator("#standing .tag")).to_have_text("2 acts with us")
    keyboard.press("Tab")
    keyboard.press("Enter")


def type_next_and_close(keyboard: Keyboard) -> None:
    page = keyboard.page
    expect(page.locator("#next-starts_at")).to_be_focused()
    keyboard.types("Apr 9, 6 pm")
    keyboard.press("Tab")
    keyboard.types("Rosa Díaz")
    keyboard.press("Enter")
    expect(page.locator("#foot .mark:not(.yes)")).to_have_count(0)
    keyboard.press("Enter")


def check_records(db, meeting: Meeting) -> None:
    league = meeting.organizations[0]
    asked = meeting.questions("carry")
    assert tuple(meeting.answer_to(each).text for each in asked[:5]) == ANSWERS
    suggested = db.select(Organization).filter_by(suggested_at_id=meeting.id, suggested_by=league)
    names = {each.name for each in db.session.scalars(suggested)}
    assert names == {"Vecinos Unidos", "Mothers for Safe Streets"}
    made = {
        (c.what, c.side, c.owner_name, c.due_on) for c in db.session.scalars(db.select(Commitment))
    }
    assert made == {
        ("Meeting hall on May 14", "ours", "Dori James", date(2026, 4, 2)),
        ("10 phone-bank volunteers", "ours", "Sam Okafor", date(2026, 5, 1)),
        ("Precinct volunteer list", "theirs", "Elena Díaz", date(2026, 3, 20)),
    }
    came = {each.person.name for each in meeting.attendances if each.came}
    assert came == {"Elena Díaz", "Marcus Hill", "Dori James", "Sam Okafor"}
    marcus = db.session.scalar(
        db.select(Affiliation).join(Person).where(Person.name == "Marcus Hill")
    )
    assert (marcus.organization, marcus.role) == (league, "president")
    assistance = db.session.scalar(db.select(Assistance))
    assert (assistance.state, assistance.resource.name) == ("agreed", "Meeting hall")
    assert assistance.commitment.what == "Meeting hall on May 14"
    standing = db.session.scalar(db.select(Standing))
    assert (standing.value, standing.rated_on, standing.act) == (2, date(2026, 3, 19), ACT)
    following = meeting.next_for(league)
    assert following.starts_at == datetime(2026, 4, 9, 18, 0)
    along = db.session.scalar(db.select(Attendance).where(Attendance.comes_along))
    assert (along.person.name, along.meeting) == ("Rosa Díaz", following)
    assert meeting.closed_on == date(2026, 3, 19)

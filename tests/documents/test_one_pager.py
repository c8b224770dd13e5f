"""An organization on one page: everything a board member should know, and nothing private."""

from datetime import datetime

from coalition_app.documents.one_pager import OnePager
from coalition_app.models import AcquaintanceSheet, Assistance, Conversation, Standing
from tests import world
from tests.documents import reading
from tests.keeping import kept

NOW = datetime(2026, 3, 14, 10)
LONG = "Neighbors who look after one another, their streets, schools and the old harbor. " * 6


@kept
def league(local):
    league = world.started(private_notes="not for court", phone="203 555 0140")
    world.theirs(league).private_notes = "not for court"
    return league


def printed(printer, organization) -> bytes:
    return printer.pdf(OnePager.of(organization, NOW).html())


def test_it_says_who_they_are_where_they_stand_and_what_is_next(printer, league):
    world.add(Standing(organization=league, value=2, rated_on=world.DAY, act="turned out 12"))
    world.promised(world.planned(league), league, what="Bring the flyer")
    world.add(Assistance(organization=league, what="Ten chairs", offered_on=world.DAY))
    pdf = printed(printer, league)
    text = reading.text(pdf)
    for words in ("2 acts with us.", "turned out 12", "Bring the flyer", "Ten chairs", "Next."):
        assert words in text
    assert "Elena Díaz, secretary, 203 555 0142" in text
    assert len(reading.pages(pdf)) == 1


def test_nothing_private_and_nobody_between_us_is_on_it(league):
    rosa = world.ours("Rosa Díaz")
    world.tie(rosa, world.theirs(league))
    assert "Rosa Díaz" in OnePager.of(league, NOW).html()
    AcquaintanceSheet.note(rosa, world.DAY, may_tell=False)
    html = OnePager.of(league, NOW).html()
    assert "not for court" not in html
    assert "Rosa Díaz" not in html


def test_however_much_is_known_it_stays_one_page(printer, league):
    league.mission = league.structure = league.allies = league.visiting_address = LONG
    league.reach_lines = "\n".join(f"desk {n} 203 555 01{n:02}" for n in range(60, 72))
    meeting = world.planned(league)
    for number in range(14):
        world.theirs(league, f"Person {number:02} of the very long family name", "vice president")
        world.promised(meeting, league, what=f"{number} {LONG}")
        world.add(Assistance(organization=league, what=f"{number} {LONG}", offered_on=world.DAY))
        world.add(Conversation(organization=league, held_on=world.DAY, summary=f"{number} {LONG}"))
    pdf = printed(printer, league)
    assert len(reading.pages(pdf)) == 1
    assert "more are on the screen." in reading.text(pdf)


def test_one_that_is_only_listed_has_its_page_too(printer, local):
    assert "Start it: name who leads." in reading.text(printed(printer, world.listed()))

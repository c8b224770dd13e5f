"""Commitments on paper, a page for each person."""

from datetime import date

from coalition_app.documents.reminders import RemindersSheet
from coalition_app.models import Commitment
from tests import world
from tests.documents.reading import pages, text
from tests.keeping import kept

TODAY = date(2026, 3, 14)


@kept
def promised(db, local) -> list[Commitment]:
    league = world.started()
    meeting = world.planned(league)
    elena, sam = world.theirs(league), world.ours("Sam Okafor", phone="203 555 0117")
    world.promised(meeting, league, "Volunteer list", is_ours=False, owner=elena)
    world.promised(meeting, league, "Print flyers", by=date(2026, 3, 10), owner=sam)
    world.promised(meeting, league, "Hall on May 14", owner=sam)
    world.promised(meeting, league, "Copies", by=None, owner=None)
    return list(db.session.scalars(Commitment.open()))


def test_each_person_has_what_they_promised_ours_first(promised):
    owners = RemindersSheet.of(promised, TODAY).owners
    assert [(each.name, len(each.reminders)) for each in owners] == [
        ("Sam Okafor", 2),
        ("Nobody named yet", 1),
        ("Elena Díaz", 1),
    ]
    assert owners[0].reminders[0].due == "Tue, Mar 10, 4 days late"
    assert owners[1].reminders[0].due == "no date"
    assert owners[2].side == "They promised us"


def test_somebody_who_asked_not_to_be_called_has_no_number(promised):
    promised[0].owner.do_not_call = True
    words = " ".join(owner.phone for owner in RemindersSheet.of(promised, TODAY).owners)
    assert "0117" not in words


def test_the_paper_begins_a_page_for_each(promised, viewer):
    answer = viewer.get("/commitments/reminders.pdf")
    assert (
        'filename="Commitments - Local 555 - 2026-03-14.pdf"'
        in answer.headers["Content-Disposition"]
    )
    of_sam, _, of_elena = pages(answer.data)
    assert "Sam Okafor" in of_sam
    assert "Print flyers" in of_sam
    assert "Elena Díaz" in of_elena


def test_the_list_for_the_board_has_all_on_one_page(promised, viewer):
    pdf = viewer.get("/commitments/reminders.pdf?together=1").data
    assert len(pages(pdf)) == 1
    words = text(pdf)
    assert words.index("We promised: Sam Okafor") < words.index("They promised us: Elena Díaz")
    assert "4 days late" in words

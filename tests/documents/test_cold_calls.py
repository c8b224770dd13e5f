"""The cold-call sheet as a caller gets it: a page for each call, with room to write."""

import pytest

from coalition_app.documents.cold_calls import ColdCallsSheet
from coalition_app.models import Campaign, Conversation
from tests import world
from tests.documents import reading
from tests.keeping import kept

LONG = "Neighbors who look after one another, their streets, schools and the old harbor. " * 8


@kept
def league(local):
    league = world.researched(phone="203 555 0140", private_notes="not for court")
    league.reach_lines = "fax 203 555 0141\nevenings 203 555 0149"
    world.theirs(league, role="executive director").private_notes = "not for court"
    return league


def sheet(*organizations) -> ColdCallsSheet:
    return ColdCallsSheet.of(list(organizations), "Dori James", world.DAY)


def test_the_script_is_filled_in_and_the_phones_are_those_to_call(league):
    call = sheet(league).calls[0]
    assert call.script.startswith("Hello, my name is Dori James from CWA Local 555.")
    assert call.asks_for == "Elena Díaz, executive director"
    assert call.phones == ("203 555 0142", "203 555 0140", "evenings 203 555 0149")


def test_private_notes_have_no_place_on_it(league):
    assert "not for court" not in sheet(league).html()


def test_earlier_calls_and_what_we_can_lend_stand_there(league):
    world.add(Conversation(organization=league, held_on=world.DAY, summary="Left a message"))
    world.add(Campaign(name="Call-center jobs bill"))
    made = sheet(league)
    assert made.calls[0].before == ("Mar 14, call: Left a message",)
    assert made.about_us[0].text == "Call-center jobs bill"


@pytest.mark.parametrize("words", ["", LONG], ids=["nothing known", "everything long"])
def test_each_call_is_one_page_with_boxes_and_room_for_notes(printer, local, words):
    known = {"mission": words, "structure": words, "allies": words, "tax_status": words[:200]}
    organizations = [world.listed(f"{name} {words[:120]}", **known) for name in ("Ark", "Bell")]
    pdf = printer.pdf(sheet(*organizations).html())
    assert len(reading.pages(pdf)) == 2
    for page in (0, 1):
        text = reading.text(pdf, page)
        for words_there in ("Agreed to meet", "Call back on", "They declined", "NOTES"):
            assert words_there in text
    assert len(sheet(*organizations).calls[0].lines) >= 5

"""What stands at the head of our letters, and that nothing of it is cut off."""

import io

from PIL import Image

from coalition_app.documents.letter import LetterSheet
from coalition_app.documents.letterhead import Letterhead
from coalition_app.models import Letter
from tests import world
from tests.documents import reading
from tests.keeping import kept

KNOWN = {
    "street": "40 Exchange Street",
    "city": "Harbor Valley",
    "state": "CT",
    "postal_code": "06555",
    "phone": "203 555 0100",
    "email": "office@local555.example",
    "website": "local555.example",
}
PLACE = "40 Exchange Street, Harbor Valley CT  06555"
REACHED = "203 555 0100 · office@local555.example · local555.example"


@kept
def whole(local):
    """A local of which everything is known, with a logo and officers of long names."""
    for name, text in KNOWN.items():
        setattr(local, name, text)
    file = io.BytesIO()
    Image.new("RGB", (690, 230)).save(file, "PNG")
    local.logo, local.logo_kind = file.getvalue(), "png"
    world.ours("Bartholomew Oyelaran-Featherstonehaugh", office="President")
    world.ours("Terrence Pell", office="Treasurer")
    return local


def test_each_fact_has_its_line_where_there_is_room(whole):
    whole.logo_kind = ""
    head = Letterhead.current()
    assert head.sender_lines == (whole.name, PLACE, REACHED)
    assert not head.is_crowded


def test_beside_a_logo_lines_break_between_the_facts(whole):
    head = Letterhead.current()
    assert head.is_crowded
    assert [line for line in head.sender_lines if line in (PLACE, REACHED)] != [PLACE, REACHED]
    said = " ".join(head.sender_lines)
    assert all(fact in said for name, fact in KNOWN.items() if name not in ("city", "state"))
    assert len(head.officers) == 2


def test_rather_an_officer_less_than_a_fact(whole):
    whole.email = "the.office.of.the.communications.workers@harbor-valley-local-555.example"
    head = Letterhead.current()
    assert whole.email in head.sender_lines
    assert "local555.example" in head.sender_lines
    assert len(head.officers) < 2


def test_the_last_line_of_the_sender_stands_above_the_date(whole):
    of = {"organization": world.listed(), "dated_on": world.DAY}
    letter = world.add(Letter(**of, address="Elena Díaz", body="Hello."))
    lines = reading.lines(LetterSheet.of(letter).pdf())
    last = next(each for each in lines if "local555.example" in each.words.split()[-1:])
    date = next(each for each in lines if each.words == "March 14, 2026")
    assert last.y < date.y < 1.9
    assert last.y < 0.5 + 78 / 72  # what is below is cut off

"""Printers and their two numbers."""

import pytest

from coalition_app.models import Printer
from tests import world


@pytest.fixture
def hall(db, local):
    printer = world.add(Printer(name="Union hall"))
    db.session.commit()
    return printer


def test_one_is_added(db, organizer):
    organizer.get("/printers")
    page = organizer.submit("Add it", name="Upstairs", right_mm="+1,5", down_mm="-0.5 mm")
    assert "Print its ruler page" in page.text
    printer = db.session.scalar(db.select(Printer))
    assert (printer.nudge, printer.nudge_words) == ((1.5, -0.5), "1.5 mm right, 0.5 mm up")


@pytest.mark.parametrize("typed", ["a lot", "26", "-1e9", "nan", "1.5.2"])
def test_what_is_no_distance_is_refused_and_kept(db, hall, organizer, typed):
    organizer.get(f"/printers/{hall.id}/edit")
    page = organizer.submit("Save", right_mm=typed)
    assert page.status == 422
    assert page.one("[name=right_mm]")["value"] == typed
    assert db.session.get(Printer, hall.id).right_mm == 0


def test_a_name_stands_once(hall, organizer):
    organizer.get("/printers")
    page = organizer.submit("Add it", name="Union hall")
    assert page.status == 422
    assert "There is a printer of that name already" in page.text


def test_nothing_typed_is_nothing_moved(db, hall, organizer):
    organizer.get(f"/printers/{hall.id}/edit")
    organizer.submit("Save", right_mm="", down_mm="2")
    assert db.session.get(Printer, hall.id).nudge_words == "2 mm down"


def test_it_is_taken_off_the_list(db, hall, organizer):
    organizer.get(f"/printers/{hall.id}/edit")
    page = organizer.submit("Yes, take it off")
    assert "No printer is set up" in page.text
    assert organizer.get("/printers/1/ruler.pdf").status == 404

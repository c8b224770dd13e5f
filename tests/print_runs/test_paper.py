"""Labels and envelopes of a run, of our own address, for a meeting's table."""

import pytest

from coalition_app.models import LabelSheet, Printer, PrintRun
from coalition_app.web import clock
from tests import world
from tests.documents import reading
from tests.print_runs.conftest import BY_ZIP


def names(pdf: bytes) -> list[str]:
    """The names on the labels or envelopes, in the order in which they are printed."""
    words = reading.text(pdf)
    found = {name: words.find(name) for name in BY_ZIP if name in words}
    return sorted(found, key=found.get)


def test_labels_come_in_the_order_of_the_letters(run, organizer, printing):
    organizer.get(f"/print-runs/{run.id}/labels")
    page = organizer.submit("Open the labels", start="7", follow=False)
    assert page.location == f"/print-runs/{run.id}/labels.pdf?format=5160&start=7"
    pdf = organizer.get(page.location).data
    assert names(pdf) == BY_ZIP
    left, top, _, _ = reading.ink(reading.picture(pdf))
    assert (left, top) == (pytest.approx(0.33, abs=0.1), pytest.approx(2.7, abs=0.2))


def test_where_the_sheet_ended_is_remembered(run, organizer):
    organizer.get(f"/print-runs/{run.id}/labels")
    organizer.submit("Open the labels", start="28", follow=False)
    assert organizer.get(f"/print-runs/{run.id}/labels").one("[name=start]")["value"] == "3"
    other = organizer.get(f"/print-runs/{run.id}/labels?format=5163")
    assert other.one("[name=start]")["value"] == "1"
    assert "5 addresses on 1 sheet" in other.text


def test_a_label_that_the_sheet_does_not_have_is_refused(db, run, organizer):
    organizer.get(f"/print-runs/{run.id}/labels")
    page = organizer.submit("Open the labels", start="31")
    assert page.status == 422
    assert "A sheet of 5160 has labels 1 to 30" in page.text
    assert organizer.get(f"/print-runs/{run.id}/labels.pdf?start=99").status == 404
    assert organizer.get(f"/print-runs/{run.id}/labels.pdf?format=1234").status == 404
    assert db.session.scalars(db.select(LabelSheet)).all() == []


def test_the_printer_is_remembered_and_its_nudge_applied(db, run, organizer, printing):
    plain = reading.ink(reading.picture(organizer.get(f"/print-runs/{run.id}/labels.pdf").data))
    hall = world.add(Printer(name="Union hall", right_mm=12.7, down_mm=-6.35))
    db.session.commit()
    organizer.get(f"/print-runs/{run.id}/labels")
    page = organizer.submit(
        "Open the labels", printer="Union hall, 12.7 mm right, 6.35 mm up", follow=False
    )
    moved = reading.ink(reading.picture(organizer.get(page.location).data))
    assert moved[0] - plain[0] == pytest.approx(0.5, abs=0.01)
    assert moved[1] - plain[1] == pytest.approx(-0.25, abs=0.01)
    page = organizer.get(f"/print-runs/{run.id}/labels")
    assert page.one("[name=printer] option[selected]")["value"] == str(hall.id)


def test_what_is_too_long_or_incomplete_is_listed(db, run, organizations, organizer):
    organizations[0].postal_code = ""
    organizations[1].chapter = "of the Greater Harbor Valley " * 30
    db.session.commit()
    text = organizer.get(f"/print-runs/{run.id}/labels").text
    assert "Too long for this label" in text
    assert "Ben Ortiz" in text
    assert "no ZIP" in text


def test_envelopes_come_in_the_same_order(run, organizer, printing):
    pdf = organizer.get(f"/print-runs/{run.id}/envelopes.pdf").data
    assert names(pdf) == BY_ZIP
    assert len(reading.pages(pdf)) == 5


def test_one_letter_has_its_envelope(db, run, organizations, viewer, printing):
    meeting = world.planned(organizations[0])
    letter = world.sent(meeting, organizations[0], meeting.starts_at.date())
    letter.address = "Ana Silva\n12 Main St\nNew Haven CT  06519"
    db.session.commit()
    assert names(viewer.get(f"/letters/{letter.id}/envelope.pdf").data) == ["Ana Silva"]


def test_return_labels_fill_the_rest_of_the_sheet(db, local, organizer, printing):
    local.street, local.city, local.state, local.postal_code = "1 Elm St", "Bay", "CT", "06510"
    db.session.commit()
    page = organizer.get("/return-labels")
    assert page.one("[name=count]")["value"] == "80"
    page = organizer.submit("Open the labels", start="79", count="2", follow=False)
    pdf = organizer.get(page.location).data
    assert reading.text(pdf).count("CWA Local 555") == 2
    assert organizer.get("/return-labels").one("[name=count]")["value"] == "80"


def test_everybody_at_the_table_gets_a_badge(db, organizations, organizer, printing):
    meeting = world.planned(organizations[0])
    meeting.expect(organizations[0].primary_contact, organizations[0])
    meeting.expect(world.ours())
    db.session.commit()
    organizer.get(f"/meetings/{meeting.id}/name-badges")
    page = organizer.submit("Open 2 badges", follow=False)
    words = reading.text(organizer.get(page.location).data)
    assert "Ana Silva Anchor Housing Coalition" in words
    assert "Dori James CWA Local 555" in words


def test_drafts_without_one_that_is_meant_have_no_look(db, organizer):
    run = PrintRun.planned("drafts", [], "0 letters", clock.now())
    db.session.commit()
    assert organizer.get(f"/print-runs/{run.id}/look.pdf").status == 404

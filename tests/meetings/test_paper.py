"""The packet: shown in the browser, downloaded, or what to do where there is no paper."""

import io

import pytest
from pypdf import PdfReader

from coalition_app.documents.printer import PaperUnavailable


def test_the_packet_opens_in_the_browser_for_everybody(viewer, meeting):
    answer = viewer.get(f"/meetings/{meeting.id}/packet.pdf")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"].startswith("inline;")
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.data)).pages)
    assert "Harbor Valley Civil Rights League" in text
    assert "What is the organization working on now?" in text


def test_it_is_downloaded_under_a_good_name(viewer, meeting):
    answer = viewer.get(f"/meetings/{meeting.id}/packet.pdf?download=1")
    named = "Prep packet - Harbor Valley Civil Rights League - 2026-03-19.pdf"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{named}"'


def test_private_notes_stay_off_paper(organizer, meeting, league):
    league.private_notes = "Quarrels with the mayor."
    answer = organizer.get(f"/meetings/{meeting.id}/packet.pdf")
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.data)).pages)
    assert "Quarrels" not in text


def test_a_link_that_htmx_follows_leaves_the_page_to_the_browser(organizer, meeting):
    answer = organizer.get(f"/meetings/{meeting.id}/packet.pdf", htmx=True)
    assert answer.status == 204
    assert answer.headers["HX-Redirect"] == f"/meetings/{meeting.id}/packet.pdf"


@pytest.fixture
def no_printer(app, monkeypatch):
    """A machine that lacks what printing needs."""

    class Printer:
        def pdf(self, html):
            raise PaperUnavailable("This machine cannot print yet. Run this once: apt install x")

    monkeypatch.setitem(app.extensions, "printer", Printer())


@pytest.mark.usefixtures("no_printer")
def test_without_paper_it_names_the_command(viewer, meeting):
    page = viewer.get(f"/meetings/{meeting.id}/packet.pdf")
    assert page.status == 503
    assert "Run this once: apt install x" in page.text

"""The packet: shown in the browser, downloaded, or what to do where there is no paper."""

import pytest

from coalition_app.documents.printer import PaperUnavailable, Printed
from tests.documents import reading


def test_the_packet_opens_in_the_browser_for_everybody(viewer, meeting):
    answer = viewer.get(f"/meetings/{meeting.id}/packet.pdf")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"].startswith("inline;")
    text = reading.text(answer.data)
    assert "Harbor Valley Civil Rights League" in text
    assert "What is the organization working on now?" in text


@pytest.fixture
def printed(app, monkeypatch) -> list[str]:
    """The pages that were given to the printer, which prints nothing."""
    pages = []

    class Printer:
        def pdf(self, html: str) -> bytes:
            pages.append(html)
            return b"%PDF"

        def many(self, documents, **how) -> Printed:
            pages.extend(documents)
            return Printed(b"%PDF", (1,) * len(pages))

    monkeypatch.setitem(app.extensions, "printer", Printer())
    return pages


def packet_of(meeting) -> str:
    return f"/meetings/{meeting.id}/packet.pdf"


def test_it_is_downloaded_under_a_good_name(viewer, meeting, printed):
    answer = viewer.get(f"{packet_of(meeting)}?download=1")
    named = "Prep packet - Harbor Valley Civil Rights League - 2026-03-19.pdf"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{named}"'
    assert (answer.data, len(printed)) == (b"%PDF", 1)


def test_private_notes_stay_off_paper(organizer, meeting, league, printed):
    league.private_notes = "Quarrels with the mayor."
    organizer.get(packet_of(meeting))
    assert "Quarrels" not in printed[0]


def test_who_asks_for_private_notes_gets_them_this_time_only(organizer, meeting, league, printed):
    league.private_notes = "Quarrels with the mayor."
    organizer.get(f"/meetings/{meeting.id}")
    answer = organizer.submit("Open it so", {"private": True}, follow=False)
    assert answer.location == f"{packet_of(meeting)}?private=1"
    for address in (answer.location, packet_of(meeting), "/meetings/packets.pdf?first=2026-03-16"):
        organizer.get(address)
    assert ["Quarrels" in page for page in printed] == [True, False, False]


def test_days_that_no_calendar_here_has_are_the_present_ones(organizer, meeting, printed):
    assert organizer.get("/meetings/packets.pdf?first=9999-12-31").status == 200
    assert len(printed) == 1


def test_a_viewer_is_not_offered_private_notes_and_does_not_get_them(viewer, meeting, printed):
    assert not viewer.get(f"/meetings/{meeting.id}").has("[name=private]")
    sent = {"pages": "notes", "private": "y"}
    answer = viewer.post(f"/meetings/{meeting.id}/packet-options", sent)
    assert answer.location == packet_of(meeting)
    assert viewer.get(f"{packet_of(meeting)}?private=1").status == 403
    assert printed == []


def test_the_pages_that_were_chosen_are_remembered_also_for_a_week(viewer, meeting, printed):
    viewer.get(f"/meetings/{meeting.id}")
    chosen = {"pages": ["notes"], "ways": ["two_sided", "large"]}
    answer = viewer.submit("Download it so", chosen, follow=False)
    assert answer.location == f"{packet_of(meeting)}?download=1"
    for address in (packet_of(meeting), "/meetings/packets.pdf?first=2026-03-16"):
        viewer.get(address)
    for page in printed:
        assert 'class="packet large two-sided"' in page
        assert "Meeting notes" in page
        assert "How we open" not in page
    page = viewer.get(f"/meetings/{meeting.id}")
    checked = page.all("details [type=checkbox][checked]")
    assert [each["value"] for each in checked] == ["notes", "two_sided", "large"]


def test_without_a_page_there_is_nothing_to_print(viewer, meeting):
    viewer.get(f"/meetings/{meeting.id}")
    page = viewer.submit("Open it so", {"pages": []})
    assert page.status == 422
    assert "Choose at least one page." in page.one(".errors").text


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

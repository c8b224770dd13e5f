"""The sample's paper says on every page that nothing on it is real."""

from datetime import date

from flask import current_app

from coalition_app.documents.labels import LabelsSheet
from coalition_app.documents.notes import notes_pages
from coalition_app.documents.packet_parts import Party
from coalition_app.lib.label_formats import FORMATS
from tests.documents import reading
from tests.documents.samples import BARE, LEAGUE, QUESTIONS, letter_sheet, packet_sheet, people

WORDS = "Sample data: nothing here is real"


def test_every_page_says_it_with_margins_and_without(paper, monkeypatch):
    labels = LabelsSheet.of(FORMATS["5160"], [["Elena Díaz"]] * 31, date(2026, 3, 14))
    account = {"email": "dori@local555.example", "password": "lamps"}
    monkeypatch.setitem(current_app.config, "SAMPLE", account)
    short = {**BARE, "theirs": (Party(LEAGUE, people(1)),), "notes": notes_pages(QUESTIONS[:1])}
    for sheet in (packet_sheet(**short), letter_sheet(), labels):
        pages = reading.pages(sheet.pdf())
        assert [page.count(WORDS) for page in pages] == [1] * len(pages)


def test_our_own_paper_does_not(paper):
    assert WORDS not in letter_sheet().html()

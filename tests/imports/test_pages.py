"""From the file to the result and back, page by page, without JavaScript."""

import io
from pathlib import Path

import pytest

from coalition_app.models import Import, Organization, Person
from coalition_app.web import uploads
from tests.imports.files import LEAGUE, previewed, upload
from tests.models.imported import NOW


@pytest.fixture(autouse=True)
def folder(app) -> Path:
    """Where files wait, emptied."""
    folder = app.config["INSTANCE"] / "uploads"
    folder.mkdir(exist_ok=True)
    for file in folder.iterdir():
        file.unlink()
    return folder


def test_the_columns_are_guessed_and_shown_with_what_stands_there(organizer):
    page = upload(organizer)
    assert page.title.startswith("What is in the columns?")
    assert "4 rows · CSV with commas, UTF-8" in page.text
    assert "Riverside Tenants · Harbor Nurses Local 77" in page.text
    chosen = [option["value"] for option in page.all("td option[selected]")]
    assert chosen[:4] == [
        "organization.name",
        "organization.kind",
        "organization.city",
        "person.name",
    ]


def test_a_column_chosen_twice_is_said_at_both(organizer):
    page = upload(organizer).submit("Show what would happen", {"column-2": "person.name"})
    assert page.status == 422
    assert "“Person: name” is chosen for columns C and D" in page.one(".errors").text
    assert len(page.all("td .error")) == 2


def test_a_file_in_which_nobody_is_named_is_not_gone_on_with(organizer):
    page = upload(organizer, "City,ZIP\nHamden,06514\n").submit("Show what would happen")
    assert "Say which column holds the name" in page.one(".errors").text


def test_the_preview_tells_all_and_writes_nothing(organizer, db):
    page = previewed(organizer)
    text = page.text
    assert "2 new people" in text
    assert "2 rows left out" in text
    assert "Row 4 Phone “2035” has too few digits for a phone number. row left out" in text
    assert "Row 4 Email “joan@parish” is no email address." in text
    assert "Row 5 Type “choir” is no kind known here (labor, community)." in text
    assert "Read in 2 rows" in text
    assert Organization.query.count() == 0


def test_flawed_rows_may_be_read_without_their_wrong_cells(organizer):
    page = previewed(organizer).submit("Show it so", leaves_out=True)
    assert "Read in 4 rows" in page.text
    assert "cell left out" in page.text


def test_the_same_headers_need_no_second_look(organizer):
    page = upload(organizer)
    page.submit("Show what would happen", {"column-2": ""})
    again = upload(organizer)
    assert again.title.startswith("What would happen")
    assert "New Haven" not in again.text


def test_it_is_read_in_and_undone(organizer, work, folder, db):
    previewed(organizer).submit("Read in 2 rows")
    assert "It begins in a moment." in organizer.text
    assert len(list(folder.iterdir())) == 1
    work()
    page = organizer.get(f"/imports/{Import.query.one().id}")
    assert "2 rows left out" in page.text
    assert {person.name for person in Person.query} >= {"Ana Ruiz", "Luis Shea"}
    assert list(folder.iterdir()) == []
    page.submit("Undo the whole import")
    work()
    page = organizer.get(page.path)
    assert "4 records removed" in page.text
    assert Organization.query.count() == 0


def test_the_rows_left_out_come_back_with_their_reasons(organizer, work):
    previewed(organizer).submit("Read in 2 rows")
    work()
    organizer.get(f"/imports/{Import.query.one().id}")
    file = organizer.get(organizer.one("a[download]")["href"])
    assert file.headers["Content-Type"].startswith("text/csv")
    lines = file.data.decode("utf-8-sig").split("\r\n")
    assert lines[0].endswith("Email,Row in the file,Why it was left out")
    assert lines[2].startswith('Civic Choir,choir,Hamden,"Okafor, Sam"')
    assert len(lines) == 4


def test_the_list_says_when_who_and_how_many(organizer, work):
    previewed(organizer).submit("Read in 2 rows")
    work()
    row = organizer.get("/imports").one("tbody tr").text
    assert row == "league.csv Mar 14 Dori James 4 0 2 read in"


def test_a_file_may_be_thrown_away(organizer, folder):
    page = previewed(organizer).submit("Throw the file away")
    assert "Nothing was read in." in page.text
    assert (Import.query.count(), list(folder.iterdir())) == (0, [])


def test_one_that_stopped_in_the_middle_goes_on_or_is_undone(organizer, work, db):
    previewed(organizer).submit("Read in 2 rows")
    of = Import.query.one()
    of.job.cancel("Canceled.", NOW)
    page = organizer.get(f"/imports/{of.id}")
    assert "It stopped after 0 of 4 rows." in page.text
    page.submit("Go on")
    work()
    assert db.session.get(Import, of.id).state == "done"


def test_a_file_that_is_gone_is_said(organizer, db):
    previewed(organizer)
    of = Import.query.one()
    uploads.drop(of.stored_as)
    for answer in (
        organizer.get(f"/imports/{of.id}/preview", follow=True),
        organizer.post(f"/imports/{of.id}/columns", follow=True),
    ):
        assert "The file is not here any more" in answer.text


def test_nothing_is_read_in_before_the_columns_are_chosen(organizer, db):
    upload(organizer)
    of = Import.query.one()
    assert organizer.post(f"/imports/{of.id}/writing").location == f"/imports/{of.id}/columns"
    assert of.is_draft


def test_another_sheet_can_be_taken(organizer):
    xlsxwriter = pytest.importorskip("xlsxwriter")
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    for name, rows in {"People": ["Ana Ruiz"], "Groups": ["Tenants Union"]}.items():
        sheet = book.add_worksheet(name)
        sheet.write_column(0, 0, ["Name", *rows])
        sheet.write_column(0, 1, ["City", "Hamden"])
    book.close()
    page = upload(organizer, file.getvalue(), "book.xlsx").submit("Take this sheet", sheet="Groups")
    assert "Tenants Union" in organizer.get(page.location or page.path).text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "This file is empty"),
        (b"\x89PNG\r\n" + bytes(500), "This is a picture"),
        (b"PK\x03\x04 and then nothing", "damaged or cut off"),
        (",".join(["x"] * 301) + "\n" + ",".join(["y"] * 301), "at most 300"),
    ],
    ids=["empty", "a picture", "half a workbook", "301 columns"],
)
def test_what_cannot_be_read_is_refused_at_the_field(organizer, folder, content, words):
    page = upload(organizer, content)
    assert page.status == 422
    assert words in page.one("#file-error").text
    assert list(folder.iterdir()) == []


def test_no_file_is_asked_for(organizer):
    assert "Choose a file first." in organizer.post("/imports", {}).one("#file-error").text


def test_names_of_files_are_words_only(organizer):
    page = upload(organizer, LEAGUE, "../../<b>league.csv")
    assert "<b>league.csv · 4 rows" in page.text
    assert Import.query.one().file_name == "<b>league.csv"


def test_a_viewer_may_not_import(viewer):
    assert viewer.get("/imports").status == 403
    assert "Import" not in viewer.get("/people").one(".head .acts").text

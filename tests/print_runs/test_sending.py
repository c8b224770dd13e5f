"""'All printed fine' marks what is in the file; each letter keeps its own pages."""

import shutil
from pathlib import Path

import pytest

from coalition_app.models import Letter, Local, PrintRun
from tests.documents import reading
from tests.keeping import kept
from tests.print_runs.conftest import BY_ZIP


@kept
def all_printed(run, print_all) -> PrintRun:
    print_all(run)
    return run


@pytest.fixture(scope="module")
def paper(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("paper")


@pytest.fixture
def printed(all_printed, folder, blank, paper) -> PrintRun:
    """Printed once, its file put back with its records."""
    (state,) = {database.name for database in blank.databases}
    copy = paper / str(hash(state))
    before, after = (copy, folder.path) if copy.exists() else (folder.path, copy)
    shutil.copytree(before, after)
    return all_printed


def sent(run: PrintRun) -> list[str]:
    return [letter.addressee for letter in run.letters if letter.is_sent]


def test_all_are_marked_with_day_way_and_who(db, printed, organizer):
    organizer.get(f"/print-runs/{printed.id}")
    page = organizer.submit("All printed fine: 5 letters sent", sent_on="3/13/2026")
    assert "5 letters marked as sent" in page.text
    assert sent(printed) == BY_ZIP
    assert {str(letter.sent_on) for letter in printed.letters} == {"2026-03-13"}
    assert {(letter.sent_by, letter.sender.name) for letter in printed.letters} == {
        ("mail", "Dori James")
    }


def test_each_letter_keeps_its_own_page_as_it_was_printed(db, printed, organizer):
    printed.letters[1].body = "Long.\n\n" + "A sentence that fills the page. " * 300
    db.session.commit()
    organizer.get(f"/print-runs/{printed.id}")
    page = organizer.submit("All printed fine: 5 letters sent")
    assert "1 letter changed since they were printed" in page.text
    assert sent(printed) == [name for name in BY_ZIP if name != "Ben Ortiz"]
    for letter in printed.letters:
        if letter.is_sent:
            assert len(reading.pages(letter.paper)) == 1
            assert f"Dear {letter.addressee}" in reading.text(letter.paper)


def test_paper_that_is_changed_later_changes_no_letter_that_was_printed(db, printed, organizer):
    local = Local.current()
    local.imprint, local.phone, local.website = "Labor donated", "203 555 0188", "new.example"
    db.session.commit()
    organizer.get(f"/print-runs/{printed.id}")
    organizer.submit("All printed fine: 5 letters sent")
    assert sent(printed) == BY_ZIP
    assert "Labor donated" not in reading.text(printed.letters[0].paper)


def test_a_letter_of_two_pages_keeps_both(db, run, print_all, organizer):
    run.choose(
        words={"body": "Dear friends. " * 400, "subject": "", "salutation": "Dear [recipient]:"}
    )
    db.session.commit()
    print_all(run)
    organizer.get(f"/print-runs/{run.id}")
    organizer.submit("All printed fine: 5 letters sent")
    papers = [letter.paper for letter in run.letters]
    assert {len(reading.pages(paper)) for paper in papers} == {2}
    assert f"Dear {BY_ZIP[4]}" in reading.text(papers[4])


@pytest.mark.parametrize("most", [200, 2])
def test_all_but_some_are_marked_by_their_numbers(db, printed, organizer, monkeypatch, most):
    monkeypatch.setattr("coalition_app.print_runs.page.SHOWN", most)
    page = organizer.get(f"/print-runs/{printed.id}")
    assert len(page.all("[name=letters]")) == (5 if most > 5 else 0)
    assert "2. Ben Ortiz" in page.text
    refused = organizer.submit("All but these are sent", failed="7")
    assert (refused.status, sent(printed)) == (422, [])
    assert "it goes from 1 to 5" in refused.one("#failed-error").text
    page = organizer.submit("All but these are sent", failed="2-3, 5")
    assert "2 letters marked as sent" in page.text
    assert sent(printed) == ["Dan Moss", "Cora Lee"]
    organizer.submit("All printed fine: 3 letters sent", failed="5")  # as Enter in the field does
    assert sent(printed) == BY_ZIP[:4]


def test_only_the_ticked_ones_are_marked_the_others_stay_drafts(db, printed, organizer):
    organizer.get(f"/print-runs/{printed.id}")
    ids = [str(letter.id) for letter in printed.letters[:2]]
    page = organizer.submit("The ticked ones are sent", letters=ids)
    assert "2 letters marked as sent" in page.text
    assert sent(printed) == BY_ZIP[:2]
    assert "All printed fine: 3 letters sent" in page.text


def test_ticking_none_says_what_to_do(db, printed, organizer):
    organizer.get(f"/print-runs/{printed.id}")
    page = organizer.submit("The ticked ones are sent")
    assert page.status == 422
    assert "Tick the letters that printed fine" in page.text
    assert sent(printed) == []


def test_a_day_ahead_is_refused_and_kept(db, printed, organizer):
    organizer.get(f"/print-runs/{printed.id}")
    page = organizer.submit("All printed fine: 5 letters sent", sent_on="3/20/2026")
    assert page.status == 422
    assert page.one("[name=sent_on]")["value"] == "3/20/2026"
    assert sent(printed) == []


def test_marked_twice_it_stays_as_it_was(db, printed, organizer):
    for _ in range(2):
        organizer.post(f"/print-runs/{printed.id}/sending", {"sent_on": "3/13/2026"})
    assert sent(printed) == BY_ZIP


def test_a_slip_is_taken_back_at_once(db, printed, organizer):
    organizer.post(f"/print-runs/{printed.id}/sending", {"sent_on": "3/14/2026"})
    page = organizer.post(f"/print-runs/{printed.id}/not-sending", follow=True)
    assert "They are drafts again" in page.text
    assert sent(printed) == []
    assert "All printed fine: 5 letters sent" in page.text


def test_without_its_file_nothing_is_marked(db, printed, folder, organizer):
    folder.throw_away()
    page = organizer.post(
        f"/print-runs/{printed.id}/sending", {"sent_on": "3/14/2026"}, follow=True
    )
    assert "The file is not here any more" in page.text
    assert sent(printed) == []


def test_what_was_never_printed_does_not_go(db, run, organizer):
    page = organizer.post(f"/print-runs/{run.id}/sending", {"sent_on": "3/14/2026"}, follow=True)
    assert "Print the letters first" in page.text
    assert db.session.get(PrintRun, run.id).is_plan


def test_the_rest_becomes_drafts_like_any_other(db, printed, folder, organizer):
    ids = [str(letter.id) for letter in printed.letters[:2]]
    some = {"sent_on": "3/14/2026", "some": "1", "letters": ids}
    organizer.post(f"/print-runs/{printed.id}/sending", some)
    organizer.post(f"/print-runs/{printed.id}/letting-go")
    assert len(printed.letters) == 2
    assert len(db.session.scalars(Letter.drafts()).all()) == 3
    assert not folder.path.exists()


def test_thrown_away_its_letters_go_with_it(db, printed, folder, organizer):
    id_ = printed.id
    organizer.post(f"/print-runs/{id_}/throwing-away")
    assert db.session.scalars(Letter.drafts()).all() == []
    assert db.session.get(PrintRun, id_) is None
    assert not folder.path.exists()


def test_what_did_not_go_stands_on_the_page_of_letters_as_one_row(db, printed, organizer):
    page = organizer.get("/letters")
    assert "First letter to 5 organizations" in page.text
    assert "0 of 5 letters marked as sent" in page.text
    assert "Ana Silva" not in page.text


def test_a_forgotten_person_is_in_no_file_of_ours(db, printed, folder, organizer):
    ana = next(letter.recipient for letter in printed.letters if letter.addressee == "Ana Silva")
    organizer.post(f"/people/{ana.id}/forgetting")
    assert not folder.path.exists()
    page = organizer.get(f"/print-runs/{printed.id}")
    assert "The printed file is not here any more" in page.text

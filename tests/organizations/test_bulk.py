"""What is done with all rows that are chosen."""

import pytest

from coalition_app.models import Organization
from coalition_app.organizations import chosen
from tests import world

ALL = ["Elm League", "Harbor League", "Shore League"]


@pytest.fixture
def ids(db) -> list[int]:
    return [world.listed(name, kind="community").id for name in ALL]


def act(client, path, ids, **given):
    client.get("/organizations?kind=community")
    return client.post(f"/organizations/chosen/{path}", {"ids": ids, "kind": "community", **given})


def having(what) -> list[str]:
    return [name for name in ALL if (found := Organization.named(name)) and what(found)]


def test_the_chosen_ones_get_a_lead(organizer, ids):
    page = act(organizer, "lead", ids[:2], lead_name="Dori James", follow=True)
    assert page.status == 303
    assert page.location == "/organizations?kind=community"
    assert having(lambda each: each.lead) == ALL[:2]


def test_the_chosen_ones_get_an_issue(organizer, ids):
    act(organizer, "issue", ids[1:], issue_name="Jobs")
    assert having(lambda each: each.shared_issues == "Jobs") == ALL[1:]


def test_the_chosen_ones_are_paused(organizer, ids, clock):
    act(organizer, "pausing", ids[:1], reason="until the election", until="12/1/2026")
    assert having(lambda each: each.pause_on(clock.today)) == ALL[:1]


def test_archiving_is_undone_as_a_whole(db, organizer, ids):
    act(organizer, "archiving", ids[:2])
    assert having(bool) == ALL[2:]
    page = organizer.get("/organizations")
    assert "2 organizations archived." in page.text
    page = organizer.submit("Undo")
    assert "2 organizations restored." in page.text
    assert having(bool) == ALL


def test_an_undo_leaves_what_others_archived_in_the_same_second(db, organizer, ids):
    act(organizer, "archiving", ids[:1])
    undo = organizer.get("/organizations").one("form[action*=restoring]")["action"]
    act(organizer, "archiving", ids[1:2])
    organizer.post(f"/organizations/{ids[2]}/archiving")
    organizer.post(undo)
    assert having(bool) == ALL[:1]


def test_all_found_are_meant_on_whatever_page(organizer, ids):
    world.listed("Shore Union", kind="labor")
    act(organizer, "issue", [], all="yes", issue_name="Jobs")
    assert having(lambda each: each.issues) == ALL
    assert not Organization.named("Shore Union").issues


@pytest.mark.parametrize(
    ("path", "given", "words"),
    [
        ("lead", {}, "Type who leads them."),
        ("lead", {"lead_name": "Nobody Here"}, "Nobody of ours is called Nobody Here."),
        ("issue", {}, "Type the issue."),
        ("pausing", {}, "Say why, in a few words."),
        ("pausing", {"reason": "x", "until": "1/1/2020"}, "Type a day to come, or none."),
    ],
)
def test_what_is_missing_is_said_and_the_rows_stay_chosen(organizer, ids, path, given, words):
    page = act(organizer, path, ids[:2], **given)
    assert page.status == 422
    assert words in page.one(".errors").text
    assert len(page.all("tbody [name=ids][checked]")) == 2
    assert having(lambda each: each.lead or each.issues or each.pauses) == []


def test_nothing_chosen_is_said(organizer, ids):
    for path in ("archiving", "directory"):
        assert "Choose at least one row first." in act(organizer, path, []).text


def test_a_viewer_prints_but_changes_nothing(viewer, ids):
    page = viewer.get("/organizations")
    assert [each.text for each in page.all("#chosen button")] == [
        "Print directory",
        "Print call sheets",
    ]
    assert act(viewer, "archiving", ids).status == 403
    assert (
        act(viewer, "directory", ids[:1]).location == f"/organizations/directory.pdf?ids={ids[0]}"
    )


def test_chosen_rows_lead_to_their_call_sheets(viewer, ids):
    viewer.get("/organizations")
    location = act(viewer, "calls", ids[:2]).location
    assert location == f"/organizations/call-sheets.pdf?ids={ids[0]}&ids={ids[1]}"
    assert act(viewer, "calls", []).status == 422


def test_too_many_call_sheets_are_refused_in_words(viewer, ids, monkeypatch):
    monkeypatch.setattr(chosen, "MOST_CALLS", 2)
    page = act(viewer, "calls", ids)
    assert page.status == 422
    assert "At most 2 call sheets at once" in page.text


@pytest.mark.parametrize("at", ["", "yesterday", "2026-13-45"])
def test_an_undo_of_nothing_is_not_found(organizer, db, at):
    assert organizer.post(f"/organizations/chosen/restoring?at={at}", {}).status == 404

import pytest

from coalition_app.models import Organization, Review
from tests import world


@pytest.fixture
def league(db):
    return world.started()


def sheet(client, league):
    return client.get(f"/organizations/{league.id}/research")


def test_the_sheet_is_saved_without_javascript(db, organizer, league):
    sheet(organizer, league)
    page = organizer.submit(
        "Save",
        mission="Equal rights.",
        campaign_lines="Fair hiring ordinance (since Jan)\nVoter registration",
        shared_issues="voting rights, jobs",
        allies="Green Rivers Alliance",
        tax_status="501(c)(3) charity",
    )
    assert "Saved." in page.text
    saved = db.session.get(Organization, league.id)
    assert [each.label for each in saved.campaigns] == [
        "Fair hiring ordinance (since Jan)",
        "Voter registration",
    ]
    assert saved.shared_issues == "jobs, voting rights"
    assert "so do not ask for it" in page.one("#research").text


def test_typing_is_answered_by_the_status_and_the_new_version(db, organizer, league):
    sheet(organizer, league)
    page = organizer.submit("Save", mission="Equal rights.", htmx="p#research-status")
    assert page.text.startswith("Saved 10:00 am")
    version = db.session.get(Organization, league.id).version
    assert page.one("#version")["value"] == str(version)


def test_reviewed_today_saves_and_says_who(db, organizer, league):
    sheet(organizer, league)
    organizer.submit("Reviewed today", mission="Equal rights.")
    review = db.session.scalars(db.select(Review)).one()
    assert (review.reviewed_on, review.reviewer.name) == (world.DAY, "Dori James")
    assert db.session.get(Organization, league.id).mission == "Equal rights."
    page = organizer.get(f"/organizations/{league.id}")
    assert page.all(".path li")[1].text.startswith("2 Research done")


def test_pressing_it_twice_is_one_review(db, organizer, league):
    for button in ("Reviewed today", "Reviewed today", "No website"):
        sheet(organizer, league)
        organizer.submit(button)
    assert db.session.scalars(db.select(Review)).one().has_no_website


def test_no_website_is_a_review(db, organizer, league):
    sheet(organizer, league)
    page = organizer.submit("No website", htmx="p#research-status")
    assert page.text.startswith("No website, saved")
    assert "Last reviewed today, no website." in sheet(organizer, league).text


def test_too_long_a_text_is_not_saved_and_kept(organizer, league):
    sheet(organizer, league)
    page = organizer.submit("Save", mission="x" * 2001)
    assert page.status == 422
    assert "Shorten it by 1 character" in page.one("#mission-error").text
    assert page.one("#mission").text == "x" * 2001


def test_too_long_a_text_is_told_while_typing(organizer, league):
    sheet(organizer, league)
    page = organizer.submit("Save", mission="x" * 2001, htmx="p#research-status")
    assert page.status == 422
    assert page.text.startswith("Not saved: Shorten it")


@pytest.mark.parametrize("htmx", [False, "p#research-status"])
def test_two_people_never_overwrite_one_another_silently(db, organizer, league, htmx):
    page = sheet(organizer, league)
    league.campaign_lines = "Fair hiring ordinance"
    page = page.submit("Save", mission="Equal rights.", htmx=htmx)
    assert page.status == 409
    assert page.one("#mission").text == "Equal rights."
    assert "Fair hiring ordinance" in page.one("#campaign_lines-stored").text
    assert not page.has("[data-autosave]")
    assert db.session.get(Organization, league.id).mission == ""


def test_after_both_versions_were_shown_saving_is_a_decision(db, organizer, league):
    page = sheet(organizer, league)
    league.mission = "Their words."
    conflict = page.submit("Save", mission="My words.")
    saved = conflict.submit("Save mine")
    assert "Saved." in saved.text
    assert db.session.get(Organization, league.id).mission == "My words."


def test_a_status_out_of_a_register_stays(db, organizer, league):
    league.tax_status = "501(c)(12) benevolent life insurance association"
    page = sheet(organizer, league)
    assert "Ask them what their status lets them do" in page.text
    page.submit("Save", mission="Equal rights.")
    saved = db.session.get(Organization, league.id)
    assert saved.tax_status == "501(c)(12) benevolent life insurance association"


def test_each_tax_status_is_explained(organizer, league):
    assert "it may lobby" in sheet(organizer, league).one("details.card").text.lower()


def test_the_website_opens_beside_the_sheet(organizer, league):
    league.website = "example.org"
    page = sheet(organizer, league)
    assert page.one("a[target=_blank]")["href"] == "https://example.org"


def test_the_sheet_is_for_organizers(viewer, organizer, league):
    assert viewer.get(f"/organizations/{league.id}/research").status == 403
    assert viewer.post(f"/organizations/{league.id}/research").status == 403
    assert organizer.get("/organizations/999/research").status == 404
    assert organizer.post("/organizations/999/research").status == 404

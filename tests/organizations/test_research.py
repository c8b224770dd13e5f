import pytest

from coalition_app.models import Organization, Review, line_of
from tests import world
from tests.keeping import kept


@kept
def league(db):
    return world.started()


def sheet(client, league):
    return client.get(f"/organizations/{league.id}/research")


def test_the_sheet_is_saved_without_javascript(db, organizer, league):
    sheet(organizer, league)
    page = organizer.submit(
        "#research",
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
    page = organizer.submit("#research", mission="Equal rights.", htmx="p#research-status")
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
    page = organizer.submit("#research", mission="x" * 2001)
    assert page.status == 422
    assert "Shorten it by 1 character" in page.one("#mission-error").text
    assert page.one("#mission").text == "x" * 2001


def test_too_long_a_text_is_told_while_typing(organizer, league):
    sheet(organizer, league)
    page = organizer.submit("#research", mission="x" * 2001, htmx="p#research-status")
    assert page.status == 422
    assert page.text.startswith("Not saved: Shorten it")


def test_two_people_in_different_fields_lose_nothing(db, organizer, administrator, league):
    mine, theirs = sheet(organizer, league), sheet(administrator, league)
    issues = {"shared_issues": "voting rights, jobs"}
    answer = mine.submit("#research", issues, htmx="p#research-status")
    seen = answer.one("#seen")["value"]
    typed = {"mission": "Equal rights.", "shared_issues": ""}
    assert theirs.submit("#research", typed, htmx="p#research-status").status == 200
    typed = {**issues, "mission": "", "allies": "The board", "seen": seen}
    answer = mine.submit("#research", typed, htmx="p#research-status")
    assert answer.status == 200
    now = {key: answer.one(f"#{key}")["value"] for key in ("seen", "version")}
    typed = {**typed, **now, "mission": "Typed without having seen theirs."}
    assert mine.submit("#research", typed, htmx="p#research-status").status == 409
    saved = db.session.get(Organization, league.id)
    assert (saved.shared_issues, saved.mission) == ("jobs, voting rights", "Equal rights.")
    assert saved.allies == "The board"


@pytest.mark.parametrize("htmx", [False, "p#research-status"])
def test_two_people_in_one_field_see_both_texts_and_the_rest_is_saved(db, organizer, league, htmx):
    page = sheet(organizer, league)
    league.mission = "Their words."
    page = page.submit("#research", mission="My words.", allies="The board", htmx=htmx)
    assert page.status == 409
    assert page.one("#mission").text == "My words."
    assert "Their words." in page.one("#mission-stored").text
    assert not page.has("#allies-stored")
    assert not page.has("[data-autosave]")
    saved = db.session.get(Organization, league.id)
    assert (saved.mission, saved.allies) == ("Their words.", "The board")


def test_after_both_versions_were_shown_saving_is_a_decision(db, organizer, league):
    page = sheet(organizer, league)
    league.mission = "Their words."
    conflict = page.submit("#research", mission="My words.")
    saved = conflict.submit("#research")
    assert "Saved." in saved.text
    assert db.session.get(Organization, league.id).mission == "My words."


def people(league) -> list[str]:
    return [line_of(each).text for each in league.current_affiliations]


def test_leaders_lines_become_people_and_are_shown_again(db, organizer, league):
    elena = world.theirs(league)
    sheet(organizer, league)
    page = organizer.submit("#research", {"leader-1": "Ana Ruiz, president, ana@example.org"})
    ana = "Ana Ruiz, president, ana@example.org"
    assert people(league) == ["Elena Díaz, secretary, 203 555 0142", ana]
    assert page.one("#leader-1")["value"] == ana
    assert page.one("#leader-0-said a")["href"] == f"/people/{elena.id}"
    assert [field["value"] for field in page.all("#leaders [data-line]")[2:]] == ["", ""]


def test_a_leader_saved_while_typing_is_bound_to_the_line(db, organizer, league):
    sheet(organizer, league)
    typed = {"leader-0": "Ana Ruiz, chair"}
    page = organizer.submit("#research", typed, htmx="p#research-status")
    ana = league.current_affiliations[0]
    assert page.one("[name=leader-0-id]")["value"] == str(ana.id)
    assert page.one("[name=leader-0-shown]")["value"] == "Ana Ruiz, chair"
    assert page.one("a").text == "Ana Ruiz"
    assert page.one("[data-line]")["name"] == "leader-2"


def test_the_line_that_somebody_is_typing_is_left_alone(organizer, league):
    typed = {"leader-0": "Ana Ruiz", "leader-1": "Bo", "typing": "leader-1"}
    fields = {**typed, "version": str(league.version)}
    organizer.post(f"/organizations/{league.id}/research", fields, htmx="p#research-status")
    assert people(league) == ["Ana Ruiz"]


def test_an_emptied_line_removes_nobody_and_says_so(organizer, league):
    world.theirs(league)
    sheet(organizer, league)
    page = organizer.submit("#research", {"leader-0": ""}, htmx="p#research-status")
    assert "Elena Díaz stays: emptying a line removes nobody." in page.text
    assert len(people(league)) == 1


@pytest.mark.parametrize(
    ("line", "words"),
    [("203 555 0142", "Begin with the name"), ("x" * 301, "at most 300 characters")],
)
def test_a_line_that_is_no_person_is_refused_and_the_rest_saved(db, organizer, league, line, words):
    sheet(organizer, league)
    typed = {"leader-0": line, "mission": "Equal rights."}
    page = organizer.submit("#research", typed, htmx="p#research-status")
    assert page.status == 422
    assert words in page.one(".error").text
    assert "the rest is saved" in page.text
    assert db.session.get(Organization, league.id).mission == "Equal rights."
    page = sheet(organizer, league).submit("#research", {"leader-0": line})
    assert (page.status, page.one("#leader-0")["value"]) == (422, line)


def test_somebody_elses_change_of_a_leader_is_not_overwritten(db, organizer, league):
    world.theirs(league)
    page = sheet(organizer, league)
    league.current_affiliations[0].role = "treasurer"
    refused = page.submit("#research", {"leader-0": "Elena Díaz, chair, 203 555 0142"})
    assert "The role of Elena Díaz is “treasurer” already." in refused.text
    assert league.current_affiliations[0].role == "treasurer"


def test_allies_on_our_list_are_links(organizer, league):
    rivers = world.listed("Green Rivers Alliance")
    sheet(organizer, league)
    page = organizer.submit("#research", opponents="the mayor, Green Rivers Alliance")
    assert page.one("#known-names a")["href"] == f"/organizations/{rivers.id}"


def test_known_issues_are_offered_ours_first(organizer, local, league):
    local.issues, league.shared_issues = "voting rights", "jobs"
    options = sheet(organizer, league).all("#issues-known option")
    assert [option["value"] for option in options] == ["voting rights", "jobs"]


def test_a_status_out_of_a_register_stays(db, organizer, league):
    league.tax_status = "501(c)(12) benevolent life insurance association"
    page = sheet(organizer, league)
    assert "Ask them what their status lets them do" in page.text
    page.submit("#research", mission="Equal rights.")
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

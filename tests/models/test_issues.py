from coalition_app.models import Issue
from tests import world


def test_half_a_word_leaves_no_issue_behind(db):
    league = world.listed(shared_issues="vot")
    league.shared_issues = "voting rights"
    db.session.commit()
    assert db.session.scalars(db.select(Issue.name)).all() == ["voting rights"]


def test_an_issue_that_another_has_stays(db):
    league, _ = world.listed(shared_issues="jobs"), world.listed("Union", shared_issues="jobs")
    league.shared_issues = ""
    db.session.commit()
    assert db.session.scalars(db.select(Issue.name)).all() == ["jobs"]


def test_our_agenda_marks_what_they_share_with_it(db, local):
    league = world.listed(shared_issues="Voting rights, housing")
    local.issues = "voting rights, health care"
    db.session.commit()
    assert (league.issues_with_ours, local.issues) == (
        "Voting rights",
        "health care, Voting rights",
    )
    local.issues = "health care"
    db.session.commit()
    assert league.issues_with_ours == ""


def test_what_leaves_our_agenda_and_nobody_has_is_gone(db, local):
    local.issues = "health care, jobs"
    db.session.commit()
    version = local.version
    local.issues = "jobs"
    db.session.commit()
    assert db.session.scalars(db.select(Issue.name)).all() == ["jobs"]
    assert local.version == version + 1

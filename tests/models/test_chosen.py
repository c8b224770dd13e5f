import pytest
from sqlalchemy import select

from coalition_app.models import Chosen, Findings, Issue, Organization, Pause
from tests import world


@pytest.fixture
def three(db):
    return [world.listed(name) for name in ("Elm", "Harbor", "Shore")]


@pytest.fixture
def two(three) -> Chosen:
    return Chosen(Organization.id.in_([each.id for each in three[:2]]))


def states(db, three, what):
    db.session.expire_all()
    return [what(each) for each in three]


def test_only_those_get_the_lead(db, three, two):
    dori = world.ours()
    assert two.lead_by(dori) == 2
    assert states(db, three, lambda each: each.lead_id) == [dori.id, dori.id, None]


def test_somebody_who_edits_one_of_them_is_told(db, three, two):
    two.lead_by(world.ours())
    assert states(db, three, lambda each: each.version) == [2, 2, 1]


def test_an_issue_is_shared_once(db, three, two):
    three[0].issues.append(Issue.named("Jobs"))
    assert two.work_on(Issue.named("jobs")) == 1
    assert states(db, three, lambda each: each.shared_issues) == ["Jobs", "Jobs", ""]


def test_one_that_is_paused_gets_the_new_reason(db, clock, three, two):
    world.add(Pause(organization=three[0], reason="declined", paused_on=clock.today))
    assert two.pause("after the election", None, clock.today) == 2
    reasons = db.session.scalars(select(Pause.reason)).all()
    assert reasons == ["after the election"] * 2


def test_archiving_leaves_what_was_archived_before(db, clock, three, two):
    three[0].archive(clock.now)
    db.session.flush()
    clock.forward(days=1)
    assert two.archive(clock.now) == 1
    assert Chosen(Organization.archived_at == clock.now).restore() == 1
    assert states(db, three, lambda each: each.is_archived) == [True, False, False]


def test_the_search_knows_which_are_archived(db, clock, three, two):
    assert Findings("harbor", 5).count == 1
    two.archive(clock.now)
    assert Findings("harbor", 5).count == 0
    two.restore()
    assert Findings("harbor", 5).count == 1

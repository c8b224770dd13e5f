"""A merge never moves a step of the kept one backward, nor loses a commitment."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from coalition_app.extensions import db as database
from coalition_app.models import (
    Campaign,
    Commitment,
    Conversation,
    Letter,
    Organization,
    Pathway,
    Review,
    facts_of,
)
from tests import world
from tests.models.merge_pairs import TODAY, merged

pytestmark = pytest.mark.usefixtures("db")
ACTS = ("introduce", "review", "campaign", "converse", "meet", "promise", "write", "tell")


def act(organization: Organization, name: str, day: date) -> None:
    """One good act more."""
    session, about = database.session, {"organization": organization}
    if name == "introduce":
        world.introduced(organization, ("hq", "ally", "member")[day.day % 3], day)
    elif name == "review":
        session.add(Review(reviewed_on=day, **about))
    elif name == "campaign":
        session.add(Campaign(name="Fair hiring", **about))
    elif name == "converse":
        session.add(Conversation(kind="call", held_on=day, is_two_way=True, **about))
    elif name == "promise":
        session.add(Commitment(what=f"Flyer of {day}", made_on=day, **about))
    elif name == "tell":
        world.told(organization, day)
    elif name == "write":
        session.add(Letter(dated_on=day, sent_on=day, sent_by="mail", **about))
    else:
        at = world.datetime(day.year, day.month, day.day, 18)
        world.held(world.planned(organization, at=at), world.ours())


@given(
    st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 40)), max_size=4),
    st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 40)), max_size=4),
    st.booleans(),
)
@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_merge_never_moves_a_step_backward_nor_loses_a_commitment(mine, theirs, is_started):
    """Of the kept one; steps 5 to 9 belong to its latest meeting, so to the other's if that is."""
    now = world.datetime(2026, 3, 14, 10)
    kept = world.started("Harbor Tenants")
    gone = (world.started if is_started else world.listed)("Harbor Tenants Inc")
    for organization, acts in ((kept, mine), (gone, theirs)):
        for name, days in acts:
            act(organization, name, TODAY - timedelta(days=days))
    promised = database.session.scalar(select(func.count(Commitment.id)))
    before = Pathway(facts_of(kept, TODAY), now).steps
    merged(kept, gone)
    after = Pathway(facts_of(kept, TODAY), now).steps
    brought_meeting = any(name == "meet" for name, _ in theirs)
    for old, new in list(zip(before, after, strict=True))[: 4 if brought_meeting else 9]:
        if old.state in ("done", "not needed"):
            assert new.state in ("done", "not needed"), f"step {old.number}"
    assert database.session.scalar(select(func.count(Commitment.id))) == promised
    database.session.rollback()

import pytest

from coalition_app.models import ContactPoint, Organization
from tests import world

LINES = "office 203 555 0142\npress@example.org\nwww.example.org/events newsletter"


@pytest.fixture(params=["organization", "person"])
def reached(db, request):
    return world.listed() if request.param == "organization" else world.ours("Rosa Díaz")


def test_further_ways_are_rows_with_kind_and_label(db, reached):
    reached.reach_lines = LINES
    db.session.commit()
    kinds = [(each.kind, each.label) for each in reached.contact_points]
    assert kinds == [("phone", "office"), ("email", ""), ("link", "newsletter")]
    assert reached.reach_lines == LINES


def test_the_first_of_each_stands_on_top_of_its_kind(db, reached):
    reached.phone, reached.email = "203 555 0101", "first@example.org"
    reached.reach_lines = LINES
    values = [point.value for point in reached.points]
    assert values[:4] == ["203 555 0101", "203 555 0142", "first@example.org", "press@example.org"]


def test_only_a_change_counts_as_one(db, reached):
    reached.reach_lines = LINES
    db.session.commit()
    version = reached.version
    reached.reach_lines = f"{LINES}\noffice 203 555 0142"
    db.session.commit()
    assert reached.version == version
    reached.reach_lines = "203 555 0142"
    db.session.commit()
    assert reached.version == version + 1
    assert db.session.scalars(db.select(ContactPoint.value)).all() == ["203 555 0142"]


def test_the_nickname_is_found(db):
    world.listed("Harbor Valley Federation of Teachers", nickname="The Feds")
    assert db.session.scalars(Organization.found_by("feds")).one().nickname == "The Feds"

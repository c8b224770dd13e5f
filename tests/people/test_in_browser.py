import pytest

from tests import world


@pytest.fixture
def rosa(db) -> int:
    """Her id: a record read here would hold the lock that the server waits for."""
    rosa = world.ours("Rosa Díaz")
    world.tie(rosa, world.theirs(world.started()))
    id_ = rosa.id
    db.session.commit()
    return id_


def test_a_tie_is_added_by_keyboard(chromium, rosa):
    chromium.goto(f"/people/{rosa}")
    chromium.focus("#kind")
    keys = chromium.keyboard
    keys.type("nei")
    keys.press("Tab")
    keys.type("Bo Li")
    keys.press("Enter")
    chromium.locator("#ties .rows", has_text="neighbor of Bo Li").wait_for()


def test_the_list_follows_what_is_typed(chromium, rosa):
    chromium.goto("/people")
    chromium.locator("#q").press_sequentially("elena")
    chromium.wait_for_url("**/people?q=elena")
    chromium.locator("#people tbody tr", has_text="Elena Díaz").wait_for()
    assert chromium.locator("#people tbody tr").count() == 1

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


def test_a_tie_is_understood_while_it_is_typed(chromium, rosa):
    chromium.goto(f"/people/{rosa}")
    chromium.focus("#tie")
    keys = chromium.keyboard
    keys.type("goes to church with Bo Li, close")
    said = chromium.locator("#tie-understood", has_text="Bo Li is new")
    said.wait_for()
    assert "Rosa Díaz is of the same congregation as Bo Li · close" in said.inner_text()
    keys.press("Enter")
    chromium.locator("#ties .rows", has_text="of the same congregation as").wait_for()
    assert chromium.evaluate("document.activeElement.id") == "tie"


def test_the_list_follows_what_is_typed(chromium, rosa):
    chromium.goto("/people")
    chromium.locator("#q").press_sequentially("elena")
    chromium.wait_for_url("**/people?q=elena")
    chromium.locator("#people tbody tr", has_text="Elena Díaz").wait_for()
    assert chromium.locator("#people tbody tr").count() == 1

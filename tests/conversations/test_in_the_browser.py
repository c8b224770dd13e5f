"""What is typed into a long form and not yet saved is not lost by going away."""

from coalition_app.extensions import db
from tests import world

KEPT = "Object.keys(sessionStorage).length"


def test_a_conversation_is_there_again_until_it_is_logged_or_given_up(chromium, local):
    page = f"/organizations/{world.started().id}"
    db.session.commit()
    chromium.goto(page)
    log = chromium.get_by_role("link", name="Log a conversation")
    log.click()
    said, names = chromium.locator("#summary"), chromium.locator("#names")
    said.fill("They want chairs.")
    chromium.go_back()
    log.click()
    chromium.locator("#conversation-status", has_text="Put back what you had typed").wait_for()
    assert said.input_value() == "They want chairs."
    names.fill("Elena Díaz")
    chromium.keyboard.press("Control+Enter")  # with the caret in a field that goes with the page
    chromium.get_by_text("Logged.").wait_for()
    assert chromium.evaluate(KEPT) == 0
    log.click()
    said.fill("Nothing.")
    chromium.locator("#held_on").fill("never")
    chromium.keyboard.press("Control+Enter")
    chromium.locator("#held_on-error").wait_for()
    assert chromium.evaluate(KEPT) == 1  # what was refused too
    chromium.get_by_role("link", name="Cancel").click()
    said.wait_for(state="detached")
    assert chromium.evaluate(KEPT) == 0

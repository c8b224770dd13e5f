import pytest

from coalition_app.models import Introduction, Letter


@pytest.fixture
def path(league, meeting, db) -> str:
    """The address of the follow-up letter that is still to be written."""
    path = f"/organizations/{league.id}/letters/new?kind=follow_up&meeting={meeting.id}"
    db.session.commit()
    return path


def test_the_page_beside_follows_what_is_typed(chromium, path, db):
    chromium.goto(path)
    page = chromium.locator("#preview img")
    page.wait_for()
    before = page.get_attribute("src")
    chromium.keyboard.press("Control+End")
    chromium.keyboard.press("Control+b")
    chromium.keyboard.type("See you soon")
    body = chromium.locator("#body")
    assert body.input_value().endswith("**See you soon**")
    chromium.wait_for_function(
        "before => ![before, undefined].includes(document.querySelector('#preview img')?.src)",
        arg=before,
    )
    chromium.keyboard.type(" and bring friends")
    assert body.input_value().endswith("**See you soon and bring friends**")
    chromium.keyboard.press("Control+z")
    assert not body.input_value().endswith("friends**")
    assert not db.session.scalars(Letter.drafts()).all()


def test_four_keys_lead_from_the_text_to_a_letter_printed_and_sent(chromium, path, db):
    chromium.goto(path)
    chromium.keyboard.press("Control+Enter")
    chromium.get_by_role("heading", name="Follow-up letter").wait_for()
    window = chromium.context
    asked = window.expect_event("request", lambda request: request.url.endswith("/letter.pdf"))
    with window.expect_page() as opened, asked:
        chromium.keyboard.press("p")
    opened.value.close()
    chromium.keyboard.press("s")
    chromium.keyboard.press("Enter")
    chromium.get_by_text("Noted: the letter went by mail").wait_for()
    assert db.session.scalar(db.select(Letter)).paper.startswith(b"%PDF")


def test_hq_is_asked_and_the_letter_written_with_two_keys(chromium, league, db):
    path = f"/organizations/{league.id}/introductions/new?route=hq"
    db.session.commit()
    chromium.goto(path)
    chromium.keyboard.press("Enter")
    chromium.get_by_role("heading", name="Write the letter").wait_for()
    chromium.keyboard.press("Control+Enter")
    chromium.get_by_role("heading", name="Introduction request").wait_for()
    assert db.session.scalar(db.select(Introduction)).requests


def test_a_refused_letter_keeps_its_words_and_who_types_goes_on(chromium, path):
    chromium.goto(path)
    chromium.locator("#body").fill("")
    chromium.locator("#salutation").fill("Dear Elena:")
    chromium.keyboard.press("Control+Enter")
    chromium.locator("#body-error").wait_for()
    assert chromium.locator("#salutation").input_value() == "Dear Elena:"
    page = chromium.locator("#preview img")
    before = page.get_attribute("src")
    chromium.locator("#body").focus()
    chromium.keyboard.type("Thank you")
    chromium.wait_for_function(
        "before => ![before, undefined].includes(document.querySelector('#preview img')?.src)",
        arg=before,
    )
    chromium.keyboard.type(" for coming")
    assert chromium.locator("#body").input_value() == "Thank you for coming"


def test_a_letter_that_was_left_is_there_again_unless_it_was_given_up(chromium, path):
    chromium.goto(path)
    body = chromium.locator("#body")
    begun = body.input_value()
    body.fill("Thank you for the chairs.")
    chromium.get_by_role("link", name="Today", exact=True).click()
    chromium.locator("#letter").wait_for(state="detached")
    with chromium.expect_request(lambda asked: "chairs" in (asked.post_data or "")):
        chromium.go_back()  # it is looked at as well
    chromium.locator("#letter-status", has_text="Put back what you had typed").wait_for()
    assert body.input_value() == "Thank you for the chairs."
    chromium.get_by_role("link", name="Cancel").click()
    chromium.locator("#letter").wait_for(state="detached")
    chromium.go_back()
    chromium.locator("#letter").wait_for()
    assert body.input_value() == begun

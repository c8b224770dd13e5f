import pytest

from coalition_app.models import Introduction, Letter


@pytest.fixture
def path(league, meeting, db) -> str:
    """The address of the follow-up letter that is still to be written."""
    path = f"/organizations/{league.id}/letters/new?kind=follow_up&meeting={meeting.id}"
    db.session.commit()
    return path


def test_a_letter_is_written_left_refused_and_sent_by_keys(chromium, path, db):
    chromium.goto(path)
    begun = chromium.locator("#body").input_value()
    has_the_page_beside_follow_what_is_typed(chromium)
    assert not db.session.scalars(Letter.drafts()).all()
    db.session.commit()
    is_there_again_unless_given_up(chromium, begun)
    keeps_its_words_when_refused_and_typing_goes_on(chromium)
    is_printed_and_sent_with_four_keys(chromium)
    assert db.session.scalar(db.select(Letter)).paper.startswith(b"%PDF")


def has_the_page_beside_follow_what_is_typed(page) -> None:
    body, picture = page.locator("#body"), page.locator("#preview img")
    picture.wait_for()
    before = picture.get_attribute("src")
    page.keyboard.press("Control+End")
    page.keyboard.press("Control+b")
    page.keyboard.type("See you soon")
    assert body.input_value().endswith("**See you soon**")
    wait_for_another_picture(page, before)
    page.keyboard.type(" and bring friends")
    assert body.input_value().endswith("**See you soon and bring friends**")
    page.keyboard.press("Control+z")
    assert not body.input_value().endswith("friends**")


def wait_for_another_picture(page, before: str) -> None:
    page.wait_for_function(
        "before => ![before, undefined].includes(document.querySelector('#preview img')?.src)",
        arg=before,
        polling=50,
    )


def is_there_again_unless_given_up(page, begun: str) -> None:
    body = page.locator("#body")
    body.fill("Thank you for the chairs.")
    page.get_by_role("link", name="Today", exact=True).click()
    page.locator("#letter").wait_for(state="detached")
    with page.expect_request(lambda asked: "chairs" in (asked.post_data or "")):
        page.go_back()  # it is looked at as well
    page.locator("#letter-status", has_text="Put back what you had typed").wait_for()
    assert body.input_value() == "Thank you for the chairs."
    page.get_by_role("link", name="Cancel").click()
    page.locator("#letter").wait_for(state="detached")
    page.go_back()
    page.locator("#letter").wait_for()
    assert body.input_value() == begun


def keeps_its_words_when_refused_and_typing_goes_on(page) -> None:
    body, salutation = page.locator("#body"), page.locator("#salutation")
    body.fill("")
    salutation.fill("Dear Elena:")
    page.keyboard.press("Control+Enter")
    page.locator("#body-error").wait_for()
    assert salutation.input_value() == "Dear Elena:"
    before = page.locator("#preview img").get_attribute("src")
    body.focus()
    page.keyboard.type("Thank you")
    wait_for_another_picture(page, before)
    page.keyboard.type(" for coming")
    assert body.input_value() == "Thank you for coming"


def is_printed_and_sent_with_four_keys(page) -> None:
    page.keyboard.press("Control+Enter")
    page.get_by_role("heading", name="Follow-up letter").wait_for()
    window = page.context
    asked = window.expect_event("request", lambda request: request.url.endswith("/letter.pdf"))
    with window.expect_page() as opened, asked:
        page.keyboard.press("p")
    opened.value.close()
    page.keyboard.press("s")
    page.keyboard.press("Enter")
    page.get_by_text("Noted: the letter went by mail").wait_for()


def test_hq_is_asked_and_the_letter_written_with_two_keys(chromium, league, db):
    path = f"/organizations/{league.id}/introductions/new?route=hq"
    db.session.commit()
    chromium.goto(path)
    chromium.keyboard.press("Enter")
    chromium.get_by_role("heading", name="Write the letter").wait_for()
    chromium.keyboard.press("Control+Enter")
    chromium.get_by_role("heading", name="Introduction request").wait_for()
    assert db.session.scalar(db.select(Introduction)).requests

import pytest
from sqlalchemy import event

from coalition_app.models import Introduction, Letter, Local
from tests import world


def new(league, meeting):
    return f"/organizations/{league.id}/letters/new?kind=follow_up&meeting={meeting.id}"


def drafts(db) -> list[Letter]:
    return db.session.scalars(Letter.drafts()).all()


def test_the_letter_is_filled_in_from_the_meeting_and_nothing_is_saved(organizer, db, meeting):
    page = organizer.get(new(meeting.organizations[0], meeting))
    body = page.one("#body").text
    assert "Thank you for meeting with us on Thursday, March 19." in body
    assert "Hall on May 14 (Dori James) by April 2, 2026" in body
    assert page.one("#salutation")["value"] == "Dear Elena Díaz:"
    assert "Elena Díaz" in page.one("#preview").text
    assert drafts(db) == []


def test_a_draft_is_saved_and_shown(organizer, db, league, meeting):
    organizer.get(new(league, meeting))
    page = organizer.submit("Save", body="It was good to meet you.\n\nMore soon.")
    assert page.one("h1").text == "Follow-up letter"
    assert "More soon." in page.one(".sheet").text
    (letter,) = drafts(db)
    assert (letter.meeting_id, letter.closing) == (meeting.id, "In solidarity,")


def test_the_draft_begun_before_is_opened_again(organizer, db, league, meeting):
    organizer.get(new(league, meeting))
    organizer.submit("Save", body="It was good to meet you.")
    page = organizer.get(new(league, meeting), follow=True)
    assert "Here is the draft begun before." in page.text
    assert page.one("#body").text == "It was good to meet you."


def test_a_form_sent_twice_is_one_letter(organizer, db, league, meeting):
    page = organizer.get(new(league, meeting))
    page.submit("Save")
    page.submit("Save")
    assert len(drafts(db)) == 1


def test_a_letter_about_nothing_sent_twice_is_one_letter_and_with_other_words_another(
    organizer, db, league
):
    page = organizer.get(f"/organizations/{league.id}/letters/new")
    page.submit("Save", body="See you in May.")
    page.submit("Save", body="See you in May.")
    page.submit("Save", body="See you in June.")
    assert sorted(each.body for each in drafts(db)) == ["See you in June.", "See you in May."]


def test_an_empty_letter_is_refused_and_what_was_typed_is_kept(organizer, db, league, meeting):
    organizer.get(new(league, meeting))
    refused = organizer.submit("Save", body=" ", signer_name="Rosa Díaz", dated_on="never")
    assert refused.status == 422
    assert "Write something first." in refused.one("#body-error").text
    assert "Type a date" in refused.one("#dated_on-error").text
    assert refused.one("#signer_name")["value"] == "Rosa Díaz"
    assert drafts(db) == []


def test_two_who_edit_one_draft_see_both_versions(organizer, administrator, db, league, meeting):
    organizer.get(new(league, meeting))
    organizer.submit("Save")
    path = f"/letters/{drafts(db)[0].id}/edit"
    organizer.get(path)
    administrator.get(path).submit("Save", body="Sam's words.")
    conflict = organizer.submit("Save", body="Dori's words.")
    assert conflict.status == 409
    assert "Sam's words." in conflict.one("#body-stored").text
    conflict.submit("Save")
    assert drafts(db)[0].body == "Dori's words."


def test_the_letter_may_be_looked_at_before_it_is_saved(organizer, db, league, meeting, shown):
    organizer.get(new(league, meeting))
    page = organizer.submit("Look at it", body="Only a look.", address="Elena Díaz")
    assert "Only a look." in shown[0]
    assert page.one("#preview img")["src"] == "data:image/png;base64,page"
    assert page.one("#body").text == "Only a look."
    assert drafts(db) == []


def test_looking_at_a_saved_draft_changes_nothing(organizer, db, league, meeting, shown):
    organizer.get(new(league, meeting))
    organizer.submit("Save", body="As saved.")
    organizer.get(f"/letters/{drafts(db)[0].id}/edit")
    part = organizer.submit("Look at it", body="Only a look.", htmx="div#preview")
    assert "Only a look." in shown[0]
    assert "One page, as it will print" in part.text
    assert not part.has("form")
    assert drafts(db)[0].body == "As saved."


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("", "Missing: a name, street or PO box, city, state and ZIP."),
        ("Elena Díaz\nThe League", "Missing: street or PO box, city, state and ZIP."),
        ("The League\n40 Harbor Road", "Missing: city, state and ZIP."),
        ("A\nB\nC\n4 Harbor Road\nNew Haven CT  06511", "it prints smaller to stay in the window"),
        ("A\nB\nC\nD\n4 Harbor Road\nNew Haven CT  06511", "too long for the window"),
    ],
)
def test_an_address_that_will_not_do_says_why(organizer, league, meeting, address, words):
    organizer.get(new(league, meeting))
    page = organizer.submit("Save", address=address)
    assert words in page.one(".errors").text


def test_a_complete_address_warns_of_nothing(organizer, league, meeting):
    organizer.get(new(league, meeting))
    assert not organizer.submit("Save").has(".errors")


def test_who_asked_for_no_mail_is_pointed_out(organizer, league, meeting):
    meeting.theirs[0].person.do_not_mail = True
    page = organizer.get(new(league, meeting))
    assert "Elena Díaz asked us not to mail." in page.one("#preview .errors").text


def test_characters_that_do_not_print_are_named(organizer, league, meeting):
    organizer.get(new(league, meeting))
    page = organizer.submit("Save", body="Thank you \U00013000 and 謝謝")
    assert "boxes: \U00013000. Write" in page.one(".errors").text


def test_a_letter_that_nobody_signs_says_where_to_set_it(organizer, league, meeting):
    meeting.organizations[0].primary_contact.name = "Elena Díaz"
    Local.current().signer = None
    page = organizer.get(new(league, meeting))
    assert "Nobody signs it." in page.one("#preview .errors").text
    assert page.one("#preview .errors a")["href"] == "/local/edit#signer_name"


def test_markup_is_shown_as_typed(organizer, league, meeting):
    organizer.get(new(league, meeting))
    page = organizer.submit("Save", body="<script>alert(1)</script> {{ 7*7 }}")
    assert "<script>alert(1)</script> {{ 7*7 }}" in page.one(".sheet").text


def test_a_request_for_an_introduction_is_addressed_to_hq(organizer, db, league):
    Local.current().hq_address = "501 Third Street\nWashington DC  20001"
    asked = world.add(Introduction(organization=league, route="hq", asked_on=world.DAY))
    address = f"/organizations/{league.id}/letters/new"
    page = organizer.get(f"{address}?kind=introduction_request&introduction={asked.id}")
    assert "501 Third Street" in page.one("#address").text
    assert "Would you introduce us" in page.one("#body").text
    page.submit("Save")
    assert drafts(db)[0].introduction_id == asked.id


def test_any_other_letter_begins_empty(organizer, db, league):
    organizer.get(f"/organizations/{league.id}/letters/new")
    page = organizer.submit("Save", body="Happy May Day.")
    assert page.one("h1").text == "Letter"


def test_a_draft_may_be_thrown_away(organizer, db, league, meeting):
    organizer.get(new(league, meeting))
    organizer.submit("Save")
    page = organizer.submit("Throw it away")
    assert "thrown away" in page.text
    assert drafts(db) == []


@pytest.mark.parametrize(
    "query",
    ["kind=poem", "kind=follow_up", "kind=follow_up&meeting=99", "kind=introduction_request"],
)
def test_a_letter_about_nothing_known_is_not_found(organizer, league, query):
    assert organizer.get(f"/organizations/{league.id}/letters/new?{query}").status == 404


def test_a_viewer_reads_letters_and_writes_none(viewer, db, league, meeting):
    letter = world.add(Letter(organization=league, body="Hello.", dated_on=world.DAY))
    page = viewer.get(f"/letters/{letter.id}")
    assert "Hello." in page.text
    assert not page.has("main form")
    assert viewer.get(new(league, meeting)).status == 403
    assert viewer.get(f"/letters/{letter.id}/edit").status == 403
    viewer.get("/letters")
    for act in ("", "/sending", "/discarding"):
        assert viewer.post(f"/letters/{letter.id}{act}").status == 403


def test_an_unknown_letter_is_not_found(organizer, local):
    for path in ("/letters/99", "/letters/99/edit", "/letters/99/letter.pdf"):
        assert organizer.get(path).status == 404


@pytest.fixture
def full_disk(db):
    """No page more is to be had for the database, as on a disk without room."""

    def shut(connection, *_):
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")

    def open_again(connection, *_):
        connection.execute("PRAGMA max_page_count = 1000000")

    event.listen(db.engine.pool, "checkout", shut)
    event.listen(db.engine.pool, "checkin", open_again)
    yield
    db.session.remove()  # its connection has room again
    event.remove(db.engine.pool, "checkout", shut)
    event.remove(db.engine.pool, "checkin", open_again)


def test_a_full_disk_loses_no_word(organizer, db, league, meeting, full_disk):
    page = organizer.get(new(league, meeting))
    words = "Thank you all. " * 1300
    fields = {**dict(page.form("#letter").values()), "body": words}
    answer = organizer.post(
        page.one("#letter")["action"], fields, headers={"Sec-Fetch-Site": "same-origin"}
    )
    assert answer.status == 507
    assert "The disk is full" in answer.text
    assert answer.one("input[name=body]")["value"] == words
    assert drafts(db) == []

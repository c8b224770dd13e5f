import pytest

from coalition_app.documents.printer import PaperUnavailable
from coalition_app.models import Assistance, Commitment, Letter, LetterTemplate
from tests import world
from tests.documents import reading


@pytest.fixture
def letter(league, meeting) -> Letter:
    return world.add(
        Letter(
            organization=league,
            meeting=meeting,
            address="Elena Díaz\nThe League\n40 Harbor Road\nHarbor Valley CT  06511",
            dated_on=meeting.starts_at.date(),
            body="Thank you for meeting with us.",
        )
    )


@pytest.fixture
def no_printer(app, monkeypatch):
    """A machine that lacks what printing needs."""

    class Printer:
        def pdf(self, html):
            raise PaperUnavailable("This machine cannot print yet. Run this once: apt install x")

    monkeypatch.setitem(app.extensions, "printer", Printer())


def stored(db) -> Letter:
    db.session.expire_all()
    return db.session.scalar(db.select(Letter))


def text_of(pdf: bytes) -> str:
    return reading.text(pdf, 0)


def test_the_letter_opens_as_pdf_under_a_good_name(organizer, letter):
    answer = organizer.get(f"/letters/{letter.id}/letter.pdf")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"].startswith("inline")
    assert "Follow-up letter - Harbor Valley Civil Rights League" in str(answer.headers)
    assert "Thank you for meeting with us." in text_of(answer.data)


def test_the_letter_downloads(organizer, letter):
    answer = organizer.get(f"/letters/{letter.id}/letter.pdf?download=1")
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_a_letter_marked_as_sent_keeps_its_page_as_it_went(organizer, db, letter, league):
    organizer.get(f"/letters/{letter.id}")
    page = organizer.submit("Mark as sent", sent_on="3/20", sent_by="mail")
    assert "Noted: the letter went by mail on Mar 20." in page.text
    assert stored(db).sender.name == "Dori James"
    league.name = "Another Name"
    stored(db).body = "Changed behind our back."
    answer = organizer.get(f"/letters/{letter.id}/letter.pdf")
    assert "Thank you for meeting with us." in text_of(answer.data)


def test_step_8_is_done_then(organizer, letter, league):
    organizer.get(f"/letters/{letter.id}")
    organizer.submit("Mark as sent", follow=False)
    page = organizer.get(f"/letters/{letter.id}")
    assert "sent Mar 20" in page.text
    assert "Mark as sent" not in page.text


def test_without_a_printer_it_is_sent_without_its_page(organizer, db, letter, no_printer):
    organizer.get(f"/letters/{letter.id}")
    organizer.submit("Mark as sent", follow=False)
    assert stored(db).is_sent
    assert stored(db).paper is None


def test_without_a_printer_the_page_names_the_command(organizer, letter, no_printer):
    page = organizer.get(f"/letters/{letter.id}/letter.pdf")
    assert page.status == 503
    assert "Run this once: apt install x" in page.text


def test_a_sent_letter_cannot_be_edited(organizer, db, letter, clock):
    organizer.get(f"/letters/{letter.id}/edit")
    stored(db).send(clock.today, "mail", None)
    refused = organizer.submit("Save", body="Something else.")
    assert refused.status == 409
    assert "Write another" in refused.text
    assert "Write another" in organizer.get(f"/letters/{letter.id}/edit").text
    assert stored(db).body == "Thank you for meeting with us."


def test_a_letter_that_is_marked_twice_keeps_its_first_day(organizer, db, letter):
    page = organizer.get(f"/letters/{letter.id}")
    page.submit("Mark as sent", sent_on="3/19", follow=False)
    page.submit("Mark as sent", sent_on="3/20", follow=False)
    assert stored(db).sent_on.day == 19


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Type the day on which it went."),
        ("3/18", "That is before the meeting of Mar 19."),
        ("3/25", "This day is still to come."),
        ("soon", "Type a date"),
    ],
)
def test_a_day_on_which_it_cannot_have_gone_is_refused(organizer, db, letter, typed, words):
    organizer.get(f"/letters/{letter.id}")
    refused = organizer.submit("Mark as sent", sent_on=typed)
    assert refused.status == 422
    assert words in refused.one("#sent_on-error").text
    assert not stored(db).is_sent


def test_a_letter_that_went_another_way_is_noted(organizer, db, meeting):
    organizer.get(f"/meetings/{meeting.id}/letters/already-sent")
    page = organizer.submit("Note it", sent_on="3/20", sent_by="email")
    assert "Noted: the letter went by email on Mar 20." in page.text
    letter = stored(db)
    assert (letter.kind, letter.meeting_id, letter.sent_by) == ("follow_up", meeting.id, "email")
    page = organizer.get(f"/letters/{letter.id}")
    assert "its text is not kept here" in page.text


def test_noting_it_twice_is_one_letter(organizer, db, meeting):
    page = organizer.get(f"/meetings/{meeting.id}/letters/already-sent")
    page.submit("Note it", follow=False)
    page.submit("Note it", follow=False)
    assert len(db.session.scalars(Letter.sent()).all()) == 1


def test_of_several_organizations_the_right_one_is_noted(organizer, db, clock):
    clock.move_to("2026-03-20 18:00")
    one, other = world.started("Harbor Union"), world.started("Mothers for Safe Streets")
    meeting = world.held(world.planned(one, other))
    organizer.get(f"/meetings/{meeting.id}/letters/already-sent?organization={other.id}")
    organizer.submit("Note it", follow=False)
    assert stored(db).organization_id == other.id


def test_a_meeting_that_did_not_happen_yet_has_no_letter(organizer, league):
    meeting = world.planned(league)
    answer = organizer.get(f"/meetings/{meeting.id}/letters/already-sent")
    assert answer.location == f"/meetings/{meeting.id}"


def test_changed_commitments_ask_for_a_second_note(organizer, db, letter, meeting, league, clock):
    letter.send(clock.today, "mail", None)
    world.add(LetterTemplate(kind="second_note", body="It changed.\n\nWe will:\n[our commitments]"))
    clock.forward(days=3)
    ten = {"what": "Ten volunteers on May 1", "made_on": clock.today}
    world.add(Commitment(organization=league, **ten))
    page = organizer.get(f"/letters/{letter.id}")
    assert "Send a second note" in page.text
    second = organizer.get(page.one(".next a")["href"])
    assert "It changed. We will: - Hall on May 14" in second.one("#body").text
    assert "Ten volunteers on May 1" in second.one("#body").text


def test_letters_are_listed_drafts_first_with_what_is_due(organizer, db, letter, league):
    world.add(Letter.already_sent(letter.meeting, league, world.DAY, "email"))
    page = organizer.get("/letters")
    headings = [heading.text for heading in page.all("main h2")]
    assert headings == ["Drafts", "Sent"]
    assert "due tomorrow 5:30 pm" in page.text
    assert not page.has(".late")


def test_a_late_draft_is_red(organizer, letter, clock):
    clock.move_to("2026-03-21 18:00")
    assert organizer.get("/letters").one(".tag.late").text == "was due today 5:30 pm"


def test_a_letter_nobody_began_is_to_write(organizer, meeting, league):
    world.add(Assistance(organization=league, meeting=meeting, what="hall", offered_on=world.DAY))
    page = organizer.get("/letters")
    assert "To write" in page.text
    assert "Write the follow-up letter" in page.text


def test_without_letters_the_page_says_where_they_begin(viewer):
    assert "No letter was sent yet." in viewer.get("/letters").text

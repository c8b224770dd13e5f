"""A letter as an email: a link, or a file that opens as a draft, read back."""

import email
from email.policy import default
from urllib.parse import parse_qs, urlsplit

from coalition_app.models import Letter
from tests import world
from tests.keeping import kept


@kept
def letter(league) -> Letter:
    elena = world.theirs(league)
    elena.email = "elena@league.example"
    return world.add(
        Letter(
            organization=league,
            recipient=elena,
            address="Elena Díaz\nThe League\n40 Harbor Road\nHarbor Valley CT  06511",
            dated_on=world.DAY,
            subject="Thank you for Thursday",
            salutation="Dear Elena:",
            body="It was **good** to meet.\n\nWe will:\n- open the *hall*\n- bring coffee",
            signer_name="Dori James",
        )
    )


TEXT = (
    "Dear Elena:\n\nIt was good to meet.\n\nWe will:\n- open the hall\n- bring coffee\n\n"
    "In solidarity,\n\nDori James\n"
)


def test_the_draft_holds_text_and_page(organizer, letter):
    answer = organizer.get(f"/letters/{letter.id}/letter.eml")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert ".eml" in answer.headers["Content-Disposition"]
    message = email.message_from_bytes(answer.data, policy=default)
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "Thank you for Thursday"
    (to,) = message["To"].addresses
    assert (to.display_name, to.addr_spec) == ("Elena Díaz", "elena@league.example")
    assert message["From"] is None
    assert message.get_body().get_content().replace("\r\n", "\n") == TEXT
    (page,) = message.iter_attachments()
    assert page.get_content().startswith(b"%PDF")
    assert page.get_filename().startswith("Follow-up letter - Harbor Valley Civil Rights League")


def test_the_link_opens_the_mail_program_with_the_text(organizer, letter):
    link = urlsplit(organizer.get(f"/letters/{letter.id}").one("a[href^=mailto]")["href"])
    assert (link.scheme, link.path) == ("mailto", "elena@league.example")
    asked = parse_qs(link.query)
    assert asked["subject"] == ["Thank you for Thursday"]
    assert asked["body"] == [TEXT.replace("\n", "\r\n").rstrip() + "\r\n"]


def test_the_text_may_be_copied(viewer, letter):
    assert viewer.get(f"/letters/{letter.id}").one("#as-text").text == " ".join(TEXT.split())


def test_one_button_says_that_it_went_by_email_today(organizer, db, letter, clock):
    organizer.get(f"/letters/{letter.id}")
    page = organizer.submit("Sent by email today E")
    assert "Noted: the letter went by email on Mar 14." in page.text
    db.session.expire_all()
    assert (letter.sent_on, letter.sent_by) == (clock.today, "email")


def test_a_slip_is_taken_back_by_who_made_it(organizer, administrator, db, letter):
    organizer.get(f"/letters/{letter.id}")
    organizer.submit("Sent by email today E", follow=False)
    administrator.get("/letters")
    administrator.post(f"/letters/{letter.id}/not-sending")
    db.session.expire_all()
    assert letter.is_sent
    organizer.post(f"/letters/{letter.id}/not-sending")
    db.session.expire_all()
    assert (letter.is_sent, letter.paper) == (False, None)


def test_later_it_is_evidence(organizer, db, letter, clock):
    organizer.get(f"/letters/{letter.id}")
    organizer.submit("Sent by email today E", follow=False)
    clock.forward(days=2)
    organizer.post(f"/letters/{letter.id}/not-sending")
    db.session.expire_all()
    assert letter.is_sent


def test_who_asked_for_no_mail_gets_no_link(organizer, letter):
    letter.recipient.do_not_mail = True
    page = organizer.get(f"/letters/{letter.id}")
    assert not page.has("a[href^=mailto]")
    assert "Elena Díaz asked us: do not mail." in page.text
    assert organizer.get(f"/letters/{letter.id}/letter.eml").status == 303


def test_a_viewer_takes_no_draft(viewer, letter):
    assert viewer.get(f"/letters/{letter.id}/letter.eml").status == 403
    viewer.get("/letters")
    assert viewer.post(f"/letters/{letter.id}/not-sending").status == 403
    assert viewer.post(f"/letters/{letter.id}/printing").status == 403

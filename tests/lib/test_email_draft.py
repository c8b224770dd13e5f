import email
from email.policy import default

from coalition_app.lib.email_draft import LONGEST_LINK, eml, link


def read(to=("", ""), subject="Hello", text="Hello.\n"):
    return email.message_from_bytes(eml(to, subject, text, {"a.pdf": b"%PDF"}), policy=default)


def test_nothing_typed_becomes_a_header():
    message = read(("Elena\r\nBcc: x@x.example", "a@b.example\nCc: y@y.example"), "Hi\r\nX-Evil: 1")
    assert message["Bcc"] is message["Cc"] is message["X-Evil"] is None
    assert message["Subject"] == "Hi X-Evil: 1"


def test_names_of_any_script_and_long_lines_come_through():
    subject = "Gracias por venir, señora Ñáñez – 謝謝 " * 5
    text = "Ł" * 3000 + "\n.\nFrom here on\n"
    message = read(("Łódź, Ana “Ñ” Nguyễn", "ana@x.example"), subject, text)
    assert message["Subject"] == subject.strip()
    assert message["To"].addresses[0].display_name == "Łódź, Ana “Ñ” Nguyễn"
    assert message.get_body().get_content().replace("\r\n", "\n") == text


def test_no_line_is_longer_than_mail_allows():
    raw = eml(("", "a@b.example"), "x" * 500, "y" * 5000, {"a.pdf": b"%PDF"})
    assert max(map(len, raw.split(b"\r\n"))) <= 998


def test_without_an_address_the_mail_program_asks():
    for address in ("", "elena", "łódź@x.example"):
        assert read(("Elena Díaz", address))["To"] is None
    assert link("", "Hello", "Text").startswith("mailto:?subject=Hello")


def test_a_link_that_would_be_cut_off_leaves_the_text_out():
    long = link("a@b.example", "Thank you", "x" * LONGEST_LINK)
    assert long == "mailto:a@b.example?subject=Thank%20you"


def test_a_link_carries_what_is_typed_and_no_more():
    made = link("a@b.example", "50% & more?", "a&bcc=x@x.example\nb")
    assert made == (
        "mailto:a@b.example?subject=50%25%20%26%20more%3F&body=a%26bcc%3Dx%40x.example%0D%0Ab"
    )

"""A letter as an email that somebody else's program sends: a link, or a file that opens as a draft.

Neither names a sender: the mail program puts in the account of whoever opens it.
"""

from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formataddr
from urllib.parse import quote

from coalition_app.lib.tidy import tidy_line

LONGEST_LINK = 1900  # what every mail program takes over whole, in characters


def link(to: str, subject: str, text: str) -> str:
    """mailto: with the text, or without it where it would be cut off."""
    whole = _link(to, subject, text)
    return whole if len(whole) <= LONGEST_LINK else _link(to, subject, "")


def holds_text(to: str, subject: str, text: str) -> bool:
    return len(_link(to, subject, text)) <= LONGEST_LINK


def eml(to: tuple[str, str], subject: str, text: str, attached: dict[str, bytes]) -> bytes:
    """An .eml file (RFC 5322) with the pages attached.

    `to`: name and address; `attached`: PDF files by their names.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"  # opens as a draft, not as something received
    message["Subject"] = tidy_line(subject)
    name, address = map(tidy_line, to)
    if address.isascii() and "@" in address:  # else the mail program asks for one
        message["To"] = formataddr((name, address))
    message.set_content(text)
    for file_name, pdf in attached.items():
        message.add_attachment(pdf, maintype="application", subtype="pdf", filename=file_name)
    return message.as_bytes()


def _link(to: str, subject: str, text: str) -> str:
    parts = {"subject": tidy_line(subject), "body": text.replace("\n", "\r\n")}
    asked = "&".join(f"{name}={quote(part, safe='')}" for name, part in parts.items() if part)
    return f"mailto:{quote(tidy_line(to), safe='@')}" + (f"?{asked}" if asked else "")

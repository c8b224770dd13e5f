"""What the page of one letter shows."""

from coalition_app.letters.blueprint import home_of
from coalition_app.letters.email import Email
from coalition_app.letters.forms import SendForm
from coalition_app.letters.page import LetterPage
from coalition_app.letters.preview import Preview
from coalition_app.models import ABOUT_THEM, WAYS, Letter
from coalition_app.web import clock


def shown(letter: Letter, form: SendForm | None = None) -> dict:
    """`preview` and `email` are none for a letter that went without a text here."""
    has_text = bool(letter.body)
    return {
        "letter": letter,
        "about_them": ABOUT_THEM,
        "page": LetterPage(letter, clock.now()),
        "preview": Preview(letter) if has_text else None,
        "email": Email(letter) if has_text else None,
        "form": form or SendForm(letter.meeting, formdata=None),
        "home": home_of(letter),
        "today_typed": f"{clock.today():%Y-%m-%d}",
        "ways": WAYS,
    }

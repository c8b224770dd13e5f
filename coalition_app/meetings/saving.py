"""The answer to a page that saves while one types."""

from flask import make_response, render_template
from flask.typing import ResponseReturnValue

from coalition_app.meetings.answers import AnswerSheet
from coalition_app.meetings.pages import page
from coalition_app.meetings.still_open import still_open
from coalition_app.web import htmx


def saved(name: str, sheet: AnswerSheet, back_to: str) -> ResponseReturnValue:
    """In place: the status, and what is to be said at each question. Else the page again."""
    status = _status(sheet)
    if htmx.wants_region():
        words = still_open(sheet) if name == "prepare" else ""
        template = "meetings/_answers_saved.html"
        text = render_template(template, sheet=sheet, page=name, open_words=words)
        return make_response(text, status)
    if status != 200:
        return page(name, sheet.meeting, status=status, sheet=sheet)
    return htmx.redirect(back_to, "Saved.")


def _status(sheet: AnswerSheet) -> int:
    if sheet.is_conflicting:
        return 409
    return 422 if sheet.refused else 200

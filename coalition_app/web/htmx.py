"""Answers of a view: page or region, redirect, refusal, conflict. One template serves them all."""

from flask import (
    Flask,
    Response,
    current_app,
    flash,
    get_flashed_messages,
    render_template,
    request,
)
from flask import redirect as flask_redirect
from flask.typing import ResponseReturnValue
from htmx_flask import make_response


def init_app(app: Flask) -> None:
    app.add_template_global(wants_region)
    app.after_request(vary)


def vary(response: Response) -> Response:
    response.vary.add("HX-Request")
    return response


def wants_region() -> bool:
    """True when htmx will swap a region, false when it swaps the whole body (boosted, history)."""
    return bool(request.htmx) and request.headers.get("HX-Request-Type") == "partial"


def render(
    template: str,
    block: str | None = None,
    /,
    status: int = 200,
    trigger: str | None = None,
    address: str | None = None,
    **context,
) -> Response:
    """The page; or, when htmx swaps a region, only `block` and whatever flashes are pending.

    `trigger` names an event ("commitments-changed") that other regions listen for; `address` is
    shown in the place of the one that was asked for.
    """
    if block and wants_region():
        text = _block(template, block, context) + _flashes()
    else:
        text = render_template(template, **context)
    return make_response(text, status, trigger=trigger, replace_url=address)


def _block(template: str, block: str, context: dict) -> str:
    current_app.update_template_context(context)
    page = current_app.jinja_env.get_template(template)
    return "".join(page.blocks[block](page.new_context(context)))


def _flashes() -> str:
    if not get_flashed_messages():
        return ""
    return render_template("shared/_flashes_aside.html")


def redirect(
    url: str, flash: str | None = None, kind: str = "ok", undo: str | None = None
) -> ResponseReturnValue:
    """303 to `url`. `flash` is said on the next page; `undo` is a path that a button posts to."""
    if flash:
        say(flash, kind, undo)
    return flask_redirect(url, 303)


def say(words: str, kind: str = "ok", undo: str | None = None) -> None:
    """`kind` is ok, or warn when something went wrong. Red is kept for what is late."""
    flash({"words": words, "undo": undo}, kind)


def refused(template: str, block: str | None = None, /, **context) -> Response:
    """422: the same page with what was typed and what is wrong with it."""
    return render(template, block, status=422, **context)


def conflict(template: str, block: str | None = None, /, **context) -> Response:
    """409: somebody else saved meanwhile; the page shows both versions."""
    return render(template, block, status=409, **context)


def saved(form, version: int | None = None, words: str = "Saved") -> Response:
    """Answer to an autosave: the status region only, and the record's new version."""
    return make_response(
        render_template("shared/_saved.html", form=form, version=version, words=words)
    )


def not_saved(form, words: str | None = None, status: int = 422) -> Response:
    """Answer to an autosave that was refused: the status region says why."""
    reason = words or "; ".join(form.all_errors())
    return make_response(render_template("shared/_not_saved.html", reason=reason), status)

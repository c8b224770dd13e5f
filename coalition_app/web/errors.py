"""Error pages: what happened and what to do now. What was typed is kept where it can be."""

from flask import Flask, Response, make_response, render_template, request
from flask_wtf.csrf import CSRFError, generate_csrf
from sqlalchemy.exc import DataError, OperationalError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException, InternalServerError, NotFound, SecurityError

from coalition_app.extensions import db
from coalition_app.storage import dialect
from coalition_app.storage.dialect import NumberTooLarge
from coalition_app.web import htmx

NO_ROOM = "disk is full"
PAGES = (400, 403, 404, 405, 409, 413, 500)
UNFIT_TO_REPEAT = ("csrf_token", "password")


def init_app(app: Flask) -> None:
    app.register_error_handler(HTTPException, show)
    app.register_error_handler(CSRFError, csrf_failed)
    app.register_error_handler(StaleDataError, changed_meanwhile)
    app.register_error_handler(OperationalError, not_stored)
    app.register_error_handler(NumberTooLarge, no_such_record)
    app.register_error_handler(DataError, beyond_all_numbers)


def show(error: HTTPException) -> Response | HTTPException:
    """Under a name that is not ours (SecurityError) no address can be built: words alone."""
    if isinstance(error, SecurityError):
        return Response("This program does not answer to that name.", 400, mimetype="text/plain")
    if error.code is None or error.code < 400:
        return error
    if isinstance(error, InternalServerError):
        db.session.rollback()
    page = error.code if error.code in PAGES else 400 if error.code < 500 else 500
    return answer(page, error.code)


def answer(page: int | str, status: int) -> Response:
    """The page of an error; to a region of a page, a flash beside it and the region untouched."""
    template = "errors/_aside.html" if htmx.wants_region() else f"errors/{page}.html"
    return make_response(render_template(template, page=page, kept=kept()), status)


def signed_out() -> Response:
    """401: the page's dialog signs in and repeats; without JavaScript a page keeps the words."""
    response = answer("signed_out", 401)
    response.headers["X-CSRF-Token"] = generate_csrf()
    return response


def csrf_failed(error: CSRFError) -> Response:
    """400, with a fresh token: a page that was open across a restart can send again."""
    response = answer("csrf", 400)
    response.headers["X-CSRF-Token"] = generate_csrf()
    return response


def changed_meanwhile(error: StaleDataError) -> Response:
    db.session.rollback()
    return answer(409, 409)


def beyond_all_numbers(error: DataError) -> Response:
    if not dialect.is_number_too_large(error):
        raise error
    return no_such_record(error)


def no_such_record(_error: Exception) -> Response:
    """404: of an id or a page beyond all numbers there is nothing."""
    db.session.rollback()
    return show(NotFound())


def not_stored(error: OperationalError) -> Response:
    """507 when there is no room left; whatever else the database says is broken on our side."""
    if NO_ROOM not in str(error.orig):
        raise error
    db.session.rollback()
    return answer(507, 507)


def kept() -> list[tuple[str, str]]:
    """The fields that a page of ours sent, to be sent again; nothing of a foreign page's."""
    if request.method != "POST" or request.headers.get("Sec-Fetch-Site") != "same-origin":
        return []
    return [
        (name, value)
        for name, value in request.form.items(multi=True)
        if not any(word in name for word in UNFIT_TO_REPEAT)
    ]

"""The first page of all; closed for good once there is an account."""

from flask import current_app, url_for
from sqlalchemy.exc import IntegrityError

from coalition_app.accounts import sessions
from coalition_app.accounts.blueprint import bp
from coalition_app.accounts.forms import FirstStartForm
from coalition_app.extensions import db
from coalition_app.models import Account, AlreadySetUp, set_up
from coalition_app.web import access, htmx

CLOSED = "Somebody was faster: the local is set up already. Sign in."


@bp.get("/first-start")
@access.public
def first_start():
    if Account.exists():
        return htmx.redirect("/")
    return htmx.render("accounts/first_start.html", form=FirstStartForm())


@bp.post("/first-start")
@access.public
def setting_up():
    if Account.exists():
        return htmx.redirect("/")
    form = FirstStartForm()
    if not form.accepts_local():
        return htmx.refused("accounts/first_start.html", form=form)
    try:
        administrator = _set_up(form)
    except (AlreadySetUp, IntegrityError):
        db.session.rollback()
        return htmx.redirect(url_for(".sign_in"), CLOSED, "warn")
    sessions.begin(administrator)
    current_app.extensions["printer"].warm()
    return htmx.redirect("/", "Everything is ready. The six national partners are listed already.")


def _set_up(form: FirstStartForm) -> Account:
    local = form.local()
    today = local.wall_clock(current_app.config["CLOCK"]()).date()
    chosen = form.name.data, form.email.data, form.new_password.data
    administrator = set_up(local, *chosen, today)
    db.session.commit()
    return administrator

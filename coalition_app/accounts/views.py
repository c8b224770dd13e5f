"""Signing in and out, and one's own password. The other pages register themselves on import."""

from flask import current_app, request, url_for
from flask_login import current_user

from coalition_app.accounts import administration, first_start, sessions
from coalition_app.accounts.blueprint import bp
from coalition_app.accounts.forms import KeysForm, PasswordForm, SignInForm
from coalition_app.extensions import db
from coalition_app.web import access, htmx

__all__ = ["administration", "bp", "first_start"]

OFF = "Single keys are switched off. All of it is reached by Tab as well."
NO_MATCH = "That email and password do not match. Try again."


@bp.get("/sign-in")
@access.public
def sign_in():
    after = access.safe_next(request.args.get("next"))
    if current_user.is_authenticated:
        return htmx.redirect(after)
    form = SignInForm(data={"next": after})
    if sample := current_app.config["SAMPLE"]:
        form.fill_in(**sample)
    return htmx.render("accounts/sign_in.html", form=form)


@bp.post("/sign-in")
@access.public
def signing_in():
    form = SignInForm()
    if not form.validate_on_submit():
        return htmx.refused("accounts/sign_in.html", form=form)
    account = sessions.identified(form.email.data, form.password.data)
    if account is None:
        form.refuse(NO_MATCH)
        return htmx.refused("accounts/sign_in.html", form=form)
    sessions.begin(account)
    current_app.extensions["printer"].warm()
    return htmx.redirect(access.safe_next(form.next.data))


@bp.post("/sign-out")
@access.public
def sign_out():
    sessions.end()
    return htmx.redirect(url_for(".sign_in"), "You are signed out.")


@bp.get("/account")
@access.viewer
def own():
    return htmx.render("accounts/own.html", account=current_user, form=KeysForm(obj=current_user))


@bp.post("/account/keys")
@access.viewer
def switching_keys():
    form = KeysForm()
    form.validate_on_submit()
    current_user.has_shortcuts = form.has_shortcuts.data
    db.session.commit()
    words = "Single keys are switched on." if current_user.has_shortcuts else OFF
    return htmx.redirect(url_for(".own"), words)


@bp.get("/password")
@access.viewer
def password():
    return htmx.render("accounts/password.html", form=PasswordForm())


@bp.post("/password")
@access.viewer
def changing_password():
    form = PasswordForm()
    account = current_user
    accepted = form.accepts_for(account)
    if form.password.data and not account.has_password(form.password.data):
        form.refuse("This is not your password. Try again.", form.password)
        accepted = False
    if not accepted:
        return htmx.refused("accounts/password.html", form=form)
    account.set_password(form.new_password.data)
    db.session.commit()
    sessions.begin(account)
    return htmx.redirect("/", "Your password is changed. Other devices are signed out.")

"""Who may call a view: one decorator on each, enforced in one place."""

from typing import NamedTuple
from urllib.parse import urlsplit

from flask import Flask, abort, current_app, g, redirect, request, url_for
from flask_login import current_user

from coalition_app.extensions import login
from coalition_app.models import Account
from coalition_app.web import errors, htmx

ROLES = ("public", "viewer", "organizer", "administrator")
FIRST_START = "accounts.first_start"
SETTING_UP = "accounts.setting_up"
SIGN_IN = "accounts.sign_in"


class Caller(NamedTuple):
    """Plain values of whoever asks: a page is rendered after its transaction has ended."""

    role: str
    email: str
    has_shortcuts: bool = False


STRANGER = Caller("public", "")


def _lets_in(role: str):
    def mark(view):
        view.access = role
        return view

    return mark


public = _lets_in("public")
viewer = _lets_in("viewer")
organizer = _lets_in("organizer")
administrator = _lets_in("administrator")


def init_app(app: Flask) -> None:
    login.user_loader(Account.signed_in_as)
    app.before_request(enforce)
    app.add_template_global(can)
    app.add_template_global(caller, "signed_in_as")


def enforce():
    """Answer in place of the view when the caller may not have it; unmarked views are closed."""
    view = current_app.view_functions.get(request.endpoint)
    if view is None or request.blueprint == "assets":
        return None
    access = getattr(view, "access", None)
    if caller() is STRANGER:
        return _answer_stranger(access)
    if not can(access):
        abort(403)
    return None


def _answer_stranger(access: str | None):
    if request.endpoint not in (FIRST_START, SETTING_UP) and _is_first_start():
        return redirect(url_for(FIRST_START), 303)
    if access == "public":
        return None
    if request.method == "GET" and not htmx.wants_region():
        return redirect(url_for(SIGN_IN, next=request.full_path.rstrip("?")), 303)
    return errors.signed_out()


def _is_first_start() -> bool:
    return FIRST_START in current_app.view_functions and not Account.exists()


def caller() -> Caller:
    if "caller" not in g:
        known = current_user.is_authenticated
        g.caller = _caller(current_user) if known else STRANGER
    return g.caller


def _caller(account: Account) -> Caller:
    return Caller(account.role, account.email, account.has_shortcuts)


def current_role() -> str:
    """The role of whoever is signed in, "public" for a stranger."""
    return caller().role


def can(role: str | None) -> bool:
    """Is whoever is signed in at least a `role`?"""
    return role in ROLES and ROLES.index(current_role()) >= ROLES.index(role)


def safe_next(url: str | None, otherwise: str = "/") -> str:
    """`url` if it is a path of this program, else `otherwise`: nobody is led elsewhere."""
    if not url or not url.startswith("/") or url.startswith("//") or "\\" in url:
        return otherwise
    if not url.isprintable() or " " in url:
        return otherwise
    try:
        parts = urlsplit(url)
    except ValueError:
        return otherwise
    return otherwise if parts.scheme or parts.netloc else url

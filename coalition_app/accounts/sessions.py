"""Signing in and out, as the session sees it."""

from flask import session
from flask_login import login_user

from coalition_app.extensions import db
from coalition_app.models import Account

LAST = "last_account"


def identified(email: str, password: str) -> Account | None:
    """Whose email and password these are. An unknown email takes as long as a wrong password,
    so that nobody learns who has an account."""
    account = Account.with_email(email)
    hashed = account.password_hash if account else None
    db.session.rollback()  # nobody shall wait to write while a password is hashed
    if hashed is None:
        Account.hasher.hash(password)
        return None
    if not Account.is_hash_of(hashed, password):
        return None
    account = Account.with_email(email)
    is_same = account is not None and account.password_hash == hashed
    return account if is_same and account.is_active else None


def begin(account: Account) -> None:
    """A new session, so that none that somebody else prepared is taken over. Only for the account
    that was here last the CSRF token stays: its pages that are still open can save."""
    same = session.get(LAST) == account.id
    token = session.get("csrf_token") if same else None
    session.clear()
    session[LAST] = account.id
    if token:
        session["csrf_token"] = token
    login_user(account)


def end() -> None:
    kept = {key: session[key] for key in (LAST, "csrf_token") if key in session}
    session.clear()
    session.update(kept)

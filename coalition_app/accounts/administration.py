"""Who may sign in: the pages of administrators."""

from flask import url_for

from coalition_app.accounts.blueprint import bp
from coalition_app.accounts.forms import AccountForm, NewAccountForm, ResetForm
from coalition_app.extensions import db
from coalition_app.models import Account
from coalition_app.web import access, clock, htmx

LAST = "This is the only administrator left. Make somebody else administrator first."


@bp.get("/accounts")
@access.administrator
def index():
    accounts = db.session.scalars(Account.in_order()).all()
    return htmx.render("accounts/index.html", accounts=accounts)


@bp.get("/accounts/new")
@access.administrator
def new():
    return htmx.render("accounts/new.html", form=NewAccountForm())


@bp.post("/accounts")
@access.administrator
def create():
    form = NewAccountForm()
    if not form.accepts_account():
        return htmx.refused("accounts/new.html", form=form)
    account = form.account()
    db.session.add(account)
    db.session.commit()
    words = f"{account.name} can sign in now. Pass on the password in person or by phone."
    return htmx.redirect(url_for(".index"), words)


@bp.get("/accounts/<int:id>/edit")
@access.administrator
def edit(id: int):
    account = db.get_or_404(Account, id)
    return htmx.render("accounts/edit.html", **_forms(account))


@bp.post("/accounts/<int:id>")
@access.administrator
def update(id: int):
    account = db.get_or_404(Account, id)
    form = AccountForm()
    if not form.accepts_for(account):
        return htmx.refused("accounts/edit.html", **_forms(account, form=form))
    if form.conflicts_with(account):
        return htmx.conflict("accounts/edit.html", **_forms(account, form=form))
    account.email, account.role = form.email.data.lower(), form.role.data
    db.session.commit()
    return htmx.redirect(url_for(".index"), "Saved.")


@bp.post("/accounts/<int:id>/resetting")
@access.administrator
def resetting(id: int):
    account = db.get_or_404(Account, id)
    form = ResetForm()
    if not form.accepts_for(account):
        return htmx.refused("accounts/edit.html", **_forms(account, reset=form))
    account.set_password(form.new_password.data)
    db.session.commit()
    words = f"{account.name} has a new password and is signed out everywhere."
    return htmx.redirect(url_for(".index"), words)


@bp.post("/accounts/<int:id>/disabling")
@access.administrator
def disabling(id: int):
    account = db.get_or_404(Account, id)
    if account.is_last_administrator():
        return htmx.redirect(url_for(".index"), LAST, "warn")
    account.disable(clock.now())
    db.session.commit()
    words = f"{account.name} is signed out and cannot sign in any more."
    return htmx.redirect(url_for(".index"), words, undo=url_for(".enabling", id=id))


@bp.post("/accounts/<int:id>/enabling")
@access.administrator
def enabling(id: int):
    account = db.get_or_404(Account, id)
    account.enable()
    db.session.commit()
    return htmx.redirect(url_for(".index"), f"{account.name} can sign in again.")


def _forms(account: Account, form: AccountForm | None = None, reset: ResetForm | None = None):
    return {
        "account": account,
        "form": form or AccountForm(formdata=None, obj=account),
        "reset": reset or ResetForm(formdata=None),
    }

"""Logging a contact that was no meeting."""

from flask import url_for
from flask_login import current_user

from coalition_app.conversations import line  # noqa: F401 its views
from coalition_app.conversations.blueprint import bp
from coalition_app.conversations.forms import ConversationForm
from coalition_app.extensions import db
from coalition_app.models import Organization
from coalition_app.web import access, htmx

__all__ = ["bp"]


@bp.get("/organizations/<int:organization_id>/conversations/new")
@access.organizer
def new(organization_id: int):
    organization = db.get_or_404(Organization, organization_id)
    return _page(ConversationForm(organization, current_user.person))


@bp.post("/organizations/<int:organization_id>/conversations")
@access.organizer
def create(organization_id: int):
    organization = db.get_or_404(Organization, organization_id)
    form = ConversationForm(organization, current_user.person)
    if not form.validate_on_submit():
        return _page(form, htmx.refused)
    form.conversation()
    db.session.commit()
    return htmx.redirect(url_for("organizations.show", id=organization.id), "Logged.")


def _page(form: ConversationForm, answer=htmx.render):
    return answer("conversations/new.html", form=form, organization=form.organization)

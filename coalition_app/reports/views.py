"""Step 9: what the board, the membership and the LPAT call heard, and what is still to tell."""

from flask import Blueprint, request, url_for
from flask_login import current_user
from sqlalchemy.orm import joinedload

from coalition_app.extensions import db
from coalition_app.models import (
    AUDIENCES,
    Agenda,
    Meeting,
    Organization,
    Told,
    facts_of,
    facts_of_started,
    words_to_tell,
)
from coalition_app.reports.forms import TellForm
from coalition_app.web import access, clock, htmx

bp = Blueprint("reports", __name__)

SHARING = ("tell", "next", "name_activist")
MOST = 100


@bp.get("/reports")
@access.viewer
def index():
    now = clock.now()
    agenda = Agenda.of(list(facts_of_started(now.date()).values()), [], now)
    to_tell = [action for action in agenda.next_steps if action.kind in SHARING]
    query = Told.in_order().options(joinedload(Told.organization), joinedload(Told.teller))
    told = db.session.scalars(query.limit(MOST)).all()
    return htmx.render("reports/index.html", to_tell=to_tell, told=told, audiences=AUDIENCES)


@bp.get("/organizations/<int:organization_id>/told/new")
@access.organizer
def new(organization_id: int):
    organization = db.get_or_404(Organization, organization_id)
    meeting = _meeting(organization)
    form = TellForm(told_on=clock.today())
    if meeting and not form.what.data:
        form.what.data = words_to_tell(meeting, organization, clock.today())
    return htmx.render("reports/new.html", organization=organization, meeting=meeting, form=form)


@bp.post("/organizations/<int:organization_id>/told")
@access.organizer
def create(organization_id: int):
    organization = db.get_or_404(Organization, organization_id)
    form = TellForm()
    if not form.validate_on_submit():
        return htmx.refused(
            "reports/new.html",
            organization=organization,
            meeting=_meeting(organization),
            form=form,
        )
    told = Told.tell(organization, current_user.person, **form.told)
    db.session.commit()
    flash = f"Noted: {AUDIENCES[told.audience]} heard of it."
    return htmx.redirect(url_for("organizations.show", id=organization.id), flash)


def _meeting(organization: Organization) -> Meeting | None:
    """The meeting that is told about: the one asked for, else the latest one held."""
    held = [each.id for each in facts_of(organization, clock.today()).meetings_held]
    asked = request.values.get("meeting", held[-1] if held else None, type=int)
    return db.session.get(Meeting, asked) if asked in held else None

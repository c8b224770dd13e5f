"""A cold call: the sheet for the phone, on screen and on paper, and what came of it in one key."""

from datetime import date, timedelta

from flask import request, url_for
from flask_login import current_user
from wtforms.validators import ValidationError

from coalition_app.documents.cold_calls import ColdCallsSheet
from coalition_app.extensions import db
from coalition_app.introductions.blueprint import bp, organization_or_404
from coalition_app.models import CallOutcome, ColdCall, Local, Organization
from coalition_app.web import access, clock, htmx, pdf, security
from coalition_app.web.contacts import ContactField
from coalition_app.web.forms import BaseForm, ChoiceField, DayField, TextField, needed
from coalition_app.web.when import NotAhead

OUTCOMES = {outcome.name: outcome for outcome in CallOutcome.OUTCOMES}
SAID = {
    "agreed": "The door is open. When do you meet?",
    "reached": "The door is open. Set the day while they remember you.",
    "call_back": "Noted, with a commitment of yours to call again.",
    "message": "Noted. The call is waiting for an answer.",
    "declined": "Noted and paused: Today says nothing about it until you take it up again.",
}
MOST_SHEETS = 60
SATURDAY = 5


class CallForm(BaseForm):
    """All may stay as it is: the button alone says how the call went."""

    contact = ContactField("With whom", description="A new name becomes one of their people.")
    note = TextField("What was said", limit=2000)
    called_on = DayField("Day of the call", [needed("Type the day."), NotAhead()])
    back_on = DayField("Call back on", description="For the button “Call back”.")
    outcome = ChoiceField("How it went")

    def __init__(self, organization: Organization, **options):
        given = {"called_on": clock.today(), "back_on": working_day_after(clock.today())}
        super().__init__(data=given, **options)
        self.contact.belongs_to(organization)
        self.outcome.choices = [(name, each.label) for name, each in OUTCOMES.items()]

    def validate_back_on(self, field) -> None:
        if self.outcome.data != "call_back":
            return
        if field.data is None or field.data < clock.today():
            raise ValidationError("Type the day on which to call again.")


def working_day_after(day: date) -> date:
    day += timedelta(days=1)
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return day


@bp.get("/organizations/<int:organization_id>/call")
@access.viewer
def call(organization_id: int):
    organization = organization_or_404(organization_id)
    return _page(organization, CallForm(organization))


@bp.post("/organizations/<int:organization_id>/call")
@access.organizer
def called(organization_id: int):
    organization = organization_or_404(organization_id)
    form = CallForm(organization)
    if not form.validate_on_submit():
        return _page(organization, form, htmx.refused)
    outcome = OUTCOMES[form.outcome.data]
    contact, on = form.contact.person_meant(), form.called_on.data
    done = CallOutcome(organization, current_user.person, on, contact, form.note.data)
    done.write(outcome, form.back_on.data)
    db.session.commit()
    of = {"organization_id": organization_id}
    undo = url_for(".not_called", **of, on=on.isoformat(), **done.written)
    return htmx.redirect(_after(organization_id, outcome.name), SAID[outcome.name], undo=undo)


@bp.post("/organizations/<int:organization_id>/call/undoing")
@access.organizer
def not_called(organization_id: int):
    """Takes back what one press wrote."""
    organization = organization_or_404(organization_id)
    names = ("conversation", "commitment", "pause", "first", "introduction")
    written = {name: request.args.get(name, type=int) for name in names}
    try:
        on = date.fromisoformat(request.args.get("on", ""))
    except ValueError:
        on = clock.today()
    CallOutcome.take_back(organization, written, on)
    db.session.commit()
    return htmx.redirect(url_for(".call", organization_id=organization_id), "Taken back.")


@bp.get("/organizations/call-sheets.pdf")
@access.viewer
@security.framed
def call_sheets():
    """Those of the ids in the address (?ids=3&ids=5), a page each, by name."""
    ids = request.args.getlist("ids", type=int)[:MOST_SHEETS]
    wanted = Organization.in_view().where(Organization.id.in_(ids))
    organizations = list(db.session.scalars(wanted))
    back = url_for("organizations.index")
    if not organizations:
        return htmx.redirect(back, "Choose at least one organization first.", "warn")
    sheet = ColdCallsSheet.of(organizations, current_user.name, clock.today())
    return pdf.answer(sheet, back)


def _page(organization: Organization, form: CallForm, answer=htmx.render):
    call = ColdCall(organization, current_user.name, Local.current())
    sheet = ColdCallsSheet.of([organization], current_user.name, clock.today())
    return answer(
        "introductions/call.html",
        organization=organization,
        form=form,
        call=call,
        sheet=sheet,
        outcomes=CallOutcome.OUTCOMES,
    )


def _after(organization_id: int, outcome: str) -> str:
    if outcome == "agreed":
        return url_for("meetings.plan", id=organization_id)
    return url_for("organizations.show", id=organization_id)

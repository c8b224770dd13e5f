"""A meeting planned in one line on the organization's page: 'thu 5:30pm coffee at ...'."""

from flask import request, url_for
from wtforms.validators import ValidationError

from coalition_app.extensions import db
from coalition_app.lib.plan_line import PlanLine, read_plan
from coalition_app.meetings.blueprint import bp, me
from coalition_app.models import Meeting, Organization
from coalition_app.web import access, clock, htmx
from coalition_app.web.forms import BaseForm, LineField, needed
from coalition_app.web.when import check_clock, check_moment

LINE = {"autocomplete": "off", "placeholder": "thu 5:30pm coffee at Corner Café"}


class LineForm(BaseForm):
    when = LineField("When and where", [needed("Type a day and a time.")], render_kw=LINE)
    plan: PlanLine | None = None

    def validate_when(self, field) -> None:
        try:
            self.plan = read_plan(field.data, clock.now())
        except ValueError as error:
            raise ValidationError(str(error)) from error
        check_moment(self.plan.starts_at)
        check_clock(self.plan.ends_at or self.plan.starts_at)


@bp.get("/with/<int:id>")
@access.organizer
def plan(id: int):
    return _page(db.get_or_404(Organization, id), LineForm())


@bp.post("/with/<int:id>")
@access.organizer
def planning(id: int):
    organization = db.get_or_404(Organization, id)
    form = LineForm()
    if not form.validate_on_submit():
        return _page(organization, form, status=422)
    known = Meeting.already_planned([organization], form.plan.starts_at)
    meeting = known or _plan(organization, form.plan)
    db.session.commit()
    return htmx.redirect(url_for(".show", id=meeting.id), "Planned.")


@bp.get("/with/<int:id>/understood")
@access.organizer
def reading(id: int):
    """How the line that is being typed will be read: a region."""
    organization = db.get_or_404(Organization, id)
    if not htmx.wants_region():
        return htmx.redirect(url_for(".plan", id=id))
    form = LineForm(formdata=request.args, meta={"csrf": False})
    form.validate()
    expected = Meeting.usually_expected([organization], me())
    return htmx.render("meetings/_read.html", form=form, expected=expected, kinds=Meeting.KINDS)


def _page(organization: Organization, form: LineForm, status: int = 200):
    return htmx.render(
        "meetings/plan.html", status=status, organization=organization, plan_form=form
    )


def _plan(organization: Organization, line: PlanLine) -> Meeting:
    """With their first contact and our lead; the kind is a guess where the line says none."""
    meeting = Meeting.plan(
        [organization],
        line.starts_at,
        ends_at=line.ends_at,
        place=line.place,
        kind=line.kind or Meeting.usual_kind([organization]),
    )
    db.session.add(meeting)
    for person in Meeting.usually_expected([organization], me()):
        meeting.expect(person, None if person.is_ours else organization)
    return meeting

"""Rating an organization by an act of theirs; those on record are offered."""

from flask import request, url_for

from coalition_app.extensions import db
from coalition_app.models import Organization, Standing, acts_of
from coalition_app.organizations.blueprint import bp
from coalition_app.web import access, clock, htmx
from coalition_app.web.rating import StandingForm


@bp.get("/<int:id>/rate")
@access.organizer
def rate(id: int):
    organization, form = db.get_or_404(Organization, id), StandingForm(Standing.WORDS)
    cited = _acts(organization).get(request.args.get("cite", ""))
    if cited:
        form.cite(cited)
    return _page(organization, form)


@bp.post("/<int:id>/standing")
@access.organizer
def rating(id: int):
    organization, form = db.get_or_404(Organization, id), StandingForm(Standing.WORDS)
    if not form.validate_on_submit():
        return _page(organization, form, htmx.refused)
    standing = Standing.noted(organization, *form.said)
    db.session.commit()
    page = url_for(".show", id=id)
    back = access.safe_next(request.form.get("next"), page)
    return htmx.redirect(back, f"Standing: {standing.label}.")


def _page(organization: Organization, form: StandingForm, answer=htmx.render):
    acts = list(_acts(organization).values())
    return answer("organizations/rate.html", organization=organization, form=form, acts=acts)


def _acts(organization: Organization) -> dict:
    return {act.key: act for act in acts_of(organization, clock.today())}

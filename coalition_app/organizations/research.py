"""The research sheet: saves as one types, and says who looked when."""

from flask import request, url_for
from flask_login import current_user
from sqlalchemy.orm import selectinload

from coalition_app.extensions import db
from coalition_app.lib.tax_status import CHOICES, in_practice
from coalition_app.lib.web_address import link_to
from coalition_app.models import Affiliation, Issue, Organization, Review
from coalition_app.organizations.blueprint import bp
from coalition_app.organizations.leader_lines import LeaderLines
from coalition_app.organizations.research_form import ResearchForm
from coalition_app.web import access, clock, htmx

SHEET = "organizations/research.html"
SAVED = "organizations/_sheet_saved.html"


@bp.get("/<int:id>/research")
@access.organizer
def research(id: int):
    organization = _load(id)
    form, leaders = ResearchForm(organization), LeaderLines(organization)
    return htmx.render(SHEET, **_shown(organization, form, leaders))


@bp.post("/<int:id>/research")
@access.organizer
def save_research(id: int):
    organization = _load(id)
    form = ResearchForm(organization)
    leaders = LeaderLines(organization).read(request.form)
    if not form.validate_on_submit():
        return _refused(organization, form, leaders)
    form.write(organization)
    leaders.write(request.form.get("typing", ""))
    words = _review(organization)
    db.session.commit()
    if form.conflicting:
        return htmx.conflict(SHEET, "sheet", **_shown(organization, form, leaders))
    if htmx.wants_region():
        return _saved(organization, form, leaders, words)
    if leaders.refused:
        return htmx.refused(SHEET, **_shown(organization, form, leaders))
    return htmx.redirect(url_for(".research", id=id), f"{words}.")


def _saved(organization: Organization, form: ResearchForm, leaders: LeaderLines, words: str):
    """The status, and beside each line what became of it."""
    if leaders.refused:
        words = "The leaders want a look, the rest is saved"
    shown = _shown(organization, form, leaders)
    status = 422 if leaders.refused else 200
    version = organization.version
    return htmx.render(SAVED, status=status, words=words, version=version, **shown)


def _refused(organization: Organization, form: ResearchForm, leaders: LeaderLines):
    if htmx.wants_region():
        return htmx.not_saved(form)
    return htmx.refused(SHEET, **_shown(organization, form, leaders))


def _review(organization: Organization) -> str:
    """Both acts save the sheet as well; pressing one twice a day is once."""
    act = request.form.get("review")
    if act not in ("reviewed", "no-website"):
        return "Saved"
    today = clock.today()
    review = next((each for each in organization.reviews if each.reviewed_on == today), None)
    if review is None:
        review = Review(reviewed_on=today)
        organization.reviews.append(review)
    review.reviewer, review.has_no_website = current_user.person, act == "no-website"
    return "No website, saved" if review.has_no_website else "Reviewed today, saved"


def _load(id_: int) -> Organization:
    people = selectinload(Organization.affiliations).joinedload(Affiliation.person)
    others = (Organization.reviews, Organization.campaigns, Organization.issues)
    loaded = (people, *(selectinload(each) for each in others))
    return db.get_or_404(Organization, id_, options=loaded)


def _shown(organization: Organization, form: ResearchForm, leaders: LeaderLines) -> dict:
    circle = f"{organization.allies}\n{organization.opponents}"
    return {
        "organization": organization,
        "form": form,
        "leaders": leaders,
        "known_names": [name for name in Organization.names_in(circle) if name[1]],
        "issues": db.session.scalars(Issue.in_order().with_only_columns(Issue.name)).all(),
        "website": link_to(organization.website),
        "in_practice": in_practice(form.tax_status.data or ""),
        "tax_statuses": [(status, in_practice(status)) for status in CHOICES],
    }

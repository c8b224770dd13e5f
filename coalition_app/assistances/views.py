"""Help in either direction: offered, agreed, given or declined; or nothing is needed now."""

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from coalition_app.assistances.forms import AgreeForm, CountForm, OfferForm
from coalition_app.assistances.ledger import Ledger
from coalition_app.extensions import db
from coalition_app.models import Assistance, Meeting, Organization, Person, Resource, Roster
from coalition_app.web import access, clock, htmx

bp = Blueprint("assistances", __name__)


@bp.get("/assistances")
@access.viewer
def index():
    return htmx.render("assistances/index.html", ledger=Ledger.of_all(clock.today()))


@bp.get("/organizations/<int:organization_id>/assistances/new")
@access.organizer
def new(organization_id: int):
    organization = db.get_or_404(Organization, organization_id)
    return _new_page(organization, OfferForm(_roster(organization)))


@bp.post("/organizations/<int:organization_id>/assistances")
@access.organizer
def create(organization_id: int):
    organization = db.get_or_404(Organization, organization_id)
    form, meeting = OfferForm(_roster(organization)), _meeting(organization)
    if "nothing" in request.form:
        Assistance.nothing_needed(organization, clock.today(), meeting)
        db.session.commit()
        return _back(organization, "Written down: they need nothing now.")
    if not form.is_offer():
        return _new_page(organization, form, status=422)
    today, side = clock.today(), {"we_give": form.we_give, "meeting": meeting}
    if form.is_agreed:
        due_on = form.due_on.data
        assistance = Assistance.to_agree(organization, form.what.data, today, due_on, **side)
        assistance.agree(today, _owner(assistance, form), due_on, meeting)
    else:
        assistance = Assistance.offer(organization, form.what.data, today, **side)
    db.session.commit()
    _point_out_clashes(assistance)
    return _back(organization, "Agreed. It is a commitment now." if form.is_agreed else "Offered.")


@bp.get("/assistances/<int:id>/agree")
@access.organizer
def agree(id: int):
    assistance = db.get_or_404(Assistance, id)
    return _agree_page(assistance, AgreeForm(_roster(assistance.organization)))


@bp.post("/assistances/<int:id>/agreeing")
@access.organizer
def agreeing(id: int):
    assistance = db.get_or_404(Assistance, id)
    form = AgreeForm(_roster(assistance.organization))
    form.we_give = assistance.we_give
    if not form.validate_on_submit():
        return _agree_page(assistance, form, status=422)
    if assistance.state == "proposed":
        assistance.agree(clock.today(), _owner(assistance, form), form.due_on.data)
    db.session.commit()
    _point_out_clashes(assistance)
    return _back(assistance.organization, "Agreed. It is a commitment now.")


@bp.get("/assistances/<int:id>/count")
@access.organizer
def count(id: int):
    assistance = db.get_or_404(Assistance, id)
    return _count_page(assistance, CountForm(obj=assistance))


@bp.post("/assistances/<int:id>/counting")
@access.organizer
def counting(id: int):
    """Promised against came: what was promised is given, in this number."""
    assistance = db.get_or_404(Assistance, id)
    form = CountForm(obj=assistance)
    if not form.validate_on_submit():
        return _count_page(assistance, form, status=422)
    if form.conflicts_with(assistance):
        return _count_page(assistance, form, status=409)
    assistance.count(form.promised_count.data, form.came_count.data)
    if assistance.commitment:
        assistance.commitment.keep(clock.today())
    elif assistance.is_open:
        assistance.give(clock.today())
    db.session.commit()
    said = f"Written down: {assistance.turnout}."
    if "rate" in request.form:
        cited = {"id": assistance.organization_id, "cite": f"assistance-{id}"}
        return htmx.redirect(url_for("organizations.rate", **cited), said)
    return _back(assistance.organization, said)


@bp.post("/assistances/<int:id>/giving")
@access.organizer
def giving(id: int):
    """Given; if it was agreed, its commitment is thereby kept."""
    assistance = db.get_or_404(Assistance, id)
    if assistance.commitment:
        assistance.commitment.keep(clock.today())
    elif assistance.is_open:
        assistance.give(clock.today())
    db.session.commit()
    return _back(assistance.organization, f"Given: {assistance.what}.")


@bp.post("/assistances/<int:id>/declining")
@access.organizer
def declining(id: int):
    assistance, today = db.get_or_404(Assistance, id), clock.today()
    if assistance.is_open:
        assistance.decline(today)
        if assistance.commitment and assistance.commitment.is_open:
            assistance.commitment.drop(today, "declined")
    db.session.commit()
    return _back(assistance.organization, f"Declined: {assistance.what}.")


def _new_page(organization: Organization, form: OfferForm, status: int = 200):
    meeting = _meeting(organization)
    return htmx.render(
        "assistances/new.html",
        status=status,
        organization=organization,
        form=form,
        meeting_id=meeting.id if meeting else None,
        resources=[each.name for each in db.session.scalars(Resource.in_order())],
        people=_roster(organization).names,
        way_back=_way_back(organization),
    )


def _agree_page(assistance: Assistance, form: AgreeForm, status: int = 200):
    organization = assistance.organization
    return htmx.render(
        "assistances/agree.html",
        status=status,
        assistance=assistance,
        form=form,
        people=_roster(organization).names,
        way_back=_way_back(organization),
    )


def _count_page(assistance: Assistance, form: CountForm, status: int = 200):
    return htmx.render(
        "assistances/count.html",
        status=status,
        assistance=assistance,
        form=form,
        way_back=_way_back(assistance.organization),
    )


def _point_out_clashes(assistance: Assistance) -> None:
    for words in assistance.warnings:
        htmx.say(words, "warn")


def _roster(organization: Organization) -> Roster:
    return Roster([organization], current_user.person, _meeting(organization))


def _meeting(organization: Organization) -> Meeting | None:
    """The one that the page was opened for; 404 for one with others."""
    id_ = request.values.get("meeting", type=int)
    meeting = db.get_or_404(Meeting, id_) if id_ else None
    if meeting and organization not in meeting.organizations:
        abort(404)
    return meeting


def _owner(assistance: Assistance, form: AgreeForm) -> Person | None:
    """Who does it; a new name is added to the side that gives."""
    field = form.owner_name
    if not field.data:
        return None
    side = None if assistance.we_give else assistance.organization
    if field.is_new:
        htmx.say(f"{field.data} is new among the people: {side.full_name if side else 'ours'}.")
    return field.roster.find_or_new(field.data, side)


def _way_back(organization: Organization) -> str:
    page = url_for("organizations.show", id=organization.id)
    return access.safe_next(request.values.get("next"), page)


def _back(organization: Organization, said: str) -> ResponseReturnValue:
    return htmx.redirect(_way_back(organization), said)

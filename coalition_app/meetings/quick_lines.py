"""What is added in one line on the notes page: promises, help, a standing, what comes next."""

from flask import request, url_for

from coalition_app.extensions import db
from coalition_app.lib.wording import day
from coalition_app.meetings.blueprint import bp, meeting_or_404, roster_of
from coalition_app.meetings.notes_forms import HelpForm, NextForm, PromiseForm, RatingForm, Sided
from coalition_app.meetings.pages import done, following, page
from coalition_app.models import Assistance, Commitment, Meeting, Organization, Person, Standing
from coalition_app.web import access, clock, htmx


@bp.post("/<int:id>/commitments")
@access.organizer
def promising(id: int):
    meeting = meeting_or_404(id)
    form = PromiseForm(meeting, roster_of(meeting), prefix="promise")
    if not form.validate_on_submit():
        return page("notes", meeting, "commitments", status=422, promise=form)
    Commitment.make(
        form.organization,
        form.what.data,
        clock.today(),
        meeting=meeting,
        owner=_owner(form),
        is_ours=form.is_ours,
        due_on=form.due_on.data,
    )
    db.session.commit()
    return done("notes", meeting, "commitments", trigger="commitments-changed")


@bp.get("/<int:id>/commitments/understood")
@access.organizer
def understanding(id: int):
    """How the line that is being typed will be read: a region of the notes."""
    meeting = meeting_or_404(id)
    if not htmx.wants_region():
        return htmx.redirect(url_for(".notes", id=id, _anchor="commitments"))
    form = PromiseForm(
        meeting, roster_of(meeting), formdata=request.args, prefix="promise", meta={"csrf": False}
    )
    form.validate()
    return htmx.render("meetings/_understood.html", promise=form)


@bp.post("/<int:id>/assistances")
@access.organizer
def helping(id: int):
    meeting = meeting_or_404(id)
    form = HelpForm(meeting, roster_of(meeting), prefix="help")
    form.is_nothing = "nothing" in request.form
    if not form.validate_on_submit():
        return page("notes", meeting, "assistance", status=422, help=form)
    _help(meeting, form)
    db.session.commit()
    return done("notes", meeting, "assistance", trigger="assistances-changed")


@bp.post("/<int:id>/standing")
@access.organizer
def rating(id: int):
    meeting = meeting_or_404(id)
    form = RatingForm(meeting, prefix="standing")
    if not form.validate_on_submit():
        return page("notes", meeting, "standing", status=422, rating=form)
    organization = db.get_or_404(Organization, int(form.organization_id.data))
    given = {"value": int(form.value.data), "act": form.act.data}
    _rate(organization, meeting, given)
    db.session.commit()
    return done("notes", meeting, "standing")


@bp.post("/<int:id>/next-conversation")
@access.organizer
def next_conversation(id: int):
    """When, with an activist of ours or just us; or none is planned."""
    meeting = meeting_or_404(id)
    if request.form.get("choice") == "none":
        meeting.has_no_next = True
    else:
        form = NextForm(meeting, following(meeting), roster_of(meeting), prefix="next")
        if not form.validate_on_submit():
            return page("notes", meeting, "next", status=422, next_form=form)
        _meet_again(meeting, form, just_us=request.form.get("choice") == "us")
    db.session.commit()
    return done("notes", meeting, "next")


def _owner(form: Sided) -> Person | None:
    """Who does it; a new name is added to its side."""
    if not form.who.data:
        return None
    side = None if form.is_ours else form.organization
    if form.who.is_new:
        htmx.say(f"{form.who.data} is new among the people: {side.full_name if side else 'ours'}.")
    return form.who.roster.find_or_new(form.who.data, side)


def _help(meeting: Meeting, form: HelpForm) -> None:
    today = clock.today()
    if form.is_nothing:
        Assistance.nothing_needed(form.organization, today, meeting)
        return
    side = {"meeting": meeting, "we_give": form.is_ours}
    if not form.is_agreed:
        Assistance.offer(form.organization, form.what.data, today, **side)
        return
    due_on = form.due_on.data
    assistance = Assistance.to_agree(form.organization, form.what.data, today, due_on, **side)
    assistance.agree(today, _owner(form), due_on, meeting)
    db.session.flush()
    if assistance.meeting is not meeting:
        htmx.say(f"Offered on {day(assistance.offered_on, today)} already: now it is agreed.")
    for words in assistance.warnings:
        htmx.say(words, "warn")


def _rate(organization: Organization, meeting: Meeting, given: dict) -> None:
    """One standing a meeting: said again on that day, it is corrected."""
    on, latest = meeting.starts_at.date(), organization.standing
    if latest and latest.rated_on == on:
        latest.value, latest.act = given["value"], given["act"]
    else:
        organization.standings.insert(0, Standing(rated_on=on, **given))


def _meet_again(meeting: Meeting, form: NextForm, *, just_us: bool) -> None:
    later = form.following
    if later is None:
        later = Meeting.plan(meeting.organizations_that_came, form.starts_at.data, kind="working")
        db.session.add(later)
    elif later.starts_at != form.starts_at.data:
        later.move(form.starts_at.data, clock.today())
    meeting.has_no_next = False
    _name_along(later, form, [] if just_us else form.names)
    later.is_just_us = just_us and not form.names


def _name_along(later: Meeting, form: NextForm, names: list[str]) -> None:
    """Exactly these come along."""
    people = [form.roster.find_or_new(name, None) for name in names]
    later.attendances = [
        each for each in later.attendances if not each.comes_along or each.person in people
    ]
    for person in people:
        later.expect(person).comes_along = True

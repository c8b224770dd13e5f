"""The prep packet on paper: shown in the browser, or downloaded."""

from datetime import date, timedelta

from flask import abort, request, url_for
from flask_login import current_user

from coalition_app.documents.packet import PacketSheet
from coalition_app.documents.packet_options import PacketOptions
from coalition_app.documents.packets import PacketsSheet
from coalition_app.extensions import db
from coalition_app.lib.day_words import months_later
from coalition_app.meetings import pages
from coalition_app.meetings.blueprint import bp, meeting_or_404
from coalition_app.meetings.packet_form import PacketForm
from coalition_app.models import Meeting
from coalition_app.web import access, clock, htmx, pdf, security

MOST_DAYS = 31
MOST_PACKETS = 40


@bp.get("/packets.pdf")
@access.viewer
@security.framed
def packets():
    """All planned meetings of a day or of several (?first=2026-03-16&days=7), in one file."""
    first, after = days_asked_for()
    meetings = planned_on(first, after)
    if not meetings:
        return htmx.redirect(url_for(".index"), "No meeting is planned on those days.", "warn")
    days = first, after - timedelta(days=1)
    sheet = PacketsSheet.of(meetings, days, clock.now(), _remembered())
    return pdf.answer(sheet, url_for(".index"))


def days_asked_for() -> tuple[date, date]:
    """The first day, and the one after the last."""
    first = _first_day()
    days = min(max(request.values.get("days", 7, type=int), 1), MOST_DAYS)
    return first, first + timedelta(days=days)


def planned_on(first: date, after: date) -> list[Meeting]:
    planned = Meeting.planned().where(Meeting.id.in_(_ids_between(first, after)))
    return list(db.session.scalars(planned.limit(MOST_PACKETS)))


def _first_day() -> date:
    try:
        return months_later(date.fromisoformat(request.values.get("first", "")), 0)
    except ValueError:
        return clock.today()


def _ids_between(first: date, after: date):
    return Meeting.between(first, after).order_by(None).with_only_columns(Meeting.id)


@bp.get("/<int:id>/packet.pdf")
@access.viewer
@security.framed
def packet(id: int):
    """As the account remembers it; with private notes only if this very address asks for them."""
    is_private = "private" in request.args
    if is_private and not access.can("organizer"):
        abort(403)
    options = _remembered().with_private_notes(are_wanted=is_private)
    return pdf.answer(
        PacketSheet.of(meeting_or_404(id), clock.now(), options), url_for(".show", id=id)
    )


@bp.post("/<int:id>/packet-options")
@access.viewer
def packet_options(id: int):
    meeting, form = meeting_or_404(id), PacketForm(current_user)
    if not form.validate_on_submit():
        return pages.page("show", meeting, status=422, packet_form=form)
    current_user.packet_options = form.options.stored
    if access.can("organizer"):
        meeting.packet_printed_on = clock.today()
    db.session.commit()
    asked = {"private": form.is_private, "download": "download" in request.form}
    also = {name: 1 for name, is_so in asked.items() if is_so}
    return htmx.redirect(url_for(".packet", id=id, **also))


def _remembered() -> PacketOptions:
    return PacketOptions.read(current_user.packet_options)

"""The month at a glance, and how the program reads a day or a time that is being typed."""

from datetime import date, datetime

from flask import Blueprint, request, url_for

from coalition_app.days.month import Month
from coalition_app.lib import dates
from coalition_app.lib.day_words import months_later
from coalition_app.lib.tidy import tidy_line
from coalition_app.web import access, clock, htmx
from coalition_app.web.filters import long_day, moment

bp = Blueprint("days", __name__, url_prefix="/days")

LONGEST = 100


@bp.get("")
@access.viewer
def index():
    today = clock.today()
    month = Month.of(_first_day(request.args.get("month", ""), today), today)
    return htmx.render("days/index.html", month=month)


@bp.get("/understood/<any(day, moment):kind>")
@access.viewer
def understood(kind: str):
    """What is typed in the one field that is sent along, in full words."""
    if not htmx.wants_region():
        return htmx.redirect(url_for(".index"))
    typed = tidy_line(next(iter(request.args.values()), ""))[:LONGEST]
    return htmx.render("days/_understood.html", words=_words(typed, kind))


def _words(typed: str, kind: str) -> str:
    """Nothing while it means nothing yet: somebody may be in the middle of a word."""
    try:
        read = dates.understand(typed, clock.now())
    except ValueError:
        return ""
    if kind == "moment":
        return moment(read) if isinstance(read, datetime) else f"{long_day(read)}, at what time?"
    return "" if isinstance(read, datetime) else long_day(read)


def _first_day(typed: str, today: date) -> date:
    """'2026-03'; what is no month that anybody plans in is the present one."""
    try:
        return months_later(date.fromisoformat(f"{typed}-01"), 0)
    except ValueError:
        return today.replace(day=1)

"""Today: what needs us, the coming meetings, where every relationship stands."""

from datetime import timedelta

from flask import Blueprint, render_template, request

from coalition_app.extensions import db
from coalition_app.lib.wording import day
from coalition_app.models import (
    Agenda,
    Coming,
    Organization,
    Pathway,
    meetings_coming,
    preparation_gaps,
)
from coalition_app.today.wording import headline
from coalition_app.web import access, clock, htmx, jobs

bp = Blueprint("today", __name__)

MEETING_DAYS = 14
PRINT_DAYS = 7
MOST_ROWS = 8
MOST_IN_A_LIST = 12
ALL = 100_000


@bp.get("/")
@access.viewer
def index():
    now = clock.now()
    agenda = Agenda.at(now, jobs.lock_of("print_run").is_held)
    meetings = meetings_coming(now, now + timedelta(days=MEETING_DAYS))
    to_print = _to_print(meetings, now)
    shown = {
        "agenda": agenda,
        "headline": headline(agenda, len(to_print)),
        "printed": {each.id for each in meetings if each.printed_on},
        "near": lambda on: day(on, now.date()),  # the clock is asked once, not in each row
    }
    if htmx.wants_region() and "row" in request.args:
        return _row(request.args["row"], shown)
    return htmx.render(
        "today/index.html",
        **shown,
        meetings=meetings[:MOST_ROWS],
        meetings_count=len(meetings),
        to_print=to_print,
        gaps={each.id: each for facts in agenda.speaking for each in facts.meetings_planned},
        preparation_gaps=preparation_gaps,
        most=MOST_ROWS,
        paths=[Pathway(each, now) for each in agenda.speaking[:MOST_ROWS]],
        most_in_a_list=ALL if request.args.get("rows") == "all" else MOST_IN_A_LIST,
        is_empty=not agenda.speaking,
        listed_count=0 if agenda.speaking else _listed_count(),
    )


def _row(key: str, shown: dict) -> str:
    """What was done just now in the place of its row; or the row, once it is taken back."""
    find = shown["agenda"].find
    onward = find(key.replace("did_it_happen", "type_up"))
    return render_template("today/_row.html", key=key, item=find(key), onward=onward, **shown)


def _to_print(meetings: list[Coming], now) -> list[Coming]:
    """Those within a week whose packet was not printed."""
    until = now + timedelta(days=PRINT_DAYS)
    return [each for each in meetings if each.starts_at <= until and not each.printed_on]


def _listed_count() -> int:
    listed = Organization.listed().order_by(None).subquery()
    return db.session.scalar(db.select(db.func.count()).select_from(listed))

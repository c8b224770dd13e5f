"""The list: open ones of both sides, what is late, and what became of the others; and on paper."""

from datetime import timedelta

from flask import render_template, request, url_for
from sqlalchemy.orm import joinedload, selectinload

from coalition_app.commitments.blueprint import bp, commitment_or_404
from coalition_app.documents.reminders import RemindersSheet
from coalition_app.extensions import db
from coalition_app.lib.tidy import tidy_line
from coalition_app.models import Commitment
from coalition_app.web import access, clock, htmx, pdf, security

PAGE = 100
MOST_PRINTED = 1000
LONGEST_SEARCH = 200
WEEK = timedelta(days=7)
SHOWS = {
    "": "Open",
    "week": "Late and this week",
    "ours": "Ours",
    "theirs": "Theirs",
    "late": "Late",
    "all": "All, kept and dropped too",
}

_WITH_NAMES = (joinedload(Commitment.organization), joinedload(Commitment.owner))


@bp.get("")
@access.viewer
def index():
    show, text = _show(), _text()
    if htmx.wants_region() and "row" in request.args:
        return _row(show, text)
    number = max(request.args.get("page", 1, type=int), 1)
    found = _page(_query(show, text), number)
    return htmx.render(
        "commitments/index.html",
        "found",
        show=show,
        shows=SHOWS,
        text=text,
        commitments=found[:PAGE],
        number=number,
        has_more=len(found) > PAGE,
        overdue=_overdue_count(),
    )


def _row(show: str, text: str) -> str:
    """What became of one of them just now, in its place."""
    commitment = commitment_or_404(request.args.get("row", 0, type=int))
    return render_template(
        "commitments/_row_alone.html",
        commitment=commitment,
        show=show,
        text=text,
        overdue=_overdue_count(),
    )


@bp.get("/reminders.pdf")
@access.viewer
@security.framed
def reminders():
    """What the list shows, a page for each person who promised it; or together, as one list."""
    query = _query(_show(), _text()).options(*_WITH_NAMES).limit(MOST_PRINTED)
    found = list(db.session.scalars(query).unique())
    is_together = "together" in request.args
    sheet = RemindersSheet.of(found, clock.today(), is_together=is_together)
    return pdf.answer(sheet, url_for(".index"))


def _show() -> str:
    show = request.args.get("show", "")
    return show if show in SHOWS else ""


def _text() -> str:
    return tidy_line(request.args.get("q"))[:LONGEST_SEARCH]


def _query(show: str, text: str):
    today = clock.today()
    queries = {
        "": Commitment.open(),
        "week": Commitment.due_before(today + WEEK),
        "ours": Commitment.open().where(Commitment.is_ours),
        "theirs": Commitment.open().where(Commitment.is_ours.is_(False)),
        "late": Commitment.overdue(today),
        "all": Commitment.newest_first(),
    }
    return queries[show].where(Commitment.says(text)) if text else queries[show]


def _overdue_count() -> int:
    late = Commitment.overdue(clock.today()).where(Commitment.is_ours).subquery()
    return db.session.scalar(db.select(db.func.count()).select_from(late))


def _page(query, number: int) -> list[Commitment]:
    """One page and one row more, in the same number of queries however many there are."""
    query = (
        query.options(*_WITH_NAMES, selectinload(Commitment.dates))
        .limit(PAGE + 1)
        .offset((number - 1) * PAGE)
    )
    return list(db.session.scalars(query).unique())

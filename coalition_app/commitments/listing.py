"""The list: open ones of both sides, what is late, and what became of the others."""

from flask import request
from sqlalchemy.orm import joinedload, selectinload

from coalition_app.commitments.blueprint import bp
from coalition_app.extensions import db
from coalition_app.models import Commitment
from coalition_app.web import access, clock, htmx

PAGE = 100
SHOWS = {
    "": "Open",
    "ours": "Ours",
    "theirs": "Theirs",
    "late": "Late",
    "all": "All, kept and dropped too",
}


@bp.get("")
@access.viewer
def index():
    show, number = _show(), max(request.args.get("page", 1, type=int), 1)
    found = _page(_query(show), number)
    return htmx.render(
        "commitments/index.html",
        show=show,
        shows=SHOWS,
        commitments=found[:PAGE],
        number=number,
        has_more=len(found) > PAGE,
        overdue=db.session.scalar(db.select(db.func.count()).select_from(_overdue())),
    )


def _show() -> str:
    show = request.args.get("show", "")
    return show if show in SHOWS else ""


def _query(show: str):
    today = clock.today()
    queries = {
        "": Commitment.open(),
        "ours": Commitment.open().where(Commitment.is_ours),
        "theirs": Commitment.open().where(Commitment.is_ours.is_(False)),
        "late": Commitment.overdue(today),
        "all": Commitment.newest_first(),
    }
    return queries[show]


def _overdue():
    return Commitment.overdue(clock.today()).where(Commitment.is_ours).subquery()


def _page(query, number: int) -> list[Commitment]:
    """One page and one row more, in the same number of queries however many there are."""
    with_names = (
        joinedload(Commitment.organization),
        joinedload(Commitment.owner),
        selectinload(Commitment.dates),
    )
    query = query.options(*with_names).limit(PAGE + 1).offset((number - 1) * PAGE)
    return list(db.session.scalars(query).unique())

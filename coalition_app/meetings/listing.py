"""The list: coming, to type up, past."""

from flask import request
from sqlalchemy.orm import selectinload

from coalition_app.extensions import db
from coalition_app.meetings.blueprint import bp
from coalition_app.models import Meeting, MeetingParty
from coalition_app.web import access, clock, htmx

PAGE = 100


@bp.get("")
@access.viewer
def index():
    number = max(request.args.get("page", 1, type=int), 1)
    planned, now = _all(Meeting.planned()), clock.now()
    to_type_up = Meeting.held().where(Meeting.closed_on.is_(None))
    past = _all(Meeting.over().limit(PAGE + 1).offset((number - 1) * PAGE))
    return htmx.render(
        "meetings/index.html",
        coming=[each for each in planned if not each.is_past(now)],
        asked=[each for each in planned if each.is_past(now)],
        to_type_up=_all(to_type_up),
        past=past[:PAGE],
        number=number,
        has_more=len(past) > PAGE,
        kinds=Meeting.KINDS,
    )


def _all(query) -> list[Meeting]:
    """With their organizations, in the same number of queries however many there are."""
    parties = selectinload(Meeting.parties).joinedload(MeetingParty.organization)
    return list(db.session.scalars(query.options(parties)).unique())
